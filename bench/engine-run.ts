import { type BookSink, IOC, NEWEST, OrderBook, REST } from "@/engine/book/order-book";
import type { RoomConfig } from "@/engine/config";
import { defaultRoomConfig } from "@/engine/default-config";
import { DayCycle } from "@/engine/room/day-cycle";
import { startParts } from "@/engine/room/room-parts";
import { marketBound } from "@/engine/trading/admission";
import { Auctions } from "@/engine/trading/auctions";
import type { Exchange } from "@/engine/trading/exchange";
import type { Market } from "@/engine/trading/market";
import { OrderEntry } from "@/engine/trading/order-entry";
import { BUY, cents, lots, millionths, SELL, type SideNo } from "@/engine/units";
import { CANCEL, MARKET, mixed, orderStream } from "./order-stream";

/** A venue in its continuous hours, with accounts so rich and limits so wide that every order of a stream is accepted. */
export interface Venue {
  readonly exchange: Exchange;
  readonly entry: OrderEntry;
  readonly markets: readonly Market[];
}

const listings: Record<number, { benchmarks: number; listing: RoomConfig["listing"] }> = {
  1: { benchmarks: 1, listing: { months: 0, quarters: 1 } }, // not in its settlement month, as most are not
  2: { benchmarks: 1, listing: { months: 1, quarters: 1 } },
  4: { benchmarks: 1, listing: { months: 4, quarters: 0 } },
  8: { benchmarks: 1, listing: { months: 6, quarters: 2 } },
  16: { benchmarks: 2, listing: { months: 6, quarters: 2 } },
  32: { benchmarks: 4, listing: { months: 6, quarters: 2 } },
};

/** `contracts` is a power of two up to 32; eight of them make a benchmark. Accounts are participants', or people's. */
export function openVenue(accounts: number, contracts: number, people = false): Venue {
  const { benchmarks, listing } = listings[contracts];
  const [premium] = defaultRoomConfig.benchmarks;
  const rich = { ...defaultRoomConfig.participants[0], marginCash: cents(1e11), bankCash: cents(0) };
  const config: RoomConfig = {
    ...defaultRoomConfig,
    benchmarks: Array.from({ length: benchmarks }, (_, i) => ({
      ...premium,
      id: `PREM${i}`,
      positionLimit: lots(1e9),
      positionLimitSettlementMonth: lots(1e9),
    })),
    listing,
    limits: { ...defaultRoomConfig.limits, steps: [millionths(900_000)] },
    participants: people ? [] : Array(accounts).fill(rich),
  };
  const parts = startParts(config, "bench");
  const { exchange, calendar } = parts;
  const entry = new OrderEntry(exchange);
  for (let owner = 1; people && owner <= accounts; owner++) {
    exchange.wealth.open(exchange.accounts.open(owner, rich.marginCash, rich.bankCash, true));
  }
  const day = calendar.day(1);
  const cycle = new DayCycle(parts, new Auctions(exchange, calendar));
  exchange.log.now = day.preOpen;
  cycle.start();
  cycle.reach(day.preOpen, day);
  exchange.log.now = day.open;
  cycle.reach(day.open, day);
  exchange.log.take();
  return { exchange, entry, markets: exchange.listed() };
}

/**
 * One operation per index. Orders are counted from 1 as they are sent, and a cancel names the order it ends by that
 * count. `contract` counts the venue's markets, or the books that stand for them.
 */
export interface Operations {
  readonly kind: Uint8Array;
  readonly contract: Uint8Array;
  readonly order: Int32Array;
  readonly account: Int32Array;
  readonly side: Uint8Array;
  readonly price: Int32Array;
  readonly lots: Int32Array;
  /** Operations before this one only fill the books: nobody measures them. */
  from: number;
  length: number;
  orders: number;
  /** Of the stream, that could not be played: cancels of an order that self-trade prevention had ended already. */
  leftOut: number;
}

/**
 * The stream of the book's bench as whole-venue operations: one for each contract, seeds apart, taking turns, the accounts
 * one after the other. A rehearsal finds the price of each market order (4.3) and leaves out cancels that find nothing.
 */
export function operationsFor(length: number, accounts: number, contracts: number, resting = 1_000): Operations {
  const { exchange, markets } = openVenue(accounts, contracts);
  const streams = markets.map((_, c) =>
    orderStream(mixed(Math.ceil(resting / contracts)), Math.ceil(length / contracts), c + 1),
  );
  const total = streams.reduce((sum, { kind }) => sum + kind.length, 0);
  const filling = streams.reduce((sum, { from }) => sum + from, 0);
  const sent = streams.map(({ kind }) => new Int32Array(kind.length + 1)); // by the stream's own order ids
  const operations: Operations = {
    kind: new Uint8Array(total),
    contract: new Uint8Array(total),
    order: new Int32Array(total),
    account: new Int32Array(total),
    side: new Uint8Array(total),
    price: new Int32Array(total),
    lots: new Int32Array(total),
    from: 0,
    length: 0,
    orders: 0,
    leftOut: 0,
  };
  for (let n = 0; n < total; n++) {
    const c = n % contracts;
    const stream = streams[c];
    const i = (n - c) / contracts;
    const market = markets[c];
    const at = operations.length;
    if (n === filling) operations.from = at;
    operations.kind[at] = stream.kind[i];
    operations.contract[at] = c;
    if (stream.kind[i] === CANCEL) {
      const order = sent[c][stream.id[i]];
      if (order === 0 || !market.book.has(order)) {
        operations.leftOut += 1;
        continue;
      }
      operations.order[at] = order;
      exchange.cancelPlain(market, order);
    } else {
      const side = stream.side[i] as SideNo;
      const isMarket = stream.kind[i] === MARKET;
      const price = isMarket ? marketBound(exchange, market, side) : stream.price[i];
      const account = 1 + (operations.orders % accounts);
      if (price === 0 || !exchange.enterPlain(account, market, side, price, stream.lots[i], isMarket ? IOC : REST)) {
        throw new Error(`order ${i} of ${market.symbol} was refused: the bench measures accepted orders`);
      }
      operations.orders += 1;
      sent[c][stream.id[i]] = operations.orders;
      operations.order[at] = operations.orders;
      operations.account[at] = account;
      operations.side[at] = side;
      operations.price[at] = price;
      operations.lots[at] = stream.lots[i];
    }
    operations.length += 1;
  }
  return operations;
}

const SLICE = 1_024; // operations between two publications of events, and in 16 ms of room time

/** Plays operations through the venue, whose last order before the first of them had number `base`, and publishes. */
export function playVenue(venue: Venue, operations: Operations, base: number, from: number, to: number): void {
  const { log } = venue.exchange;
  for (let n = from; n < to; n += SLICE) {
    playSlice(venue, operations, base, n, Math.min(n + SLICE, to));
    log.now += 16;
    log.take();
  }
}

/** The same without publishing: what the venue itself does with an order. */
export function playSlice(venue: Venue, operations: Operations, base: number, from: number, to: number): void {
  const { exchange, markets } = venue;
  const { kind, contract, order, account, side, price, lots: size } = operations;
  for (let n = from; n < to; n++) {
    const market = markets[contract[n]];
    if (kind[n] === CANCEL) exchange.cancelPlain(market, base + order[n]);
    else if (kind[n] === MARKET) {
      const bound = marketBound(exchange, market, side[n] as SideNo);
      exchange.enterPlain(account[n], market, side[n] as SideNo, bound, size[n], IOC);
    } else exchange.enterPlain(account[n], market, side[n] as SideNo, price[n], size[n], REST);
  }
}

/** Everything that rests is cancelled, so that the operations can be played again. Returns the new `base`. */
export function clear({ exchange, markets }: Venue): number {
  for (const market of markets) {
    for (const side of [BUY, SELL] as const) {
      const ids: number[] = [];
      market.book.forEach(side, (id) => ids.push(id));
      for (const id of ids) exchange.cancelPlain(market, id);
    }
  }
  exchange.log.take();
  return exchange.lastOrder;
}

/** The same operations through books that nobody clears. */
export function playBooks(books: readonly OrderBook[], operations: Operations, from: number, to: number): void {
  const { kind, contract, order, account, side, price, lots: size } = operations;
  for (let n = from; n < to; n++) {
    const book = books[contract[n]];
    if (kind[n] === CANCEL) book.cancel(order[n]);
    else {
      const mode = kind[n] === MARKET ? IOC : REST;
      book.submit(order[n], account[n], account[n], side[n] as SideNo, price[n], size[n], mode, NEWEST);
    }
  }
}

/** Counts what traded. */
export class Tally implements BookSink {
  trades = 0;
  lots = 0;
  trade(_price: number, traded: number): void {
    this.trades += 1;
    this.lots += traded;
  }
  auctionTrade(): void {}
  restingReduced(): void {}
  incomingReduced(): void {}
}

export const openBooks = (contracts: number, tally: Tally): OrderBook[] =>
  Array.from({ length: contracts }, () => new OrderBook({}, tally));
