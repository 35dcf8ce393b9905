import { parseDecimal } from "@/wire/decimal";
import type { OrderRequest } from "@/wire/requests";
import type { ContractQuote } from "@/wire/views";
import { decimalsOf, priceOf, ticksOf } from "../exact";

export type Side = "buy" | "sell";
export type TimeInForce = "gtc" | "day" | "ioc" | "fok";

/** The ticket as it stands: numbers as typed, half-written ones included. */
export interface Draft {
  readonly side: Side;
  readonly type: "limit" | "market";
  readonly price: string;
  readonly lots: string;
  readonly timeInForce: TimeInForce;
  readonly postOnly: boolean;
}

export const emptyDraft: Draft = {
  side: "buy",
  type: "limit",
  price: "",
  lots: "1",
  timeInForce: "gtc",
  postOnly: false,
};

export type DraftProblem = "price-blank" | "price-invalid" | "price-off-tick" | "lots-blank" | "lots-invalid";

/** The request a draft asks for, or what is still wrong with it. Rules of the market are the room's to judge, not ours. */
export function requestOf(draft: Draft, quote: ContractQuote): { request: OrderRequest } | { problem: DraftProblem } {
  const lots = parseDecimal(draft.lots.trim(), 0);
  if (!lots.ok) return { problem: lots.problem === "blank" ? "lots-blank" : "lots-invalid" };
  const common = { symbol: quote.symbol, side: draft.side, lots: lots.value };
  if (draft.type === "market") return { request: { ...common, type: "market" } };
  const price = parseDecimal(draft.price.trim(), decimalsOf(quote.tick));
  if (!price.ok) {
    const problem = { blank: "price-blank", "off-tick": "price-off-tick" } as const;
    return { problem: problem[price.problem as keyof typeof problem] ?? "price-invalid" };
  }
  return {
    request: {
      ...common,
      type: "limit",
      price: priceOf(price.value, decimalsOf(quote.tick)),
      timeInForce: draft.timeInForce,
      ...(canBePostOnly(draft) && draft.postOnly ? { postOnly: true } : {}),
    },
  };
}

/** Only an order that rests can promise not to take (4.2). */
export const canBePostOnly = (draft: Draft): boolean =>
  draft.type === "limit" && (draft.timeInForce === "gtc" || draft.timeInForce === "day");

/** One step of the price field. From an empty or broken field it starts at the touch the order would meet, else the mark. */
export function steppedPrice(draft: Draft, quote: ContractQuote, steps: number): string {
  const decimals = decimalsOf(quote.tick);
  const typed = parseDecimal(draft.price.trim(), decimals);
  if (!typed.ok) return startPrice(draft.side, quote);
  return priceOf(Math.max(1, typed.value + steps), decimals);
}

export const startPrice = (side: Side, quote: ContractQuote): string =>
  (side === "buy" ? quote.ask : quote.bid) ?? quote.mark;

export function steppedLots(draft: Draft, steps: number): string {
  const typed = parseDecimal(draft.lots.trim(), 0);
  return String(Math.max(1, (typed.ok ? typed.value : 0) + steps));
}

/** The order that ends a position now: market, the whole of it, the other way. */
export const closing = (net: number): Draft => ({
  ...emptyDraft,
  side: net > 0 ? "sell" : "buy",
  type: "market",
  lots: String(Math.abs(net)),
});

/** Lots offered at the draft's price or better: what it would meet at once, as far as the shown depth reaches. */
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
