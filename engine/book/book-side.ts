import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import { AHEAD, at, BEHIND, HIDDEN, KEY, NONE, type OrderPool, SHOWN } from "./order-pool";
import { FIRST, HIDDEN_LOTS, LAST, LOTS, NO_KEY, ORDERS, of, PriceLadder } from "./price-ladder";

const HIGHEST_PRICE = 0x80000000;

export const isPrice = (price: number): boolean => Number.isSafeInteger(price) && price >= 1 && price <= HIGHEST_PRICE;

/**
 * One side of the book: at each price a queue, oldest first. Prices become keys here, the lowest for the best price there
 * can be, the highest bid or the lowest ask: so "better" is "less" on both sides, and no rule needs saying twice. Prices
 * 1 … 2^31 give keys −2^31 … −1: for bids −price, which is price − 1 with every bit turned over, for asks price − 1 − 2^31,
 * which is price − 1 with the first bit turned over.
 */
export class BookSide extends PriceLadder {
  private readonly turn: number;

  constructor(
    readonly side: SideNo,
    private readonly orders: OrderPool,
    ticks: number,
  ) {
    super(ticks);
    this.turn = side === BUY ? -1 : -0x80000000;
  }

  keyOf(price: number): number {
    return (price - 1) ^ this.turn;
  }

  priceOf(key: number): number {
    return (key ^ this.turn) + 1;
  }

  /** The key of a bound, which unlike the price of an order may lie beyond all prices. */
  keyOfBound(bound: number): number {
    return this.side === BUY ? -bound : bound - 1 - HIGHEST_PRICE;
  }

  /** 0 if the side is empty. */
  bestPrice(): number {
    return this.best === NO_KEY ? 0 : this.priceOf(this.best);
  }

  levelAt(price: number): number {
    return isPrice(price) ? this.find(this.keyOf(price)) : NONE;
  }

  /** The next order to trade: the oldest one at the best price. */
  front(): number {
    return this.ints[this.find(this.best) + FIRST];
  }

  firstAt(key: number): number {
    return this.ints[this.find(key) + FIRST];
  }

  /** The order queues behind all others at its price. */
  join(order: number): void {
    const { ints, doubles } = this.orders;
    const key = ints[order + KEY];
    let level = this.find(key);
    const last = this.ints[level + LAST];
    if (last === NONE) {
      level = this.open(key);
      this.ints[level + FIRST] = order;
    } else ints[last + BEHIND] = order;
    ints[order + AHEAD] = last;
    ints[order + BEHIND] = NONE;
    this.ints[level + LAST] = order;
    this.ints[level + ORDERS]++;
    this.doubles[of(level) + LOTS] += doubles[at(order) + SHOWN];
    const hidden = doubles[at(order) + HIDDEN];
    if (hidden > 0) this.doubles[of(level) + HIDDEN_LOTS] += hidden;
  }

  leave(order: number): void {
    const { ints, doubles } = this.orders;
    const key = ints[order + KEY];
    const level = this.find(key);
    const ahead = ints[order + AHEAD];
    const behind = ints[order + BEHIND];
    if (ahead === NONE) this.ints[level + FIRST] = behind;
    else ints[ahead + BEHIND] = behind;
    if (behind === NONE) this.ints[level + LAST] = ahead;
    else ints[behind + AHEAD] = ahead;
    this.doubles[of(level) + LOTS] -= doubles[at(order) + SHOWN];
    const hidden = doubles[at(order) + HIDDEN];
    if (hidden > 0) this.doubles[of(level) + HIDDEN_LOTS] -= hidden;
    if (--this.ints[level + ORDERS] === 0) this.close(key, level);
  }

  /** The order shows fewer lots and keeps its place. */
  trim(order: number, lots: number): void {
    this.orders.doubles[at(order) + SHOWN] -= lots;
    this.doubles[of(this.find(this.orders.ints[order + KEY])) + LOTS] -= lots;
  }

  /** The order hides fewer lots. */
  trimHidden(order: number, lots: number): void {
    this.orders.doubles[at(order) + HIDDEN] -= lots;
    this.doubles[of(this.find(this.orders.ints[order + KEY])) + HIDDEN_LOTS] -= lots;
  }

  /** 4.2: the tranche of an iceberg traded away; the next one queues anew. */
  nextTranche(order: number): void {
    const { orders } = this;
    const hidden = orders.doubles[at(order) + HIDDEN];
    this.leave(order);
    orders.setOpen(order, hidden);
    this.join(order);
  }

  /** Open lots at this key or better, the hidden ones included. */
  openWithin(limit: number): number {
    let lots = 0;
    for (let key = this.best; key !== NO_KEY && key <= limit; key = this.next(key)) lots += this.openAt(key);
    return lots;
  }

  openAt(key: number): number {
    const level = of(this.find(key));
    return this.doubles[level + LOTS] + this.doubles[level + HIDDEN_LOTS];
  }

  /** Asserts that ladder, levels and queues agree. Returns how many orders they hold. */
  check(): number {
    const { ints, doubles } = this.orders;
    let held = 0;
    let before = Number.NEGATIVE_INFINITY;
    assert(this.best === this.next(-HIGHEST_PRICE - 1), "the best price is the first of the ladder");
    for (let key = this.best; key !== NO_KEY; key = this.next(key)) {
      assert(key > before, "levels stand in the order of their prices");
      before = key;
      const level = this.find(key);
      let shown = 0;
      let hidden = 0;
      let orders = 0;
      let ahead = NONE;
      for (let order = this.ints[level + FIRST]; order !== NONE; order = ints[order + BEHIND]) {
        assert(ints[order + KEY] === key, "an order knows its price");
        assert(ints[order + AHEAD] === ahead, "the queue is linked both ways");
        assert(doubles[at(order) + SHOWN] > 0, "a resting order shows lots");
        assert(doubles[at(order) + HIDDEN] === 0 || this.orders.isIceberg(order), "only an iceberg hides lots");
        shown += doubles[at(order) + SHOWN];
        hidden += doubles[at(order) + HIDDEN];
        orders++;
        ahead = order;
      }
      assert(this.ints[level + LAST] === ahead, "a queue ends with its newest order");
      assert(orders > 0 && this.ints[level + ORDERS] === orders, "a level counts its orders and has at least one");
      assert(Number.isSafeInteger(shown + hidden), "the lots of a level are a safe integer");
      assert(this.doubles[of(level) + LOTS] === shown, "a level's lots are the sum of its orders'");
      assert(this.doubles[of(level) + HIDDEN_LOTS] === hidden, "a level's hidden lots are the sum of its orders'");
      held += orders;
    }
    return held;
  }
}
