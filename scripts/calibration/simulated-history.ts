import { Benchmark } from "@/engine/benchmark/benchmark";
import { defaultRoomConfig } from "@/engine/default-config";
import { type News, World } from "@/engine/world/world";
import { DAYS_A_MONTH, DAYS_A_YEAR, type History, type Regime, type TokenBenchmark } from "./history";
import { deviation, mean } from "./moments";

const { benchmarks } = defaultRoomConfig;
const GPUH = benchmarks.findIndex(({ unit }) => unit === "h");
const tokens = benchmarks.flatMap(({ unit }, i) => (unit === "Mtok" ? [i] : []));
/** A forecast is made this often, of months that begin so many trading days ahead: the first, third, sixth and ninth. */
const EVERY = 65;
export const HORIZONS = [0, 2 * DAYS_A_MONTH, 5 * DAYS_A_MONTH, 8 * DAYS_A_MONTH] as const;

/** How far the mean level of a month came out from what was expected of it, as a share of that. */
export interface Surprise {
  readonly benchmark: string;
  readonly ahead: number;
  readonly share: number;
}

/** The world of the default room alone, nobody trading, for so many years. */
export function simulatedHistory(seed: string, years: number): { history: History; surprises: Surprise[] } {
  const world = new World(defaultRoomConfig, seed);
  const indices = benchmarks.map((config) => new Benchmark(config));
  const days = DAYS_A_YEAR * years;
  const levels = benchmarks.map((): number[] => []);
  const moves = benchmarks.map(({ sellers }) => sellers.map((): { day: number; size: number }[] => []));
  const spreads = benchmarks.map((): number[] => []);
  const quiet = benchmarks.map(() => false); // the next fixing would say what the last one did
  const regimes: Regime[] = [];
  const forecasts: { benchmark: number; ahead: number; from: number; expected: number }[] = [];
  for (let day = 1; day <= days; day++) {
    if (day % EVERY === 1) {
      for (const [benchmark, index] of indices.entries()) {
        for (const ahead of HORIZONS) {
          const from = day + ahead;
          const expected = world.expected(benchmark, from, from + DAYS_A_MONTH - 1, index.panel());
          forecasts.push({ benchmark, ahead, from, expected });
        }
      }
    }
    regimes.push(world.regime as Regime);
    for (const [i, index] of indices.entries()) {
      const still = quiet[i] && day > 1;
      levels[i].push(still ? levels[i][day - 2] : (index.fix(`day ${day}`).level as number));
      quiet[i] ||= index.constituents().every(({ held, price, counted }) => held === null && price === counted);
    }
    if (day % DAYS_A_MONTH === 0) {
      for (const i of tokens) {
        spreads[i].push(deviation(indices[i].constituents().map(({ counted }) => Math.log(counted))));
      }
    }
    for (const item of world.newsOf(day)) {
      const { benchmark, seller, input, output, sources, causes } = item;
      quiet[benchmark] = false;
      indices[benchmark].quote(seller, input, output, sources, 1, causes);
      const size = withoutErrors(item);
      if (benchmark !== GPUH && Math.abs(size) > 1e-9) moves[benchmark][seller].push({ day, size });
    }
  }
  const surprises = forecasts
    .filter(({ from }) => from + DAYS_A_MONTH - 1 <= days)
    .map(({ benchmark, ahead, from, expected }) => {
      const realised = mean(levels[benchmark].slice(from - 1, from - 1 + DAYS_A_MONTH));
      return { benchmark: benchmarks[benchmark].id, ahead, share: realised / expected - 1 };
    });
  const logs = levels.map((line) => line.map(Math.log));
  const byName = <T>(of: (benchmark: number) => T) =>
    Object.fromEntries(tokens.map((i) => [benchmarks[i].id, of(i)])) as Record<TokenBenchmark, T>;
  const history: History = {
    days,
    sellers: tokens.flatMap((i) => moves[i].map((own) => ({ benchmark: benchmarks[i].id, from: 0, moves: own }))),
    levels: byName((i) => logs[i]),
    dispersion: byName((i) => mean(spreads[i])),
    gpuMonths: monthly(logs[GPUH]),
    stretches: stretchesOf(
      regimes,
      tokens.map((i) => logs[i]),
    ),
  };
  return { history, surprises };
}

/** A move of the list itself: the curated history has no errors of feeds either. */
function withoutErrors({ causes }: News): number {
  const list = causes.filter(({ cause }) => cause !== "feed-error");
  const size = list.reduce((total, { part }) => total + part, 0);
  return list.length < causes.length && Math.abs(size) < 0.02 ? 0 : size; // what is left of an error is rounding
}

const monthly = (logs: readonly number[]): number[] => {
  const ends = logs.filter((_, day) => day % DAYS_A_MONTH === 0);
  return ends.slice(1).map((level, i) => level - ends[i]);
};

/** Spells of one regime, each benchmark's change over it. */
function stretchesOf(regimes: readonly Regime[], lines: readonly (readonly number[])[]): History["stretches"] {
  const found: History["stretches"][number][] = [];
  let start = 0;
  for (let day = 1; day <= regimes.length; day++) {
    if (day < regimes.length && regimes[day] === regimes[start]) continue;
    const years = (day - 1 - start) / DAYS_A_YEAR;
    for (const line of lines) found.push({ regime: regimes[start], change: line[day - 1] - line[start], years });
    start = day;
  }
  return found;
}
