import { linear, roundTicks, type Scale } from "../figure/scale";
import { fitting, spread, textWidth } from "./labels";
import { logTicks, type Tick, tickTexts, timeTicks } from "./ticks";
import { type ChartSeries, type ChartView, pointAt } from "./view";

/** Where everything of a chart goes at one size. Px, and never shown as numbers. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly yDomain: readonly [number, number];
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly labels: readonly EndLabel[];
  readonly events: readonly { readonly no: number; readonly x: number; readonly y: number }[];
}

export interface EndLabel {
  readonly series: ChartSeries;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly value: string;
  readonly note: string | null;
}

const NARROW = 480;
const NAME = 12.5;
const NOTE = 11.5;
const EVENT = 16;

export function layOut(view: ChartView, width: number, height: number, locale: string): Layout {
  const narrow = width < NARROW;
  const yDomain = domainOf(view);
  const ticks = view.scale === "log" ? logTicks(...yDomain, 7) : roundTicks(...yDomain);
  const yTicks = tickTexts(ticks, narrow);
  const left = Math.ceil(Math.max(18, ...yTicks.map(({ text }) => textWidth(text, 11)))) + 8;
  const room = labelRoom(view, width, narrow);
  const plot = { left, right: width - room, top: view.seam ? 30 : 12, bottom: height - 28 };
  const x = inTenths(linear([view.x.from, view.x.to], [plot.left, plot.right]));
  const y = inTenths(scaleOf(view, yDomain, [plot.bottom, plot.top]));
  const xTicks =
    view.x.kind === "date"
      ? timeTicks(view.x.from, view.x.to, plot.right - plot.left, locale)
      : tickTexts(roundTicks(view.x.from, view.x.to, narrow ? 4 : 6), true);
  const laid = { width, height, narrow, plot, yDomain, x, y, xTicks, yTicks };
  return { ...laid, labels: endLabels(view, laid, room - 12), events: eventSquares(view, laid) };
}

/** Logarithms differ in their last digit between JavaScript engines: server and browser are to draw the same. */
const inTenths =
  (scale: Scale): Scale =>
  (value) =>
    Math.round(scale(value) * 10) / 10;

/** The values shown, and a little air. A linear axis begins at zero unless that would flatten everything. */
function domainOf({ series, scale, x: { from, to } }: ChartView): readonly [number, number] {
  const values = series.flatMap(({ points }) =>
    points.flatMap((point, i) => {
      const ends = points[i + 1]?.x ?? Number.POSITIVE_INFINITY;
      return point.y === null || point.x > to || ends < from ? [] : [point.y];
    }),
  );
  if (values.length === 0) return scale === "log" ? [1, 10] : [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (scale === "log") return [low / 1.2, high * 1.2];
  if (low >= 0 && low < high / 2) return [0, high * 1.06];
  const air = (high - low || high || 1) * 0.08;
  return [low - air, high + air];
}

function scaleOf({ scale }: ChartView, domain: readonly [number, number], range: readonly [number, number]): Scale {
  if (scale === "linear") return linear(domain, range);
  const even = linear([Math.log(domain[0]), Math.log(domain[1])], range);
  return (value) => even(Math.log(value));
}

/** As wide as the labels need, at most a third of a narrow drawing. */
function labelRoom({ series }: ChartView, width: number, narrow: boolean): number {
  const needed = series.flatMap((one) => {
    const value = lastText(one);
    if (value === null) return [];
    const name = narrow
      ? Math.max(textWidth(one.name, NAME), textWidth(value, NAME))
      : textWidth(`${one.name} ${value}`, NAME);
    return [Math.max(name, narrow ? 0 : textWidth(one.note ?? "", NOTE))];
  });
  const most = narrow ? width * 0.3 : Math.min(220, width * 0.28);
  return Math.round(Math.min(most, Math.max(12, ...needed)) + 14);
}

const lastText = (series: ChartSeries): string | null => lastShown(series)?.text ?? null;
const lastShown = ({ points }: ChartSeries) => points.findLast(({ y }) => y !== null) ?? null;

function endLabels(view: ChartView, laid: Omit<Layout, "labels" | "events">, room: number): EndLabel[] {
  const { narrow, plot, x, y } = laid;
  const ends = view.series.flatMap((series) => {
    const last = lastShown(series);
    if (last?.y == null) return [];
    const end = Math.min(Math.max(series.until, last.x), view.x.to);
    const current = pointAt(series, end) ?? last;
    return [{ series, end: x(end), y: y(current.y as number), value: current.text }];
  });
  const twoLines = narrow || ends.some(({ series }) => series.note);
  const heights = ends.map(({ y: at, series }) => ({
    y: at,
    above: 8,
    below: !series.context && twoLines ? 24 : 8,
    optional: series.context === true,
  }));
  return spread(heights, plot.top, plot.bottom + 12).flatMap((at, i) => {
    if (at === null) return [];
    const { series, value } = ends[i];
    const nameRoom = narrow ? room : room - textWidth(` ${value}`, NAME);
    return [
      {
        series,
        x: plot.right + 10,
        y: at,
        name: fitting(series.name, NAME, nameRoom),
        value,
        note: narrow || !series.note ? null : fitting(series.note, NOTE, room),
      },
    ];
  });
}

/** Squares on their lines, moved up until none covers another. */
function eventSquares(view: ChartView, { x, y, plot }: Omit<Layout, "labels" | "events">): Layout["events"] {
  const placed: { no: number; x: number; y: number }[] = [];
  for (const event of view.events) {
    const at = { no: event.no, x: x(event.x), y: event.y === null ? plot.bottom : y(event.y) };
    const covered = () =>
      placed.some((other) => Math.abs(other.x - at.x) < EVENT + 2 && Math.abs(other.y - at.y) < EVENT + 2);
    while (covered() && at.y > plot.top) at.y -= EVENT + 2;
    placed.push(at);
  }
  return placed;
}
