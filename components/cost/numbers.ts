import type { Lever } from "@/engine/cost/model";
import { leverRanges } from "@/tokens/cost-model/ranges";
import { grouped, percent } from "../ui/numerals";

/** A modelled price: estimates have no more digits than they deserve. */
export const estimate = (value: number): string =>
  value.toFixed(Math.abs(value) < 1 ? 4 : Math.abs(value) < 100 ? 3 : 2);

/** A share as a percentage with one decimal. */
export const share = (value: number, locale: string): string => percent((value * 100).toFixed(1), locale);

const decimals: Readonly<Record<Lever, number>> = {
  gpuHour: 2,
  power: 2,
  pue: 2,
  electricity: 3,
  throughput: 0,
  utilisation: 0,
  markup: 0,
};

/** A lever's value as it is said: shares in percent. */
export function leverValue(lever: Lever, value: number, locale: string): string {
  if (leverRanges[lever].unit === "percent") return percent((value * 100).toFixed(decimals[lever]), locale);
  return grouped(value.toFixed(decimals[lever]));
}

/** A bound of a range, as it is typed. */
export const bound = (typed: number): string => grouped(String(typed));

/** Where a slider stands, 0 to 1000. Wide ranges are logarithmic; markup is, over one plus itself. */
export const SLIDER = 1000;
const logarithmic: readonly Lever[] = ["gpuHour", "throughput", "markup"];
const shift = (lever: Lever): number => (lever === "markup" ? 100 : 0);

export function sliderAt(lever: Lever, typed: number): number {
  const { least, most } = leverRanges[lever];
  const by = shift(lever);
  if (!logarithmic.includes(lever)) return Math.round(((typed - least) / (most - least)) * SLIDER);
  return Math.round((Math.log((typed + by) / (least + by)) / Math.log((most + by) / (least + by))) * SLIDER);
}

/** The typed value of a slider's place, in steps that a person would write. */
export function typedAt(lever: Lever, place: number): string {
  const { least, most, step } = leverRanges[lever];
  const by = shift(lever);
  const value = logarithmic.includes(lever)
    ? (least + by) * ((most + by) / (least + by)) ** (place / SLIDER) - by
    : least + ((most - least) * place) / SLIDER;
  const stepped = logarithmic.includes(lever) ? Number(value.toPrecision(2)) : Math.round(value / step) * step;
  return String(Number(Math.min(most, Math.max(least, stepped)).toFixed(4)));
}
