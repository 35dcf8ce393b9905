import type { OrderDraft } from "../commands";
import { BUY, type Cents, type Lots, sideNo } from "../units";
import type { PreviewView } from "../views";
import { admit, checkHour, priceOf } from "./admission";
import type { Exchange } from "./exchange";
import { type Rehearsal, rehearse } from "./fill-or-kill";
import type { Market } from "./market";
import { checkOrderTerms } from "./order-terms";
import { roomToReduce } from "./order-ties";

/** What placing `draft` now would do: the same checks as placing it, then a walk over the book. Nothing changes. */
export function preview(exchange: Exchange, account: number, draft: OrderDraft): PreviewView {
  const { accounts } = exchange;
  const equity = accounts.equity(account);
  const before = accounts.requirement(account);
  const blank: PreviewView = {
    refusal: null,
    fillsNow: 0 as Lots,
    fillsNowValue: 0,
    rests: 0 as Lots,
    fee: 0 as Cents,
    requirementBefore: before as Cents,
    requirementAfter: before as Cents,
    equity: equity as Cents,
    freeBefore: (equity - before) as Cents,
    freeAfter: (equity - before) as Cents,
  };
  const market = exchange.bySymbol.get(draft.contract);
  if (!market) {
    return { ...blank, refusal: { reason: "unknown-contract", contract: draft.contract, listed: exchange.symbols() } };
  }
  const refusal = checkOrderTerms(exchange, draft) ?? checkHour(exchange, market);
  if (refusal) return { ...blank, refusal };
  const side = sideNo(draft.side);
  const room = roomToReduce(exchange, account, market.slot, side);
  const lots = draft.reduceOnly ? Math.min(draft.lots, room) : draft.lots;
  if (lots === 0)
    return { ...blank, refusal: { reason: "reduce-only", net: accounts.net(account, market.slot) as Lots } };
  if (draft.stop) return blank; // it waits outside book and margin (4.2)
  const priced = priceOf(exchange, market, draft);
  if ("reason" in priced) return { ...blank, refusal: priced };
  const admitted = admit(exchange, account, market, draft, lots);
  const now = fillsNow(exchange, account, market, draft, priced.price, lots);
  const rests = draft.type === "market" || draft.timeInForce === "ioc" ? 0 : now.left;
  const fee = now.lots * market.terms.fee.taker;
  const loss = Math.max(0, side === BUY ? now.value - market.mark * now.lots : market.mark * now.lots - now.value);
  const after = accounts.requirementWith(account, market.slot, side, now.lots + rests, draft.reduceOnly === true);
  return {
    ...blank,
    refusal: "reason" in admitted ? admitted : null,
    fillsNow: now.lots as Lots,
    fillsNowValue: now.value,
    rests: rests as Lots,
    fee: fee as Cents,
    requirementAfter: after as Cents,
    freeAfter: (equity - fee - loss * market.terms.tickValue - after) as Cents,
  };
}

/** What the order would come to at once; while orders are collected for an auction, it rests (1.2). */
function fillsNow(
  exchange: Exchange,
  account: number,
  market: Market,
  { side, selfTrade }: OrderDraft,
  price: number,
  lots: number,
): Rehearsal {
  if (market.state !== "continuous") return { lots: 0, value: 0, left: lots };
  return rehearse(exchange, market, sideNo(side), price, account, lots, selfTrade);
}
