import { Bitmap } from "./bitmap";
import { FarLevels } from "./far-levels";
import { NONE, type Order, type OrderPool } from "./order";

/** Keys are prices as one side counts them: −2^31 to −1, the lower the better. So "no price" is worse than every price. */
export const NO_KEY = 0;

/**
 * The prices of one side that have orders, each with its level. A window of prices around the market finds a level by
 * subtraction and the next one through a bitmap; the levels outside it stand in a sorted list. The window goes where the
 * business is, so a market that wanders stays fast.
 */
export class PriceLadder {
  /** The best key there is a level at; NO_KEY if there is none. */
  best = NO_KEY;

  private readonly window: Order[]; // levels, NONE where no order stands
  private readonly used: Bitmap;
  private readonly far = new FarLevels();
  private start: number; // the key of the window's first place
  private readonly beyond: number; // bits that no place in the window has
  private inside = 0; // levels in the window
  private misses = 0; // levels put outside since the window last moved

  constructor(
    protected readonly pool: OrderPool,
    private readonly ticks: number,
  ) {
    this.window = new Array<Order>(ticks).fill(NONE);
    this.used = new Bitmap(ticks);
    this.start = -ticks;
    this.beyond = -ticks;
  }

  /** The level at this key; NONE if no order stands there. */
  find(key: number): Order {
    const place = key - this.start;
    return (place & this.beyond) === 0 ? this.window[place] : this.far.find(key);
  }

  /** The next worse key after this one at which there is a level. */
  next(key: number): number {
    const place = key + 1 - this.start;
    const near = place < this.ticks ? this.used.next(place > 0 ? place : 0) : -1;
    const inWindow = near < 0 ? NO_KEY : this.start + near;
    if (this.far.size === 0) return inWindow;
    const outside = this.far.next(key + 1).key;
    return outside < inWindow ? outside : inWindow;
  }

  /** A level for the first order at a price. */
  protected open(key: number): Order {
    if (key < this.best) this.best = key;
    // Moving costs a step per level in the window, so it waits for as many misses: no sequence of orders makes it dear.
    if (!this.covers(key) && this.misses++ >= this.inside) this.follow();
    const level = this.pool.take();
    level.key = key;
    level.shown = 0;
    level.hidden = 0;
    level.ahead = level;
    level.behind = level;
    this.enter(level);
    return level;
  }

  /** Its last order left. */
  protected close(level: Order): void {
    const { key } = level;
    if (this.covers(key)) {
      this.window[key - this.start] = NONE;
      this.used.remove(key - this.start);
      this.inside--;
    } else this.far.remove(key);
    this.pool.give(level);
    if (key === this.best) this.best = this.next(key);
  }

  private enter(level: Order): void {
    const { key } = level;
    if (this.covers(key)) {
      this.window[key - this.start] = level;
      this.used.add(key - this.start);
      this.inside++;
    } else this.far.add(level);
  }

  private covers(key: number): boolean {
    return ((key - this.start) & this.beyond) === 0;
  }

  /** The window moves so that the best key is in its middle, unless it nearly is. */
  private follow(): void {
    this.misses = 0;
    const start = Math.max(1 << 31, Math.min(-this.ticks, this.best - (this.ticks >>> 1))) | 0;
    if (Math.abs(start - this.start) < this.ticks >>> 2) return;
    for (let place = this.used.next(0); place >= 0; place = this.used.next(place + 1)) {
      this.far.add(this.window[place]);
      this.window[place] = NONE;
    }
    this.used.clear();
    this.inside = 0;
    this.start = start;
    for (let level = this.far.next(start); this.covers(level.key); level = this.far.next(level.key + 1)) {
      this.far.remove(level.key);
      this.enter(level);
    }
  }
}
