import { dayNumber } from "../chart/days";
import type { ChartPoint, ChartSeries, ChartView, Tone } from "../chart/view";
import type { Happening } from "./happenings";
import type { BenchmarkDay, RunDay } from "./run-terms";

const tones: Record<string, Tone> = { PREM: "s-prem", CHNA: "s-chna", ECON: "s-econ", GPUH: "s-gpuh" };

interface Names {
  readonly title: string;
  readonly unit: string;
  readonly with: string;
  readonly without: string;
  readonly frontWith: string;
  readonly frontWithout: string;
}

/** The chart of a run: fixings as steps, the nearest month's settlements as a line; thin without the scenario. */
export function runView(
  days: readonly RunDay[],
  benchmark: string,
  names: Names,
  told: readonly Happening[],
  to: string,
): ChartView {
  const until = dayNumber(days[days.length - 1].date);
  const tone = tones[benchmark] ?? "ink";
  const fixings = (side: "with" | "without"): ChartPoint[] =>
    days.map((day) => fixingPoint(day.date, day[side][benchmark]));
  const fronts = (side: "with" | "without"): ChartPoint[] =>
    days.flatMap((day) => frontPoint(day.date, day[side][benchmark]));
  const series: ChartSeries[] = [
    { id: "with", name: names.with, tone, shape: "step", points: fixings("with"), until },
    { id: "front-with", name: names.frontWith, tone: "ink", shape: "line", points: fronts("with"), until },
    { id: "without", name: names.without, tone, shape: "step", context: true, points: fixings("without"), until },
    {
      id: "front-without",
      name: names.frontWithout,
      tone: "ink-3",
      shape: "line",
      context: true,
      points: fronts("without"),
      until,
    },
  ];
  return {
    id: `scenario-${benchmark.toLowerCase()}`,
    title: names.title,
    unit: names.unit,
    scale: "linear",
    x: { kind: "date", from: dayNumber(days[0].date), to: dayNumber(to) },
    seam: null,
    series,
    events: told.flatMap(({ no, date }) => (no === null ? [] : [{ no, x: dayNumber(date), y: null }])),
    openAt: null,
  };
}

const fixingPoint = (date: string, { level, levelText }: BenchmarkDay): ChartPoint => ({
  x: dayNumber(date),
  y: level === null ? null : Number(levelText),
  text: levelText,
  as: "simulated",
});

const frontPoint = (date: string, { front }: BenchmarkDay): ChartPoint[] =>
  front === null ? [] : [{ x: dayNumber(date), y: Number(front.text), text: front.text, as: "simulated" }];
