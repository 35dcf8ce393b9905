import { OctagonAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface NoteProps extends Omit<ComponentProps<"div">, "title"> {
  /** warn: a refusal, a call, stale data. crit: close-out, default, read-only. plain: a side remark. */
  tone?: "plain" | "warn" | "crit";
  /** The bold first words. */
  title?: ReactNode;
}

/** Explains in place: beside the number that caused it, with the rule's number and the way out. */
export function Note({ tone = "plain", title, className, children, ...props }: NoteProps) {
  if (tone === "crit")
    return (
      <div role="alert" className={cn("flex gap-2 bg-crit-fill px-3 py-2 text-13 text-on-fill", className)} {...props}>
        <OctagonAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0" />
        <div>
          {title && <b>{title} </b>}
          {children}
        </div>
      </div>
    );
  return (
    <div
      className={cn(
        "border-l-2 px-2.5 py-1.5 text-12 leading-[17px] text-ink max-sm:px-3 max-sm:py-2 max-sm:text-13 max-sm:leading-[19px]",
        tone === "warn" ? "border-warn bg-warn-soft" : "border-line-strong bg-sunken",
        className,
      )}
      {...props}
    >
      {title && <b className={tone === "warn" ? "text-warn" : undefined}>{title} </b>}
      {children}
    </div>
  );
}
