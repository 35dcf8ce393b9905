import { BASE_DATE } from "@/tokens/benchmark/definitions";
import type { PriceData } from "@/tokens/prices/parse-data";
import { dayNumber } from "../chart/days";
import { beginningAt, type ChartSeries, type ChartView } from "../chart/view";
import type { Choice } from "./choice";
import { type ListedEvent, numberEvents } from "./explorer-events";
import { explorerSeries, lastDay, type SimulatedFixings } from "./explorer-series";

/** The words of a chart, in the reader's language. */
export interface ExplorerWords {
  readonly title: string;
  readonly unit: string;
  readonly measured: string;
  readonly simulated: string;
  /** A mean of a benchmark's sellers is not the benchmark, and is not called like it. */
  readonly nameOf: (series: ChartSeries) => string;
  readonly noteOf: (series: ChartSeries) => string | undefined;
}

export interface Explored {
  readonly view: ChartView;
  readonly listed: readonly ListedEvent[];
}

/** Simulated fixings are shown as far as a tenth of the measured time, so that the seam leaves room for its words. */
const LEAST_AHEAD = 0.05;

export function explore(
  choice: Choice,
  data: PriceData,
  simulated: SimulatedFixings,
  words: ExplorerWords,
  openAt: string | null,
): Explored {
  const series = explorerSeries(choice, data, simulated).map((one) => ({
    ...one,
    name: words.nameOf(one),
    note: words.noteOf(one),
  }));
  const end = dayNumber(lastDay(choice));
  const main = series.filter(({ context }) => !context);
  // Of a seller's models all history is shown: a new model alone would have next to none.
  const starts = (choice.show === "models" || main.length === 0 ? series : main).flatMap(({ points }) =>
    points[0] ? [points[0].x] : [],
  );
  const from = Math.min(end - 30, ...starts);
  const seam = dayNumber(BASE_DATE);
  const isAhead = series.some(({ points }) => points.some(({ as }) => as === "simulated"));
  const to = isAhead
    ? Math.max(seam + Math.ceil((seam - from) * LEAST_AHEAD), ...series.map(({ until }) => until))
    : end;
  const about = data.events.filter(({ providers }) => choice.show !== "models" || providers.includes(choice.provider));
  const { listed, marks } = numberEvents(about, series, { from, to: end });
  return {
    listed,
    view: {
      id: "prices",
      title: words.title,
      unit: words.unit,
      scale: choice.scale,
      x: { kind: "date", from, to },
      seam: isAhead ? { x: seam, measured: words.measured, simulated: words.simulated } : null,
      series: series.map((one) => beginningAt(one, from)),
      events: marks,
      openAt,
    },
  };
}
