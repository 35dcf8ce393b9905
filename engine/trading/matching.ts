import { assert } from "../assert";
import {
  BOTH,
  DECREMENT,
  ENDED_FOK,
  ENDED_SELF_TRADE,
  IOC,
  type Mode,
  NEWEST,
  OLDEST,
  REST,
  type SelfTrade,
  SHOW_ALL,
} from "../book/book-face";
import type { OrderDraft, SelfTradeMode } from "../commands";
import type { CancelReason } from "../refusals";
import { sideNo } from "../units";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { type OrderRecord, openOf } from "./order-records";
import { drained } from "./order-ties";

/** A person's order in the book: it trades, rests or ends, and is reported once when that is done. */

const modes: Record<SelfTradeMode, SelfTrade> = { newest: NEWEST, oldest: OLDEST, both: BOTH, decrement: DECREMENT };

/** Matches the open lots of a person's order at `price`, and rests what is left if it may rest. */
export function enterBook(exchange: Exchange, record: OrderRecord, price: number, mode: Mode): void {
  const { id, account, draft } = record;
  const market = exchange.market(record.slot);
  exchange.orderCount += 1;
  exchange.matching = { record, doomed: null };
  witnessEntering(exchange, market, record, price);
  const lots = openOf(record);
  const resting = market.book.submit(
    id,
    account,
    exchange.accounts.ownerOf(account),
    sideNo(draft.side),
    price,
    lots,
    mode,
    modes[draft.selfTrade],
    mode === REST ? (draft.display ?? SHOW_ALL) : SHOW_ALL,
  );
  complete(exchange, record, market, resting);
  if (exchange.conduct !== null) {
    exchange.conduct.entered(market, id, account, sideNo(draft.side), price, lots, resting);
  }
}

/** 4.4: the record has its new lots and price already. */
export function replaceInBook(exchange: Exchange, record: OrderRecord, price: number): void {
  const market = exchange.market(record.slot);
  witnessEntering(exchange, market, record, price);
  const { id, account, draft } = record;
  const [from, was, open] = [market.book.priceOf(id), market.book.openOf(id), openOf(record)];
  exchange.rest(record, -was);
  exchange.matching = { record, doomed: null };
  const resting = market.book.replace(id, price, open);
  complete(exchange, record, market, resting);
  exchange.conduct?.replaced(market, id, account, sideNo(draft.side), from, was, price, open, resting);
}

/** Whether an order rests, ends, or trades all or nothing; a fill-or-kill order has been counted before (4.2). */
export function modeOf({ type, timeInForce }: OrderDraft): Mode {
  return type === "market" || timeInForce === "ioc" || timeInForce === "fok" ? IOC : REST;
}

/** The book is done with the order: it rests with what is left, or has ended, or sleeps (an exit, 4.2). */
function complete(exchange: Exchange, record: OrderRecord, market: Market, resting: number): void {
  const doomed = exchange.matching?.doomed ?? null;
  exchange.matching = null;
  if (resting > 0) {
    exchange.rest(record, resting);
    assert(openOf(record) === resting, "an open order rests with what has not filled");
    exchange.report(record);
  } else if (openOf(record) > 0) drained(exchange, record, endingOf(market.book.ending, record.draft));
  else drained(exchange, record, null);
  exchange.witness?.entered?.(market, record.id);
  if (doomed && record.status === "open") exchange.endTied(record, doomed);
  exchange.touched(market);
}

function witnessEntering({ witness }: Exchange, market: Market, record: OrderRecord, price: number): void {
  if (witness === null) return;
  witness.entering?.(market, { id: record.id, side: sideNo(record.draft.side), price, lots: openOf(record), record });
}

function endingOf(ending: number, draft: OrderDraft): CancelReason {
  if (ending === ENDED_SELF_TRADE) return "self-trade";
  if (ending === ENDED_FOK) return "fok";
  return draft.type === "market" ? "market-protection" : "ioc";
}
