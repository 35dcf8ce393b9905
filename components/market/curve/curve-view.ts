import type { useTranslations } from "next-intl";
import type { ContractQuote } from "@/wire/views";
import { dayNumber } from "../../chart/days";
import type { Mark } from "../../chart/marks";
import type { ChartPoint, ChartSeries, ChartView, Tone } from "../../chart/view";
import { hourMinute, longMonthName, monthName, weekdayAndDay, weekdayName } from "../dates";
import { decimalsOf, levelText } from "../exact";

type Told = ReturnType<typeof useTranslations<"desk.curve">>;

export interface CurveChart {
  readonly view: ChartView;
  readonly summary: string;
  readonly source: string;
}

const tones: Readonly<Record<string, Tone>> = { PREM: "s-prem", CHNA: "s-chna", ECON: "s-econ", GPUH: "s-gpuh" };

interface Shown {
  /** The months of one benchmark, nearest first. */
  readonly months: readonly ContractQuote[];
  readonly today: string;
  /** Room time: prices are as of then. */
  readonly at: string | number;
  /** The month on the desk, filled. */
  readonly symbol: string | null;
  /** A pane has no room for an axis: its extremes are written at their points. */
  readonly pane: boolean;
}

/** Marks of all months against the last settlements (dashed) and the benchmark (ink line), spaced as in time. */
export function curveChart({ months, today, at, symbol, pane }: Shown, t: Told, locale: string): CurveChart {
  const [{ benchmark, tick, unit, benchmarkLevel, settlementDate }] = months;
  const decimals = decimalsOf(tick);
  const level = levelText(benchmarkLevel, decimals);
  const days = months.map(({ lastTradingDay }) => dayNumber(lastTradingDay));
  const [now, end] = [dayNumber(today), Math.max(...days)];
  const air = Math.max(6, (end - Math.min(now, ...days)) * 0.04);
  const to = Math.ceil(end + air);
  const points = (text: (quote: ContractQuote) => string): ChartPoint[] =>
    months.map((quote, i) => ({
      x: days[i],
      y: Number(text(quote)),
      text: text(quote),
      as: "simulated",
      of: quote.symbol,
    }));
  const series: ChartSeries[] = [
    {
      id: "settlement",
      name: settlementDate ? t("settledOn", { day: settlementDate }) : t("startPrice"),
      tone: "ink-3",
      shape: "line",
      stroke: "dashed",
      context: true,
      points: points(({ settlement }) => settlement),
      until: end,
      named: "no",
    },
    {
      id: "benchmark",
      name: t("benchmarkLine"),
      tone: "ink",
      shape: "step",
      context: true,
      points: [{ x: now, y: Number(level), text: level, as: "simulated" }],
      until: to,
      named: "along",
    },
    {
      id: benchmark,
      name: t("mark"),
      tone: tones[benchmark] ?? "ink",
      shape: "line",
      dots: true,
      points: points(({ mark }) => mark).map((point) => ({ ...point, chosen: point.of === symbol })),
      until: end,
      named: "no",
    },
  ];
  const day = settlementDate && weekdayName(settlementDate, locale);
  return {
    view: {
      id: `curve-${benchmark.toLowerCase()}`,
      title: t("title", { benchmark }),
      unit: day ? t("dashed", { unit, day }) : t("dashedStart", { unit }),
      scale: "linear",
      x: {
        kind: "date",
        from: Math.floor(Math.min(now, Math.min(...days) - air)),
        to,
        ticks: months.map(({ month }, i) => ({ at: days[i], text: monthName(month, locale) })),
      },
      axis: pane ? "none" : "left",
      decimals,
      seam: null,
      series,
      events: [],
      marks: extremes(months, days, Number(level)),
      openAt: null,
    },
    summary: t("summary", {
      benchmark,
      months: months.map(({ month, mark }) => `${longMonthName(month, locale)} ${mark}`).join(", "),
      level,
    }),
    source: t("source", { at: `${weekdayAndDay(at, locale)} ${hourMinute(at)}` }),
  };
}

/** Of the marks' range: nearer than this under the lowest mark the benchmark's line would run through its label. */
const IN_THE_WAY = 0.2;

/** The highest and the lowest mark, each written on its free side. */
function extremes(months: readonly ContractQuote[], days: readonly number[], level: number): Mark[] {
  const marks = months.map(({ mark }) => Number(mark));
  const [high, low] = [Math.max(...marks), Math.min(...marks)];
  const [highest, lowest] = [marks.indexOf(high), marks.lastIndexOf(low)];
  const under = level > low || low - level > (high - Math.min(low, level)) * IN_THE_WAY;
  const label = (i: number, below: boolean): Mark => ({
    kind: "label",
    x: days[i],
    y: marks[i],
    text: months[i].mark,
    below,
  });
  return highest === lowest ? [label(highest, false)] : [label(highest, false), label(lowest, under)];
}
