import { Bitmap } from "./bitmap";
import { FarLevels } from "./far-levels";
import { integers, NONE } from "./order-pool";

/** Keys are prices as one side counts them: −2^31 to −1, the lower the better. So "no price" is worse than every price. */
export const NO_KEY = 0;

/** The record of a level: 32 bytes. A level is known by its place among the integers; `of(level) + …` is read as doubles. */
const LEVEL_INTS = 8;
export const LOTS = 0; // doubles: lots shown, lots hidden
export const HIDDEN_LOTS = 1;
export const FIRST = 4; // integers: the queue's ends, and how many orders are in it
export const LAST = 5;
export const ORDERS = 6;

export const of = (level: number): number => level >> 1;

/**
 * The prices of one side that have orders, each with its queue. A window of prices around the market has a record for
 * every price, found by subtraction, and a bitmap of those in use; the levels outside it stand in a sorted list. The
 * window goes where the business is, so a market that wanders stays fast. Orders know their price, not their level, so
 * that a level can move.
 */
export class PriceLadder {
  ints: Int32Array;
  doubles: Float64Array;
  /** The best key in use; NO_KEY if there is none. */
  best = NO_KEY;

  private readonly used: Bitmap;
  private readonly far = new FarLevels();
  private start: number; // key of the window's first record
  private inside = 0; // levels in the window
  private misses = 0; // levels put outside since the window last moved

  private spare = NONE; // records of emptied far levels, chained through FIRST
  private fresh: number; // first record never used

  constructor(private readonly ticks: number) {
    this.ints = new Int32Array((ticks + 2) * LEVEL_INTS); // the one before the window is NONE and stays empty
    this.doubles = new Float64Array(this.ints.buffer);
    this.used = new Bitmap(ticks);
    this.start = -ticks;
    this.fresh = (ticks + 1) * LEVEL_INTS;
  }

  /** The level at this key. If it is not in use, it is empty or NONE, which reads the same. */
  find(key: number): number {
    const place = key - this.start;
    return place >>> 0 < this.ticks ? (place + 1) * LEVEL_INTS : this.far.find(key);
  }

  /** The next worse key in use after this one. */
  next(key: number): number {
    const place = key + 1 - this.start;
    const near = place < this.ticks ? this.used.next(place > 0 ? place : 0) : -1;
    const inWindow = near < 0 ? NO_KEY : this.start + near;
    return this.far.size === 0 ? inWindow : Math.min(inWindow, this.far.next(key + 1, NO_KEY));
  }

  /** Takes a level into use. */
  protected open(key: number): number {
    if (key < this.best) this.best = key;
    // Moving costs a step per level in the window, so it waits for as many misses: no sequence of orders makes it dear.
    if (!this.covers(key) && this.misses++ >= this.inside) this.follow();
    return this.enter(key);
  }

  /** Its last order left. */
  protected close(key: number, level: number): void {
    if (this.covers(key)) {
      this.used.remove(key - this.start);
      this.inside--;
    } else {
      this.far.remove(key);
      this.ints[level + FIRST] = this.spare;
      this.spare = level;
    }
    if (key === this.best) this.best = this.next(key);
  }

  private enter(key: number): number {
    if (this.covers(key)) {
      this.used.add(key - this.start);
      this.inside++;
      return this.find(key);
    }
    const level = this.takeRecord();
    this.far.add(key, level);
    return level;
  }

  private covers(key: number): boolean {
    return (key - this.start) >>> 0 < this.ticks;
  }

  /** The window moves so that the best key is in its middle, unless it nearly is. */
  private follow(): void {
    this.misses = 0;
    const start = Math.max(-0x80000000, Math.min(-this.ticks, this.best - (this.ticks >>> 1)));
    if (Math.abs(start - this.start) < this.ticks >>> 2) return;
    for (let place = this.used.next(0); place >= 0; place = this.used.next(place + 1)) {
      const record = this.takeRecord();
      this.move((place + 1) * LEVEL_INTS, record);
      this.far.add(this.start + place, record);
    }
    this.used.clear();
    this.inside = 0;
    this.start = start;
    for (let key = this.far.next(start, NO_KEY); this.covers(key); key = this.far.next(key + 1, NO_KEY)) {
      const record = this.far.find(key);
      this.far.remove(key);
      this.move(record, this.enter(key));
      this.ints[record + FIRST] = this.spare;
      this.spare = record;
    }
  }

  private move(from: number, to: number): void {
    this.ints.copyWithin(to, from, from + LEVEL_INTS);
    this.ints.fill(0, from, from + LEVEL_INTS);
  }

  private takeRecord(): number {
    const record = this.spare;
    if (record !== NONE) {
      this.spare = this.ints[record + FIRST];
      this.ints[record + FIRST] = NONE;
      return record;
    }
    if (this.fresh === this.ints.length) {
      this.ints = integers(this.ints, this.ints.length * 2);
      this.doubles = new Float64Array(this.ints.buffer);
    }
    this.fresh += LEVEL_INTS;
    return this.fresh - LEVEL_INTS;
  }
}
