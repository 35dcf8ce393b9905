import { assert } from "../assert";
import { NONE } from "./order-pool";

/**
 * Finds a resting order by its id. Open addressing: an id lies at its hash or in the next free places after it. The
 * table is never more than a quarter full, and a removal closes the gap it leaves, so long lives leave no debris.
 */
export class IdIndex {
  private ids: Float64Array;
  private orders: Int32Array;
  private mask: number;
  private shift: number;
  size = 0;

  constructor(capacity: number) {
    let bits = 4;
    while (1 << bits < capacity * 4) bits++;
    this.ids = new Float64Array(1 << bits);
    this.orders = new Int32Array(1 << bits);
    this.mask = (1 << bits) - 1;
    this.shift = 32 - bits;
  }

  find(id: number): number {
    const { ids, orders, mask } = this;
    let at = this.home(id);
    while (orders[at] !== NONE && ids[at] !== id) at = (at + 1) & mask;
    return orders[at];
  }

  add(id: number, order: number): void {
    if ((this.size + 1) * 4 > this.ids.length) this.grow();
    const { ids, orders, mask } = this;
    let at = this.home(id);
    while (orders[at] !== NONE) {
      assert(ids[at] !== id, "an order id rests in the book once");
      at = (at + 1) & mask;
    }
    ids[at] = id;
    orders[at] = order;
    this.size++;
  }

  /** Removes the id and returns its order; NONE if the id is not here. */
  take(id: number): number {
    const { ids, orders, mask } = this;
    let gap = this.home(id);
    while (orders[gap] !== NONE && ids[gap] !== id) gap = (gap + 1) & mask;
    const order = orders[gap];
    if (order === NONE) return NONE;
    // Whatever lies further along and may not be cut off from its home moves up into the gap.
    for (let at = (gap + 1) & mask; orders[at] !== NONE; at = (at + 1) & mask) {
      const fromHome = (at - this.home(ids[at])) & mask;
      const fromGap = (at - gap) & mask;
      if (fromHome < fromGap) continue;
      ids[gap] = ids[at];
      orders[gap] = orders[at];
      gap = at;
    }
    orders[gap] = NONE;
    this.size--;
    return order;
  }

  /** Fibonacci hashing of both halves: ids in a row, or at any stride, spread out. */
  private home(id: number): number {
    const high = (id / 0x100000000) | 0;
    return Math.imul((id | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> this.shift;
  }

  private grow(): void {
    const { ids, orders } = this;
    const length = ids.length * 2;
    this.ids = new Float64Array(length);
    this.orders = new Int32Array(length);
    this.mask = length - 1;
    this.shift--;
    this.size = 0;
    for (let at = 0; at < orders.length; at++) if (orders[at] !== NONE) this.add(ids[at], orders[at]);
  }
}
