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
  { width: 460, className: "hidden @min-[460px]:block @min-[580px]:hidden" },
  { width: 580, className: "hidden @min-[580px]:block @min-[760px]:hidden" },
  { width: 760, className: "hidden @min-[760px]:block @min-[900px]:hidden" },
  { width: 900, className: "hidden @min-[900px]:block @min-[1120px]:hidden" },
  { width: 1120, className: "hidden @min-[1120px]:block" },
] as const;

const heights: Record<Exclude<ChartSize, "pane">, readonly number[]> = {
  full: [300, 330, 370, 390, 430, 470, 520],
  half: [260, 280, 290, 310, 330, 350, 380],
  hero: [186, 196, 250, 320, 350, 398, 460],
  strip: [180, 190, 190, 200, 200, 200, 210],
};

/** A pane of the desk is as wide as it is. */
const pane: readonly Variant[] = [{ width: 220, height: 152, className: "" }];

/** Redrawn for each range of widths of its place, at the narrowest of them: shown wider it grows, it never shrinks. */
export const variantsOf = (size: ChartSize): readonly Variant[] =>
  size === "pane" ? pane : widths.map((one, i) => ({ ...one, height: heights[size][i] }));
