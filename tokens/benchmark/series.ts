import { daysBetween } from "@/tokens/prices/dates";
import type { FrontierStep } from "@/tokens/prices/parse-data";
import type { GpuHourMonth } from "./gpu-hour";
import type { BenchmarkDay } from "./replay";

/** A value from `date` on, until the next step: list prices stand still and jump. Null: withheld, nothing to show. */
export interface Step {
  readonly date: string;
  readonly value: number | null;
}

const stepsOf = (points: readonly Step[]): Step[] =>
  points.filter(({ value }, i) => i === 0 || value !== points[i - 1].value);

/** Dollars. Days of the replay: trading days, or calendar days when it ran on those. */
export const levelSteps = (days: readonly BenchmarkDay[], tickDecimals: number): Step[] => {
  const unit = 10 ** (tickDecimals + 2);
  return stepsOf(days.map(({ date, level }) => ({ date, value: level === null ? null : level / unit })));
};

/**
 * Chain-linked constant slot: what "the flagship" or "the small model" costs, 100 on `base`. A successor model counts as a
 * price change and a seller's entry does not move it, by the divisor. Not rounded to ticks. Empty: nothing on `base`.
 */
export function chainSteps(days: readonly BenchmarkDay[], base: string): Step[] {
  const chained = ({ mean, divisor, level }: BenchmarkDay) => (mean === null || level === null ? null : mean * divisor);
  const at = days.findLast(({ date, level }) => date <= base && level !== null);
  const hundred = at && chained(at);
  if (!hundred) return [];
  return stepsOf(
    days.map((day) => {
      const value = chained(day);
      return { date: day.date, value: value === null ? null : (100 * value) / hundred };
    }),
  );
}

/** The GPU-hour, 100 in the month of `base`, a step on the first of each month. */
export function gpuChainSteps(months: readonly GpuHourMonth[], base: string): Step[] {
  const hundred = months.findLast(({ month, price }) => `${month}-01` <= base && price !== null)?.price;
  if (!hundred) return [];
  return months.map(({ month, price }) => ({
    date: `${month}-01`,
    value: price === null ? null : (100 * price) / hundred,
  }));
}

/** The step in force on a day. */
export const valueOn = (steps: readonly Step[], date: string): number | null =>
  steps.findLast((step) => step.date <= date)?.value ?? null;

/** Falling price at constant quality: the cheapest launch price that reaches a level of quality, step by step. */
export interface QualityLine {
  readonly quality: string;
  readonly steps: readonly {
    readonly date: string;
    readonly value: number;
    readonly text: string;
    readonly model: string;
  }[];
  readonly years: number;
  /** First price over last. */
  readonly fell: number;
  /** Times cheaper a year: fell to the power of 1 / years; null under a year, which says nothing of a year. */
  readonly perYear: number | null;
}

export function qualityLines(frontier: readonly FrontierStep[]): QualityLine[] {
  const qualities = [...new Set(frontier.map(({ quality }) => quality))];
  return qualities.map((quality) => {
    const steps = frontier
      .filter((step) => step.quality === quality)
      .map(({ date, price, model }) => ({ date, value: price.value, text: price.text, model }));
    const [first, last] = [steps[0], steps[steps.length - 1]];
    const years = daysBetween(first.date, last.date) / 365.25;
    const fell = first.value / last.value;
    return { quality, steps, years, fell, perYear: years < 1 ? null : fell ** (1 / years) };
  });
}
