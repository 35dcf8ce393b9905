import { assert } from "../assert";
import { Hash } from "../digest";
import { BUY, SELL, type SideNo } from "../units";
import type { BookSnapshot, BookSpec, SelfTrade } from "./book-face";
import { BookSide, trim, trimHidden } from "./book-side";
import { IdIndex } from "./id-index";
import { NONE, type Order, OrderPool, setOpen } from "./order";
import { NO_KEY } from "./price-ladder";

/** What the book is doing. In the last two, orders trade: the listener may take lots out of others but enter none. */
export const CONTINUOUS = 0;
export const COLLECTING = 1; // for an auction (4.7)
export const UNCROSSING = 2;
export const MATCHING = 3;
type Phase = typeof CONTINUOUS | typeof COLLECTING | typeof UNCROSSING | typeof MATCHING;

/** Numbers an order has in a snapshot, its arrival the last of them. */
export const SAVED = 9;

/** Visits a resting order; all of its open lots, hidden ones included. */
export type Visit<Answer> = (id: number, account: number, price: number, open: number) => Answer;

/**
 * What rests in a book, and everything one may ask about it. How orders come to rest, and leave, is the order book's.
 * Order NONE has no lots, so "not here" reads as 0.
 */
export abstract class RestingOrders {
  protected readonly bids: BookSide;
  protected readonly asks: BookSide;
  protected readonly byId: IdIndex;
  protected phase: Phase = CONTINUOUS;
  protected arrivals = 0;
  protected readonly pool: OrderPool;

  constructor(spec: BookSpec) {
    const ticks = spec.ladderTicks ?? 4096;
    const capacity = spec.capacity ?? 256;
    assert((ticks & (ticks - 1)) === 0 && ticks >= 32 && ticks <= 32768, "a ladder spans a power of two, 32 to 32,768");
    assert(Number.isSafeInteger(capacity) && capacity >= 1, "a book starts with space for one order at least");
    this.pool = new OrderPool(capacity);
    this.byId = new IdIndex(capacity);
    this.bids = new BookSide(BUY, this.pool, ticks);
    this.asks = new BookSide(SELL, this.pool, ticks);
  }

  get size(): number {
    return this.byId.size;
  }

  /** Orders collect for an auction and nothing matches (4.7). */
  get collecting(): boolean {
    return this.phase === COLLECTING || this.phase === UNCROSSING;
  }

  has(id: number): boolean {
    return this.byId.find(id) !== NONE;
  }

  /** All of its open lots, hidden ones included; 0 if the order is not here. */
  openOf(id: number): number {
    return this.byId.find(id).open;
  }

  /** The open lots it shows; 0 if the order is not here. */
  shownOf(id: number): number {
    return this.byId.find(id).shown;
  }

  priceOf(id: number): number {
    return this.price(this.resting(id));
  }

  sideOf(id: number): SideNo {
    return this.resting(id).side;
  }

  accountOf(id: number): number {
    return this.resting(id).account;
  }

  /** Lots shown ahead of the order at its price: hidden ones queue behind it. */
  aheadOf(id: number): number {
    const { level, ahead } = this.resting(id);
    let lots = 0;
    for (let order = ahead; order !== level; order = order.ahead) lots += order.shown;
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
    return this.sideOfBook(side).front().id;
  }

  /** Lots shown at a price. */
  lotsAt(side: SideNo, price: number): number {
    return this.sideOfBook(side).levelAt(price).shown;
  }

  ordersAt(side: SideNo, price: number): number {
    return this.sideOfBook(side).levelAt(price).orders;
  }

  /** Lots shown on `side` at `bound` or better for someone who trades with them. */
  lotsWithin(side: SideNo, bound: number): number {
    const resting = this.sideOfBook(side);
    const limit = resting.keyOfBound(bound);
    let lots = 0;
    for (let key = resting.best; key !== NO_KEY && key <= limit; key = resting.next(key))
      lots += resting.find(key).shown;
    return lots;
  }

  /** Price, lots shown and orders of the best `levels` prices. */
  depth(side: SideNo, levels: number): [number, number, number][] {
    const resting = this.sideOfBook(side);
    const rows: [number, number, number][] = [];
    for (let key = resting.best; key !== NO_KEY && rows.length < levels; key = resting.next(key)) {
      const { shown, orders } = resting.find(key);
      rows.push([resting.priceOf(key), shown, orders]);
    }
    return rows;
  }

  /** In price-time priority. `visit` must not change the book. */
  forEach(side: SideNo, visit: Visit<void>): void {
    this.eachOrder(side, ({ id, account, open }, price) => visit(id, account, price, open));
  }

  /** Those at `bound` or better, in priority, until `visit` returns false. It must not change the book. */
  forEachWithin(side: SideNo, bound: number, visit: Visit<boolean>): void {
    const resting = this.sideOfBook(side);
    const limit = resting.keyOfBound(bound);
    for (let key = resting.best; key !== NO_KEY && key <= limit; key = resting.next(key)) {
      const price = resting.priceOf(key);
      const level = resting.find(key);
      for (let order = level.behind; order !== level; order = order.behind) {
        if (!visit(order.id, order.account, price, order.open)) return;
      }
    }
  }

  snapshot(): BookSnapshot {
    return { bids: this.numbersOf(BUY), asks: this.numbersOf(SELL), collecting: this.collecting };
  }

  protected load({ bids, asks, collecting }: BookSnapshot): void {
    let next = 0;
    const rest = (side: SideNo, numbers: readonly number[]) => {
      const own = this.sideOfBook(side);
      for (let i = 0; i < numbers.length; i += SAVED) {
        const shown = numbers[i + 4];
        const hidden = numbers[i + 5];
        const selfTrade = numbers[i + 7] as SelfTrade;
        const open = shown + hidden;
        const order = this.record(numbers[i], numbers[i + 1], numbers[i + 2], side, open, selfTrade, numbers[i + 6]);
        order.shown = shown;
        order.hidden = hidden;
        order.arrival = numbers[i + 8];
        next = Math.max(next, order.arrival + 1);
        own.join(order, own.keyOf(numbers[i + 3]));
      }
    };
    rest(BUY, bids);
    rest(SELL, asks);
    this.arrivals = next;
    this.phase = collecting ? COLLECTING : CONTINUOUS;
  }

  /** 32 hex digits for what the book holds, whatever way it came about: all that decides what it does next. */
  digest(): string {
    const hash = new Hash();
    this.hashInto(hash);
    return hash.hex();
  }

  hashInto(hash: Hash): void {
    const bids = this.numbersOf(BUY);
    const asks = this.numbersOf(SELL);
    renumberArrivals(bids, asks);
    hash
      .numbers(bids)
      .numbers(asks)
      .number(this.collecting ? 1 : 0);
  }

  /** Asserts what holds between any two calls. */
  check(): void {
    const { bids, asks } = this;
    const crossed = bids.best !== NO_KEY && asks.best !== NO_KEY && bids.bestPrice() >= asks.bestPrice();
    assert(!crossed || this.collecting, "in continuous trading the book is never crossed");
    assert(bids.check() + asks.check() === this.byId.size, "every order rests on one side");
    assert(NONE.open === 0 && NONE.behind === NONE && NONE.ahead === NONE, "nobody writes to the order there is not");
    for (const side of [BUY, SELL] as const) {
      this.eachOrder(side, (order) => {
        assert(this.byId.find(order.id) === order, "an order is found by its id");
        assert(order.arrival < this.arrivals, "an order arrived before the next one");
      });
    }
  }

  /** Writes down an order that is about to join its side. */
  protected record(
    id: number,
    account: number,
    owner: number,
    side: SideNo,
    lots: number,
    selfTrade: SelfTrade,
    display: number,
  ): Order {
    const order = this.pool.take();
    order.id = id;
    order.account = account;
    order.owner = owner;
    order.side = side;
    order.selfTrade = selfTrade;
    order.display = display;
    order.arrival = this.arrivals++;
    setOpen(order, lots);
    this.byId.add(order);
    return order;
  }

  /** Takes open lots out of an order, hidden ones first; what is left keeps its place. An emptied order is gone. */
  protected takeOut(order: Order, lots: number): void {
    const fromHidden = Math.min(lots, order.hidden);
    const fromShown = lots - fromHidden;
    if (fromShown === order.shown) {
      this.remove(this.sideOfBook(order.side), order);
      return;
    }
    trimHidden(order, fromHidden);
    trim(order, fromShown);
  }

  /** Lots of the front order traded: what it shows shrinks, and when that is gone the next tranche queues, or it ends. */
  protected fill(side: BookSide, order: Order, lots: number): void {
    if (lots < order.shown) trim(order, lots);
    else if (order.hidden > 0) side.nextTranche(order);
    else this.remove(side, order);
  }

  protected remove(side: BookSide, order: Order): void {
    this.byId.take(order.id);
    side.leave(order);
    this.pool.give(order);
  }

  protected price(order: Order): number {
    return this.sideOfBook(order.side).priceOf(order.level.key);
  }

  protected resting(id: number): Order {
    const order = this.byId.find(id);
    assert(order !== NONE, "the order rests in this book");
    return order;
  }

  protected sideOfBook(side: SideNo): BookSide {
    return side === 0 ? this.bids : this.asks;
  }

  private numbersOf(side: SideNo): number[] {
    const resting = this.sideOfBook(side);
    const numbers: number[] = [];
    for (let key = resting.best; key !== NO_KEY; key = resting.next(key)) {
      const price = resting.priceOf(key);
      const level = resting.find(key);
      for (let order = level.behind; order !== level; order = order.behind) {
        numbers.push(order.id, order.account, order.owner, price, order.shown, order.hidden, order.display);
        numbers.push(order.selfTrade, order.arrival);
      }
    }
    return numbers;
  }

  private eachOrder(side: SideNo, visit: (order: Order, price: number) => void): void {
    const resting = this.sideOfBook(side);
    for (let key = resting.best; key !== NO_KEY; key = resting.next(key)) {
      const price = resting.priceOf(key);
      const level = resting.find(key);
      for (let order = level.behind; order !== level; order = order.behind) visit(order, price);
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
