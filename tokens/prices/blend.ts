import type { Usage } from "./parse-data";

/** Parts of cached input, fresh input and output in what is bought. The blend is a contract term, not a detail. */
export interface Blend {
  readonly cached: number;
  readonly input: number;
  readonly output: number;
}

/** 3:1, the blend of slot prices (3.1). */
export const SLOT_BLEND: Blend = { cached: 0, input: 3, output: 1 };
/** 7:2:1, with most input read from the cache. */
export const CACHED_BLEND: Blend = { cached: 7, input: 2, output: 1 };

/** Anything with prices, or with bare numbers. */
export interface Blendable {
  readonly input: { readonly value: number };
  readonly output: { readonly value: number };
  readonly cachedInput: { readonly value: number } | null;
}

/** Dollars a million tokens of the blend. Where no cached price is known, cached input costs as fresh. */
export function blended(
  { input, output, cachedInput }: Blendable,
  { cached, input: fresh, output: out }: Blend,
): number {
  const cost = cached * (cachedInput ?? input).value + fresh * input.value + out * output.value;
  return cost / (cached + fresh + out);
}

/** Every part is a finite number of at least 0, and not all are 0. */
export const isBlend = ({ cached, input, output }: Blend): boolean =>
  [cached, input, output].every((part) => Number.isFinite(part) && part >= 0) && cached + input + output > 0;

/** What a group of models costs when each counts by the tokens used. Free models are left out; null: none is left. */
export function usageWeighted(usage: readonly Usage[], blend: Blend): number | null {
  let tokens = 0;
  let spent = 0;
  for (const { tokensBillionPerDay, input, output, cachedInput } of usage) {
    if (!input || !output) continue;
    tokens += tokensBillionPerDay;
    spent += tokensBillionPerDay * blended({ input, output, cachedInput }, blend);
  }
  return tokens === 0 ? null : spent / tokens;
}
