import { parseDecimal, parseSignedDecimal } from "@/wire/decimal";
import type { ContractQuote } from "@/wire/views";
import { decimalsOf, priceOf, ticksOf } from "../exact";
import type { Draft, PriceName, Side } from "./draft";

/** Where a price field starts from when it is empty or broken: at the touch the order would meet, else at the mark. */
export const startPrice = (side: Side, quote: ContractQuote): string =>
  (side === "buy" ? quote.ask : quote.bid) ?? quote.mark;

/** One step of a price field of the ticket. */
export function steppedPrice(draft: Draft, name: PriceName, quote: ContractQuote, steps: number): string {
  const decimals = decimalsOf(quote.tick);
  const typed = parseDecimal(draft[name].trim(), decimals);
  if (typed.ok) return priceOf(Math.max(1, typed.value + steps), decimals);
  const sign = draft.side === "buy" ? 1 : -1;
  switch (name) {
    case "price":
      return startPrice(draft.side, quote);
    case "trail":
      return priceOf(10, decimals);
    case "trigger":
      return moved(quote.last ?? quote.mark, 10 * sign, decimals);
    case "target":
      return moved(entryPrice(draft, quote), 20 * sign, decimals);
    case "stopLoss":
      return moved(entryPrice(draft, quote), -20 * sign, decimals);
  }
}

const moved = (price: string, by: number, decimals: number): string =>
  priceOf(Math.max(1, ticksOf(price, decimals) + by), decimals);

/** What the draft's order would trade at, as far as that can be told: its limit, its trigger, or the touch. */
export function entryPrice(draft: Draft, quote: ContractQuote): string {
  const decimals = decimalsOf(quote.tick);
  const named =
    draft.kind === "stop" ? draft.trigger : draft.kind === "limit" || draft.kind === "stop-limit" ? draft.price : "";
  const parsed = parseDecimal(named.trim(), decimals);
  return parsed.ok && parsed.value > 0 ? priceOf(parsed.value, decimals) : startPrice(draft.side, quote);
}

/** What ↑ and ↓ change from anywhere on the desk: the price that the kind of order turns on. */
export function steppedByKey(draft: Draft, quote: ContractQuote, steps: number): Partial<Draft> {
  switch (draft.kind) {
    case "spread":
      return {};
    case "stop":
    case "stop-limit":
      return { trigger: steppedPrice(draft, "trigger", quote, steps) };
    case "trailing":
      return { trail: steppedPrice(draft, "trail", quote, steps) };
    case "limit":
    case "market":
      return { kind: "limit", price: steppedPrice(draft, "price", quote, steps) };
  }
}

export function steppedLots(text: string, steps: number): string {
  const typed = parseDecimal(text.trim(), 0);
  return String(Math.max(1, (typed.ok ? typed.value : 0) + steps));
}

/** Differences of prices may be negative. */
export function steppedDifference(text: string, start: string, steps: number, decimals: number): string {
  const typed = parseSignedDecimal(text.trim(), decimals);
  return typed.ok ? priceOf(typed.value + steps, decimals) : start;
}

/** Lots offered at the price or better: what an order would meet at once, as far as the shown depth reaches. */
export function lotsWithin(
  levels: readonly (readonly [string, number, number])[],
  side: Side,
  price: string,
  tick: string,
): number {
  const decimals = decimalsOf(tick);
  const limit = ticksOf(price, decimals);
  return levels
    .filter(([level]) => (side === "buy" ? ticksOf(level, decimals) <= limit : ticksOf(level, decimals) >= limit))
    .reduce((total, [, lots]) => total + lots, 0);
}
