import type { ReactNode } from "react";
import { cn } from "../ui/cn";

interface FigureProps {
  /** What it shows. */
  title: ReactNode;
  /** Unit and scale, once. */
  unit: ReactNode;
  /** Source line, below. */
  source?: ReactNode;
  /** The same figures as a table, and how they were made. */
  table?: { label: string; children: ReactNode };
  /** CSV and other ways to take it away. */
  links?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** Title, unit line, drawing, source line, table. */
export function Figure({ title, unit, source, table, links, className, children }: FigureProps) {
  return (
    <figure className={cn("min-w-0", className)}>
      <figcaption className="mb-0.5 flex flex-wrap items-baseline gap-x-2.5">
        <h2 className="text-15">{title}</h2>
        <span className="text-ink-2">{unit}</span>
      </figcaption>
      {children}
      {source && <p className="mt-1 text-11 text-ink-3">{source}</p>}
      {(table || links) && (
        <div className="mt-1 flex flex-wrap gap-x-4 text-12">
          {links}
          {table && (
            <details className="group min-w-0 open:basis-full">
              <summary className="link inline-flex min-h-6 cursor-pointer list-none items-center max-sm:min-h-(--ctl) [&::-webkit-details-marker]:hidden">
                {table.label}
              </summary>
              <section
                aria-label={table.label}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
                tabIndex={0}
                className="mt-1 max-h-[420px] overflow-auto border-t border-line"
              >
                {table.children}
              </section>
            </details>
          )}
        </div>
      )}
    </figure>
  );
}
