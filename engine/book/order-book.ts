import { assert } from "../assert";
import { BUY, SELL, type SideNo } from "../units";
import { AuctionBook } from "./auction-book";
import {
  type BookSink,
  type BookSnapshot,
  type BookSpec,
  ENDED_FOK,
  ENDED_IOC,
  ENDED_NOT,
  ENDED_SELF_TRADE,
  type Ending,
  FOK,
  type Mode,
  OLDEST,
  REST,
  type SelfTrade,
  SHOW_ALL,
} from "./book-face";
import { type BookSide, isPrice } from "./book-side";

import { NO_ID, type Order, setOpen } from "./order";
import { NO_KEY } from "./price-ladder";
import { COLLECTING, CONTINUOUS, MATCHING, SAVED } from "./resting-orders";
import { fromIncoming, fromResting } from "./self-trade";

export * from "./book-face";

const MOST_LOTS = 1_000_000_000_000;

const isSize = (lots: number): boolean => Number.isSafeInteger(lots) && lots >= 1 && lots <= MOST_LOTS;

/**
 * The order book of one contract: price, then time (4.1). It knows ids, sides, prices in ticks and lots, and neither
 * money nor margin. Behind the face are linked queues; nobody outside
 * this folder sees an order of theirs.
 */
export class OrderBook extends AuctionBook {
  /** Why lots of the last submitted or replaced order neither traded nor rest. */
  ending: Ending = ENDED_NOT;

  static restore(spec: BookSpec, sink: BookSink, snapshot: BookSnapshot): OrderBook {
    const orders = (snapshot.bids.length + snapshot.asks.length) / SAVED;
    const book = new OrderBook({ capacity: Math.max(256, orders), ...spec }, sink);
    book.load(snapshot);
    return book;
  }

  /**
   * Matches, then rests what is left if `mode` is REST, showing `display` lots at a time (4.2). Returns the lots now
   * resting, hidden ones included; `ending` says why others ended. While the book collects, an order rests at once (4.7).
   */
  submit(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    price: number,
    lots: number,
    mode: Mode,
    selfTrade: SelfTrade,
    display: number = SHOW_ALL,
  ): number {
    // Most orders are plainly sound; the others are looked at more closely.
    const small = id > 0 && (id | 0) === id && lots > 0 && (lots | 0) === lots && isPrice(price);
    const plain = display === SHOW_ALL && (side & 1) === side && (account | 0) === account && (owner | 0) === owner;
    if (!small || !plain) assertOrder(id, account, owner, side, price, lots, display);
    if (this.phase !== CONTINUOUS) this.assertCollects(mode);
    this.ending = ENDED_NOT;
    const makers = side === 0 ? this.asks : this.bids;
    if (mode === FOK && this.tradable(makers, price, owner, lots, selfTrade) < lots) {
      this.ending = ENDED_FOK;
      return 0;
    }
    let left = lots;
    if (makers.best <= makers.keyOf(price) && this.phase === CONTINUOUS) {
      assert(!this.has(id), "an order id rests in the book once");
      left = this.match(makers, id, account, owner, price, lots, selfTrade);
    }
    if (left === 0) return 0;
    if (mode !== REST) {
      this.ending = ENDED_IOC;
      return 0;
    }
    const own = side === 0 ? this.bids : this.asks;
    own.join(this.record(id, account, owner, side, left, selfTrade, display), own.keyOf(price));
    return left;
  }

  /**
   * 4.4: fewer open lots at the same price keep their place, hidden ones go first; anything else leaves and enters anew, and
   * may trade. Owner, self-trade mode and display stay.
   */
  replace(id: number, price: number, open: number): number {
    this.assertIdle();
    assert(isPrice(price), "a price is a whole number of ticks, 1 to 2^31");
    assert(isSize(open), "a size is a whole number of lots, 1 to 10^12");
    const order = this.resting(id);
    const own = order.side === 0 ? this.bids : this.asks;
    const makers = order.side === 0 ? this.asks : this.bids;
    const key = own.keyOf(price);
    this.ending = ENDED_NOT;
    if (open < order.open && key === order.level.key) {
      this.takeOut(order, order.open - open);
      return open;
    }
    if (makers.best > makers.keyOf(price) || this.phase === COLLECTING) {
      own.leave(order);
      order.arrival = this.arrivals++;
      setOpen(order, open);
      own.join(order, key);
      return open;
    }
    const { account, owner, side, selfTrade, display } = order;
    this.remove(own, order);
    return this.submit(id, account, owner, side, price, open, REST, selfTrade, display);
  }

  /** Returns the open lots removed; 0 if the order is not here. The listener may do this while orders trade. */
  cancel(id: number): number {
    const order = this.byId.take(id);
    if (order.id === NO_ID) return 0;
    const own = order.side === 0 ? this.bids : this.asks;
    own.leave(order);
    this.pool.give(order);
    this.changes++;
    return order.shown + order.hidden;
  }

  /**
   * Takes open lots out, hidden ones first; the order keeps its place, and ends with its last lot. Returns the lots left.
   * The listener may do this while orders trade.
   */
  shrink(id: number, lots: number): number {
    const order = this.resting(id);
    const left = order.open - lots;
    assert(isSize(lots) && left >= 0, "an order can lose the lots it has open");
    this.takeOut(order, lots);
    this.changes++;
    return left;
  }

  /** Lots an incoming `side` order of `owner` limited at `price` would trade, its own orders left out; at most `most`. */
  fillable(side: SideNo, price: number, owner: number, most: number): number {
    return this.tradable(side === 0 ? this.asks : this.bids, price, owner, most, OLDEST);
  }

  /** An incoming `side` order limited at `price` would meet one at once: so post-only is refused (4.2). */
  wouldTrade(side: SideNo, price: number): boolean {
    const makers = side === 0 ? this.asks : this.bids;
    return makers.best <= makers.keyOfBound(price) && makers.best !== NO_KEY && this.phase === CONTINUOUS;
  }

  private assertCollects(mode: Mode): void {
    this.assertIdle();
    assert(mode === REST, "while orders collect for an auction, they rest");
  }

  /** Trades with the other side, best price first and oldest first, at the maker's price (4.1). Returns what is left. */
  private match(
    makers: BookSide,
    id: number,
    account: number,
    owner: number,
    price: number,
    lots: number,
    selfTrade: SelfTrade,
  ): number {
    const { sink } = this;
    const limit = makers.keyOf(price);
    const side = (makers.side ^ 1) as SideNo;
    this.phase = MATCHING;
    let left = lots;
    while (left > 0 && makers.best <= limit) {
      const maker = makers.front();
      if (maker.owner === owner) {
        left = this.preventSelfTrade(makers, maker, id, account, left, selfTrade);
        continue;
      }
      const { id: makerId, account: makerAccount, shown } = maker;
      const traded = left < shown ? left : shown;
      const makerOpen = shown + maker.hidden - traded;
      const tradedAt = makers.priceOf(makers.best);
      left -= traded;
      this.fill(makers, maker, traded);
      sink.trade(tradedAt, traded, makerId, makerAccount, makerOpen, id, account, left, side);
    }
    this.phase = CONTINUOUS;
    return left;
  }

  /** 4.5: two orders of one owner met. Returns what is left of the incoming one. */
  private preventSelfTrade(
    makers: BookSide,
    maker: Order,
    id: number,
    account: number,
    left: number,
    selfTrade: SelfTrade,
  ): number {
    const { id: makerId, account: makerAccount, open } = maker;
    const outOfMaker = fromResting(selfTrade, open, left);
    const outOfIncoming = fromIncoming(selfTrade, open, left);
    if (outOfMaker > 0) {
      const price = makers.bestPrice();
      this.takeOut(maker, outOfMaker);
      this.sink.restingReduced(makerId, makerAccount, makers.side, price, outOfMaker, open - outOfMaker);
    }
    if (outOfIncoming === 0) return left;
    const rest = left - outOfIncoming;
    if (rest === 0) this.ending = ENDED_SELF_TRADE;
    this.sink.incomingReduced(id, account, outOfIncoming, rest);
    return rest;
  }

  /** What an incoming order would trade, counted up to `most`: 4.2 for FOK, 4.5 for its own orders in the way. */
  private tradable(makers: BookSide, price: number, owner: number, most: number, selfTrade: SelfTrade): number {
    const limit = makers.keyOfBound(price);
    let lots = 0;
    for (let key = makers.best; key !== NO_KEY && key <= limit; key = makers.next(key)) {
      const level = makers.find(key);
      let hidden = 0; // trades after all that is shown at this price
      for (let order = level.behind; order !== level; order = order.behind) {
        if (order.owner !== owner) {
          lots += order.shown;
          hidden += order.hidden;
        } else if (selfTrade !== OLDEST) return Math.min(lots, most); // else an own order costs the incoming one lots
        if (lots >= most) return most;
      }
      lots += hidden;
      if (lots >= most) return most;
    }
    return lots;
  }
}

function assertOrder(
  id: number,
  account: number,
  owner: number,
  side: number,
  price: number,
  lots: number,
  display: number,
): void {
  assert(Number.isSafeInteger(id) && id >= 1, "an order id is a whole number from 1 to 2^53 − 1");
  assert(isPrice(price), "a price is a whole number of ticks, 1 to 2^31");
  assert(isSize(lots), "a size is a whole number of lots, 1 to 10^12");
  assert(display === SHOW_ALL || isSize(display), "an order shows all its lots, or a whole number of them at a time");
  assert((account | 0) === account && (owner | 0) === owner, "accounts and owners are 32-bit integers");
  assert(side === BUY || side === SELL, "a side is BUY or SELL");
}
