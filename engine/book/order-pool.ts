import type { SideNo } from "../units";
import type { SelfTrade } from "./book-face";

/** No order, no level: typed arrays start out as zeros, so numbering starts above 0. */
export const NONE = 0;

/**
 * The record of an order: 64 bytes, what a processor fetches at once. An order is known inside the book by the place of
 * its record among the integers; `at(order) + …` is the same record read as doubles.
 */
const ORDER_INTS = 16;
export const ID = 0; // doubles, because ids reach 2^53 and sizes 10^12
export const SHOWN = 1; // open lots: the tranche that is shown, and what is hidden behind it (4.2)
export const HIDDEN = 2;
export const ARRIVAL = 3; // numbers the orders of both sides as they entered (4.5)
export const ACCOUNT = 8; // integers
export const OWNER = 9;
export const TERMS = 10;
export const KEY = 11; // its price, as its side of the book counts it
export const AHEAD = 12; // its neighbours in the queue at that price
export const BEHIND = 13;
export const CHAIN = 14; // the next order whose id has the same hash

export const at = (order: number): number => order >> 1;

const ICEBERG = 8;

/** What never changes about an order, in one integer. */
export const termsOf = (side: SideNo, selfTrade: SelfTrade, display: number): number =>
  side | (selfTrade << 1) | (display > 0 ? ICEBERG : 0);

/**
 * The resting orders, record by record in one buffer: a resting order costs no object and no garbage. Records of ended
 * orders are used again.
 */
export class OrderPool {
  ints: Int32Array;
  doubles: Float64Array;
  /** Lots an iceberg shows at a time, by order / 16; of other orders it says nothing. */
  private display: Float64Array;

  private spare = NONE; // ended orders, chained through BEHIND
  private fresh = ORDER_INTS; // first record never used

  constructor(capacity: number) {
    this.ints = new Int32Array((capacity + 1) * ORDER_INTS);
    this.doubles = new Float64Array(this.ints.buffer);
    this.display = new Float64Array(capacity + 1);
  }

  /** A record to write an order into. */
  take(): number {
    const order = this.spare;
    if (order === NONE) return this.takeFresh();
    this.spare = this.ints[order + BEHIND];
    return order;
  }

  give(order: number): void {
    this.ints[order + BEHIND] = this.spare;
    this.spare = order;
  }

  open(order: number): number {
    return this.doubles[at(order) + SHOWN] + this.doubles[at(order) + HIDDEN];
  }

  side(order: number): SideNo {
    return (this.ints[order + TERMS] & 1) as SideNo;
  }

  selfTrade(order: number): SelfTrade {
    return ((this.ints[order + TERMS] >> 1) & 3) as SelfTrade;
  }

  isIceberg(order: number): boolean {
    return (this.ints[order + TERMS] & ICEBERG) !== 0;
  }

  /** Lots shown at a time; 0: all of them (4.2). */
  displayOf(order: number): number {
    return this.isIceberg(order) ? this.display[order / ORDER_INTS] : 0;
  }

  setDisplay(order: number, display: number): void {
    this.display[order / ORDER_INTS] = display;
  }

  /** What of `open` lots is shown first. */
  setOpen(order: number, open: number): void {
    const display = this.displayOf(order);
    const shown = display > 0 && display < open ? display : open;
    this.doubles[at(order) + SHOWN] = shown;
    this.doubles[at(order) + HIDDEN] = open - shown;
  }

  private takeFresh(): number {
    if (this.fresh === this.ints.length) this.grow();
    const order = this.fresh;
    this.fresh += ORDER_INTS;
    return order;
  }

  private grow(): void {
    this.ints = integers(this.ints, this.ints.length * 2);
    this.doubles = new Float64Array(this.ints.buffer);
    const display = new Float64Array(this.display.length * 2);
    display.set(this.display);
    this.display = display;
  }
}

/** A longer copy, the new part zero. */
export function integers(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(from);
  return copy;
}
