import type { Scale } from "./scale";
import type { Provenance } from "./view";

/** What a chart shows besides its lines, in the chart's own numbers. */
export type Mark = PointLabel | Remark | Band | OrderBar | TradeArrow;

/** A value written over its point, and under it its name; of labels that would touch, the earlier named stays. */
export interface PointLabel {
  readonly kind: "label";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly name?: string;
  readonly below?: boolean;
  /** The one the chart is about: larger. */
  readonly chosen?: boolean;
  /** The narrowest drawing that has room for it, px. */
  readonly least?: number;
}

/** A few words where a reader would ask. The first line stands under the place. */
export interface Remark {
  readonly kind: "remark";
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly anchor: "middle" | "end";
  /** Said in ink: it is a number, not a comment. */
  readonly strong?: boolean;
  /** Narrowest and widest drawing it is for, px. */
  readonly least?: number;
  readonly most?: number;
}

/** The ground between two lines, where a value lies below what it once was. */
export interface Band {
  readonly kind: "band";
  readonly edges: readonly (readonly [x: number, top: number, bottom: number])[];
}

/** An order while it stood. */
export interface OrderBar {
  readonly kind: "order";
  readonly side: "buy" | "sell";
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly lots: number;
}

/** A trade: up for a purchase, down for a sale; hollow where it was kept from happening. */
export interface TradeArrow {
  readonly kind: "trade";
  readonly side: "buy" | "sell";
  readonly x: number;
  readonly y: number;
  readonly hollow: boolean;
}

/** Values that must lie on the axis for a mark to be seen. */
export function valuesOf(mark: Mark): number[] {
  if (mark.kind === "band") return mark.edges.flatMap(([, top, bottom]) => [top, bottom]);
  return mark.kind === "order" || mark.kind === "trade" ? [mark.y] : [];
}

/** Orders and trades are simulated, as everything is that somebody does here; words and grounds are no evidence. */
export const provenanceOf = ({ kind }: Mark): Provenance | null =>
  kind === "order" || kind === "trade" ? "simulated" : null;

/** Px: how near each other two labels over points may stand. */
const LABELS_APART = 46;
const ROOMY = 580;

export interface PlacedLabel extends PointLabel {
  readonly px: number;
  readonly py: number;
  readonly big: boolean;
}

interface Frame {
  readonly width: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: { readonly left: number; readonly right: number };
}

/** Labels that have room, each clear of those before it and off the axis. */
export function placeLabels(marks: readonly Mark[], { width, x, y, plot }: Frame): PlacedLabel[] {
  const kept: PlacedLabel[] = [];
  for (const mark of marks) {
    if (mark.kind !== "label" || width < (mark.least ?? 0)) continue;
    const at = x(mark.x);
    if (kept.some((other) => other.below === mark.below && Math.abs(x(other.x) - at) < LABELS_APART)) continue;
    const big = mark.chosen === true && width >= ROOMY;
    const half = big ? 23 : 18;
    const px = Math.min(Math.max(at, plot.left + half), plot.right - half);
    kept.push({ ...mark, px, py: y(mark.y), big });
  }
  return kept;
}
