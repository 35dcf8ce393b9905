import type { ReactNode } from "react";

/** A drawing for a range of window widths, made for the narrowest of them: shown wider it grows, never shrinks. */
export interface Drawing {
  width: number;
  height: number;
  /** Tailwind classes that show it in its range alone. */
  className: string;
}

interface RedrawnProps {
  /** Text summary: what somebody who does not see the drawing should know. */
  summary: string;
  drawings: readonly Drawing[];
  children: (drawing: Drawing) => ReactNode;
}

/** Redraws a figure for each range of widths instead of scaling one drawing down. */
export function Redrawn({ summary, drawings, children }: RedrawnProps) {
  return drawings.map((drawing) => (
    <svg
      key={drawing.width}
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={`h-auto w-full overflow-visible ${drawing.className}`}
    >
      {children(drawing)}
    </svg>
  ));
}
