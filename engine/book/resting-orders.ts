import { assert } from "../assert";
import { Hash } from "../digest";
import { BUY, SELL, type SideNo } from "../units";
import type { BookSnapshot, BookSpec, SelfTrade } from "./book-face";
import { BookSide } from "./book-side";
import { IdIndex } from "./id-index";
import {
  ACCOUNT,
  AHEAD,
  ARRIVAL,
  at,
  BEHIND,
  HIDDEN,
  ID,
  KEY,
  NONE,
  OrderPool,
  OWNER,
  SHOWN,
  TERMS,
  termsOf,
} from "./order-pool";
import { LOTS, NO_KEY, ORDERS, of } from "./price-ladder";

/** Numbers an order has in a snapshot, its arrival the last of them. */
const SAVED = 9;

/** Visits a resting order; all of its open lots, hidden ones included. */
export type Visit<Answer> = (id: number, account: number, price: number, open: number) => Answer;

/**
 * What rests in a book, and everything one may ask about it. How orders come to rest, and leave, is the order book's.
 * Record NONE stays zero, so "not here" reads as 0 lots.
 */
export abstract class RestingOrders {
  protected readonly orders: OrderPool;
  protected readonly bids: BookSide;
  protected readonly asks: BookSide;
  protected readonly byId: IdIndex;
  protected arrivals = 0;
  protected isCollecting = false;

  constructor(spec: BookSpec) {
    const ticks = spec.ladderTicks ?? 2048;
    const capacity = spec.capacity ?? 256;
    assert((ticks & (ticks - 1)) === 0 && ticks >= 32 && ticks <= 32768, "a ladder spans a power of two, 32 to 32,768");
    assert(Number.isSafeInteger(capacity) && capacity >= 1, "a book starts with space for one order at least");
    this.orders = new OrderPool(capacity);
    this.byId = new IdIndex(this.orders, capacity);
    this.bids = new BookSide(BUY, this.orders, ticks);
    this.asks = new BookSide(SELL, this.orders, ticks);
  }

  get size(): number {
    return this.byId.size;
  }

  /** Orders collect for an auction and nothing matches (4.7). */
  get collecting(): boolean {
    return this.isCollecting;
  }

  has(id: number): boolean {
    return this.byId.find(id) !== NONE;
  }

  /** All of its open lots, hidden ones included; 0 if the order is not here. */
  openOf(id: number): number {
    return this.orders.open(this.byId.find(id));
  }

  /** The open lots it shows; 0 if the order is not here. */
  shownOf(id: number): number {
    return this.orders.doubles[at(this.byId.find(id)) + SHOWN];
  }

  priceOf(id: number): number {
    return this.price(this.resting(id));
  }

  sideOf(id: number): SideNo {
    return this.orders.side(this.resting(id));
  }

  accountOf(id: number): number {
    return this.orders.ints[this.resting(id) + ACCOUNT];
  }

  /** Lots shown ahead of the order at its price: hidden ones queue behind it. */
  aheadOf(id: number): number {
    const { ints, doubles } = this.orders;
    let lots = 0;
    for (let order = ints[this.resting(id) + AHEAD]; order !== NONE; order = ints[order + AHEAD]) {
      lots += doubles[at(order) + SHOWN];
    }
    return lots;
  }

  /** 0 if the side is empty. */
  bestBid(): number {
    return this.bids.bestPrice();
  }

  bestAsk(): number {
    return this.asks.bestPrice();
  }

  /** The order of a side that trades next; 0 if there is none. */
  frontOf(side: SideNo): number {
    return this.orders.doubles[at(this.sideOfBook(side).front()) + ID];
  }

  /** Lots shown at a price. */
  lotsAt(side: SideNo, price: number): number {
    const resting = this.sideOfBook(side);
    return resting.doubles[of(resting.levelAt(price)) + LOTS];
  }

  ordersAt(side: SideNo, price: number): number {
    const resting = this.sideOfBook(side);
    return resting.ints[resting.levelAt(price) + ORDERS];
  }

  /** Lots shown on `side` at `bound` or better for someone who trades with them. */
  lotsWithin(side: SideNo, bound: number): number {
    const resting = this.sideOfBook(side);
    const limit = resting.keyOfBound(bound);
    let lots = 0;
    for (let key = resting.best; key !== NO_KEY && key <= limit; key = resting.next(key)) {
      lots += resting.doubles[of(resting.find(key)) + LOTS];
    }
    return lots;
  }

  /** Price, lots shown and orders of the best `levels` prices. */
  depth(side: SideNo, levels: number): [number, number, number][] {
    const resting = this.sideOfBook(side);
    const rows: [number, number, number][] = [];
    for (let key = resting.best; key !== NO_KEY && rows.length < levels; key = resting.next(key)) {
      const level = resting.find(key);
      rows.push([resting.priceOf(key), resting.doubles[of(level) + LOTS], resting.ints[level + ORDERS]]);
    }
    return rows;
  }

  /** In price-time priority. `visit` must not change the book. */
  forEach(side: SideNo, visit: Visit<void>): void {
    const { ints, doubles } = this.orders;
    this.eachOrder(side, (order, price) => {
      visit(doubles[at(order) + ID], ints[order + ACCOUNT], price, this.orders.open(order));
    });
  }

  /** Those at `bound` or better, in priority, until `visit` returns false. It must not change the book. */
  forEachWithin(side: SideNo, bound: number, visit: Visit<boolean>): void {
    const { ints, doubles } = this.orders;
    const resting = this.sideOfBook(side);
    const limit = resting.keyOfBound(bound);
    for (let key = resting.best; key !== NO_KEY && key <= limit; key = resting.next(key)) {
      const price = resting.priceOf(key);
      for (let order = resting.firstAt(key); order !== NONE; order = ints[order + BEHIND]) {
        if (!visit(doubles[at(order) + ID], ints[order + ACCOUNT], price, this.orders.open(order))) return;
      }
    }
  }

  snapshot(): BookSnapshot {
    const bids = this.numbersOf(BUY);
    const asks = this.numbersOf(SELL);
    renumberArrivals(bids, asks);
    return { bids, asks, collecting: this.isCollecting };
  }

  protected load({ bids, asks, collecting }: BookSnapshot): void {
    const rest = (side: SideNo, numbers: readonly number[]) => {
      for (let i = 0; i < numbers.length; i += SAVED) {
        const [id, account, owner, price, shown, hidden, display, selfTrade, arrival] = numbers.slice(i, i + SAVED);
        const order = this.record(id, account, owner, side, price, shown, selfTrade as SelfTrade, display);
        this.orders.doubles[at(order) + HIDDEN] = hidden;
        this.orders.doubles[at(order) + SHOWN] = shown;
        this.orders.doubles[at(order) + ARRIVAL] = arrival;
        this.sideOfBook(side).join(order);
      }
    };
    rest(BUY, bids);
    rest(SELL, asks);
    this.isCollecting = collecting;
  }

  /** 32 hex digits for what the book holds, whatever way it came about: all that decides what it does next. */
  digest(): string {
    const hash = new Hash();
    this.hashInto(hash);
    return hash.hex();
  }

  hashInto(hash: Hash): void {
    const { bids, asks, collecting } = this.snapshot();
    hash
      .numbers(bids)
      .numbers(asks)
      .number(collecting ? 1 : 0);
  }

  /** Asserts what holds between any two calls. */
  check(): void {
    const { bids, asks, orders } = this;
    const crossed = bids.best !== NO_KEY && asks.best !== NO_KEY && bids.bestPrice() >= asks.bestPrice();
    assert(!crossed || this.isCollecting, "in continuous trading the book is never crossed");
    assert(bids.check() + asks.check() === this.byId.size, "every order rests on one side");
    for (const side of [BUY, SELL] as const) {
      this.eachOrder(side, (order) => {
        assert(this.byId.find(orders.doubles[at(order) + ID]) === order, "an order is found by its id");
        assert(orders.side(order) === side, "an order knows its side");
        assert(orders.doubles[at(order) + ARRIVAL] < this.arrivals, "an order arrived before the next one");
      });
    }
  }

  /** Writes down an order that is about to join its side. */
  protected record(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    price: number,
    lots: number,
    selfTrade: SelfTrade,
    display: number,
  ): number {
    const { orders } = this;
    const order = orders.take();
    const { ints, doubles } = orders;
    const double = at(order);
    doubles[double + ID] = id;
    doubles[double + ARRIVAL] = this.arrivals++;
    ints[order + ACCOUNT] = account;
    ints[order + OWNER] = owner;
    ints[order + TERMS] = termsOf(side, selfTrade, display);
    ints[order + KEY] = (side === BUY ? this.bids : this.asks).keyOf(price);
    if (display > 0) {
      orders.setDisplay(order, display);
      orders.setOpen(order, lots);
    } else {
      doubles[double + SHOWN] = lots;
      doubles[double + HIDDEN] = 0;
    }
    this.byId.add(order, id);
    return order;
  }

  /** Takes open lots out of an order, hidden ones first; what is left keeps its place. An emptied order is gone. */
  protected takeOut(order: number, lots: number): void {
    const side = this.sideOfBook(this.orders.side(order));
    const hidden = this.orders.doubles[at(order) + HIDDEN];
    const fromHidden = lots < hidden ? lots : hidden;
    if (fromHidden > 0) side.trimHidden(order, fromHidden);
    if (lots === fromHidden) return;
    if (lots - fromHidden < this.orders.doubles[at(order) + SHOWN]) side.trim(order, lots - fromHidden);
    else this.remove(side, order);
  }

  /** Lots of the front order traded: what it shows shrinks, and when that is gone the next tranche queues, or it ends. */
  protected fill(side: BookSide, order: number, lots: number): void {
    const { doubles } = this.orders;
    if (lots < doubles[at(order) + SHOWN]) side.trim(order, lots);
    else if (doubles[at(order) + HIDDEN] > 0) side.nextTranche(order);
    else this.remove(side, order);
  }

  protected remove(side: BookSide, order: number): void {
    this.byId.take(this.orders.doubles[at(order) + ID]);
    side.leave(order);
    this.orders.give(order);
  }

  protected price(order: number): number {
    return this.sideOfBook(this.orders.side(order)).priceOf(this.orders.ints[order + KEY]);
  }

  protected resting(id: number): number {
    const order = this.byId.find(id);
    assert(order !== NONE, "the order rests in this book");
    return order;
  }

  protected sideOfBook(side: SideNo): BookSide {
    return side === BUY ? this.bids : this.asks;
  }

  private numbersOf(side: SideNo): number[] {
    const { orders } = this;
    const { ints, doubles } = orders;
    const numbers: number[] = [];
    this.eachOrder(side, (order, price) => {
      const double = at(order);
      numbers.push(doubles[double + ID], ints[order + ACCOUNT], ints[order + OWNER], price);
      numbers.push(doubles[double + SHOWN], doubles[double + HIDDEN], orders.displayOf(order));
      numbers.push(orders.selfTrade(order), doubles[double + ARRIVAL]);
    });
    return numbers;
  }

  private eachOrder(side: SideNo, visit: (order: number, price: number) => void): void {
    const { ints } = this.orders;
    const resting = this.sideOfBook(side);
    for (let key = resting.best; key !== NO_KEY; key = resting.next(key)) {
      const price = resting.priceOf(key);
      for (let order = resting.firstAt(key); order !== NONE; order = ints[order + BEHIND]) visit(order, price);
    }
  }
}

/** Numbers the orders of both sides from 0 as they arrived: only their order counts, so one that came and went leaves no trace. */
function renumberArrivals(bids: number[], asks: number[]): void {
  const sorted = new Float64Array((bids.length + asks.length) / SAVED);
  let n = 0;
  for (const numbers of [bids, asks]) for (let i = SAVED - 1; i < numbers.length; i += SAVED) sorted[n++] = numbers[i];
  sorted.sort();
  for (const numbers of [bids, asks]) {
    for (let i = SAVED - 1; i < numbers.length; i += SAVED) numbers[i] = rankIn(sorted, numbers[i]);
  }
}

function rankIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
