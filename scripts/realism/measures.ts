import type { Measure } from "@/content/realism/results";
import * as bands from "./bands";
import { type Stillness, stillnessOf } from "./history";
import type { LeverResults } from "./levers";
import {
  autocorrelation,
  correlation,
  decayExponent,
  excessKurtosis,
  meanOf,
  meanWithT,
  returnsOf,
  tailIndex,
} from "./statistics";
import type { BenchmarkYear, Year } from "./year";

/** `readings` against the band of this measure. */
export function measure(id: bands.BandId, readings: readonly (readonly [of: string, value: number])[]): Measure {
  const { low, high, closed } = bands.of(id);
  const inside = (value: number) =>
    (low === null || value > low || (closed && value === low)) &&
    (high === null || value < high || (closed && value === high));
  const judged = readings.map(([of, value]) => ({ of, value, passed: inside(value) }));
  return { id, low, high, closed, readings: judged, passed: judged.length > 0 && judged.every(({ passed }) => passed) };
}

/** Every measure of rooms that ran without a scenario. */
export function measuresOf(years: readonly Year[]): Measure[] {
  const ids = years[0].benchmarks.map(({ id }) => id);
  const each = (value: (of: readonly BenchmarkYear[]) => number): [string, number][] =>
    ids.map((id, i) => [id, value(years.map(({ benchmarks }) => benchmarks[i]))]);
  const eachAt = (horizons: readonly number[], value: (of: readonly BenchmarkYear[], minutes: number) => number) =>
    horizons.flatMap((minutes) =>
      each((of) => value(of, minutes)).map(([id, x]) => [`${id} ${minutes} min`, x] as const),
    );
  return [
    measure(
      "return-autocorrelation",
      each((of) => largest(bands.LAGS.map((lag) => acf(of, 1, lag, (x) => x)))),
    ),
    measure("kurtosis", eachAt(bands.HORIZONS, kurtosis)),
    measure(
      "kurtosis-falls",
      each((of) => largestStep(bands.HORIZONS.map((minutes) => kurtosis(of, minutes)))),
    ),
    measure("kurtosis-benchmark", benchmarkKurtosis(years)),
    measure(
      "tail-intraday",
      each((of) => tailIndex(pooled(of, bands.TAIL_MINUTES), bands.TAIL_SHARE)),
    ),
    measure("tail-benchmark", [["all", tailIndex(changes(years, 1), bands.TAIL_SHARE)]]),
    measure(
      "absolute-autocorrelation",
      each((of) => Math.min(...absolute(of))),
    ),
    measure(
      "absolute-decay",
      each((of) => decayExponent(bands.ABSOLUTE_LAGS, absolute(of))),
    ),
    measure("volume-volatility", each(volumeVolatility)),
    measure(
      "spread",
      each((of) => Math.min(...of.map(({ spreads }) => spreads.least))),
    ),
    measure("depth-hump", each(depthHump)),
    measure("depth-falls", each(depthFalls)),
    measure("two-sided", [
      [
        "all",
        ratio(
          sum(years, (y) => y.twoSided.kept),
          sum(years, (y) => y.twoSided.looks),
        ),
      ],
    ]),
    measure("outside-limits", [["all", sum(years, (y) => y.outsideLimits.outside)]]),
    measure(
      "convergence",
      each((of) => convergence(of, 0)),
    ),
    measure(
      "convergence-falls",
      each((of) => convergence(of, 1) - convergence(of, bands.EARLY_DAYS)),
    ),
    measure("profit-identity", [["all", sum(years, (y) => y.unbalanced)]]),
    measure("maker-inventory", [["all", meanWithT(years.map((y) => sum(y.makers, (m) => m.inventory))).t]]),
    measure("coin-flip-holding", [["all", meanWithT(years.flatMap((y) => y.coinFlips.map((f) => f.inventory))).t]]),
    measure("coin-flip-loss", [["all", meanWithT(years.flatMap((y) => y.coinFlips.map((f) => f.spread - f.fees))).t]]),
    measure("budget", [["all", Math.max(...years.map((y) => y.commands / y.benchmarks[0].days.length))]]),
  ];
}

/** How levels stand still and jump, beside what real list prices did. */
export function againstData(years: readonly Year[], real: ReadonlyMap<string, Stillness>): Measure[] {
  const pairs = [...real].map(([id, data]) => {
    const levels = years.map(({ benchmarks }) => benchmarks.find((year) => year.id === id)?.fixings ?? []);
    return { id, data, model: stillnessOf(levels) };
  });
  return [
    measure(
      "still-days",
      pairs.map(({ id, data, model }) => [id, model.still - data.still]),
    ),
    measure(
      "jump-median",
      pairs.map(({ id, data, model }) => [id, model.median / data.median]),
    ),
    measure(
      "jump-large",
      pairs.map(({ id, data, model }) => [id, model.large / data.large]),
    ),
  ];
}

/** Rooms with one shock beside the same rooms without it. */
export function leverMeasures({ directions, atOpen, withinMinutes }: LeverResults): Measure[] {
  const quarter = withinMinutes[withinMinutes.length - 1];
  return [
    measure(
      "lever-direction",
      directions.map(({ lever, benchmark, later }) => [`${lever} ${benchmark}`, later]),
    ),
    measure("news-at-open", [["all", atOpen]]),
    measure("news-within-minutes", [[`${quarter.minutes} min`, quarter.share]]),
  ];
}

const sum = <T>(xs: readonly T[], of: (x: T) => number): number => xs.reduce((total, x) => total + of(x), 0);
const ratio = (part: number, all: number): number => part / all;
const largest = (xs: readonly number[]): number => Math.max(...xs.map(Math.abs));
/** The largest rise from one to the next, negative when all fall; as a share of the earlier. */
const largestStep = (xs: readonly number[]): number => Math.max(...xs.slice(1).map((x, i) => x / xs[i] - 1));

const daysOf = (of: readonly BenchmarkYear[], minutes: number): number[][] =>
  of.flatMap(({ days }) => days.map(({ middles }) => returnsOf(middles, minutes)));
const pooled = (of: readonly BenchmarkYear[], minutes: number): number[] => daysOf(of, minutes).flat();

const acf = (of: readonly BenchmarkYear[], minutes: number, lag: number, see: (x: number) => number): number =>
  meanOf(
    of.map((year) =>
      autocorrelation(
        daysOf([year], minutes).map((day) => day.map(see)),
        lag,
      ),
    ),
  );

const kurtosis = (of: readonly BenchmarkYear[], minutes: number): number => excessKurtosis(pooled(of, minutes));

const absolute = (of: readonly BenchmarkYear[]): number[] =>
  bands.ABSOLUTE_LAGS.map((lag) => acf(of, bands.ABSOLUTE_MINUTES, lag / bands.ABSOLUTE_MINUTES, Math.abs));

/** Log changes of the benchmarks' levels over so many fixings, one after another. */
function changes(years: readonly Year[], days: number): number[] {
  return years.flatMap(({ benchmarks }) => benchmarks.flatMap(({ fixings }) => returnsOf(fixings, days)));
}

function benchmarkKurtosis(years: readonly Year[]): [string, number][] {
  const values = bands.FIXING_HORIZONS.map((days) => excessKurtosis(changes(years, days)));
  return values.map((value, i) => [
    `${bands.FIXING_HORIZONS[i]} d`,
    i === 0 ? value : Math.min(value, values[i - 1] - value),
  ]);
}

function volumeVolatility(of: readonly BenchmarkYear[]): number {
  const minutes = bands.ABSOLUTE_MINUTES;
  const moves: number[] = [];
  const volumes: number[] = [];
  for (const { days } of of) {
    for (const { middles, volumes: byMinute } of days) {
      moves.push(...returnsOf(middles, minutes).map(Math.abs));
      for (let t = minutes; t < middles.length; t += minutes) {
        volumes.push(byMinute.slice(t - minutes + 1, t + 1).reduce((total, lots) => total + lots, 0));
      }
    }
  }
  return correlation(moves, volumes);
}

function meanDepth(of: readonly BenchmarkYear[]): number[] {
  const [first] = of;
  return Array.from(first.depth, (_, behind) => sum(of, ({ depth }) => depth[behind]));
}

/** Ticks behind the touch where most is shown. */
function depthHump(of: readonly BenchmarkYear[]): number {
  const depth = meanDepth(of);
  return depth.indexOf(Math.max(...depth));
}

/** What is shown in the furthest third looked at, as a share of the hump. */
function depthFalls(of: readonly BenchmarkYear[]): number {
  const depth = meanDepth(of);
  return meanOf(depth.slice(Math.floor((2 * depth.length) / 3))) / Math.max(...depth);
}

/** Mean distance of the nearest month's settlement from its final settlement, so many days before. */
function convergence(of: readonly BenchmarkYear[], daysBefore: number): number {
  const distances = of.flatMap((year) => year.convergence.filter((at) => at.daysBefore === daysBefore));
  return meanOf(distances.map(({ distance }) => distance));
}
