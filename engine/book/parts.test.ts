import fc from "fast-check";
import { expect, test } from "vitest";
import { SELL } from "../units";
import { Bitmap } from "./bitmap";
import { BookSide } from "./book-side";
import { FarLevels } from "./far-levels";
import { IdIndex } from "./id-index";
import { NONE, Order, OrderPool } from "./order";

test.each([32, 1024, 4096, 32768])("a bitmap of %i finds the next member, wherever it is", (size) => {
  const places = fc.oneof(fc.nat(size - 1), fc.constantFrom(0, 31, size - 32, size - 1));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), places)), fc.nat(size), (changes, from) => {
      const bitmap = new Bitmap(size);
      const members = new Set<number>();
      for (const [isAdd, at] of changes) {
        if (isAdd) {
          bitmap.add(at);
          members.add(at);
        } else {
          bitmap.remove(at);
          members.delete(at);
        }
      }
      const wanted = [...members].filter((at) => at >= from);
      expect(bitmap.next(from)).toBe(wanted.length === 0 ? -1 : Math.min(...wanted));
    }),
  );
});

const keys = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: -1 }),
  fc.integer({ min: -200, max: -1 }),
  fc.integer({ min: -1_000_100, max: -1_000_000 }),
  fc.integer({ min: -(2 ** 31), max: -(2 ** 31) + 50 }),
);

test("a side finds its prices in their order, inside its window and outside, as both move", () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 120, size: "max" }), keys, (changes, from) => {
      const pool = new OrderPool(1);
      const side = new BookSide(SELL, pool, 64);
      const at = new Map<number, Order>();
      for (const key of changes) {
        // Each price that comes up again goes.
        const there = at.get(key);
        if (there === undefined) at.set(key, rest(side, key));
        else side.leave(there);
        if (there !== undefined) at.delete(key);
      }
      const sorted = [...at.keys()].sort((a, b) => a - b);
      const walked: number[] = [];
      for (let key = side.best; key !== 0; key = side.next(key)) walked.push(key);
      expect(walked).toEqual(sorted);
      expect(side.next(from)).toBe(sorted.find((key) => key > from) ?? 0);
      expect(changes.every((key) => side.find(key).behind === (at.get(key) ?? NONE))).toBe(true);
      expect(side.check()).toBe(sorted.length);
    }),
  );
});

function rest(side: BookSide, key: number): Order {
  const order = new Order();
  order.side = side.side;
  order.shown = 1;
  side.join(order, key);
  return order;
}

test("thousands of prices outside the window stay in their order as they come and go", () => {
  const far = new FarLevels();
  const held = new Map<number, Order>();
  for (let n = 1; n <= 8_000; n++) {
    const level = new Order();
    level.key = -1 - (Math.imul(n, 0x9e3779b1) >>> 1);
    far.add(level);
    held.set(level.key, level);
    const gone = -1 - (Math.imul(n >> 1, 0x9e3779b1) >>> 1);
    if (n % 3 === 0 && held.delete(gone)) far.remove(gone);
  }
  const sorted = [...held.keys()].sort((a, b) => a - b);
  const walked: number[] = [];
  for (let level = far.next(-(2 ** 31)); level !== NONE; level = far.next(level.key + 1)) walked.push(level.key);
  expect(walked).toEqual(sorted);
  expect(sorted.every((key) => far.find(key) === held.get(key))).toBe(true);
  for (const key of sorted) far.remove(key);
  expect(far.size).toBe(0);
  expect(far.next(-(2 ** 31))).toBe(NONE);
});

test.each([
  ["in a row", 1],
  ["with equal lower halves", 0x100000000],
  ["apart by a power of two", 1 << 20],
  ["apart by what the hash multiplies with", 0x9e3779b1],
])("an index finds ids %s while they come and go", (_, stride) => {
  const index = new IdIndex(1);
  const id = (n: number) => (n + 1) * stride;
  const orders: Order[] = [];
  const add = (n: number) => {
    const order = new Order();
    order.id = id(n);
    index.add(order);
    return order;
  };
  for (let n = 0; n < 3_000; n++) {
    orders.push(add(n));
    // Every third one leaves, some time after it came.
    if (n >= 40 && n % 3 === 0) expect(index.take(id(n - 40))).toBe(orders[n - 40]);
  }
  for (let n = 0; n < 3_000; n++) {
    const left = n + 40 < 3_000 && (n + 40) % 3 === 0;
    expect(index.find(id(n))).toBe(left ? NONE : orders[n]);
  }
  expect(index.size).toBe(3_000 - 986);
  expect(index.take(id(2))).toBe(NONE); // it left before
  expect(() => add(0)).toThrow("an order id rests in the book once");
});
