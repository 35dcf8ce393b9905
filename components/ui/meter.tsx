import { cn } from "./cn";

interface MeterMark {
  at: number;
  label: string;
  tone?: "ink" | "warn";
}

interface MeterProps {
  /** What it measures, for a screen reader: "Equity 21,784.85 of …". */
  label: string;
  /** In the same unit as `most` and the marks' `at`; drawn, never shown, so plain numbers do. */
  value: number;
  most: number;
  marks?: readonly MeterMark[];
  className?: string;
}

/** A 6 px ink bar with ticks (required, call) and their numbers. */
export function Meter({ label, value, most, marks = [], className }: MeterProps) {
  const share = (n: number) => `${most > 0 ? Math.min(100, Math.max(0, (n / most) * 100)) : 0}%`;
  return (
    <div className={cn("grid gap-1", className)}>
      <div role="img" aria-label={label} className="relative h-3">
        <div className="absolute inset-x-0 top-[3px] h-1.5 bg-line in-data-[contrast=high]:bg-transparent in-data-[contrast=high]:outline in-data-[contrast=high]:outline-line">
          <div className="h-full bg-ink-2" style={{ width: share(value) }} />
        </div>
        {marks.map((mark) => (
          <span
            key={mark.label}
            className={cn("absolute inset-y-0 w-0.5", mark.tone === "warn" ? "bg-warn" : "bg-ink")}
            style={{ left: share(mark.at) }}
          />
        ))}
      </div>
      {marks.length > 0 && (
        <div className="flex justify-between gap-3 text-12">
          {marks.map((mark) => (
            <span key={mark.label} className={mark.tone === "warn" ? "text-warn" : "text-ink-2"}>
              {mark.label}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
