import { describe, expect, test } from "vitest";
import { BUY, SELL } from "../units";
import { bookOf, type Report } from "./book-of.oracle";
import { DECREMENT, ENDED_IOC, ENDED_NOT, type Ending, IOC, NEWEST, OLDEST, type OrderBook, REST } from "./order-book";

/** Three offers stand before a buy of 9 lots up to 102; as it trades with the first, the listener acts. */
function sweep(act: (book: OrderBook) => void) {
  const { book, reports, send, queue, hear } = bookOf(
    [1, 1, SELL, 101, 3],
    [2, 2, SELL, 101, 4, 2],
    [3, 3, SELL, 102, 5],
  );
  hear.report = (report) => {
    if ("maker" in report && report.maker === 1) act(book);
  };
  send([9, 9, BUY, 102, 9], IOC);
  return { book, traded: reports.flatMap((each) => ("maker" in each ? [[each.maker, each.lots]] : [])), queue };
}

describe("4.2 in the middle of a sweep the listener takes lots out of resting orders", () => {
  test.each<[string, (book: OrderBook) => void, number[][], Ending, number[][]]>([
    [
      "none",
      () => {},
      [
        [1, 3],
        [2, 2],
        [2, 2],
        [3, 2],
      ],
      ENDED_NOT,
      [[3, 3]],
    ],
    [
      "the next order",
      (book) => book.cancel(2),
      [
        [1, 3],
        [3, 5],
      ],
      ENDED_IOC,
      [],
    ],
    [
      "hidden lots of the next order",
      (book) => book.shrink(2, 2),
      [
        [1, 3],
        [2, 2],
        [3, 4],
      ],
      ENDED_NOT,
      [[3, 1]],
    ],
    [
      "lots of the next order",
      (book) => book.shrink(2, 3),
      [
        [1, 3],
        [2, 1],
        [3, 5],
      ],
      ENDED_NOT,
      [],
    ],
    [
      "a whole price",
      (book) => book.shrink(3, 5),
      [
        [1, 3],
        [2, 2],
        [2, 2],
      ],
      ENDED_IOC,
      [],
    ],
    [
      "everything that is left",
      (book) => {
        while (book.frontOf(SELL) > 0) book.cancel(book.frontOf(SELL));
      },
      [[1, 3]],
      ENDED_IOC,
      [],
    ],
  ])("%s", (_, act, traded, ending, left) => {
    const { book, traded: made, queue } = sweep(act);
    expect(made).toEqual(traded);
    expect(book.ending).toBe(ending);
    expect(queue(SELL)).toEqual(left);
  });

  test("the order that is trading, its next tranche included", () => {
    const { book, reports, send, hear } = bookOf([1, 1, SELL, 101, 9, 2], [2, 2, SELL, 101, 1]);
    hear.report = () => {
      if (book.has(1)) book.shrink(1, book.openOf(1));
    };
    expect(send([9, 9, BUY, 101, 5])).toBe(2);
    expect(reports).toEqual([
      { maker: 1, taker: 9, price: 101, lots: 2 },
      { maker: 2, taker: 9, price: 101, lots: 1 },
    ]);
  });

  test("as self-trade prevention reports, too", () => {
    const { reports, send, book, hear } = bookOf([1, 9, SELL, 101, 3], [2, 2, SELL, 101, 4], [3, 3, SELL, 101, 4]);
    hear.report = (report: Report) => {
      if ("resting" in report) book.cancel(2);
    };
    send([9, 9, BUY, 101, 4], IOC, OLDEST);
    expect(reports).toEqual([
      { resting: 1, out: 3, open: 0 },
      { maker: 3, taker: 9, price: 101, lots: 4 },
    ]);
  });

  test("but it enters none, and replaces none", () => {
    const { book, send, hear } = bookOf([1, 1, SELL, 101, 3], [2, 2, BUY, 90, 3]);
    const refused: unknown[] = [];
    const attempt = (act: () => void) => {
      try {
        act();
      } catch (error) {
        refused.push((error as Error).message);
      }
    };
    hear.report = () => {
      attempt(() => book.submit(5, 1, 1, BUY, 100, 1, REST, NEWEST));
      attempt(() => book.replace(2, 91, 3));
      attempt(() => book.uncross(100));
      attempt(() => book.collect(true));
    };
    send([9, 9, BUY, 101, 1], REST, DECREMENT);
    expect(refused).toEqual(Array(4).fill("orders enter a book when it is done with the one before"));
    expect([book.size, book.collecting]).toEqual([2, false]);
  });
});
