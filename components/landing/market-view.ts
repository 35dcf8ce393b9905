import type { useTranslations } from "next-intl";
import type { ContractQuote } from "@/wire/views";
import { dateOfDay, dayNumber } from "../chart/days";
import type { Mark } from "../chart/marks";
import type { Tick } from "../chart/ticks";
import type { ChartPoint, ChartSeries, ChartView } from "../chart/view";
import { longMonthName, monthName } from "../market/dates";
import { priceOf } from "./featured";

export interface DatedPrice {
  readonly date: string;
  readonly price: string;
}

/** A month of the forward curve: what the market pays now for it. */
export interface CurvePoint {
  readonly symbol: string;
  readonly month: string; // "2027-03"
  readonly lastTradingDay: string;
  readonly price: string;
}

/** What was measured, as the benchmark fixed it. */
export interface Measured {
  readonly points: readonly ChartPoint[];
  /** The last day of it: the seam. */
  readonly to: string;
}

export interface MarketData {
  readonly measured: Measured;
  /** Simulated fixings since the seam, oldest first. */
  readonly fixings: readonly DatedPrice[];
  readonly today: string;
  readonly curve: readonly CurvePoint[];
  /** The contract the headline asks about. */
  readonly featured: string;
}

export const curvePoint = (quote: ContractQuote): CurvePoint => ({
  symbol: quote.symbol,
  month: quote.month,
  lastTradingDay: quote.lastTradingDay,
  price: priceOf(quote),
});

type Told = ReturnType<typeof useTranslations<"landing.figure">>;

export interface MarketChart {
  readonly view: ChartView;
  readonly summary: string;
  readonly source: string;
}

/** What the drawing keeps free at its right: without a curve the seam still needs room for its word. */
const BEYOND = { curve: 0.035, seam: 0.2 };
/** The plateau of 2025 that a reader would ask about. */
const PLATEAU = { from: "2025-05-22", to: "2025-11-18" };
/** Of the time shown: nearer to today than this a label would hide the last fixings. */
const CLEAR_OF_TODAY = 0.04;

/** Measured list prices as steps, the seam, then simulated fixings and the forward curve. */
export function marketChart(data: MarketData, t: Told, locale: string, openAt: string | null): MarketChart {
  const { measured, fixings, curve } = data;
  const seam = dayNumber(measured.to);
  const first = measured.points[0];
  const last = measured.points[measured.points.length - 1];
  const now = Math.max(seam, dayNumber(data.today));
  const end = Math.max(now, ...curve.map(({ lastTradingDay }) => dayNumber(lastTradingDay)));
  const from = first.x;
  const to = end + Math.ceil((end - from) * (curve.length > 0 ? BEYOND.curve : BEYOND.seam));
  const level = fixings.at(-1)?.price ?? last.text;
  const history: ChartSeries = {
    id: "PREM",
    name: "PREM",
    tone: "s-prem",
    shape: "step",
    points: [...measured.points, ...fixings.flatMap(fixingPoint).filter(({ x }) => x > seam)],
    until: now,
    named: "no",
  };
  const ahead: ChartSeries = {
    id: "ahead",
    name: t("future"),
    tone: "s-prem",
    shape: "line",
    stroke: "dotted",
    dots: true,
    start: [now, Number(level)],
    points: curve.map((month) => futurePoint(month, data.featured)),
    until: end,
    named: "no",
  };
  const marks = [
    ...curveLabels(curve, data.featured, now + (to - from) * CLEAR_OF_TODAY, locale),
    ...remarks({ last, seam, ahead: curve.length > 0 ? besideCurve(curve, history, (seam + to) / 2) : null }, t),
  ];
  return {
    view: {
      id: "market",
      title: t("title"),
      unit: t("unit"),
      scale: "linear",
      x: { kind: "date", from, to, ticks: halfYears(from, end, locale, t) },
      axis: "right",
      decimals: 2,
      seam: { x: seam, measured: t("measured"), simulated: t("simulated") },
      series: curve.length > 0 ? [history, ahead] : [history],
      events: [],
      marks,
      openAt,
    },
    summary: inWords(data, t, locale),
    source: t("source"),
  };
}

const fixingPoint = ({ date, price }: DatedPrice): ChartPoint[] => [
  { x: dayNumber(date), y: Number(price), text: price, as: "simulated" },
];

const futurePoint = ({ symbol, lastTradingDay, price }: CurvePoint, featured: string): ChartPoint => ({
  x: dayNumber(lastTradingDay),
  y: Number(price),
  text: price,
  as: "simulated",
  of: symbol,
  chosen: symbol === featured,
});

/** The month the headline asks about first; the others from the farthest on, where a drawing has room. */
function curveLabels(curve: readonly CurvePoint[], featured: string, after: number, locale: string): Mark[] {
  const label = (point: CurvePoint, own: Partial<Mark>): Mark =>
    ({
      kind: "label",
      x: dayNumber(point.lastTradingDay),
      y: Number(point.price),
      text: point.price,
      name: monthName(point.month, locale),
      ...own,
    }) as Mark;
  const chosen = curve.filter(({ symbol }) => symbol === featured);
  const others = curve.filter((point) => !chosen.includes(point) && dayNumber(point.lastTradingDay) > after);
  return [
    ...chosen.map((point) => label(point, { chosen: true, name: longMonthName(point.month, locale) })),
    ...others.toReversed().map((point) => label(point, { least: WIDE })),
  ];
}

/** Px: drawings with room for remarks, and for the longer of them. */
const WIDE = 580;
const WIDEST = 900;

interface Places {
  readonly last: ChartPoint;
  readonly seam: number;
  /** Where the curve leaves room for words about it; null: there is no curve. */
  readonly ahead: { readonly x: number; readonly y: number } | null;
}

/** Below the curve or above it, where more room is; what the months cost is written over it. */
function besideCurve(curve: readonly CurvePoint[], { points }: ChartSeries, x: number): { x: number; y: number } {
  const prices = curve.map(({ price }) => Number(price));
  const all = [...prices, ...points.flatMap(({ y }) => y ?? [])];
  const [low, high, bottom, top] = [Math.min(...prices), Math.max(...prices), Math.min(...all), Math.max(...all)];
  return { x, y: low - bottom >= top - high ? (bottom + low) / 2 : high + (top - high) * 0.8 };
}

function remarks({ last, seam, ahead }: Places, t: Told): Mark[] {
  const cut = { kind: "remark", x: seam, y: last.y ?? 0, anchor: "end", strong: true } as const;
  return [
    {
      kind: "remark",
      x: (dayNumber(PLATEAU.from) + dayNumber(PLATEAU.to)) / 2,
      y: 6.7911,
      lines: [t("plateau1"), t("plateau2")],
      anchor: "middle",
      least: WIDEST,
    },
    { ...cut, lines: [t("lastStep", { price: last.text })], least: WIDEST },
    { ...cut, lines: [last.text], most: WIDEST - 1 },
    ...(ahead
      ? [
          {
            kind: "remark",
            ...ahead,
            lines: [t("ahead1"), t("ahead2")],
            anchor: "middle",
            least: WIDE,
          } as const,
        ]
      : []),
  ];
}

/** Every January by its year, every July by its name. */
function halfYears(from: number, end: number, locale: string, t: Told): Tick[] {
  const firstYear = Number(dateOfDay(from).slice(0, 4));
  const years = Array.from({ length: Number(dateOfDay(end).slice(0, 4)) - firstYear + 1 }, (_, i) => firstYear + i);
  return years
    .flatMap((year) => [
      { at: dayNumber(`${year}-01-01`), text: t("year", { year }) },
      { at: dayNumber(`${year}-07-01`), text: monthName(`${year}-07`, locale) },
    ])
    .filter(({ at }) => at < end);
}

function inWords({ measured: { points }, curve }: MarketData, t: Told, locale: string): string {
  const [first, last] = [points[0], points[points.length - 1]];
  const highest = points.reduce((high, point) => ((point.y ?? 0) > (high.y ?? 0) ? point : high), first);
  return t("summary", {
    firstPrice: first.text,
    firstMonth: monthAndYear(dateOfDay(first.x), locale),
    highest: highest.text,
    lastPrice: last.text,
    months: curve.length,
    curve: curve
      .map(({ month, price }) => t("summaryPoint", { month: monthAndYear(month, locale), price }))
      .join(t("summaryJoin")),
  });
}

const monthAndYear = (date: string, locale: string): string =>
  locale === "zh"
    ? `${date.slice(0, 4)}年${monthName(date.slice(0, 7), locale)}`
    : `${longMonthName(date.slice(0, 7), locale)} ${date.slice(0, 4)}`;
