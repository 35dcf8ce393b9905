import { IOC, NEWEST } from "../book/book-face";
import { LOCKED_DOWN, LOCKED_UP } from "../clearing/limits";
import { CLOSING_OUT, IN_GOOD_STANDING } from "../clearing/liquidation";
import type { OrderDraft, SpreadDraft } from "../commands";
import type { LegTrouble, Refusal } from "../refusals";
import { BUY, type Cents, type Lots, SELL, type SideNo, sideNo } from "../units";
import { checkPositionOfMonth, onlyReduces } from "./admission";
import type { Exchange } from "./exchange";
import { Sweep } from "./fill-or-kill";
import type { Market } from "./market";
import { type OrderRecord, openOf } from "./order-records";
import { isOrderCount } from "./order-terms";

/** Calendar spreads (2.4): one order on the books of two neighbouring months. There is no book of spreads. */

/** A spread as an order: its contract names both months, its price is near − far and may be negative. */
export function spreadDraftOf(spread: SpreadDraft, far: Market): OrderDraft {
  const { near, side, lots, price, clientOrderId } = spread;
  return {
    contract: `${near}/${far.symbol.slice(far.terms.id.length + 1)}`,
    side,
    type: "limit",
    lots,
    price,
    timeInForce: "ioc",
    postOnly: false,
    selfTrade: "newest",
    ...(clientOrderId === undefined ? {} : { clientOrderId }),
  };
}

/** Neighbours in the list, lots, both legs able to trade, and the account (2.4, 5.3, 7.4, 7.5). */
export function admitSpread(
  exchange: Exchange,
  account: number,
  near: Market,
  far: Market,
  draft: OrderDraft,
): Refusal | null {
  const months = exchange.listed().filter((market) => market.benchmark === near.benchmark);
  if (months.indexOf(far) !== months.indexOf(near) + 1) {
    return { reason: "not-adjacent", near: near.symbol, far: far.symbol };
  }
  const { lots } = draft;
  const price = draft.price as number;
  if (!isOrderCount(exchange, lots)) {
    return { reason: "lots", lots, least: 1, most: exchange.config.orders.maxLots };
  }
  if (!Number.isSafeInteger(price)) return { reason: "order-terms", field: "price", conflict: null };
  const side = sideNo(draft.side);
  for (const [leg, legSide] of legsOf(near, far, side)) {
    const why = trouble(leg, legSide);
    if (why) return { reason: "leg-locked", leg: leg.symbol, why };
  }
  return checkAccountForSpread(exchange, account, near, far, side, price, lots);
}

/**
 * Trades pair by pair at the best prices while their difference is within the limit: lots of one front order in each book
 * at a time, so that both legs fill or none. An own order in front on either side ends it (4.5).
 */
export function tradeSpread(exchange: Exchange, record: OrderRecord, near: Market, far: Market): void {
  const { account, draft } = record;
  const owner = exchange.accounts.ownerOf(account);
  const side = sideNo(draft.side);
  const limit = draft.price as number;
  exchange.orderCount += 1;
  exchange.matching = { record, doomed: null };
  exchange.witness?.entering?.(near, { id: record.id, side, price: limit, lots: draft.lots, record }, far);
  while (openOf(record) > 0) {
    const fronts = legsOf(near, far, side).map(([leg, legSide]) => frontFor(leg, legSide));
    const [nearFront, farFront] = fronts;
    if (!nearFront || !farFront) break;
    const difference = nearFront.price - farFront.price;
    if (side === BUY ? difference > limit : difference < limit) break;
    if (fronts.some((front) => front && exchange.accounts.ownerOf(front.account) === owner)) {
      exchange.conduct?.prevented(near, account, record.id);
      break;
    }
    const lots = Math.min(openOf(record), nearFront.shown, farFront.shown);
    for (const [leg, legSide] of legsOf(near, far, side)) {
      const { price } = leg === near ? nearFront : farFront;
      leg.book.submit(record.id, account, owner, legSide, price, lots, IOC, NEWEST);
    }
  }
  exchange.matching = null;
  exchange.witness?.entered?.(near, record.id);
  for (const [leg, legSide] of legsOf(near, far, side)) {
    exchange.conduct?.entered(leg, record.id, account, legSide, 0, draft.lots, 0);
  }
  if (openOf(record) > 0) exchange.end(record, "cancelled", "ioc");
  else exchange.end(record, "filled", null);
  exchange.touched(near);
  exchange.touched(far);
}

/** Pairs that `tradeSpread` would trade now, and Σ (near − far) × lots of them; nothing changes. */
export function rehearseSpread(
  exchange: Exchange,
  account: number,
  near: Market,
  far: Market,
  side: SideNo,
  most: number,
  limit: number,
): { lots: number; value: number } {
  const owner = exchange.accounts.ownerOf(account);
  const [one, other] = legsOf(near, far, side).map(
    ([leg, legSide]) => new Sweep(exchange, leg, legSide, legSide === BUY ? leg.limitHigh : leg.limitLow),
  );
  let [lots, value] = [0, 0];
  while (lots < most) {
    const [nearFront, farFront] = [one.front(), other.front()];
    if (!nearFront || !farFront) break;
    const difference = nearFront.price - farFront.price;
    if (side === BUY ? difference > limit : difference < limit) break;
    if ([nearFront, farFront].some((front) => exchange.accounts.ownerOf(front.account) === owner)) break;
    const pairs = Math.min(most - lots, nearFront.lots, farFront.lots);
    lots += pairs;
    value += difference * pairs;
    one.take(pairs);
    other.take(pairs);
  }
  return { lots, value };
}

const legsOf = (near: Market, far: Market, side: SideNo): readonly (readonly [Market, SideNo])[] => [
  [near, side],
  [far, side === BUY ? SELL : BUY],
];

/** The order that someone trading on `side` meets first. */
function frontFor({ book }: Market, side: SideNo): { price: number; account: number; shown: number } | null {
  const id = book.frontOf(side === BUY ? SELL : BUY);
  return id === 0 ? null : { price: book.priceOf(id), account: book.accountOf(id), shown: book.shownOf(id) };
}

function trouble(leg: Market, side: SideNo): LegTrouble | null {
  if (leg.state === "closed") return "closed";
  if (leg.haltedUntil > 0) return "halted";
  if (leg.state === "collecting") return "auction";
  return leg.lock.locked() === (side === BUY ? LOCKED_UP : LOCKED_DOWN) ? "locked" : null;
}

function checkAccountForSpread(
  exchange: Exchange,
  account: number,
  near: Market,
  far: Market,
  side: SideNo,
  price: number,
  lots: number,
): Refusal | null {
  const { accounts, liquidation } = exchange;
  const stage = liquidation.stage(account);
  if (stage === CLOSING_OUT) return { reason: "close-out" };
  const before = accounts.requirement(account);
  const required = (size: number) => accounts.requirementWithSpread(account, near.slot, far.slot, side, size);
  const after = required(lots);
  if (stage !== IN_GOOD_STANDING) {
    const reduces = legsOf(near, far, side).every(([leg, at]) => onlyReduces(exchange, account, leg, at, lots));
    const call = liquidation.call(account);
    if (after > before || !reduces) {
      return { reason: "margin-call", call: (call?.amount ?? 0) as Cents, deadline: call?.deadline ?? 0 };
    }
  }
  for (const [leg, legSide] of legsOf(near, far, side)) {
    const refusal = checkPositionOfMonth(exchange, account, leg, legSide, lots);
    if (refusal) return refusal;
  }
  if (after <= before) return null;
  const { fee, tickValue } = near.terms;
  const through = Math.max(0, side === BUY ? price - (near.mark - far.mark) : near.mark - far.mark - price);
  const cost = (size: number) => ({ fee: 2 * fee.taker * size, loss: through * size * tickValue });
  const equity = accounts.equity(account);
  const passes = (size: number) => equity >= required(size) + cost(size).fee + cost(size).loss;
  if (passes(lots)) return null;
  let [fits, tooMany] = [0, lots];
  while (tooMany - fits > 1) {
    const size = Math.floor((fits + tooMany) / 2);
    if (required(size) <= before || passes(size)) fits = size;
    else tooMany = size;
  }
  return {
    reason: "insufficient-margin",
    requirementBefore: before as Cents,
    required: after as Cents,
    fee: cost(lots).fee as Cents,
    loss: cost(lots).loss as Cents,
    equity: equity as Cents,
    free: (equity - before) as Cents,
    fits: fits as Lots,
  };
}
