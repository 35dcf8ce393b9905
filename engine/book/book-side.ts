import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import { NONE, type Order, type OrderPool, setOpen } from "./order";
import { NO_KEY, PriceLadder } from "./price-ladder";

const HIGHEST_PRICE = 0x80000000;

/** Whole, from 1 to 2^31. */
export const isPrice = (price: number): boolean => price >= 1 && ((price - 1) | 0) === price - 1;

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
    pool: OrderPool,
    ticks: number,
  ) {
    super(pool, ticks);
    this.turn = side === BUY ? -1 : 1 << 31; // by the shift an integer to the machine, too
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

  levelAt(price: number): Order {
    return isPrice(price) ? this.find(this.keyOf(price)) : NONE;
  }

  /** The next order to trade: the oldest one at the best price. Of an empty side, NONE. */
  front(): Order {
    return this.find(this.best).behind;
  }

  /** The order queues behind all others at a price. */
  join(order: Order, key: number): void {
    const found = this.find(key);
    const level = found.orders === 0 ? this.open(key) : found;
    const last = level.ahead;
    order.level = level;
    order.ahead = last;
    order.behind = level;
    last.behind = order;
    level.ahead = order;
    level.orders++;
    level.shown += order.shown;
    level.hidden += order.hidden;
  }

  leave(order: Order): void {
    const { level, ahead, behind } = order;
    ahead.behind = behind;
    behind.ahead = ahead;
    level.shown -= order.shown;
    level.hidden -= order.hidden;
    if (--level.orders === 0) this.close(level);
  }

  /** 4.2: the tranche of an iceberg traded away; the next one queues anew. */
  nextTranche(order: Order): void {
    const { key } = order.level;
    const { hidden } = order;
    this.leave(order);
    setOpen(order, hidden);
    this.join(order, key);
  }

  /** Open lots at this key or better, the hidden ones included. */
  openWithin(limit: number): number {
    let lots = 0;
    for (let key = this.best; key !== NO_KEY && key <= limit; key = this.next(key)) lots += this.find(key).open;
    return lots;
  }

  /** Asserts that ladder, levels and queues agree. Returns how many orders they hold. */
  check(): number {
    let held = 0;
    let before = Number.NEGATIVE_INFINITY;
    assert(this.best === this.next(-HIGHEST_PRICE - 1), "the best price is the first of the ladder");
    for (let key = this.best; key !== NO_KEY; key = this.next(key)) {
      assert(key > before, "levels stand in the order of their prices");
      before = key;
      const level = this.find(key);
      assert(level.key === key, "a level knows its price");
      let shown = 0;
      let hidden = 0;
      let orders = 0;
      let ahead = level;
      for (let order = level.behind; order !== level; order = order.behind) {
        assert(order.level === level, "an order knows its level");
        assert(order.ahead === ahead, "the queue is linked both ways");
        assert(order.side === this.side, "an order knows its side");
        assert(order.shown > 0, "a resting order shows lots");
        assert(order.hidden === 0 || order.shown <= order.display, "an order hides what is beyond its tranche");
        shown += order.shown;
        hidden += order.hidden;
        orders++;
        ahead = order;
      }
      assert(level.ahead === ahead, "a queue ends with its newest order");
      assert(orders > 0 && level.orders === orders, "a level counts its orders and has at least one");
      assert(Number.isSafeInteger(shown + hidden), "the lots of a level are a safe integer");
      assert(level.shown === shown && level.hidden === hidden, "a level's lots are the sums of its orders'");
      held += orders;
    }
    return held;
  }
}

/** The order shows fewer lots and keeps its place. */
export function trim(order: Order, lots: number): void {
  order.shown -= lots;
  order.level.shown -= lots;
}

/** The order hides fewer lots. */
export function trimHidden(order: Order, lots: number): void {
  order.hidden -= lots;
  order.level.hidden -= lots;
}
