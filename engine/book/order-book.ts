import { assert } from "../assert";
import { BUY, SELL, type SideNo } from "../units";
import {
  type BookSink,
  type BookSnapshot,
  type BookSpec,
  DECREMENT,
  ENDED_FOK,
  ENDED_IOC,
  ENDED_NOT,
  ENDED_SELF_TRADE,
  type Ending,
  FOK,
  type Mode,
  NEWEST,
  OLDEST,
  REST,
  type SelfTrade,
} from "./book-face";
import type { BookSide } from "./book-side";
import { NONE } from "./order-pool";
import { RestingOrders } from "./resting-orders";

export * from "./book-face";

const HIGHEST_PRICE = 0x80000000;

const isOrder = (price: number, lots: number): boolean =>
  Number.isSafeInteger(price) && price >= 1 && price <= HIGHEST_PRICE && Number.isSafeInteger(lots) && lots >= 1;

/**
 * The order book of one contract: price, then time (4.1). It knows ids, sides, prices in ticks and lots, and neither
 * money nor margin. Behind the face are typed arrays; nobody outside this folder sees an index.
 */
export class OrderBook extends RestingOrders {
  /** Why lots of the last submitted or replaced order neither traded nor rest. */
  ending: Ending = ENDED_NOT;

  constructor(
    spec: BookSpec,
    private readonly sink: BookSink,
  ) {
    super(spec);
  }

  static restore(spec: BookSpec, sink: BookSink, snapshot: BookSnapshot): OrderBook {
    const book = new OrderBook(spec, sink);
    const fill = (side: SideNo, numbers: readonly number[]) => {
      for (let i = 0; i < numbers.length; i += 5) {
        const [id, account, owner, price, open] = numbers.slice(i, i + 5);
        book.rest(id, account, owner, side, price, open);
      }
    };
    fill(BUY, snapshot.bids);
    fill(SELL, snapshot.asks);
    return book;
  }

  /** Matches, then rests what is left if `mode` is REST. Returns the lots now resting; `ending` says why others ended. */
  submit(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    price: number,
    lots: number,
    mode: Mode,
    selfTrade: SelfTrade,
  ): number {
    assert(isOrder(price, lots), "an order has a price and lots, both whole");
    this.ending = ENDED_NOT;
    if (mode === FOK && this.tradable(side, price, owner, lots, selfTrade) < lots) {
      this.ending = ENDED_FOK;
      return 0;
    }
    const left = this.crosses(side, price) ? this.match(id, account, owner, side, price, lots, selfTrade) : lots;
    if (left === 0) return 0;
    if (mode !== REST) {
      this.ending = ENDED_IOC;
      return 0;
    }
    this.rest(id, account, owner, side, price, left);
    return left;
  }

  /** 4.4: fewer open lots at the same price keep their place; anything else leaves and enters anew, and may trade. */
  replace(id: number, price: number, open: number, selfTrade: SelfTrade): number {
    assert(isOrder(price, open), "an order has a price and lots, both whole");
    const order = this.resting(id);
    const side = this.sideAt(order);
    this.ending = ENDED_NOT;
    const fewer = this.orders.open[order] - open;
    if (fewer > 0 && price === side.priceOf(this.orders.level[order])) {
      side.levels.shrink(order, fewer);
      return open;
    }
    const account = this.orders.account[order];
    const owner = this.orders.owner[order];
    this.remove(side, order);
    return this.submit(id, account, owner, side.side, price, open, REST, selfTrade);
  }

  /** Returns the open lots removed; 0 if the order is not here. */
  cancel(id: number): number {
    const order = this.byId.take(id);
    if (order === NONE) return 0;
    const open = this.orders.open[order];
    this.sideAt(order).leave(order);
    this.orders.give(order);
    return open;
  }

  /** Lots an incoming `side` order of `owner` limited at `price` would trade, its own orders left out; at most `most`. */
  fillable(side: SideNo, price: number, owner: number, most: number): number {
    return this.tradable(side, price, owner, most, OLDEST);
  }

  private crosses(side: SideNo, price: number): boolean {
    const makers = side === BUY ? this.asks : this.bids;
    return makers.front(makers.rankOf(price)) !== NONE;
  }

  /** Trades with the other side, best price first and oldest first, at the maker's price (4.1). Returns what is left. */
  private match(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    price: number,
    lots: number,
    selfTrade: SelfTrade,
  ): number {
    const { orders } = this;
    const makers = side === BUY ? this.asks : this.bids;
    const limit = makers.rankOf(price);
    let left = lots;
    while (left > 0) {
      const maker = makers.front(limit);
      if (maker === NONE) break;
      if (orders.owner[maker] === owner) {
        left = this.preventSelfTrade(makers, maker, id, account, left, selfTrade);
        continue;
      }
      const tradedAt = makers.priceOf(orders.level[maker]);
      const makerId = orders.id[maker];
      const makerAccount = orders.account[maker];
      const open = orders.open[maker];
      const traded = left < open ? left : open;
      left -= traded;
      this.reduce(makers, maker, traded);
      this.sink.trade(tradedAt, traded, makerId, makerAccount, open - traded, id, account, left, side);
    }
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
    const makerOpen = orders.open[maker];
    const smaller = left < makerOpen ? left : makerOpen;
    const fromMaker = selfTrade === NEWEST ? 0 : selfTrade === DECREMENT ? smaller : makerOpen;
    const fromIncoming = selfTrade === OLDEST ? 0 : selfTrade === DECREMENT ? smaller : left;
    if (fromMaker > 0) {
      const price = makers.priceOf(orders.level[maker]);
      const makerId = orders.id[maker];
      const makerAccount = orders.account[maker];
      this.reduce(makers, maker, fromMaker);
      this.sink.restingReduced(makerId, makerAccount, makers.side, price, fromMaker, makerOpen - fromMaker);
    }
    if (fromIncoming === 0) return left;
    const rest = left - fromIncoming;
    if (rest === 0) this.ending = ENDED_SELF_TRADE;
    this.sink.incomingReduced(id, account, fromIncoming, rest);
    return rest;
  }

  /** What an incoming order would trade, counted up to `most`: 4.2 for FOK, 4.5 for its own orders in the way. */
  private tradable(side: SideNo, price: number, owner: number, most: number, selfTrade: SelfTrade): number {
    const { orders } = this;
    const makers = side === BUY ? this.asks : this.bids;
    const limit = makers.rankOfBound(price);
    let lots = 0;
    for (let level = makers.bestLevel(); level !== NONE; level = makers.nextLevel(level)) {
      if (makers.levels.rank[level] > limit) break;
      for (let order = makers.levels.first[level]; order !== NONE; order = orders.behind[order]) {
        if (orders.owner[order] !== owner) lots += orders.open[order];
        else if (selfTrade !== OLDEST) return lots; // in every other mode an own order costs the incoming one lots
        if (lots >= most) return most;
      }
    }
    return lots;
  }
}
