/** How a chart stands on a page: how high it is for its width. */
export type ChartSize = "full" | "half" | "hero" | "strip" | "pane";

export interface Variant {
  readonly width: number;
  readonly height: number;
  /** Shows it where the chart's place is as wide as this drawing, and not as wide as the next. */
  readonly className: string;
}

const widths = [
  { width: 288, className: "@min-[340px]:hidden" },
  { width: 340, className: "hidden @min-[340px]:block @min-[460px]:hidden" },
  { width: 460, className: "hidden @min-[460px]:block @min-[600px]:hidden" },
  { width: 600, className: "hidden @min-[600px]:block @min-[800px]:hidden" },
  { width: 800, className: "hidden @min-[800px]:block @min-[1000px]:hidden" },
  { width: 1000, className: "hidden @min-[1000px]:block" },
] as const;

const heights: Record<Exclude<ChartSize, "pane">, readonly number[]> = {
  full: [300, 330, 370, 400, 440, 500],
  half: [260, 280, 290, 310, 330, 360],
  hero: [186, 196, 250, 330, 354, 430],
  strip: [180, 190, 190, 200, 200, 200],
};

/** A pane of the desk is as wide as it is. */
const pane: readonly Variant[] = [{ width: 220, height: 152, className: "" }];

/** Redrawn for each range of widths of its place, at the narrowest of them: shown wider it grows, it never shrinks. */
export const variantsOf = (size: ChartSize): readonly Variant[] =>
  size === "pane" ? pane : widths.map((one, i) => ({ ...one, height: heights[size][i] }));
