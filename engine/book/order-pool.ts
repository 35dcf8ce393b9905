import type { SideNo } from "../units";

/** No order, no level: typed arrays start out as zeros, so numbering starts at 1. */
export const NONE = 0;

/**
 * The resting orders, field by field in typed arrays: a resting order costs no object and no garbage. An order is known
 * inside the book by its index here; indices of ended orders are used again.
 */
export class OrderPool {
  id: Float64Array;
  /** Doubles, because sizes reach 10^12. */
  open: Float64Array;
  account: Int32Array;
  owner: Int32Array;
  side: Uint8Array;
  /** The price level the order queues at, and its neighbours in that queue. */
  level: Int32Array;
  ahead: Int32Array;
  behind: Int32Array;

  private spare = NONE; // ended orders, chained through `behind`
  private fresh = 1; // first index never used

  constructor(capacity: number) {
    const length = capacity + 1;
    this.id = new Float64Array(length);
    this.open = new Float64Array(length);
    this.account = new Int32Array(length);
    this.owner = new Int32Array(length);
    this.side = new Uint8Array(length);
    this.level = new Int32Array(length);
    this.ahead = new Int32Array(length);
    this.behind = new Int32Array(length);
  }

  take(id: number, account: number, owner: number, side: SideNo, open: number): number {
    let order = this.spare;
    if (order !== NONE) this.spare = this.behind[order];
    else {
      if (this.fresh === this.id.length) this.grow();
      order = this.fresh++;
    }
    this.id[order] = id;
    this.account[order] = account;
    this.owner[order] = owner;
    this.side[order] = side;
    this.open[order] = open;
    return order;
  }

  give(order: number): void {
    this.behind[order] = this.spare;
    this.spare = order;
  }

  private grow(): void {
    const length = this.id.length * 2;
    this.id = doubles(this.id, length);
    this.open = doubles(this.open, length);
    this.account = integers(this.account, length);
    this.owner = integers(this.owner, length);
    const side = new Uint8Array(length);
    side.set(this.side);
    this.side = side;
    this.level = integers(this.level, length);
    this.ahead = integers(this.ahead, length);
    this.behind = integers(this.behind, length);
  }
}

/** A longer copy, the new part zero. */
export function integers(from: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(length);
  copy.set(from);
  return copy;
}

export function doubles(from: Float64Array, length: number): Float64Array {
  const copy = new Float64Array(length);
  copy.set(from);
  return copy;
}
