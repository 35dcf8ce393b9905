import { assert } from "../assert";
import { at, CHAIN, ID, NONE, type OrderPool } from "./order-pool";

/**
 * Finds a resting order by its id. Ids of one hash are chained through the orders themselves, and there are at least
 * twice as many hashes as orders, so a chain is rarely longer than one. Sixteen ids in a row share a cache line.
 */
export class IdIndex {
  private first: Int32Array;
  private shift: number;
  size = 0;

  constructor(
    private readonly orders: OrderPool,
    capacity: number,
  ) {
    let bits = 5;
    while (1 << bits < capacity * 2) bits++;
    this.first = new Int32Array(1 << bits);
    this.shift = 32 - bits;
  }

  find(id: number): number {
    const { ints, doubles } = this.orders;
    let order = this.first[this.hash(id)];
    while (order !== NONE && doubles[at(order) + ID] !== id) order = ints[order + CHAIN];
    return order;
  }

  /** Enters an order whose record has its id. */
  add(order: number, id: number): void {
    if (this.size * 2 >= this.first.length) this.grow();
    const { ints, doubles } = this.orders;
    const hash = this.hash(id);
    const head = this.first[hash];
    for (let other = head; other !== NONE; other = ints[other + CHAIN]) {
      assert(doubles[at(other) + ID] !== id, "an order id rests in the book once");
    }
    ints[order + CHAIN] = head;
    this.first[hash] = order;
    this.size++;
  }

  /** Removes the id and returns its order; NONE if the id is not here. */
  take(id: number): number {
    const { ints, doubles } = this.orders;
    const hash = this.hash(id);
    let before = NONE;
    let order = this.first[hash];
    while (order !== NONE && doubles[at(order) + ID] !== id) {
      before = order;
      order = ints[order + CHAIN];
    }
    if (order === NONE) return NONE;
    if (before === NONE) this.first[hash] = ints[order + CHAIN];
    else ints[before + CHAIN] = ints[order + CHAIN];
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
    const { ints, doubles } = this.orders;
    const { first } = this;
    this.first = new Int32Array(first.length * 2);
    this.shift--;
    for (let order of first) {
      while (order !== NONE) {
        const next = ints[order + CHAIN];
        const hash = this.hash(doubles[at(order) + ID]);
        ints[order + CHAIN] = this.first[hash];
        this.first[hash] = order;
        order = next;
      }
    }
  }
}
