import { doubles, integers, NONE, type OrderPool } from "./order-pool";

/**
 * The prices that have orders, each with its queue: oldest first, linked through the orders themselves. A level is
 * known by its index here; an emptied one is used again.
 */
export class PriceLevels {
  rank: Int32Array = new Int32Array(64);
  first: Int32Array = new Int32Array(64);
  last: Int32Array = new Int32Array(64);
  /** Open lots and orders in the queue. */
  lots: Float64Array = new Float64Array(64);
  orders: Int32Array = new Int32Array(64);

  private spare = NONE; // emptied levels, chained through `first`
  private fresh = 1;

  constructor(private readonly pool: OrderPool) {}

  take(rank: number): number {
    let level = this.spare;
    if (level !== NONE) this.spare = this.first[level];
    else {
      if (this.fresh === this.rank.length) this.grow();
      level = this.fresh++;
    }
    this.rank[level] = rank;
    return level;
  }

  give(level: number): void {
    this.first[level] = this.spare;
    this.spare = level;
  }

  /** The order queues behind all others at this price. */
  join(level: number, order: number): void {
    const pool = this.pool;
    const last = this.last[level];
    pool.level[order] = level;
    pool.ahead[order] = last;
    pool.behind[order] = NONE;
    if (last === NONE) this.first[level] = order;
    else pool.behind[last] = order;
    this.last[level] = order;
    this.lots[level] += pool.open[order];
    this.orders[level]++;
  }

  /** Returns how many orders are left in the queue. */
  leave(order: number): number {
    const pool = this.pool;
    const level = pool.level[order];
    const ahead = pool.ahead[order];
    const behind = pool.behind[order];
    if (ahead === NONE) this.first[level] = behind;
    else pool.behind[ahead] = behind;
    if (behind === NONE) this.last[level] = ahead;
    else pool.ahead[behind] = ahead;
    this.lots[level] -= pool.open[order];
    return --this.orders[level];
  }

  /** The order gets smaller and keeps its place. */
  shrink(order: number, lots: number): void {
    this.pool.open[order] -= lots;
    this.lots[this.pool.level[order]] -= lots;
  }

  private grow(): void {
    const length = this.rank.length * 2;
    this.rank = integers(this.rank, length);
    this.first = integers(this.first, length);
    this.last = integers(this.last, length);
    this.lots = doubles(this.lots, length);
    this.orders = integers(this.orders, length);
  }
}
