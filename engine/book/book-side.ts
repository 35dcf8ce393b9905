import { assert } from "../assert";
import { BUY, type SideNo } from "../units";
import { NONE, type OrderPool } from "./order-pool";
import { PriceLadder } from "./price-ladder";
import { PriceLevels } from "./price-levels";

/**
 * One side of the book. Prices become ranks here, 0 for the best price there can be: the highest bid, the lowest ask.
 * So "better" is "less" on both sides, and no rule needs saying twice. Prices 1 … 2^31 give ranks 0 … 2^31 − 1: for asks
 * price − 1, for bids the same with every bit turned over, which is 2^31 − price.
 */
export class BookSide {
  readonly levels: PriceLevels;
  private readonly ladder: PriceLadder;
  private best = NONE;
  private readonly turn: number;

  constructor(
    readonly side: SideNo,
    private readonly pool: OrderPool,
    ticks: number,
  ) {
    this.turn = side === BUY ? 0x7fffffff : 0;
    this.levels = new PriceLevels(pool);
    this.ladder = new PriceLadder(ticks);
  }

  rankOf(price: number): number {
    return (price - 1) ^ this.turn;
  }

  priceOf(level: number): number {
    return (this.levels.rank[level] ^ this.turn) + 1;
  }

  /** The rank of a bound, which unlike the price of an order may lie beyond all prices. */
  rankOfBound(bound: number): number {
    return this.side === BUY ? 0x80000000 - bound : bound - 1;
  }

  bestPrice(): number {
    return this.best === NONE ? 0 : this.priceOf(this.best);
  }

  /** The next order to trade with someone whose limit is `rank`: the oldest one at the best price, if that is good enough. */
  front(rank: number): number {
    const best = this.best;
    return best === NONE || this.levels.rank[best] > rank ? NONE : this.levels.first[best];
  }

  /** The best level, and from a level the next worse one. */
  bestLevel(): number {
    return this.best;
  }

  nextLevel(level: number): number {
    return this.ladder.next(this.levels.rank[level] + 1);
  }

  levelAt(price: number): number {
    return this.ladder.find(this.rankOfBound(price));
  }

  enter(order: number, rank: number): void {
    let level = this.ladder.find(rank);
    if (level === NONE) {
      level = this.levels.take(rank);
      this.ladder.add(rank, level);
      if (this.best === NONE || rank < this.levels.rank[this.best]) this.best = level;
    }
    this.levels.join(level, order);
  }

  leave(order: number): void {
    const level = this.pool.level[order];
    if (this.levels.leave(order) > 0) return;
    const rank = this.levels.rank[level];
    this.ladder.remove(rank);
    this.levels.give(level);
    if (level === this.best) this.best = this.ladder.next(rank);
  }

  /** Asserts that ladder, levels and queues agree. Returns how many orders they hold. */
  check(): number {
    const { pool, levels, ladder } = this;
    assert(this.best === ladder.next(0), "the best level is the first of the ladder");
    let held = 0;
    let rank = -1;
    for (let level = this.best; level !== NONE; level = this.nextLevel(level)) {
      assert(levels.rank[level] > rank, "levels stand in the order of their prices");
      rank = levels.rank[level];
      assert(ladder.find(rank) === level, "a level is found at its price");
      let lots = 0;
      let orders = 0;
      let ahead = NONE;
      for (let order = levels.first[level]; order !== NONE; order = pool.behind[order]) {
        assert(pool.level[order] === level, "an order knows its level");
        assert(pool.ahead[order] === ahead, "the queue is linked both ways");
        assert(pool.open[order] > 0, "a resting order has open lots");
        lots += pool.open[order];
        orders++;
        ahead = order;
      }
      assert(levels.last[level] === ahead, "a queue ends with its newest order");
      assert(orders > 0 && levels.orders[level] === orders, "a level counts its orders and has at least one");
      assert(Number.isSafeInteger(lots) && levels.lots[level] === lots, "a level's lots are the sum of its orders'");
      held += orders;
    }
    return held;
  }
}
