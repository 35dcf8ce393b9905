/** What the bands are about. Gaps in a series (a lock, a night) are NaN, and no pair reaches across one. */

/** Mean of x(t)·x(t + lag) over the variance, over all days together; a pair never spans two days. */
export function autocorrelation(days: readonly (readonly number[])[], lag: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (const day of days) {
    for (const x of day) {
      if (Number.isNaN(x)) continue;
      sum += x;
      squares += x * x;
      count++;
    }
  }
  const mean = sum / count;
  let products = 0;
  let pairs = 0;
  for (const day of days) {
    for (let t = 0; t + lag < day.length; t++) {
      const product = (day[t] - mean) * (day[t + lag] - mean);
      if (Number.isNaN(product)) continue;
      products += product;
      pairs++;
    }
  }
  return products / pairs / (squares / count - mean * mean);
}

/** Fourth moment over the squared variance, less the normal distribution's 3. */
export function excessKurtosis(xs: readonly number[]): number {
  const known = xs.filter((x) => !Number.isNaN(x));
  const mean = meanOf(known);
  let second = 0;
  let fourth = 0;
  for (const x of known) {
    const square = (x - mean) * (x - mean);
    second += square;
    fourth += square * square;
  }
  return (fourth * known.length) / (second * second) - 3;
}

/** Hill's tail index of the largest `share` of the absolute values: P(|x| > s) falls as s to the power of minus this. */
export function tailIndex(xs: readonly number[], share: number): number {
  const sizes = xs.filter((x) => !Number.isNaN(x)).map(Math.abs);
  sizes.sort((a, b) => b - a);
  const count = Math.floor(sizes.length * share);
  const threshold = sizes[count];
  if (!(threshold > 0)) return Number.NaN;
  let logs = 0;
  for (let i = 0; i < count; i++) logs += Math.log(sizes[i] / threshold);
  return count / logs;
}

export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const pairs = xs.map((x, i) => [x, ys[i]]).filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
  const [mx, my] = [meanOf(pairs.map(([x]) => x)), meanOf(pairs.map(([, y]) => y))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) * (x - mx);
    yy += (y - my) * (y - my);
  }
  return xy / Math.sqrt(xx * yy);
}

/** The mean of independent values, and how many standard errors it is from 0. */
export function meanWithT(xs: readonly number[]): { mean: number; t: number } {
  const mean = meanOf(xs);
  const variance = xs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (xs.length - 1);
  const error = Math.sqrt(variance / xs.length);
  return { mean, t: error === 0 ? 0 : mean / error };
}

/** Values that fall as lag to the power of minus this: least squares through the logs. */
export function decayExponent(lags: readonly number[], values: readonly number[]): number {
  const [xs, ys] = [lags.map(Math.log), values.map(Math.log)];
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  const slope =
    xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i] - my), 0) / xs.reduce((sum, x) => sum + (x - mx) * (x - mx), 0);
  return -slope;
}

/** Log changes over `step` places, one after another: 0 stands for a missing price. */
export function returnsOf(prices: ArrayLike<number>, step: number): number[] {
  const returns: number[] = [];
  for (let t = step; t < prices.length; t += step) {
    const [before, now] = [prices[t - step], prices[t]];
    returns.push(before > 0 && now > 0 ? Math.log(now / before) : Number.NaN);
  }
  return returns;
}

export const meanOf = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

export function quantile(xs: readonly number[], p: number): number {
  const sorted = [...xs].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below] + (at - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}
