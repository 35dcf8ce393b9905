import { type Blend, blended } from "@/tokens/prices/blend";
import type { Amount, TokenPrices } from "@/tokens/prices/observation";
import type { Choice } from "./choice";

/** A price at the chosen kind of token, and how it is written: a single kind as its source wrote it. */
export function priceOf(prices: TokenPrices, { kind, mix }: Pick<Choice, "kind" | "mix">): Amount | null {
  if (kind === "mix") return inDollars(blended(prices, mix));
  const of = { input: prices.input, output: prices.output, cached: prices.cachedInput, write: prices.cacheWrite };
  return of[kind];
}

/** Blends of decimals, rid of what the machine adds: 0.1 + 0.2 is written 0.3. */
export function inDollars(value: number): Amount {
  const rounded = Number(value.toPrecision(7));
  return { value: rounded, text: String(rounded) };
}

/** The blend that a kind of token is, for the averages of sellers. */
export function blendOf({ kind, mix }: Pick<Choice, "kind" | "mix">): Blend {
  if (kind === "input") return { cached: 0, input: 1, output: 0 };
  if (kind === "output") return { cached: 0, input: 0, output: 1 };
  return mix;
}
