import { describe, expect, test } from "vitest";
import { BUY, SELL } from "../units";
import { bookOf } from "./book-of.oracle";
import { DECREMENT, ENDED_FOK, ENDED_NOT, FOK, IOC, NEWEST, OLDEST, REST } from "./order-book";

describe("4.2 iceberg", () => {
  test("depth, lots at a price and lots within it show the tranche; open lots are all of it", () => {
    const { book } = bookOf([1, 1, SELL, 101, 10, 3], [2, 2, SELL, 101, 4]);
    expect(book.depth(SELL, 9)).toEqual([[101, 7, 2]]);
    expect([book.lotsAt(SELL, 101), book.lotsWithin(SELL, 101), book.fillable(BUY, 101, 9, 99)]).toEqual([7, 7, 14]);
    expect([book.openOf(1), book.shownOf(1), book.shownOf(2), book.shownOf(3)]).toEqual([10, 3, 4, 0]);
    expect(book.aheadOf(2)).toBe(3); // its hidden lots stand behind
  });

  test("a tranche traded away is followed by the next one, behind the others at that price", () => {
    const { book, reports, send, queue } = bookOf([1, 1, SELL, 101, 10, 3], [2, 2, SELL, 101, 4]);
    send([9, 9, BUY, 101, 3]);
    expect(reports).toEqual([{ maker: 1, taker: 9, price: 101, lots: 3 }]);
    expect(queue(SELL)).toEqual([
      [2, 4],
      [1, 7],
    ]);
    expect([book.shownOf(1), book.aheadOf(1), book.frontOf(SELL)]).toEqual([3, 4, 2]);
  });

  test("an incoming order that has lots left goes on to the others first, then comes back to it", () => {
    const { reports, send, queue } = bookOf([1, 1, SELL, 101, 8, 3], [2, 2, SELL, 101, 4], [3, 3, SELL, 102, 5]);
    send([9, 9, BUY, 102, 14]);
    expect(reports).toEqual([
      { maker: 1, taker: 9, price: 101, lots: 3 },
      { maker: 2, taker: 9, price: 101, lots: 4 },
      { maker: 1, taker: 9, price: 101, lots: 3 },
      { maker: 1, taker: 9, price: 101, lots: 2 }, // the last tranche is what is left
      { maker: 3, taker: 9, price: 102, lots: 2 },
    ]);
    expect(queue(SELL)).toEqual([[3, 3]]);
  });

  test("two icebergs take turns", () => {
    const { reports, send } = bookOf([1, 1, BUY, 100, 5, 2], [2, 2, BUY, 100, 6, 3]);
    send([9, 9, SELL, 100, 11]);
    expect(reports.map((report) => ("maker" in report ? [report.maker, report.lots] : []))).toEqual([
      [1, 2],
      [2, 3],
      [1, 2],
      [2, 3],
      [1, 1],
    ]);
  });

  test("a tranche traded in part keeps its place and is not filled up", () => {
    const { book, send, queue } = bookOf([1, 1, SELL, 101, 10, 3], [2, 2, SELL, 101, 4]);
    send([9, 9, BUY, 101, 2]);
    expect(queue(SELL)).toEqual([
      [1, 8],
      [2, 4],
    ]);
    expect(book.shownOf(1)).toBe(1);
  });

  test("each trade reports all that is left of the order", () => {
    const open: number[] = [];
    const { book, sink, send } = bookOf([1, 1, SELL, 101, 7, 3]);
    sink.trade = (_price, _lots, _maker, _account, makerOpen) => open.push(makerOpen);
    send([9, 9, BUY, 101, 7]);
    expect([open, book.size]).toEqual([[4, 1, 0], 0]);
  });

  test("an order that trades at once shows a tranche of what is left", () => {
    const { book, send } = bookOf([1, 1, SELL, 101, 6]);
    expect(send([9, 9, BUY, 101, 10, 5])).toBe(4);
    expect([book.shownOf(9), book.openOf(9)]).toEqual([4, 4]);
    expect(send([8, 8, BUY, 100, 10, 5])).toBe(10);
    expect(book.shownOf(8)).toBe(5);
  });

  test.each<[string, number, number, number, number, number]>([
    ["keeps its place, hidden lots go first", 101, 6, 6, 3, 0],
    ["keeps its place, the tranche shrinks last", 101, 2, 2, 2, 0],
    ["that asks for more lots queues anew with a full tranche", 101, 12, 12, 3, 4],
    ["at another price queues there with a full tranche", 102, 5, 5, 3, 0],
  ])("4.4 a replace %s", (_, price, open, leftOpen, shown, ahead) => {
    const { book } = bookOf([1, 1, SELL, 101, 10, 3], [2, 2, SELL, 101, 4]);
    book.replace(1, price, open);
    book.check();
    expect([book.openOf(1), book.shownOf(1), book.aheadOf(1)]).toEqual([leftOpen, shown, ahead]);
  });

  test("4.4 a replace that trades keeps the display and the self-trade mode", () => {
    const { book, reports, send } = bookOf(
      [1, 1, SELL, 105, 10, 3, OLDEST],
      [2, 2, BUY, 100, 4],
      [3, 1, BUY, 100, 2],
      [4, 4, BUY, 100, 1],
    );
    expect(book.replace(1, 100, 9)).toBe(4);
    expect(reports).toEqual([
      { maker: 2, taker: 1, price: 100, lots: 4 },
      { resting: 3, out: 2, open: 0 }, // mode oldest: the resting one ends
      { maker: 4, taker: 1, price: 100, lots: 1 },
    ]);
    expect([book.shownOf(1), book.openOf(1)]).toEqual([3, 4]);
    send([5, 5, BUY, 100, 3]);
    expect(book.shownOf(1)).toBe(1);
  });

  test.each<[string, number, number, typeof ENDED_NOT | typeof ENDED_FOK, number[]]>([
    ["counts hidden lots", 9, 14, ENDED_NOT, [3, 4, 3, 3, 1]],
    ["is killed for want of one lot", 9, 15, ENDED_FOK, []],
    ["of an owner whose order stands before the next tranche counts what is shown before it", 2, 3, ENDED_NOT, [3]],
    ["of an owner whose order stands before the next tranche does not count that one", 2, 4, ENDED_FOK, []],
  ])("a FOK %s", (_, owner, lots, ending, traded) => {
    const { book, reports, send } = bookOf([1, 1, SELL, 101, 10, 3], [2, 2, SELL, 101, 4]);
    send([9, owner, BUY, 101, lots], FOK, NEWEST);
    expect(book.ending).toBe(ending);
    expect(reports.flatMap((report) => ("maker" in report ? [report.lots] : []))).toEqual(traded);
  });

  test("4.5 decrement takes out of an own iceberg's hidden lots first, and it keeps its place", () => {
    const { book, reports, send, queue } = bookOf([1, 9, SELL, 101, 10, 3], [2, 2, SELL, 101, 4]);
    send([9, 9, BUY, 101, 8], IOC, DECREMENT);
    expect(reports).toEqual([
      { resting: 1, out: 8, open: 2 },
      { incoming: 9, out: 8, open: 0 },
    ]);
    expect(queue(SELL)).toEqual([
      [1, 2],
      [2, 4],
    ]);
    expect(book.shownOf(1)).toBe(2);
  });
});

describe("shrink", () => {
  test.each<[string, number, number, number]>([
    ["hidden lots first", 6, 4, 3],
    ["then shown ones", 8, 2, 2],
    ["and with the last lot the order", 10, 0, 0],
  ])("takes %s; the place stays", (_, lots, open, shown) => {
    const { book, queue } = bookOf([1, 1, BUY, 100, 10, 3], [2, 2, BUY, 100, 4]);
    expect(book.shrink(1, lots)).toBe(open);
    book.check();
    expect([book.openOf(1), book.shownOf(1), book.has(1)]).toEqual([open, shown, open > 0]);
    expect(queue(BUY)).toEqual(
      open > 0
        ? [
            [1, open],
            [2, 4],
          ]
        : [[2, 4]],
    );
  });

  test("an order cannot lose more than it has, nor one that is not here", () => {
    const { book } = bookOf([1, 1, BUY, 100, 10, 3]);
    for (const lots of [11, 0, -1, 1.5]) expect(() => book.shrink(1, lots)).toThrow("the lots it has open");
    expect(() => book.shrink(2, 1)).toThrow("the order rests in this book");
    expect(book.submit(3, 1, 1, SELL, 101, 1, REST, NEWEST)).toBe(1);
  });
});
