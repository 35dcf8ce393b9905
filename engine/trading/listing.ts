import type { BookSnapshot } from "../book/book-face";
import { OrderBook } from "../book/order-book";
import { type Calendar, symbolOf } from "../calendar";
import { WindowStats } from "../clearing/daily-settlement";
import { LockWatch } from "../clearing/limits";
import { Booking } from "./booking";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { StopOrders } from "./stop-orders";

/** What of a market a snapshot keeps: its terms follow from the config and its month. */
export type SavedMarket = Omit<Market, "terms" | "book" | "window" | "lock" | "stops" | "lastDay" | "lastDate"> & {
  readonly book: BookSnapshot;
  readonly window: ReturnType<WindowStats["snapshot"]>;
  readonly lock: ReturnType<LockWatch["snapshot"]>;
};

/** Lists a month of a benchmark in a free slot (2.3). Its limits, margin and mark are set by the day cycle. */
export function listMarket(exchange: Exchange, calendar: Calendar, benchmark: number, month: string): Market {
  const { markets, accounts } = exchange;
  const free = markets.indexOf(null);
  const slot = free === -1 ? markets.length : free;
  const terms = exchange.rules.terms(benchmark);
  const last = calendar.lastDayOf(month);
  const booking = new Booking(exchange);
  const market: Market = {
    slot,
    symbol: symbolOf(terms.id, month),
    benchmark,
    terms,
    month,
    lastDay: last.no,
    lastDate: last.date,
    book: new OrderBook({}, booking),
    state: "closed",
    haltedUntil: 0,
    settlement: 0,
    settlementDate: null,
    limitLow: 0,
    limitHigh: 0,
    limitRate: exchange.rules.limitSteps(benchmark).used[0],
    initial: 0,
    mark: 0,
    last: 0,
    high: 0,
    low: 0,
    volume: 0,
    window: new WindowStats(),
    lock: new LockWatch(),
    stops: new StopOrders(),
    settlementMonth: false,
    monthSettlements: [],
  };
  booking.market = market;
  exchange.enter(market);
  accounts.list(slot, benchmark, terms.tickValue, last.no);
  return market;
}

/** Takes an expired contract off the venue. Nobody is in it any more. */
export function delistMarket(exchange: Exchange, market: Market): void {
  exchange.remove(market);
  exchange.accounts.delist(market.slot);
}

export function saveMarket(market: Market): SavedMarket {
  const { terms, lastDay, lastDate, book, window, lock, stops, ...state } = market;
  return { ...state, book: book.snapshot(), window: window.snapshot(), lock: lock.snapshot() };
}

export function restoreMarket(exchange: Exchange, calendar: Calendar, saved: SavedMarket): void {
  const last = calendar.lastDayOf(saved.month);
  const booking = new Booking(exchange);
  booking.market = {
    ...saved,
    monthSettlements: [...saved.monthSettlements],
    terms: exchange.rules.terms(saved.benchmark),
    lastDay: last.no,
    lastDate: last.date,
    book: OrderBook.restore({}, booking, saved.book),
    window: WindowStats.restore(saved.window),
    lock: LockWatch.restore(saved.lock),
    stops: new StopOrders(),
  };
  exchange.enter(booking.market);
}
