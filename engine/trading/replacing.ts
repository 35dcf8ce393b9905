import type { Refusal } from "../refusals";
import { type Lots, sideNo } from "../units";
import { checkAccount, checkHour, priceToRest } from "./admission";
import type { Exchange } from "./exchange";
import { replaceInBook } from "./matching";
import { isWaiting, type OrderRecord, openOf } from "./order-records";
import { checkTrigger } from "./order-terms";
import { roomToReduce } from "./order-ties";
import { trailed } from "./stop-orders";
import { waitForTrigger } from "./triggered-orders";

/** What a replace asks for: whatever is left out stays as it is (4.4). `lots` are the order's total, filled included. */
export interface Change {
  readonly lots?: number;
  readonly price?: number;
  readonly stopPrice?: number;
  readonly trail?: number;
}

/** The order as it will be. */
interface Replacement {
  readonly lots: number;
  readonly price: number | null;
  readonly stopPrice: number | null;
  readonly trail: number | null;
}

/** 4.4: an order in the book is asked what a new one is, for what it brings more; one that waits, for its terms. */
export function checkReplace(exchange: Exchange, record: OrderRecord, change: Change): Refusal | Replacement {
  const refusal = checkHour(exchange, exchange.market(record.slot)) ?? checkFields(record, change);
  if (refusal) return refusal;
  const lots = totalOf(exchange, record, change);
  if (typeof lots !== "number") return lots;
  const price = change.price ?? record.price;
  const stopPrice = change.stopPrice ?? record.stop?.price ?? null;
  const trail = change.trail ?? record.stop?.trail ?? null;
  const asked = { lots, price, stopPrice, trail };
  const resting = exchange.market(record.slot).book.openOf(record.id);
  if (resting === 0) return asked; // it waits for its trigger, or, an exit, for its entry
  return checkInBook(exchange, record, asked, resting);
}

/** Carries out what has been checked. */
export function replaceRecord(exchange: Exchange, record: OrderRecord, asked: Replacement): void {
  const market = exchange.market(record.slot);
  const { stop } = record;
  if (market.book.has(record.id)) {
    record.lots = asked.lots;
    record.price = asked.price;
    replaceInBook(exchange, record, asked.price as number);
    return;
  }
  const waited = isWaiting(record);
  const onlyFewer = asked.price === record.price && asked.stopPrice === stop?.price && asked.trail === stop.trail;
  const keepsPlace = onlyFewer && asked.lots <= record.lots;
  if (waited && !keepsPlace) market.stops.remove(record);
  record.lots = asked.lots;
  record.price = asked.price;
  if (stop !== null && waited && !keepsPlace) {
    if (asked.trail !== null) stop.price = trailed(sideNo(record.draft.side), stop.reference, asked.trail);
    else stop.price = asked.stopPrice as number;
    stop.trail = asked.trail;
    waitForTrigger(exchange, record);
  } else if (stop !== null) {
    stop.price = asked.stopPrice as number;
    stop.trail = asked.trail;
  }
  exchange.report(record);
}

/** Fields that this order does not have, or that are not its owner's to set. */
function checkFields(record: OrderRecord, { lots, price, stopPrice, trail }: Change): Refusal | null {
  const { stop, tie, draft } = record;
  const waits = stop !== null && stop.firedAt === null;
  if (lots !== undefined && tie !== null && tie.role !== "entry") {
    return { reason: "order-terms", field: "lots", conflict: tie.role === "oco" ? null : "exits" };
  }
  if (price !== undefined && draft.type === "market") {
    return { reason: "order-terms", field: "price", conflict: "market" };
  }
  if (stopPrice !== undefined && (!waits || stop.trail !== null)) {
    return { reason: "order-terms", field: "stop", conflict: stop?.trail == null ? null : "trail" };
  }
  if (trail !== undefined && (!waits || stop.trail === null)) {
    return { reason: "order-terms", field: "trail", conflict: stop === null ? null : "stop" };
  }
  const trigger = stopPrice ?? trail;
  return trigger === undefined ? null : checkTrigger({ price: trigger as never });
}

/** The order's total: more than has filled, and of a reduce-only order no more than the position lets it have (4.2). */
function totalOf(exchange: Exchange, record: OrderRecord, { lots }: Change): number | Refusal {
  const most = exchange.config.orders.maxLots;
  if (lots === undefined) return record.lots;
  if (!Number.isSafeInteger(lots) || lots < 1 || lots > most) return { reason: "lots", lots, least: 1, most };
  if (lots <= record.filled) return { reason: "already-filled", lots: lots as Lots, filled: record.filled as Lots };
  if (!record.draft.reduceOnly) return lots;
  return Math.min(lots, record.filled + roomToReduce(exchange, record.account, record.slot, sideNo(record.draft.side)));
}

function checkInBook(
  exchange: Exchange,
  record: OrderRecord,
  asked: Replacement,
  resting: number,
): Refusal | Replacement {
  const market = exchange.market(record.slot);
  const open = asked.lots - record.filled;
  if (asked.price === record.price && open <= resting) return asked; // keeps its place, risks nothing new
  const { draft, account } = record;
  const priced = priceToRest(exchange, market, draft, asked.price as number);
  if ("reason" in priced) return priced;
  const { fee } = market.terms;
  const feePerLot = draft.postOnly || market.state === "collecting" ? fee.maker : fee.taker;
  const refusal = checkAccount(
    exchange,
    account,
    market,
    priced.side,
    priced.price,
    open,
    open - openOf(record),
    feePerLot,
    draft.reduceOnly === true,
  );
  return refusal ?? { ...asked, price: priced.price };
}
