import { describe, expect, test } from "vitest";
import { BUY, SELL } from "../units";
import { bookOf, type Report } from "./book-of.oracle";
import {
  BOTH,
  DECREMENT,
  ENDED_NOT,
  ENDED_SELF_TRADE,
  type Ending,
  NEWEST,
  OLDEST,
  REST,
  type SelfTrade,
} from "./order-book";

describe("4.5 self-trade prevention", () => {
  // Owner 9 offers `own` lots at 101 behind 1 lot of somebody else's, and 5 more of somebody else's stand at 102.
  test.each<[string, SelfTrade, number, number, Report[], number, Ending, number[][]]>([
    [
      "newest: what is left of the incoming order ends",
      NEWEST,
      4,
      6,
      [{ incoming: 9, out: 5, open: 0 }],
      0,
      ENDED_SELF_TRADE,
      [
        [2, 4],
        [3, 5],
      ],
    ],
    [
      "oldest: the resting order ends",
      OLDEST,
      4,
      6,
      [
        { resting: 2, out: 4, open: 0 },
        { maker: 3, taker: 9, price: 102, lots: 5 },
      ],
      0,
      ENDED_NOT,
      [],
    ],
    [
      "both end",
      BOTH,
      4,
      6,
      [
        { resting: 2, out: 4, open: 0 },
        { incoming: 9, out: 5, open: 0 },
      ],
      0,
      ENDED_SELF_TRADE,
      [[3, 5]],
    ],
    [
      "decrement: the smaller resting size leaves both, and matching goes on",
      DECREMENT,
      4,
      7,
      [
        { resting: 2, out: 4, open: 0 },
        { incoming: 9, out: 4, open: 2 },
        { maker: 3, taker: 9, price: 102, lots: 2 },
      ],
      0,
      ENDED_NOT,
      [[3, 3]],
    ],
    [
      "decrement: the smaller incoming size leaves both, and the resting order keeps its place",
      DECREMENT,
      4,
      3,
      [
        { resting: 2, out: 2, open: 2 },
        { incoming: 9, out: 2, open: 0 },
      ],
      0,
      ENDED_SELF_TRADE,
      [
        [2, 2],
        [3, 5],
      ],
    ],
    [
      "decrement: equal sizes both end",
      DECREMENT,
      4,
      5,
      [
        { resting: 2, out: 4, open: 0 },
        { incoming: 9, out: 4, open: 0 },
      ],
      0,
      ENDED_SELF_TRADE,
      [[3, 5]],
    ],
  ])("%s; fills made before stand", (_, selfTrade, ownLots, lots, after, rests, ending, left) => {
    const { book, reports, send, queue } = bookOf(
      [1, 1, SELL, 101, 1],
      [2, 9, SELL, 101, ownLots],
      [3, 3, SELL, 102, 5],
    );
    expect(send([9, 9, BUY, 102, lots], REST, selfTrade)).toBe(rests);
    expect(reports).toEqual([{ maker: 1, taker: 9, price: 101, lots: 1 }, ...after]);
    expect(book.ending).toBe(ending);
    expect(queue(SELL)).toEqual(left);
  });

  test("it looks at the owner, not at the account", () => {
    const { book, reports } = bookOf();
    book.submit(1, 10, 5, SELL, 101, 3, REST, NEWEST);
    book.submit(2, 20, 5, BUY, 101, 2, REST, NEWEST); // the same owner through another account
    expect(reports).toEqual([{ incoming: 2, out: 2, open: 0 }]);
    book.submit(3, 30, 6, BUY, 101, 2, REST, NEWEST);
    expect(reports.at(-1)).toEqual({ maker: 1, taker: 3, price: 101, lots: 2 });
  });

  test("an own order at a price the incoming one does not reach is no self-trade", () => {
    const { book, reports, send } = bookOf([1, 9, SELL, 102, 3]);
    expect(send([2, 9, BUY, 101, 2])).toBe(2);
    expect(reports).toEqual([]);
    expect([book.bestBid(), book.bestAsk()]).toEqual([101, 102]);
  });
});
