import fc from "fast-check";
import { expect, test } from "vitest";
import { Bitmap } from "./bitmap";
import { IdIndex } from "./id-index";
import { PriceLadder } from "./price-ladder";

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

test("a ladder finds its levels in the order of their prices, inside its window and outside, as both move", () => {
  const rank = fc.oneof(
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 1_000_000, max: 1_000_100 }),
    fc.integer({ min: 2 ** 31 - 50, max: 2 ** 31 - 1 }),
  );
  fc.assert(
    fc.property(fc.array(rank, { maxLength: 120, size: "max" }), rank, (ranks, from) => {
      const ladder = new PriceLadder(64);
      const levels = new Map<number, number>();
      for (const [n, at] of ranks.entries()) {
        // Each price that comes up again goes.
        if (levels.delete(at)) ladder.remove(at);
        else {
          levels.set(at, n + 1);
          ladder.add(at, n + 1);
        }
      }
      const sorted = [...levels.keys()].sort((a, b) => a - b);
      const walked: number[] = [];
      for (let at: number | undefined = 0; at !== undefined; ) {
        const level = ladder.next(at);
        const found = sorted.find((each) => levels.get(each) === level);
        if (found !== undefined) walked.push(found);
        at = found === undefined ? undefined : found + 1;
      }
      expect(walked).toEqual(sorted);
      const next = sorted.find((each) => each >= from);
      expect(ladder.next(from)).toBe(next === undefined ? 0 : levels.get(next));
      expect(ranks.map((at) => ladder.find(at))).toEqual(ranks.map((at) => levels.get(at) ?? 0));
    }),
  );
});

test.each([
  ["in a row", 1],
  ["with equal lower halves", 0x100000000],
  ["apart by a power of two", 1 << 20],
  ["apart by what the hash multiplies with", 0x9e3779b1],
])("an index finds ids %s while they come and go", (_, stride) => {
  const index = new IdIndex(1);
  const id = (n: number) => (n + 1) * stride;
  for (let n = 0; n < 3_000; n++) {
    index.add(id(n), n + 1);
    // Every third one leaves, some time after it came.
    if (n >= 40 && n % 3 === 0) expect(index.take(id(n - 40))).toBe(n - 39);
  }
  for (let n = 0; n < 3_000; n++) {
    const left = n + 40 < 3_000 && (n + 40) % 3 === 0;
    expect(index.find(id(n))).toBe(left ? 0 : n + 1);
  }
  expect(index.size).toBe(3_000 - 986);
  expect(index.take(id(2))).toBe(0); // it left before
  expect(() => index.add(id(0), 9)).toThrow("an order id rests in the book once");
});
