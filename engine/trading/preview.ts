import type { BracketExits, OrderDraft, SpreadDraft } from "../commands";
import { BUY, type Cents, type Lots, type SideNo, sideNo } from "../units";
import type { PreviewView } from "../views";
import { admit, checkHour, priceOf } from "./admission";
import type { Exchange } from "./exchange";
import { type Rehearsal, rehearse } from "./fill-or-kill";
import type { Market } from "./market";
import { checkExits, checkOrderTerms } from "./order-terms";
import { roomToReduce } from "./order-ties";
import { admitSpread, rehearseSpread, spreadDraftOf } from "./spreads";

/** What placing `draft` now would do: the same checks as placing it, then a walk over the book. Nothing changes. */
export function preview(exchange: Exchange, account: number, draft: OrderDraft, exits?: BracketExits): PreviewView {
  const { accounts } = exchange;
  const blank = nothingHappens(exchange, account);
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
  const misplaced = exits ? checkExits(market, draft, exits) : null;
  if (draft.stop) return { ...blank, refusal: misplaced }; // it waits outside book and margin (4.2)
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
    refusal: "reason" in admitted ? admitted : misplaced,
    fillsNow: now.lots as Lots,
    fillsNowValue: now.value,
    rests: rests as Lots,
    fee: fee as Cents,
    requirementAfter: after as Cents,
    freeAfter: (blank.equity - fee - loss * market.terms.tickValue - after) as Cents,
  };
}

/** The same of a spread (2.4): its value is Σ (near − far) × lots of the pairs that would trade. */
export function previewSpread(exchange: Exchange, account: number, spread: SpreadDraft): PreviewView {
  const { accounts, bySymbol } = exchange;
  const blank = nothingHappens(exchange, account);
  const [near, far] = [bySymbol.get(spread.near), bySymbol.get(spread.far)];
  if (!near || !far) {
    const contract = near ? spread.far : spread.near;
    return { ...blank, refusal: { reason: "unknown-contract", contract, listed: exchange.symbols() } };
  }
  const refusal = admitSpread(exchange, account, near, far, spreadDraftOf(spread, far));
  if (refusal && refusal.reason !== "insufficient-margin") return { ...blank, refusal };
  const side: SideNo = sideNo(spread.side);
  const { lots, value } = rehearseSpread(exchange, account, near, far, side, spread.lots, spread.price);
  const { fee, tickValue } = near.terms;
  const marked = (near.mark - far.mark) * lots;
  const loss = Math.max(0, side === BUY ? value - marked : marked - value);
  const after = accounts.requirementWithSpread(account, near.slot, far.slot, side, lots);
  return {
    ...blank,
    refusal,
    fillsNow: lots as Lots,
    fillsNowValue: value,
    fee: (2 * fee.taker * lots) as Cents,
    requirementAfter: after as Cents,
    freeAfter: (blank.equity - 2 * fee.taker * lots - loss * tickValue - after) as Cents,
  };
}

function nothingHappens({ accounts }: Exchange, account: number): PreviewView {
  const equity = accounts.equity(account);
  const requirement = accounts.requirement(account);
  return {
    refusal: null,
    fillsNow: 0 as Lots,
    fillsNowValue: 0,
    rests: 0 as Lots,
    fee: 0 as Cents,
    requirementBefore: requirement as Cents,
    requirementAfter: requirement as Cents,
    equity: equity as Cents,
    freeBefore: (equity - requirement) as Cents,
    freeAfter: (equity - requirement) as Cents,
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
