import { fitting, spread, textWidth } from "./labels";
import { type PlacedLabel, placeLabels, valuesOf } from "./marks";
import { type AlongLabel, placeAlong } from "./names-along";
import { keepApart, linear, roundTicks, type Scale } from "./scale";
import { logTicks, type Tick, tickTexts, timeTicks } from "./ticks";
import { type ChartSeries, type ChartView, pointAt } from "./view";

type Domain = readonly [low: number, high: number];

/** Where everything of a chart goes at one size. Px, and never shown as numbers. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly yDomain: Domain;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly labels: readonly EndLabel[];
  readonly along: readonly AlongLabel[];
  readonly pointLabels: readonly PlacedLabel[];
  readonly events: readonly EventSquare[];
}

export interface EventSquare {
  readonly no: number;
  readonly x: number;
  readonly y: number;
}

export interface EndLabel {
  readonly series: ChartSeries;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly value: string;
  readonly note: string | null;
}

/** Axes and scales, before anything is written into the plot. */
export type Laid = Omit<Layout, "labels" | "along" | "pointLabels" | "events">;

const NARROW = 480;
const NAME = 12.5;
/** Names are semibold and partly capitals: wider than text is taken to be. */
const SEMIBOLD = NAME * 1.15;
const NOTE = 11.5;
/** Px around a number that take a press (WCAG 2.5.8). */
export const EVENT_HIT = 24;
/** Px under the plot, for the axis. */
const FOOT = 28;
/** Px that a label under the lowest point takes of the plot. */
const BELOW = 16;
/** Under this height four values are enough. */
const SHORT = 240;
const TICKS_APART = 30;
/** Of the highest value. */
const LEAST_SPAN = 0.004;
const HALF_WITH_AIR = 0.58;

export function layOut(view: ChartView, width: number, height: number, locale: string): Layout {
  const narrow = width < NARROW;
  const axis = view.axis ?? "left";
  const top = headOf(view);
  const bottom = height - FOOT;
  const yDomain = withLabelsBelow(view, domainOf(view), bottom - top);
  const ticks = view.scale === "log" ? logTicks(...yDomain, 7) : roundTicks(...yDomain, height < SHORT ? 4 : 5);
  const yTicks = axis === "none" ? [] : tickTexts(ticks, narrow, view.decimals);
  const values = Math.ceil(Math.max(18, ...yTicks.map(({ text }) => textWidth(text, 11)))) + 8;
  const room = labelRoom(view, width, narrow);
  const plot = {
    left: axis === "left" ? values : 0,
    right: width - room - (axis === "right" ? values : 0),
    top,
    bottom,
  };
  const x = inTenths(linear([view.x.from, view.x.to], [plot.left, plot.right]));
  const y = inTenths(scaleOf(view, yDomain, [plot.bottom, plot.top]));
  const laid = { width, height, narrow, plot, yDomain, x, y, xTicks: xTicksOf(view, plot, x, narrow, locale), yTicks };
  const pointLabels = placeLabels(view.marks ?? [], laid);
  return {
    ...laid,
    labels: endLabels(view, laid, room - 12),
    along: placeAlong(view, laid, pointLabels),
    pointLabels,
    events: eventSquares(view, laid),
  };
}

/** Room over the plot: for the seam's words, or for a label over the highest point. */
function headOf({ seam, marks }: ChartView): number {
  if (seam) return 30;
  return marks?.some(({ kind }) => kind === "label") ? 26 : 12;
}

/** A label under the lowest point is not to stand on the axis. */
function withLabelsBelow({ marks, scale }: ChartView, domain: Domain, px: number): Domain {
  if (scale === "log" || !marks?.some((mark) => mark.kind === "label" && mark.below)) return domain;
  const [low, high] = domain;
  return [low - ((high - low) * BELOW) / (px - BELOW), high];
}

function xTicksOf(view: ChartView, plot: Layout["plot"], x: Scale, narrow: boolean, locale: string): Tick[] {
  const { kind, from, to, ticks } = view.x;
  if (ticks) {
    const shown = ticks.filter(({ at }) => at >= from && at <= to).map((tick) => ({ ...tick, x: x(tick.at) }));
    return keepApart(shown, Math.max(TICKS_APART, ...shown.map(({ text }) => textWidth(text, 11) + 8)));
  }
  return kind === "date"
    ? timeTicks(from, to, plot.right - plot.left, locale)
    : tickTexts(roundTicks(from, to, narrow ? 4 : 6), true);
}

/** Logarithms differ in their last digit between JavaScript engines: server and browser are to draw the same. */
const inTenths =
  (scale: Scale): Scale =>
  (value) =>
    Math.round(scale(value) * 10) / 10;

/** The values shown, and a little air. A linear axis begins at zero unless that would flatten everything. */
function domainOf({ series, marks = [], scale, x: { from, to } }: ChartView): Domain {
  const onLines = series.flatMap(({ points }) =>
    points.flatMap((point, i) => {
      const ends = points[i + 1]?.x ?? Number.POSITIVE_INFINITY;
      return point.y === null || point.x > to || ends < from ? [] : [point.y];
    }),
  );
  const values = [...onLines, ...marks.flatMap(valuesOf)];
  if (values.length === 0) return scale === "log" ? [1, 10] : [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (scale === "log") return [low / 1.2, high * 1.2];
  if (low >= 0 && low < high / 2) return [0, high * 1.06];
  // A line that hardly moves gets room to stand in, or ticks of a cent would look like mountains.
  const span = Math.max(high - low, Math.abs(high) * LEAST_SPAN) || 1;
  const middle = (low + high) / 2;
  return [middle - span * HALF_WITH_AIR, middle + span * HALF_WITH_AIR];
}

function scaleOf({ scale }: ChartView, domain: Domain, range: readonly [number, number]): Scale {
  if (scale === "linear") return linear(domain, range);
  const even = linear([Math.log(domain[0]), Math.log(domain[1])], range);
  return (value) => even(Math.log(value));
}

/** As wide as the labels need, at most a third of a narrow drawing. */
function labelRoom({ series }: ChartView, width: number, narrow: boolean): number {
  const atEnd = series.filter(isNamedAtEnd);
  if (atEnd.length === 0) return 0;
  const needed = atEnd.flatMap((one) => {
    const value = lastText(one);
    if (value === null) return [];
    const name = narrow
      ? Math.max(textWidth(one.name, SEMIBOLD), textWidth(value, NAME))
      : textWidth(`${one.name} ${value}`, NAME);
    return [Math.max(name, narrow ? 0 : textWidth(one.note ?? "", NOTE))];
  });
  const most = narrow ? width * 0.3 : Math.min(220, width * 0.28);
  return Math.round(Math.min(most, Math.max(12, ...needed)) + 14);
}

const isNamedAtEnd = ({ named }: ChartSeries): boolean => named === undefined || named === "end";

const lastText = (series: ChartSeries): string | null => lastShown(series)?.text ?? null;
const lastShown = ({ points }: ChartSeries) => points.findLast(({ y }) => y !== null) ?? null;

function endLabels(view: ChartView, laid: Laid, room: number): EndLabel[] {
  const { narrow, plot, x, y } = laid;
  const ends = view.series.filter(isNamedAtEnd).flatMap((series) => {
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

/** Squares on their lines, moved up until each can be pressed by itself. */
function eventSquares(view: ChartView, { x, y, plot }: Laid): Layout["events"] {
  const placed: EventSquare[] = [];
  for (const event of view.events) {
    const at = { no: event.no, x: x(event.x), y: event.y === null ? plot.bottom : y(event.y) };
    const covered = () =>
      placed.some((other) => Math.abs(other.x - at.x) < EVENT_HIT && Math.abs(other.y - at.y) < EVENT_HIT);
    while (covered() && at.y > plot.top) at.y -= EVENT_HIT;
    placed.push(at);
  }
  return placed;
}
