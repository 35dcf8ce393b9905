import type { Provenance, TableData } from "./view";

/** One part of a sum, from where the part before it ended. */
export interface Bar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Its share of the whole, as it is written. */
  readonly share: string;
  readonly as: Provenance;
  /** The sum itself: under a rule, and filled. */
  readonly total?: boolean;
}

/** A chart of what something is made of: rows with a bar each, from the same zero. */
export interface BarView {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
  readonly table: TableData;
}

/** Px per value, so that the longest row just fits. Bars start at zero, always. */
export function barScale(bars: readonly Bar[], width: number): (value: number) => number {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return (value) => Math.round(((value - low) / (high - low || 1)) * width * 10) / 10;
}
