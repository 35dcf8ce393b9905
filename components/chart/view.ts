import type { BarView } from "./bars";
import { type Mark, provenanceOf } from "./marks";
import type { Tick } from "./ticks";

/** What a chart shows, as plain data: drawn on the server, drawn again in the browser, written as CSV and JSON. */

export type Provenance = "measured" | "estimated" | "simulated";

/** Colours with a meaning (VISUAL.md §3). A series that is only context is `ink-3`; a selected one that is no benchmark `ink`. */
export type Tone = "s-prem" | "s-chna" | "s-econ" | "s-gpuh" | "ink" | "ink-3";

export interface ChartPoint {
  /** Day number for dates (`dayNumber`), else the number itself. */
  readonly x: number;
  /** Null: from here on there is nothing to show. */
  readonly y: number | null;
  /** y as it is written: the source's own digits where there are any. */
  readonly text: string;
  /** Of the stretch that begins here. Estimated is drawn dashed: also a fixing that is only carried. */
  readonly as: Provenance;
  /** The observations behind it, by id. */
  readonly open?: readonly string[];
  /** What it is of, where that is more than a day: the contract of a price. It can be chosen by this name. */
  readonly of?: string;
  /** Of a line with dots: the one the chart is about, filled. */
  readonly chosen?: boolean;
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** A few words under the name, where there is room. */
  readonly note?: string;
  readonly tone: Tone;
  readonly shape: "step" | "line";
  /** Not a fact yet, or only to compare with (VISUAL.md §4). */
  readonly stroke?: "dotted" | "dashed";
  /** A dot on each point. */
  readonly dots?: boolean;
  /** Where its line begins although it has no point there: a forward curve begins at the last fixing. */
  readonly start?: readonly [x: number, y: number];
  /** Its name and last value: at its end unless it says otherwise. */
  readonly named?: "end" | "along" | "no";
  /** A thin line to compare with; its label gives way. */
  readonly context?: boolean;
  readonly points: readonly ChartPoint[]; // by x
  /** How far a step's last value is drawn on. */
  readonly until: number;
}

/** A numbered square, and the same number in a list beside. On a line when `y` is given, else on the time axis. */
export interface ChartEvent {
  readonly no: number;
  readonly x: number;
  readonly y: number | null;
  /** What its number opens, where the chart itself tells of it. */
  readonly told?: ToldEvent;
}

export interface ToldEvent {
  readonly date: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly observations: readonly string[];
}

export interface ChartView {
  /** Names the chart in addresses and files: "prices". */
  readonly id: string;
  readonly title: string;
  /** Unit and scale: "$ per million tokens, log scale". */
  readonly unit: string;
  readonly scale: "log" | "linear";
  readonly x: {
    /** Days, room time in milliseconds, or plain numbers. */
    readonly kind: "date" | "time" | "number";
    readonly from: number;
    readonly to: number;
    /** Instead of those the axis would have by itself. */
    readonly ticks?: readonly Tick[];
  };
  /** Where values are written; right where a live price ends the line. Left unless it says otherwise. */
  readonly axis?: "left" | "right" | "none";
  /** Decimals of every value on the axis, and no finer steps. */
  readonly decimals?: number;
  /** Where measured history ends, with the words at its head. */
  readonly seam: { readonly x: number; readonly measured: string; readonly simulated: string } | null;
  readonly series: readonly ChartSeries[];
  readonly events: readonly ChartEvent[];
  readonly marks?: readonly Mark[];
  /** What its table and files say, where that is more than the points of its lines. */
  readonly table?: TableData;
  /** An address that wants the ids of observations at its end; null: points open nothing here. */
  readonly openAt: string | null;
}

/** Columns in the reader's language and rows of texts, numbers as a program reads them. */
export interface TableData {
  readonly columns: readonly { readonly name: string; readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Anything that can stand in the frame. */
export type AnyView = ChartView | BarView;

export const isBars = (view: AnyView): view is BarView => "bars" in view;

type Evidence = Pick<ChartView, "series" | "marks"> | Pick<BarView, "bars">;

/** The kinds of evidence in a chart, in this order: the only key a chart may have. */
export function provenances(view: Evidence): Provenance[] {
  const found = new Set("bars" in view ? view.bars.map(({ as }) => as) : evidenceOf(view));
  return (["measured", "estimated", "simulated"] as const).filter((one) => found.has(one));
}

const evidenceOf = ({ series, marks = [] }: Pick<ChartView, "series" | "marks">): (Provenance | null)[] => [
  ...series.flatMap(({ points }) => points.filter(({ y }) => y !== null).map((point) => point.as)),
  ...marks.map(provenanceOf),
];

/** The point in force at `x`: of a step the last one, of a line the one at exactly `x`. */
export function pointAt({ points, shape, until }: ChartSeries, x: number): ChartPoint | null {
  const point = points.findLast((one) => (shape === "step" ? one.x <= x : one.x === x));
  return point && point.y !== null && x <= until ? point : null;
}

/** Where the crosshair stands when what was shown there is no longer: at the nearest place that is. */
export function nearestStop(view: ChartView, x: number): number | null {
  return stops(view).reduce<number | null>(
    (best, stop) => (best === null || Math.abs(stop - x) < Math.abs(best - x) ? stop : best),
    null,
  );
}

/** Every x at which something changes, in order: where a reader's crosshair may stand. */
export function stops({ series, x: { from, to } }: ChartView): number[] {
  const found = new Set(series.flatMap(({ points }) => points.map(({ x }) => x)));
  return [...found].filter((x) => x >= from && x <= to).sort((a, b) => a - b);
}

/** The observations behind what changes at `x`; context lines only when nothing else does. */
export function openedAt({ series }: Pick<ChartView, "series">, x: number): string[] {
  const idsOf = (some: readonly ChartSeries[]) => [
    ...new Set(some.flatMap(({ points }) => points.find((point) => point.x === x)?.open ?? [])),
  ];
  const main = idsOf(series.filter(({ context }) => !context));
  return main.length > 0 ? main : idsOf(series);
}

/** A series from `x` on: of a step what was in force there stays in force. */
export function beginningAt(series: ChartSeries, x: number): ChartSeries {
  const later = series.points.filter((point) => point.x >= x);
  const inForce =
    series.shape === "step" && later[0]?.x !== x ? series.points.findLast((point) => point.x < x) : undefined;
  return { ...series, points: inForce && inForce.y !== null ? [{ ...inForce, x }, ...later] : later };
}

/** One stretch of a line drawn in one manner. `vertices` joined by the series' shape draw it. */
export interface Run {
  readonly dashed: boolean;
  readonly vertices: readonly (readonly [x: number, y: number])[];
}

/** A jump belongs to the stretch before it; a stretch ends where a value is missing. */
export function runsOf({ points, shape, until, start }: ChartSeries): Run[] {
  const runs: { dashed: boolean; vertices: [number, number][] }[] = [];
  let open: (typeof runs)[number] | null = null;
  if (start && points[0]) {
    open = { dashed: points[0].as === "estimated", vertices: [[...start]] };
    runs.push(open);
  }
  points.forEach(({ x, y, as }, i) => {
    if (open && (y === null || (as === "estimated") !== open.dashed)) {
      const last: number = open.vertices[open.vertices.length - 1][1];
      if (y !== null) open.vertices.push([x, y]);
      else if (shape === "step") open.vertices.push([x, last]);
      open = null;
    }
    if (y === null) return;
    if (!open) {
      open = { dashed: as === "estimated", vertices: [] };
      runs.push(open);
    }
    open.vertices.push([x, y]);
    if (i === points.length - 1 && shape === "step" && until > x) open.vertices.push([until, y]);
  });
  return runs;
}
