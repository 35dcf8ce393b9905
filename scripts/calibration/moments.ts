import { DAYS_A_MONTH, DAYS_A_YEAR, type History, type Regime, type TokenBenchmark } from "./history";

const NEAR = 21; // trading days within which one seller's move may be an answer to another's

/** What a calibration looks at, by name. */
export type Moments = Readonly<Record<string, number>>;

/** Of one real history, or pooled over many simulated ones. */
export function momentsOf(histories: readonly History[]): Moments {
  const sellers = histories.flatMap((history) => history.sellers.map((seller) => ({ ...seller, days: history.days })));
  const sizes = sellers.flatMap(({ moves }) => moves.map(({ size }) => size));
  const ups = sizes.filter((size) => size > 0).sort((a, b) => a - b);
  const downs = sizes.flatMap((size) => (size < 0 ? [-size] : [])).sort((a, b) => a - b);
  const sellerDays = sum(sellers.map(({ from, days }) => days - from));
  const still = (benchmark: TokenBenchmark) => {
    const days = pairs(histories, benchmark, 1);
    return days.filter((change) => Math.abs(change) < 1e-4).length / days.length; // a rounded level may move by a hair
  };
  const volatility = (benchmark: TokenBenchmark) =>
    Math.sqrt(mean(pairs(histories, benchmark, 1).map((change) => change * change)) * DAYS_A_YEAR);
  const moments: Record<string, number> = {
    "jumps a year and seller": (sizes.length / sellerDays) * DAYS_A_YEAR,
    "share of jumps up": ups.length / sizes.length,
    "a seller's next jump, correlation": correlation(successive(sellers)),
    "another seller's move the same way": sameWay(histories),
    "still days, seller": 1 - sizes.length / sellerDays,
  };
  for (const p of QUANTILES) {
    moments[`size up, ${p * 100} %`] = quantile(ups, p);
    moments[`size down, ${p * 100} %`] = quantile(downs, p);
  }
  for (const benchmark of ["PREM", "CHNA", "ECON"] as const) {
    moments[`still days, ${benchmark}`] = still(benchmark);
    moments[`volatility a year, ${benchmark}`] = volatility(benchmark);
    moments[`dispersion, ${benchmark}`] = mean(histories.map(({ dispersion }) => dispersion[benchmark]));
  }
  for (const regime of ["cheaper", "dearer", "mixed"] as const)
    moments[`drift a year, ${regime}`] = drift(histories, regime);
  for (const [a, b] of [
    ["PREM", "CHNA"],
    ["PREM", "ECON"],
    ["CHNA", "ECON"],
  ] as const) {
    moments[`correlation a day, ${a} and ${b}`] = correlation(together(histories, a, b, 1));
    moments[`correlation a month, ${a} and ${b}`] = correlation(together(histories, a, b, DAYS_A_MONTH));
  }
  const months = histories.flatMap(({ gpuMonths }) => gpuMonths);
  moments["GPU-hour, volatility a year"] = Math.sqrt(mean(months.map((change) => change * change)) * 12);
  moments["GPU-hour, volatility a month"] = Math.sqrt(mean(months.map((change) => change * change)));
  return moments;
}

export const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Changes over steps of `days`, one after another, where there is a level at both ends. */
function pairs(histories: readonly History[], benchmark: TokenBenchmark, days: number): number[] {
  return histories.flatMap(({ levels }) => changes(levels[benchmark], days).flatMap((c) => (c === null ? [] : [c])));
}

function changes(levels: readonly (number | null)[], days: number): (number | null)[] {
  const found: (number | null)[] = [];
  for (let day = days; day < levels.length; day += days) {
    const [before, after] = [levels[day - days], levels[day]];
    found.push(before === null || after === null ? null : after - before);
  }
  return found;
}

function together(
  histories: readonly History[],
  a: TokenBenchmark,
  b: TokenBenchmark,
  days: number,
): [number, number][] {
  return histories.flatMap(({ levels }) => {
    const other = changes(levels[b], days);
    return changes(levels[a], days).flatMap((change, i): [number, number][] => {
      const too = other[i];
      return change === null || too === null ? [] : [[change, too]];
    });
  });
}

const successive = (sellers: readonly { readonly moves: readonly { readonly size: number }[] }[]): [number, number][] =>
  sellers.flatMap(({ moves }) => moves.slice(1).map((move, i): [number, number] => [moves[i].size, move.size]));

/** Of moves that follow one of another seller of the benchmark within a month, the share in its direction. */
function sameWay(histories: readonly History[]): number {
  let same = 0;
  let all = 0;
  for (const { sellers } of histories) {
    for (const one of sellers) {
      for (const other of sellers) {
        if (one === other || one.benchmark !== other.benchmark) continue;
        for (const { day, size } of one.moves) {
          for (const later of other.moves) {
            if (later.day <= day || later.day > day + NEAR) continue;
            all++;
            if (later.size * size > 0) same++;
          }
        }
      }
    }
  }
  return same / all;
}

function drift(histories: readonly History[], regime: Regime): number {
  const of = histories.flatMap(({ stretches }) => stretches.filter((stretch) => stretch.regime === regime));
  return sum(of.map(({ change }) => change)) / sum(of.map(({ years }) => years));
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

export function correlation(points: readonly (readonly [number, number])[]): number {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [mean(xs), mean(ys)];
  return mean(points.map((point) => (point[0] - x) * (point[1] - y))) / (deviation(xs) * deviation(ys));
}

/** Linear between the sorted values. */
export function quantile(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.min(Math.max(0, sorted.length - 2), Math.floor(place));
  return sorted[below] + (sorted[Math.min(sorted.length - 1, below + 1)] - sorted[below]) * (place - below);
}
