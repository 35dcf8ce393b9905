import { REST } from "../book/book-face";
import type { OrderDraft } from "../commands";
import { mulDivCeil, mulDivFloor } from "../integers";
import type { Refusal } from "../refusals";
import { BUY, type Cents, type Lots, type SideNo, sideNo, type Ticks } from "../units";
import type { Exchange } from "./exchange";
import { tradableLots } from "./fill-or-kill";
import type { Market } from "./market";
import { modeOf } from "./matching";

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

/**
 * Whether an order of `lots` may enter the book now, and at what price: the hour (1.2), limits and bands (4.3, 5.1),
 * post-only (4.2), the account (5.3, 7.4, 7.5), fill-or-kill (4.2). A refusal changes nothing.
 */
export function admit(
  exchange: Exchange,
  account: number,
  market: Market,
  draft: OrderDraft,
  lots: number,
): Refusal | Admitted {
  const priced = priceOf(exchange, market, draft);
  if ("reason" in priced) return priced;
  const { side, price } = priced;
  const { fee } = market.terms;
  const paysMaker = draft.postOnly || market.state === "collecting";
  const feePerLot = paysMaker ? fee.maker : fee.taker;
  const reducing = draft.reduceOnly === true;
  const refusal = checkAccount(exchange, account, market, side, price, lots, lots, feePerLot, reducing);
  if (refusal) return refusal;
  if (draft.timeInForce !== "fok") return priced;
  const available = tradableLots(exchange, market, side, price, account, lots, draft.selfTrade);
  if (available < lots) return { reason: "fok-unfilled", lots: lots as Lots, available: available as Lots };
  return priced;
}

/** The hour, and the price at which an order enters: a market order's is its protection (1.2, 4.2, 4.3, 5.1). */
export function priceOf(exchange: Exchange, market: Market, draft: OrderDraft): Refusal | Admitted {
  const closed = checkHour(exchange, market);
  if (closed) return closed;
  const side = sideNo(draft.side);
  if (market.state === "collecting" && modeOf(draft) !== REST) {
    return { reason: "auction", opensAt: market.haltedUntil || exchange.session.opensAt };
  }
  if (draft.type === "market") {
    const price = marketBound(exchange, market, side);
    return price ? { side, price } : { reason: "no-opposite-side", contract: market.symbol };
  }
  return priceToRest(exchange, market, draft, draft.price as number);
}

/** A limit price that the order may rest at, or trade through to: where a post-only order slides to (4.2, 4.3, 5.1). */
export function priceToRest(exchange: Exchange, market: Market, draft: OrderDraft, asked: number): Refusal | Admitted {
  const side = sideNo(draft.side);
  const price = draft.postOnly && draft.slide ? slid(market, side, asked) : asked;
  return checkPrice(exchange, market, side, price) ?? checkPostOnly(market, side, price, draft) ?? { side, price };
}

/** 1.2: orders are taken from the pre-open to the close. */
export function checkHour(exchange: Exchange, market: Market): Refusal | null {
  return market.state === "closed" ? { reason: "closed", opensAt: exchange.session.opensAt } : null;
}

/** A limit price against 5.1 and, unless orders are collected for an auction, 4.3. */
export function checkPrice(exchange: Exchange, market: Market, side: SideNo, price: number): Refusal | null {
  const { limitLow, limitHigh, mark } = market;
  if (!Number.isSafeInteger(price) || price < limitLow || price > limitHigh) {
    return {
      reason: "outside-limits",
      price: price as Ticks,
      low: limitLow as Ticks,
      high: limitHigh as Ticks,
    };
  }
  if (market.state !== "continuous" || (side === BUY ? price <= mark : price >= mark)) return null;
  const bound = bandBound(exchange, market, side);
  if (side === BUY ? price > bound : price < bound) {
    return { reason: "price-band", price: price as Ticks, mark: mark as Ticks, bound: bound as Ticks };
  }
  return null;
}

/** 4.2: a post-only order that would trade is refused. In an auction nobody is the taker. */
function checkPostOnly(market: Market, side: SideNo, price: number, { postOnly }: OrderDraft): Refusal | null {
  if (!postOnly || market.state !== "continuous") return null;
  const touch = side === BUY ? market.book.bestAsk() : market.book.bestBid();
  if (!touch || (side === BUY ? price < touch : price > touch)) return null;
  return { reason: "post-only", price: price as Ticks, touch: touch as Ticks };
}

/** 4.2: a tick off the touch, if the order would have traded. */
function slid(market: Market, side: SideNo, price: number): number {
  if (market.state !== "continuous") return price;
  const touch = side === BUY ? market.book.bestAsk() : market.book.bestBid();
  if (!touch) return price;
  return side === BUY ? Math.min(price, touch - 1) : Math.max(price, touch + 1);
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
  reducing: boolean,
): Refusal | null {
  const { accounts, liquidation } = exchange;
  const { slot } = market;
  const stage = liquidation.stage(account);
  if (stage === 2) return { reason: "close-out" };
  if (stage === 0 && more > 0 && !reducing) {
    const { positionLimit, positionLimitSettlementMonth } = market.terms;
    const monthLimit = market.settlementMonth ? positionLimitSettlementMonth : Number.POSITIVE_INFINITY;
    const cost = costOf(market, side, price, feePerLot) * lots;
    if (accounts.admits(account, slot, side, more, cost, positionLimit, monthLimit)) return null;
  }
  const before = accounts.requirement(account);
  const after = more > 0 ? accounts.requirementWith(account, slot, side, more, reducing) : before;
  if (stage === 1 && (after > before || !(reducing || onlyReduces(exchange, account, market, side, more)))) {
    const call = liquidation.call(account);
    return { reason: "margin-call", call: (call?.amount ?? 0) as Cents, deadline: call?.deadline ?? 0 };
  }
  const overLimit = more > 0 && !reducing ? checkPosition(exchange, account, market, side, more) : null;
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
    fits: fitting(exchange, account, market, side, price, lots, more, feePerLot, reducing) as Lots,
  };
}

/** Fee of a lot, and its loss against the mark if filled at the limit (7.4). Cents. */
function costOf(market: Market, side: SideNo, price: number, feePerLot: number): number {
  const through = side === BUY ? price - market.mark : market.mark - price;
  return through > 0 ? feePerLot + through * market.terms.tickValue : feePerLot;
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
  reducing: boolean,
): number {
  const { accounts } = exchange;
  const equity = accounts.equity(account);
  const before = accounts.requirement(account);
  const kept = lots - more; // lots of a replaced order that count already
  let fits = 0;
  let tooMany = lots;
  while (tooMany - fits > 1) {
    const size = Math.floor((fits + tooMany) / 2);
    const after = size > kept ? accounts.requirementWith(account, market.slot, side, size - kept, reducing) : before;
    const { fee, loss } = costs(market, side, price, size, feePerLot);
    if (after <= before || equity >= after + fee + loss) fits = size;
    else tooMany = size;
  }
  return fits;
}

/** 5.3: the worse of all bids and all offers filled, per benchmark and, in its settlement month, per contract. */
export function checkPosition(
  exchange: Exchange,
  account: number,
  market: Market,
  side: SideNo,
  more: number,
): Refusal | null {
  const { accounts } = exchange;
  const { benchmark, slot, terms } = market;
  const worst = accounts.worstNet(account, benchmark, slot, side, more);
  if (worst > terms.positionLimit && worst > accounts.worstNet(account, benchmark, -1, side, 0)) {
    return { reason: "position-limit", worst: worst as Lots, limit: terms.positionLimit, benchmark: terms.id };
  }
  return checkPositionOfMonth(exchange, account, market, side, more);
}

/** 5.3 of a contract in its settlement month, which has a limit of its own. */
export function checkPositionOfMonth(
  exchange: Exchange,
  account: number,
  market: Market,
  side: SideNo,
  more: number,
): Refusal | null {
  if (!market.settlementMonth) return null;
  const { accounts } = exchange;
  const { slot, terms } = market;
  const limit = terms.positionLimitSettlementMonth;
  const worst = accounts.worstNetOfSlot(account, slot, side, more);
  if (worst <= limit || worst <= accounts.worstNetOfSlot(account, slot, side, 0)) return null;
  return { reason: "position-limit", worst: worst as Lots, limit, benchmark: terms.id };
}
