import { Bitmap } from "./bitmap";
import { integers, NONE } from "./order-pool";

/** Worse than every rank. */
const NO_RANK = 0x80000000;

/**
 * Which level stands at which price of one side, best first. Prices are ranks here: the lower, the better. A window of
 * ranks around the market finds its levels by index and the next one through a bitmap; the few levels outside it stand
 * in a sorted list. The window goes where the business is, so a market that wanders stays fast.
 */
export class PriceLadder {
  private readonly window: Int32Array; // levels
  private readonly taken: Bitmap;
  private start = 0; // rank of the window's first place
  private inside = 0; // levels in the window

  private outsideRank: Int32Array = new Int32Array(16); // ascending
  private outsideLevel: Int32Array = new Int32Array(16);
  private outside = 0;
  private misses = 0; // levels put outside since the window last moved

  constructor(ticks: number) {
    this.window = new Int32Array(ticks);
    this.taken = new Bitmap(ticks);
  }

  /** The level at exactly this rank. */
  find(rank: number): number {
    const place = rank - this.start;
    return place >= 0 && place < this.window.length ? this.window[place] : this.findOutside(rank);
  }

  /** The best level at this rank or worse. */
  next(rank: number): number {
    const place = rank - this.start;
    const near = place < this.window.length ? this.taken.next(place > 0 ? place : 0) : -1;
    if (this.outside > 0) return this.nextOutside(rank, near);
    return near < 0 ? NONE : this.window[near];
  }

  add(rank: number, level: number): void {
    // Moving costs a step per level, so it waits for as many misses: no sequence of orders can make it dear.
    if (!this.covers(rank) && this.misses++ >= this.inside + this.outside) this.moveTo(Math.min(rank, this.best()));
    if (this.covers(rank)) this.addInside(rank, level);
    else this.addOutside(rank, level);
  }

  remove(rank: number): void {
    if (this.covers(rank)) this.removeInside(rank);
    else this.removeOutside(rank);
  }

  private covers(rank: number): boolean {
    const place = rank - this.start;
    return place >= 0 && place < this.window.length;
  }

  private best(): number {
    const near = this.inside === 0 ? NO_RANK : this.start + this.taken.next(0);
    const far = this.outside === 0 ? NO_RANK : this.outsideRank[0];
    return Math.min(near, far);
  }

  private moveTo(best: number): void {
    const ranks = Array.from(this.outsideRank.subarray(0, this.outside));
    const levels = Array.from(this.outsideLevel.subarray(0, this.outside));
    for (let place = this.taken.next(0); place >= 0; place = this.taken.next(place + 1)) {
      ranks.push(this.start + place);
      levels.push(this.window[place]);
      this.window[place] = NONE;
    }
    this.taken.clear();
    this.inside = 0;
    this.outside = 0;
    this.start = Math.max(0, best - (this.window.length >>> 1));
    for (let i = 0; i < ranks.length; i++) {
      if (this.covers(ranks[i])) this.addInside(ranks[i], levels[i]);
      else this.addOutside(ranks[i], levels[i]);
    }
    this.misses = 0;
  }

  private addInside(rank: number, level: number): void {
    const place = rank - this.start;
    this.window[place] = level;
    this.taken.add(place);
    this.inside++;
  }

  private removeInside(rank: number): void {
    const place = rank - this.start;
    this.window[place] = NONE;
    this.taken.remove(place);
    this.inside--;
  }

  private findOutside(rank: number): number {
    const at = this.position(rank);
    return at < this.outside && this.outsideRank[at] === rank ? this.outsideLevel[at] : NONE;
  }

  /** The better of the next level outside and the next one in the window, which is at place `near`. */
  private nextOutside(rank: number, near: number): number {
    const at = this.position(rank);
    if (near < 0) return at < this.outside ? this.outsideLevel[at] : NONE;
    const nearIsBest = at === this.outside || this.start + near < this.outsideRank[at];
    return nearIsBest ? this.window[near] : this.outsideLevel[at];
  }

  private addOutside(rank: number, level: number): void {
    if (this.outside === this.outsideRank.length) {
      this.outsideRank = integers(this.outsideRank, this.outside * 2);
      this.outsideLevel = integers(this.outsideLevel, this.outside * 2);
    }
    const at = this.position(rank);
    this.outsideRank.copyWithin(at + 1, at, this.outside);
    this.outsideLevel.copyWithin(at + 1, at, this.outside);
    this.outsideRank[at] = rank;
    this.outsideLevel[at] = level;
    this.outside++;
  }

  private removeOutside(rank: number): void {
    const at = this.position(rank);
    this.outsideRank.copyWithin(at, at + 1, this.outside);
    this.outsideLevel.copyWithin(at, at + 1, this.outside);
    this.outside--;
  }

  /** Where `rank` is, or belongs, in the sorted list. */
  private position(rank: number): number {
    let low = 0;
    let high = this.outside;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.outsideRank[middle] < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
