import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import type { GpuHourMonth } from "@/tokens/benchmark/gpu-hour";
import { type BenchmarkDay, levelText } from "@/tokens/benchmark/replay";
import type { QualityLine, Step } from "@/tokens/benchmark/series";
import { dayNumber } from "../chart/days";
import type { ChartPoint, ChartSeries, Tone } from "../chart/view";
import { rounded } from "../ui/numerals";

export const toneOf: Readonly<Record<string, Tone>> = {
  PREM: "s-prem",
  CHNA: "s-chna",
  ECON: "s-econ",
  GPUH: "s-gpuh",
};

/** The fixings of a benchmark, a step where one differs from the day before. A carried one is dashed (3.3). */
export function fixingSeries(benchmark: SlotBenchmark, days: readonly BenchmarkDay[]): ChartSeries {
  const points = days.map(
    ({ date, level, state, changes }): ChartPoint => ({
      x: dayNumber(date),
      y: level === null ? null : Number(levelText(level, benchmark)),
      text: level === null ? "" : rounded(levelText(level, benchmark), benchmark.tickDecimals),
      as: state === "withheld" ? "estimated" : "measured",
      open: changes.flatMap(({ observation }) => observation ?? []),
    }),
  );
  const last = days.at(-1);
  return {
    id: benchmark.id,
    name: benchmark.id,
    tone: toneOf[benchmark.id],
    shape: "step",
    points: whereItChanges(points).filter(
      ({ y }, i, all) => y !== null || all.slice(0, i).some((one) => one.y !== null),
    ),
    until: last ? dayNumber(last.date) : 0,
  };
}

/** Points that say the same as the one before are left out. */
const whereItChanges = (points: readonly ChartPoint[]): ChartPoint[] =>
  points.filter(({ y, as }, i) => y !== points[i - 1]?.y || as !== points[i - 1]?.as);

/** The GPU-hour by month. A withheld month is drawn dashed, at what its source computed: too few rate cards to publish. */
export function gpuHourSeries(months: readonly GpuHourMonth[], until: string): ChartSeries {
  const points = months.map(
    ({ month, computed, state }): ChartPoint => ({
      x: dayNumber(`${month}-01`),
      y: computed === null ? null : Number(computed),
      text: computed ?? "",
      as: state === "withheld" ? "estimated" : "measured",
    }),
  );
  const first = points.findIndex(({ y }) => y !== null);
  return {
    id: "GPUH",
    name: "GPUH",
    tone: "s-gpuh",
    shape: "step",
    points: points.slice(first),
    until: dayNumber(until),
  };
}

/** What the cheapest model of a quality cost at its launch; `chosen` stands out of the others. */
export const qualitySeries = (lines: readonly QualityLine[], chosen: string, until: string): ChartSeries[] =>
  lines.map(({ quality, steps }) => ({
    id: quality,
    name: quality,
    shape: "step",
    points: steps.map(({ date, value, text }) => ({ x: dayNumber(date), y: value, text, as: "measured" })),
    until: dayNumber(until),
    ...(quality === chosen ? { tone: "ink" as const } : { tone: "ink-3" as const, context: true }),
  }));

/** A chained index, 100 on its base day. */
export const indexSeries = (id: string, steps: readonly Step[], until: string): ChartSeries => ({
  id,
  name: id,
  tone: toneOf[id],
  shape: "step",
  points: whereItChanges(
    steps.map(({ date, value }) => ({
      x: dayNumber(date),
      y: value,
      text: value === null ? "" : value.toFixed(1),
      as: "measured",
    })),
  ).filter(({ y }, i) => y !== null || i > 0),
  until: dayNumber(until),
});
