import { parseDecimal, parseSignedDecimal } from "@/wire/decimal";
import type { SpreadRequest } from "@/wire/requests";
import type { ContractQuote } from "@/wire/views";
import { decimalsOf, priceOf, ticksOf } from "../exact";
import type { Draft, DraftProblem, Side } from "./draft";

/** Two months next to each other in the list (2.4). */
export interface Pair {
  readonly near: ContractQuote;
  readonly far: ContractQuote;
}

/** Nearest first. `months`: of one benchmark, in the room's order. */
export const pairsOf = (months: readonly ContractQuote[]): Pair[] =>
  months.slice(1).map((far, i) => ({ near: months[i], far }));

/** "NOV26 − DEC26" */
export const pairName = (near: string, far: string): string => `${monthOf(near)} − ${monthOf(far)}`;
const monthOf = (symbol: string): string => symbol.slice(symbol.lastIndexOf("-") + 1);

/** A month that is halted or collects orders trades no spread (2.4). */
export const canTrade = ({ near, far }: Pair): boolean => near.state === "continuous" && far.state === "continuous";

/** What the pair costs a buyer and pays a seller at the best prices; null: a leg has nobody there. */
export function touchOf(pair: Pair): { readonly bid: string | null; readonly ask: string | null } {
  if (!canTrade(pair)) return { bid: null, ask: null };
  const { near, far } = pair;
  const decimals = decimalsOf(near.tick);
  const less = (a: string | null, b: string | null) =>
    a === null || b === null ? null : priceOf(ticksOf(a, decimals) - ticksOf(b, decimals), decimals);
  return { bid: less(near.bid, far.ask), ask: less(near.ask, far.bid) };
}

/** What the order meets: the touch of its side, else the difference of the marks. */
export function startDifference(side: Side, pair: Pair): string {
  const { bid, ask } = touchOf(pair);
  const decimals = decimalsOf(pair.near.tick);
  const marks = priceOf(ticksOf(pair.near.mark, decimals) - ticksOf(pair.far.mark, decimals), decimals);
  return (side === "buy" ? ask : bid) ?? marks;
}

export function spreadRequestOf(
  { side, lots }: Pick<Draft, "side" | "lots">,
  price: string,
  { near, far }: Pair,
): { request: SpreadRequest } | { problem: DraftProblem } {
  const decimals = decimalsOf(near.tick);
  const wholeLots = parseDecimal(lots.trim(), 0);
  if (!wholeLots.ok || wholeLots.value < 1) {
    return { problem: !wholeLots.ok && wholeLots.problem === "blank" ? "lots-blank" : "lots-invalid" };
  }
  const difference = parseSignedDecimal(price.trim().replace("−", "-"), decimals);
  if (!difference.ok) {
    const { problem } = difference;
    return { problem: `price-${problem === "blank" || problem === "off-tick" ? problem : "invalid"}` };
  }
  return {
    request: {
      near: near.symbol,
      far: far.symbol,
      side,
      lots: wholeLots.value,
      price: priceOf(difference.value, decimals),
    },
  };
}
