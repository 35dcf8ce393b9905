import { describe, expect, test } from "vitest";
import { BUY, SELL } from "../units";
import { bookOf } from "./book-of.oracle";

describe("what one may ask a book", () => {
  const { book } = bookOf(
    [1, 1, SELL, 101, 2],
    [2, 2, SELL, 103, 3],
    [3, 1, SELL, 103, 4],
    [4, 4, BUY, 100, 6],
    [5, 5, BUY, 97, 7],
  );
  test("depth is best first: price, lots, orders", () => {
    expect(book.depth(SELL, 9)).toEqual([
      [101, 2, 1],
      [103, 7, 2],
    ]);
    expect(book.depth(BUY, 1)).toEqual([[100, 6, 1]]);
    expect([book.lotsAt(SELL, 103), book.ordersAt(SELL, 103), book.lotsAt(BUY, 103)]).toEqual([7, 2, 0]);
  });
  test("lots within a bound are those a taker would get at it or better", () => {
    expect([100, 101, 102, 103].map((bound) => book.lotsWithin(SELL, bound))).toEqual([0, 2, 2, 9]);
    expect([101, 100, 98, 97, 0].map((bound) => book.lotsWithin(BUY, bound))).toEqual([0, 6, 6, 13, 13]);
  });
  test("a bound may lie beyond all prices", () => {
    const beyond = [Number.POSITIVE_INFINITY, 2 ** 40, 2 ** 31 + 1, 0, -7, Number.NEGATIVE_INFINITY];
    expect(beyond.map((bound) => book.lotsWithin(SELL, bound))).toEqual([9, 9, 9, 0, 0, 0]);
    expect(beyond.map((bound) => book.lotsWithin(BUY, bound))).toEqual([0, 0, 0, 13, 13, 13]);
    expect(beyond.map((bound) => book.fillable(SELL, bound, 7, 99))).toEqual([0, 0, 0, 13, 13, 13]);
    expect(beyond.map((price) => book.lotsAt(BUY, price))).toEqual([0, 0, 0, 0, 0, 0]);
    expect([2 ** 32 + 101, 2 ** 32 - 100].map((price) => [book.lotsAt(SELL, price), book.lotsAt(BUY, price)])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
  test("fillable leaves own orders out and stops counting at the lots asked for", () => {
    expect(book.fillable(BUY, 103, 1, 100)).toBe(3);
    expect(book.fillable(BUY, 103, 7, 100)).toBe(9);
    expect(book.fillable(BUY, 103, 7, 5)).toBe(5);
    expect(book.fillable(SELL, 98, 7, 100)).toBe(6);
  });
  test("an order that is not here has no open lots and cannot be cancelled", () => {
    for (const id of [6, 0, Number.MAX_SAFE_INTEGER]) {
      expect([book.has(id), book.openOf(id), book.cancel(id), book.size]).toEqual([false, 0, 0, 5]);
    }
    expect(() => book.replace(6, 100, 1)).toThrow("the order rests in this book");
  });
});
