import { daysBetween, lastDayOf } from "@/tokens/prices/dates";
import type { PriceSpell } from "@/tokens/prices/history";
import { monthsFrom } from "./compare";

/** A month's mean: of a model's price at 3:1, or of a benchmark's fixings, as a month settles (6.3). */
export interface MonthMean {
  readonly month: string;
  readonly mean: number;
}

/** A line through fewer monthly changes than this says nothing that would hold. */
export const LEAST_CHANGES = 12;

/**
 * How a price moved with a benchmark, from the monthly changes of both, in logarithms. `beta`: what the price moved when
 * the benchmark moved by one, by least squares. A price or benchmark that stood still has no correlation.
 */
export interface Basis {
  readonly from: string;
  readonly to: string;
  /** Pairs of consecutive months with both. */
  readonly changes: number;
  /** Of those, months in which the price itself changed. */
  readonly moves: number;
  readonly fit:
    | ({ readonly ok: true } & Line)
    | { readonly ok: false; readonly reason: "too-few-months" | "never-moved" };
}

export function basisOf(price: readonly MonthMean[], benchmark: readonly MonthMean[]): Basis | null {
  const levels = new Map(benchmark.map(({ month, mean }) => [month, mean]));
  const both = price.filter(({ month }) => levels.has(month));
  if (both.length === 0) return null;
  const pairs = both.slice(1).flatMap(({ month, mean }, i) => {
    if (monthNumber(month) !== monthNumber(both[i].month) + 1) return [];
    const [now, then] = [levels.get(month) as number, levels.get(both[i].month) as number];
    return [{ x: Math.log(now / then), y: Math.log(mean / both[i].mean) }];
  });
  const moves = pairs.filter(({ y }) => Math.abs(y) > STILL).length;
  return {
    from: both[0].month,
    to: both[both.length - 1].month,
    changes: pairs.length,
    moves,
    fit:
      pairs.length < LEAST_CHANGES
        ? { ok: false, reason: "too-few-months" }
        : (moves > 0 && lineThrough(pairs)) || { ok: false, reason: "never-moved" },
  };
}

/** A change smaller than this is what division leaves. */
const STILL = 1e-9;

/** Least squares of y on x: the slope with its standard error, and how closely the two go together. */
export interface Line {
  readonly beta: number;
  readonly error: number;
  readonly correlation: number;
}

/** Null: x or y stands still. */
export function lineThrough(
  pairs: readonly { readonly x: number; readonly y: number }[],
): ({ readonly ok: true } & Line) | null {
  const n = pairs.length;
  const sum = (of: (pair: { readonly x: number; readonly y: number }) => number) =>
    pairs.reduce((all, pair) => all + of(pair), 0);
  const [mx, my] = [sum(({ x }) => x) / n, sum(({ y }) => y) / n];
  const sxx = sum(({ x }) => (x - mx) ** 2);
  const syy = sum(({ y }) => (y - my) ** 2);
  const sxy = sum(({ x, y }) => (x - mx) * (y - my));
  if (sxx === 0 || syy === 0) return null;
  const beta = sxy / sxx;
  const left = Math.max(0, syy - beta * sxy);
  return { ok: true, beta, error: Math.sqrt(left / (n - 2) / sxx), correlation: sxy / Math.sqrt(sxx * syy) };
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** A model's price at 3:1 in each month up to `last`, each price counting for its days; months without one are left out. */
export function monthMeans(spells: readonly PriceSpell[], last: string): MonthMean[] {
  if (spells.length === 0) return [];
  const months: MonthMean[] = [];
  for (const month of monthsFrom(spells[0].from.slice(0, 7), last)) {
    const [first, end] = [`${month}-01`, lastDayOf(month)];
    let [days, sum] = [0, 0];
    for (const { from, to, observation } of spells) {
      const [a, b] = [from > first ? from : first, to !== null && to < end ? to : end];
      if (a > b) continue;
      const { input, output } = observation.prices;
      days += daysBetween(a, b) + 1;
      sum += ((3 * input.value + output.value) / 4) * (daysBetween(a, b) + 1);
    }
    if (days > 0) months.push({ month, mean: sum / days });
  }
  return months;
}

/** The mean of each month's fixings; a month with none is left out. */
export function fixingMeans(
  days: readonly { readonly date: string; readonly level: number | null }[],
  unit: number,
): MonthMean[] {
  const months = new Map<string, number[]>();
  for (const { date, level } of days) {
    if (level === null) continue;
    const month = date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), level]);
  }
  return [...months].map(([month, levels]) => ({
    month,
    mean: levels.reduce((sum, level) => sum + level, 0) / levels.length / unit,
  }));
}
