import { assert } from "../assert";
import type { Hash } from "../digest";
import { BUY, SELL, type SideNo } from "../units";
import type { BookSnapshot, BookSpec } from "./book-face";
import { BookSide } from "./book-side";
import { IdIndex } from "./id-index";
import { NONE, OrderPool } from "./order-pool";

/**
 * What rests in a book, and everything one may ask about it. How orders come to rest, and leave, is the order book's.
 * Index NONE of every array stays zero, so "not here" reads as 0 lots.
 */
export abstract class RestingOrders {
  protected readonly orders: OrderPool;
  protected readonly bids: BookSide;
  protected readonly asks: BookSide;
  protected readonly byId: IdIndex;

  constructor(spec: BookSpec) {
    const ticks = spec.ladderTicks ?? 4096;
    const capacity = spec.capacity ?? 256;
    assert((ticks & (ticks - 1)) === 0 && ticks >= 32 && ticks <= 32768, "a ladder spans a power of two, 32 to 32,768");
    this.orders = new OrderPool(capacity);
    this.byId = new IdIndex(capacity);
    this.bids = new BookSide(BUY, this.orders, ticks);
    this.asks = new BookSide(SELL, this.orders, ticks);
  }

  get size(): number {
    return this.byId.size;
  }

  has(id: number): boolean {
    return this.byId.find(id) !== NONE;
  }

  /** 0 if the order is not here. */
  openOf(id: number): number {
    return this.orders.open[this.byId.find(id)];
  }

  priceOf(id: number): number {
    const order = this.resting(id);
    return this.sideAt(order).priceOf(this.orders.level[order]);
  }

  sideOf(id: number): SideNo {
    return this.sideAt(this.resting(id)).side;
  }

  accountOf(id: number): number {
    return this.orders.account[this.resting(id)];
  }

  /** Lots ahead of the order at its price. */
  aheadOf(id: number): number {
    const { ahead, open } = this.orders;
    let lots = 0;
    for (let order = ahead[this.resting(id)]; order !== NONE; order = ahead[order]) lots += open[order];
    return lots;
  }

  /** 0 if the side is empty. */
  bestBid(): number {
    return this.bids.bestPrice();
  }

  bestAsk(): number {
    return this.asks.bestPrice();
  }

  lotsAt(side: SideNo, price: number): number {
    const resting = this.sideOfBook(side);
    return resting.levels.lots[resting.levelAt(price)];
  }

  ordersAt(side: SideNo, price: number): number {
    const resting = this.sideOfBook(side);
    return resting.levels.orders[resting.levelAt(price)];
  }

  /** Lots resting on `side` at `bound` or better for someone who trades with them. */
  lotsWithin(side: SideNo, bound: number): number {
    const resting = this.sideOfBook(side);
    const limit = resting.rankOfBound(bound);
    let lots = 0;
    for (let level = resting.bestLevel(); level !== NONE; level = resting.nextLevel(level)) {
      if (resting.levels.rank[level] > limit) break;
      lots += resting.levels.lots[level];
    }
    return lots;
  }

  /** Price, lots and orders of the best `levels` prices. */
  depth(side: SideNo, levels: number): [number, number, number][] {
    const resting = this.sideOfBook(side);
    const rows: [number, number, number][] = [];
    for (let level = resting.bestLevel(); level !== NONE && rows.length < levels; level = resting.nextLevel(level)) {
      rows.push([resting.priceOf(level), resting.levels.lots[level], resting.levels.orders[level]]);
    }
    return rows;
  }

  /** In price-time priority. `visit` must not change the book. */
  forEach(side: SideNo, visit: (id: number, account: number, price: number, open: number) => void): void {
    const { id, account, open } = this.orders;
    this.eachOrder(side, (order, price) => visit(id[order], account[order], price, open[order]));
  }

  snapshot(): BookSnapshot {
    const { id, account, owner, open } = this.orders;
    const numbersOf = (side: SideNo) => {
      const numbers: number[] = [];
      this.eachOrder(side, (order, price) => {
        numbers.push(id[order], account[order], owner[order], price, open[order]);
      });
      return numbers;
    };
    return { bids: numbersOf(BUY), asks: numbersOf(SELL) };
  }

  /** What the book holds, whatever way it came about: a restored book hashes like the one that was saved. */
  hashInto(hash: Hash): void {
    const { bids, asks } = this.snapshot();
    hash.numbers(bids).numbers(asks);
  }

  /** Asserts what holds between any two calls. */
  check(): void {
    const { bids, asks, orders } = this;
    const crossed = bids.bestPrice() > 0 && asks.bestPrice() > 0 && bids.bestPrice() >= asks.bestPrice();
    assert(!crossed, "in continuous trading the book is never crossed");
    assert(bids.check() + asks.check() === this.byId.size, "every order rests on one side");
    for (const side of [BUY, SELL] as const) {
      this.eachOrder(side, (order) => {
        assert(this.byId.find(orders.id[order]) === order, "an order is found by its id");
        assert(orders.side[order] === side, "an order knows its side");
      });
    }
  }

  protected rest(id: number, account: number, owner: number, side: SideNo, price: number, lots: number): void {
    const order = this.orders.take(id, account, owner, side, lots);
    this.byId.add(id, order);
    const own = side === BUY ? this.bids : this.asks;
    own.enter(order, own.rankOf(price));
  }

  protected reduce(side: BookSide, order: number, lots: number): void {
    if (lots < this.orders.open[order]) side.levels.shrink(order, lots);
    else this.remove(side, order);
  }

  protected remove(side: BookSide, order: number): void {
    this.byId.take(this.orders.id[order]);
    side.leave(order);
    this.orders.give(order);
  }

  protected sideAt(order: number): BookSide {
    return this.orders.side[order] === BUY ? this.bids : this.asks;
  }

  protected resting(id: number): number {
    const order = this.byId.find(id);
    assert(order !== NONE, "the order rests in this book");
    return order;
  }

  protected sideOfBook(side: SideNo): BookSide {
    return side === BUY ? this.bids : this.asks;
  }

  private eachOrder(side: SideNo, visit: (order: number, price: number) => void): void {
    const resting = this.sideOfBook(side);
    for (let level = resting.bestLevel(); level !== NONE; level = resting.nextLevel(level)) {
      const price = resting.priceOf(level);
      const { first } = resting.levels;
      for (let order = first[level]; order !== NONE; order = this.orders.behind[order]) visit(order, price);
    }
  }
}
