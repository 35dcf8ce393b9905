import type { OrderDraft } from "../commands";
import { mulDivCeil, mulDivFloor } from "../integers";
import type { Refusal } from "../refusals";
import { BUY, type Cents, type Lots, SELL, type SideNo, sideNo, type Ticks } from "../units";
import type { Exchange } from "./exchange";
import type { Market } from "./market";

const MILLION = 1_000_000;

/** An order that may enter: what the book needs to know of it. */
export interface Admitted {
  readonly price: number;
  readonly side: SideNo;
}

/** The worst price at which a market order may trade: 2 % from the touch, inward to a tick, inside the limits (4.3). */
export function marketBound(exchange: Exchange, market: Market, side: SideNo): number {
  const { marketProtection } = exchange.config.orders;
  if (side === BUY) {
    const ask = market.book.bestAsk();
    return ask && Math.min(mulDivFloor(ask, MILLION + marketProtection, MILLION), market.limitHigh);
  }
  const bid = market.book.bestBid();
  return bid && Math.max(mulDivCeil(bid, MILLION - marketProtection, MILLION), market.limitLow);
}

/** The furthest through the mark a limit order may be priced: 3 %, inward to a tick (4.3). */
export function bandBound(exchange: Exchange, market: Market, side: SideNo): number {
  const { priceBand } = exchange.config.orders;
  return side === BUY
    ? mulDivFloor(market.mark, MILLION + priceBand, MILLION)
    : mulDivCeil(market.mark, MILLION - priceBand, MILLION);
}

/** Lots and price within the rules that look at the order and the market alone (1.2, 4.2, 4.3, 5.1). */
export function checkTerms(exchange: Exchange, market: Market, draft: OrderDraft): Refusal | Admitted {
  const side = sideNo(draft.side);
  const most = exchange.config.orders.maxLots;
  if (!Number.isSafeInteger(draft.lots) || draft.lots < 1 || draft.lots > most) {
    return { reason: "lots", lots: draft.lots, least: 1, most };
  }
  if (!exchange.session.continuous) return { reason: "closed", opensAt: exchange.session.opensAt };
  if (draft.type === "market") {
    const price = marketBound(exchange, market, side);
    return price ? { side, price } : { reason: "no-opposite-side", contract: market.symbol };
  }
  const price = draft.price as number;
  return checkPrice(exchange, market, side, price, draft.postOnly) ?? { side, price };
}

/** A limit price against 5.1, 4.3 and, for post-only orders, the other side of the book (4.2). */
export function checkPrice(
  exchange: Exchange,
  market: Market,
  side: SideNo,
  price: number,
  postOnly: boolean,
): Refusal | null {
  const { limitLow, limitHigh, mark, book } = market;
  if (!Number.isSafeInteger(price) || price < limitLow || price > limitHigh) {
    return {
      reason: "outside-limits",
      price: price as Ticks,
      low: limitLow as Ticks,
      high: limitHigh as Ticks,
    };
  }
  const bound = bandBound(exchange, market, side);
  if (side === BUY ? price > bound : price < bound) {
    return { reason: "price-band", price: price as Ticks, mark: mark as Ticks, bound: bound as Ticks };
  }
  if (postOnly) {
    const touch = side === BUY ? book.bestAsk() : book.bestBid();
    if (touch && (side === BUY ? price >= touch : price <= touch)) {
      return { reason: "post-only", price: price as Ticks, touch: touch as Ticks };
    }
  }
  return null;
}

/** True if `more` lots on `side` can only bring the position of this contract towards zero. */
export function onlyReduces(exchange: Exchange, account: number, market: Market, side: SideNo, more: number): boolean {
  const net = exchange.accounts.net(account, market.slot);
  const open = exchange.accounts.openLots(account, market.slot, side);
  return side === BUY ? net < 0 && open + more <= -net : net > 0 && open + more <= net;
}

/**
 * Whether the account may have `more` lots working on `side` of `market`, `lots` of them priced at `price` (for a new
 * order the two are the same; a replaced one brings only the difference): calls, position limits, margin.
 */
export function checkAccount(
  exchange: Exchange,
  account: number,
  market: Market,
  side: SideNo,
  price: number,
  lots: number,
  more: number,
  feePerLot: number,
): Refusal | null {
  const { accounts, liquidation } = exchange;
  const { slot } = market;
  const stage = liquidation.stage(account);
  if (stage === 2) return { reason: "close-out" };
  const before = accounts.requirement(account);
  const after = more > 0 ? accounts.requirementWith(account, slot, side, more) : before;
  if (stage === 1 && (after > before || !onlyReduces(exchange, account, market, side, more))) {
    const call = liquidation.call(account);
    return { reason: "margin-call", call: (call?.amount ?? 0) as Cents, deadline: call?.deadline ?? 0 };
  }
  const overLimit = more > 0 ? checkPosition(exchange, account, market, side, more) : null;
  if (overLimit) return overLimit;
  if (after <= before) return null; // 7.4: what does not raise the requirement is accepted
  const equity = accounts.equity(account);
  const { fee, loss } = costs(market, side, price, lots, feePerLot);
  if (equity >= after + fee + loss) return null;
  return {
    reason: "insufficient-margin",
    requirementBefore: before as Cents,
    required: after as Cents,
    fee: fee as Cents,
    loss: loss as Cents,
    equity: equity as Cents,
    free: (equity - before) as Cents,
    fits: fitting(exchange, account, market, side, price, lots, more, feePerLot, equity, before) as Lots,
  };
}

/** Checks of a new order that look at the account and at the whole order: 5.3, 7.4, 7.5, fill-or-kill (4.2). */
export function checkEntry(
  exchange: Exchange,
  account: number,
  market: Market,
  draft: OrderDraft,
  side: SideNo,
  price: number,
): Refusal | null {
  const { fee } = market.terms;
  const feePerLot = draft.postOnly ? fee.maker : fee.taker;
  const refusal = checkAccount(exchange, account, market, side, price, draft.lots, draft.lots, feePerLot);
  if (refusal || draft.timeInForce !== "fok") return refusal;
  const available = market.book.fillable(side, price, exchange.accounts.ownerOf(account), draft.lots);
  return available < draft.lots ? { reason: "fok-unfilled", lots: draft.lots, available: available as Lots } : null;
}

/** Fee of all lots, and their loss against the mark if filled at the limit (7.4). Cents. */
function costs(market: Market, side: SideNo, price: number, lots: number, feePerLot: number) {
  const through = Math.max(0, side === BUY ? price - market.mark : market.mark - price);
  return { fee: feePerLot * lots, loss: through * lots * market.terms.tickValue };
}

/** The largest order, up to `lots`, that 7.4 would accept: cost grows with size, so bisect. */
function fitting(
  exchange: Exchange,
  account: number,
  market: Market,
  side: SideNo,
  price: number,
  lots: number,
  more: number,
  feePerLot: number,
  equity: number,
  before: number,
): number {
  const kept = lots - more; // lots of a replaced order that count already
  let fits = 0;
  let tooMany = lots;
  while (tooMany - fits > 1) {
    const size = Math.floor((fits + tooMany) / 2);
    const after = size > kept ? exchange.accounts.requirementWith(account, market.slot, side, size - kept) : before;
    const { fee, loss } = costs(market, side, price, size, feePerLot);
    if (after <= before || equity >= after + fee + loss) fits = size;
    else tooMany = size;
  }
  return fits;
}

/** 5.3: the worse of all bids and all offers filled, per benchmark and, in its settlement month, per contract. */
function checkPosition(
  exchange: Exchange,
  account: number,
  market: Market,
  side: SideNo,
  more: number,
): Refusal | null {
  const { accounts } = exchange;
  const { benchmark, slot, terms } = market;
  const refuse = (worst: number, limit: number): Refusal => ({
    reason: "position-limit",
    worst: worst as Lots,
    limit: limit as Lots,
    benchmark: terms.id,
  });
  const worst = accounts.worstNet(account, benchmark, slot, side, more);
  if (worst > terms.positionLimit && worst > accounts.worstNet(account, benchmark, -1, side, 0)) {
    return refuse(worst, terms.positionLimit);
  }
  if (!market.settlementMonth) return null;
  const worstOfMonth = accounts.worstNetOfSlot(account, slot, side, more);
  if (
    worstOfMonth > terms.positionLimitSettlementMonth &&
    worstOfMonth > accounts.worstNetOfSlot(account, slot, side, 0)
  ) {
    return refuse(worstOfMonth, terms.positionLimitSettlementMonth);
  }
  return null;
}

/** Lots on the other side that a buy or sell limited at `price` would reach, and what they cost in tick-lots. */
export function walk(market: Market, side: SideNo, price: number, lots: number): { lots: number; value: number } {
  let left = lots;
  let value = 0;
  const levels = market.book.depth(side === BUY ? SELL : BUY, 1_000);
  for (const [at, shown] of levels) {
    if (left === 0 || (side === BUY ? at > price : at < price)) break;
    const taken = Math.min(left, shown);
    value += at * taken;
    left -= taken;
  }
  return { lots: lots - left, value };
}
