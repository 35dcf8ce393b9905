import type { ComponentProps } from "react";
import { cn } from "./cn";

/** No zebra, no box: a head in ink-3 and 1 px rules. Numbers right-aligned under right-aligned heads. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return <table className={cn("w-full", className)} {...props} />;
}

interface TableScrollProps extends ComponentProps<"section"> {
  label: string;
  /** The first column does not name its rows, or is too wide to stay in view on a phone. */
  loose?: boolean;
}

/** Scrolls sideways inside itself, reachable by keyboard, so that a page never does; says at which edge there is more. */
export function TableScroll({ className, label, loose, ...props }: TableScrollProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={cn("overflow-x-auto scroll-edges", !loose && "pinned-names", className)}
      {...props}
    />
  );
}

interface CellProps {
  numeric?: boolean;
  /** Left out under 640 px: its column is a detail there. */
  wide?: boolean;
  /** The last column that a phone shows: it ends at the page's edge. */
  end?: boolean;
}

export function Th({ numeric, wide, end, className, ...props }: ComponentProps<"th"> & CellProps) {
  return (
    <th
      scope="col"
      className={cn(
        "h-(--row) px-2 text-left text-12 font-normal whitespace-nowrap text-ink-3 first:pl-0 last:pr-0",
        numeric && "text-right",
        wide && "max-sm:hidden",
        end && "max-sm:pr-0",
        className,
      )}
      {...props}
    />
  );
}

export function Td({ numeric, wide, end, className, ...props }: ComponentProps<"td"> & CellProps) {
  return (
    <td
      className={cn(
        "h-(--row) px-2 whitespace-nowrap first:pl-0 last:pr-0",
        numeric && "text-right",
        wide && "max-sm:hidden",
        end && "max-sm:pr-0",
        className,
      )}
      {...props}
    />
  );
}

/** A body row; the selected one is tinted, and in high contrast barred with ink at its left. */
export function Tr({ selected, className, ...props }: ComponentProps<"tr"> & { selected?: boolean }) {
  return (
    <tr
      className={cn(
        "border-t border-line",
        selected &&
          "bg-accent-soft [--ground:var(--accent-soft)] in-data-[contrast=high]:shadow-[inset_2px_0_var(--ink)]",
        className,
      )}
      {...props}
    />
  );
}

/** The empty state: the head stays, one sentence and one link. */
export function EmptyRow({ columns, children }: { columns: number; children: React.ReactNode }) {
  return (
    <tr className="border-t border-line">
      <td colSpan={columns} className="py-3 text-ink-2">
        {children}
      </td>
    </tr>
  );
}
