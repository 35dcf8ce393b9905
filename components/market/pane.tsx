import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/messages/navigation";
import { rulePath } from "../layout/places";
import { cn } from "../ui/cn";

/** The head of a pane: what it is, and quietly its unit or state. */
export function PaneHead({ title, aside, ruled }: { title: ReactNode; aside?: ReactNode; ruled?: boolean }) {
  return (
    <div
      className={cn(
        "flex items-baseline justify-between gap-3 px-2.5 text-12 leading-[30px] max-sm:px-4",
        ruled && "border-t border-line",
      )}
    >
      <h2>{title}</h2>
      {aside && <span className="truncate text-ink-3">{aside}</span>}
    </div>
  );
}

/** A word that acts: in tables and tool lines, where a button's box would be noise. */
export function WordButton({ className, ...props }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      className={cn(
        "link min-h-6 disabled:cursor-not-allowed disabled:text-ink-3 disabled:no-underline max-sm:min-h-(--ctl)",
        className,
      )}
      {...props}
    />
  );
}

/** A rule's number within a sentence, in the sentence's colour. */
export function RuleLink({ number, children }: { number: string; children: ReactNode }) {
  return (
    <Link href={rulePath(number)} className="link text-inherit">
      {children}
    </Link>
  );
}
