import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { Footer } from "./footer";

/** A page to read: wide rows, the footer below. The desk has its own frame, with `data-density="desk"` on its <main>. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <>
      <main
        id="content"
        data-density="read"
        className={cn(
          "mx-auto min-h-[calc(100dvh-var(--bar)-96px)] w-full max-w-[1440px] px-(--bar-pad) pt-6 pb-12 max-sm:pt-[18px]",
          className,
        )}
      >
        {children}
      </main>
      <Footer />
    </>
  );
}

export function PageTitle({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="text-28">{children}</h1>
      {aside && <div className="text-ink-2">{aside}</div>}
    </div>
  );
}

/** A section opens with a 2 px ink rule, a subsection (`minor`) with a 1 px line. No boxes. */
export function Section(props: {
  title: ReactNode;
  id?: string;
  aside?: ReactNode;
  end?: ReactNode;
  minor?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      id={props.id}
      className={cn(props.minor ? "border-t border-line" : "border-t-2 border-ink", props.className)}
    >
      <div className="flex min-h-9 flex-wrap items-baseline gap-x-3.5 gap-y-0.5 py-1.5">
        <h2 className="text-15">{props.title}</h2>
        {props.aside && <div className="text-12 text-ink-3">{props.aside}</div>}
        {props.end && <div className="ml-auto">{props.end}</div>}
      </div>
      {props.children}
    </section>
  );
}
