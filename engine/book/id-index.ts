import { assert } from "../assert";
import { NO_ID, NONE, type Order } from "./order";

/**
 * Finds a resting order by its id. Ids of one hash are chained through the orders themselves, and there are at least
 * twice as many hashes as orders, so a chain is rarely longer than one. Sixteen ids in a row stand side by side.
 */
export class IdIndex {
  private first: Order[];
  private shift: number;
  size = 0;

  constructor(capacity: number) {
    let bits = 5;
    while (1 << bits < capacity * 2) bits++;
    this.first = new Array<Order>(1 << bits).fill(NONE);
    this.shift = 32 - bits;
  }

  find(id: number): Order {
    let order = this.first[this.hash(id)];
    while (order.id !== id && order.id !== NO_ID) order = order.chain;
    return order;
  }

  add(order: Order): void {
    if (this.size * 2 >= this.first.length) this.grow();
    const hash = this.hash(order.id);
    const head = this.first[hash];
    for (let other = head; other.id !== NO_ID; other = other.chain) {
      assert(other.id !== order.id, "an order id rests in the book once");
    }
    order.chain = head;
    this.first[hash] = order;
    this.size++;
  }

  /** Removes the id and returns its order; NONE if the id is not here. */
  take(id: number): Order {
    if (id === NO_ID) return NONE;
    const hash = this.hash(id);
    let order = this.first[hash];
    if (order.id === id) this.first[hash] = order.chain;
    else {
      let before = order;
      while (order.id !== id && order.id !== NO_ID) {
        before = order;
        order = order.chain;
      }
      if (order.id === NO_ID) return NONE;
      before.chain = order.chain;
    }
    this.size--;
    return order;
  }

  /** Fibonacci hashing of all but the last four bits, which then tell neighbours apart: ids at any stride spread out. */
  private hash(id: number): number {
    const low = id | 0;
    const block = low === id ? low >> 4 : (low >>> 4) ^ Math.imul((id / 0x100000000) | 0, 0x85ebca6b);
    return (Math.imul(block, 0x9e3779b1) >>> this.shift) ^ (low & 15);
  }

  private grow(): void {
    const { first } = this;
    this.first = new Array<Order>(first.length * 2).fill(NONE);
    this.shift--;
    for (let order of first) {
      while (order.id !== NO_ID) {
        const next = order.chain;
        const hash = this.hash(order.id);
        order.chain = this.first[hash];
        this.first[hash] = order;
        order = next;
      }
    }
  }
}
