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
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** A few words under the name, where there is room. */
  readonly note?: string;
  readonly tone: Tone;
  readonly shape: "step" | "line";
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
}

export interface ChartView {
  /** Names the chart in addresses and files: "prices". */
  readonly id: string;
  readonly title: string;
  /** Unit and scale: "$ per million tokens, log scale". */
  readonly unit: string;
  readonly scale: "log" | "linear";
  readonly x: { readonly kind: "date" | "number"; readonly from: number; readonly to: number };
  /** Where measured history ends, with the words at its head. */
  readonly seam: { readonly x: number; readonly measured: string; readonly simulated: string } | null;
  readonly series: readonly ChartSeries[];
  readonly events: readonly ChartEvent[];
  /** An address that wants the ids of observations at its end; null: points open nothing here. */
  readonly openAt: string | null;
}

/** The kinds of evidence in a chart, in this order: the only key a chart may have. */
export function provenances({ series }: Pick<ChartView, "series">): Provenance[] {
  const found = new Set(series.flatMap(({ points }) => points.filter(({ y }) => y !== null).map((point) => point.as)));
  return (["measured", "estimated", "simulated"] as const).filter((one) => found.has(one));
}

/** The point in force at `x`: of a step the last one, of a line the one at exactly `x`. */
export function pointAt({ points, shape, until }: ChartSeries, x: number): ChartPoint | null {
  const point = points.findLast((one) => (shape === "step" ? one.x <= x : one.x === x));
  return point && point.y !== null && x <= until ? point : null;
}

/** Every x at which something changes, in order: where a reader's crosshair stands. */
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
export function runsOf({ points, shape, until }: ChartSeries): Run[] {
  const runs: { dashed: boolean; vertices: [number, number][] }[] = [];
  let open: (typeof runs)[number] | null = null;
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
