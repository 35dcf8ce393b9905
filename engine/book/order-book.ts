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
import { ACCOUNT, ARRIVAL, at, BEHIND, HIDDEN, ID, KEY, NONE, OWNER, SHOWN } from "./order-pool";
import { NO_KEY } from "./price-ladder";
import { fromIncoming, fromResting } from "./self-trade";

export * from "./book-face";

const MOST_LOTS = 1_000_000_000_000;

const isSize = (lots: number): boolean => Number.isSafeInteger(lots) && lots >= 1 && lots <= MOST_LOTS;
const isId = (id: number): boolean => Number.isSafeInteger(id) && id >= 1;

/**
 * The order book of one contract: price, then time (4.1). It knows ids, sides, prices in ticks and lots, and neither
 * money nor margin. Behind the face are typed arrays; nobody outside this folder sees an index.
 */
export class OrderBook extends AuctionBook {
  /** Why lots of the last submitted or replaced order neither traded nor rest. */
  ending: Ending = ENDED_NOT;

  static restore(spec: BookSpec, sink: BookSink, snapshot: BookSnapshot): OrderBook {
    const book = new OrderBook(spec, sink);
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
    this.assertIdle();
    assert(isId(id), "an order id is a whole number from 1 to 2^53 − 1");
    assert(isPrice(price), "a price is a whole number of ticks, 1 to 2^31");
    assert(isSize(lots), "a size is a whole number of lots, 1 to 10^12");
    assert(display === SHOW_ALL || isSize(display), "an order shows all its lots, or a whole number of them at a time");
    assert((account | 0) === account && (owner | 0) === owner, "accounts and owners are 32-bit integers");
    assert(side === BUY || side === SELL, "a side is BUY or SELL");
    assert(mode === REST || !this.isCollecting, "while orders collect for an auction, they rest");
    this.ending = ENDED_NOT;
    const makers = side === BUY ? this.asks : this.bids;
    if (mode === FOK && this.tradable(makers, price, owner, lots, selfTrade) < lots) {
      this.ending = ENDED_FOK;
      return 0;
    }
    let left = lots;
    if (makers.best <= makers.keyOf(price) && !this.isCollecting) {
      assert(!this.has(id), "an order id rests in the book once");
      left = this.match(makers, id, account, owner, price, lots, selfTrade);
    }
    if (left === 0) return 0;
    if (mode !== REST) {
      this.ending = ENDED_IOC;
      return 0;
    }
    const own = side === BUY ? this.bids : this.asks;
    own.join(this.record(id, account, owner, side, price, left, selfTrade, display));
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
    const { orders } = this;
    const order = this.resting(id);
    const side = orders.side(order);
    const own = this.sideOfBook(side);
    this.ending = ENDED_NOT;
    const fewer = orders.open(order) - open;
    if (fewer > 0 && own.keyOf(price) === orders.ints[order + KEY]) {
      this.takeOut(order, fewer);
      return open;
    }
    const makers = side === BUY ? this.asks : this.bids;
    if (makers.best > makers.keyOf(price) || this.isCollecting) {
      own.leave(order);
      orders.ints[order + KEY] = own.keyOf(price);
      orders.doubles[at(order) + ARRIVAL] = this.arrivals++;
      orders.setOpen(order, open);
      own.join(order);
      return open;
    }
    const account = orders.ints[order + ACCOUNT];
    const owner = orders.ints[order + OWNER];
    const selfTrade = orders.selfTrade(order);
    const display = orders.displayOf(order);
    this.remove(own, order);
    return this.submit(id, account, owner, side, price, open, REST, selfTrade, display);
  }

  /** Returns the open lots removed; 0 if the order is not here. The listener may do this while orders trade. */
  cancel(id: number): number {
    const order = this.byId.take(id);
    if (order === NONE) return 0;
    const open = this.orders.open(order);
    this.sideOfBook(this.orders.side(order)).leave(order);
    this.orders.give(order);
    this.changes++;
    return open;
  }

  /**
   * Takes open lots out, hidden ones first; the order keeps its place, and ends with its last lot. Returns the lots left.
   * The listener may do this while orders trade.
   */
  shrink(id: number, lots: number): number {
    const order = this.resting(id);
    const open = this.orders.open(order);
    assert(isSize(lots) && lots <= open, "an order can lose the lots it has open");
    this.takeOut(order, lots);
    this.changes++;
    return open - lots;
  }

  /** Lots an incoming `side` order of `owner` limited at `price` would trade, its own orders left out; at most `most`. */
  fillable(side: SideNo, price: number, owner: number, most: number): number {
    return this.tradable(side === BUY ? this.asks : this.bids, price, owner, most, OLDEST);
  }

  /** An incoming `side` order limited at `price` would meet one at once: so post-only is refused (4.2). */
  wouldTrade(side: SideNo, price: number): boolean {
    const makers = side === BUY ? this.asks : this.bids;
    return makers.best <= makers.keyOfBound(price) && makers.best !== NO_KEY && !this.isCollecting;
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
    const { orders, sink } = this;
    const limit = makers.keyOf(price);
    const side = makers === this.asks ? BUY : SELL;
    this.busy = true;
    let left = lots;
    while (left > 0 && makers.best <= limit) {
      const maker = makers.front();
      const { ints, doubles } = orders;
      if (ints[maker + OWNER] === owner) {
        left = this.preventSelfTrade(makers, maker, id, account, left, selfTrade);
        continue;
      }
      const shown = doubles[at(maker) + SHOWN];
      const traded = left < shown ? left : shown;
      const makerOpen = shown + doubles[at(maker) + HIDDEN] - traded;
      const makerId = doubles[at(maker) + ID];
      const makerAccount = ints[maker + ACCOUNT];
      const tradedAt = makers.bestPrice();
      left -= traded;
      this.fill(makers, maker, traded);
      sink.trade(tradedAt, traded, makerId, makerAccount, makerOpen, id, account, left, side);
    }
    this.busy = false;
    return left;
  }

  /** 4.5: two orders of one owner met. Returns what is left of the incoming one. */
  private preventSelfTrade(
    makers: BookSide,
    maker: number,
    id: number,
    account: number,
    left: number,
    selfTrade: SelfTrade,
  ): number {
    const { orders } = this;
    const makerOpen = orders.open(maker);
    const outOfMaker = fromResting(selfTrade, makerOpen, left);
    const outOfIncoming = fromIncoming(selfTrade, makerOpen, left);
    if (outOfMaker > 0) {
      const makerId = orders.doubles[at(maker) + ID];
      const makerAccount = orders.ints[maker + ACCOUNT];
      const price = makers.bestPrice();
      this.takeOut(maker, outOfMaker);
      this.sink.restingReduced(makerId, makerAccount, makers.side, price, outOfMaker, makerOpen - outOfMaker);
    }
    if (outOfIncoming === 0) return left;
    const rest = left - outOfIncoming;
    if (rest === 0) this.ending = ENDED_SELF_TRADE;
    this.sink.incomingReduced(id, account, outOfIncoming, rest);
    return rest;
  }

  /** What an incoming order would trade, counted up to `most`: 4.2 for FOK, 4.5 for its own orders in the way. */
  private tradable(makers: BookSide, price: number, owner: number, most: number, selfTrade: SelfTrade): number {
    const { ints, doubles } = this.orders;
    const limit = makers.keyOfBound(price);
    let lots = 0;
    for (let key = makers.best; key !== NO_KEY && key <= limit; key = makers.next(key)) {
      let hidden = 0; // trades after all that is shown at this price
      for (let order = makers.firstAt(key); order !== NONE; order = ints[order + BEHIND]) {
        if (ints[order + OWNER] !== owner) {
          lots += doubles[at(order) + SHOWN];
          hidden += doubles[at(order) + HIDDEN];
        } else if (selfTrade !== OLDEST) return Math.min(lots, most); // else an own order costs the incoming one lots
        if (lots >= most) return most;
      }
      lots += hidden;
      if (lots >= most) return most;
    }
    return lots;
  }
}
