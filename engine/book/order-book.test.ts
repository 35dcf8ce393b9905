import { describe, expect, test } from "vitest";
import { BUY, SELL } from "../units";
import { bookOf, type Resting } from "./book-of.oracle";
import {
  BOTH,
  DECREMENT,
  ENDED_FOK,
  ENDED_IOC,
  ENDED_NOT,
  ENDED_SELF_TRADE,
  type Ending,
  FOK,
  IOC,
  NEWEST,
  OLDEST,
  OrderBook,
  REST,
  type SelfTrade,
} from "./order-book";

describe("4.1 price, then time", () => {
  test("a buy takes the lowest offer first, then the older order at that price", () => {
    const { reports, send, queue } = bookOf([1, 1, SELL, 102, 4], [2, 2, SELL, 101, 2], [3, 3, SELL, 101, 3]);
    send([9, 9, BUY, 102, 6]);
    expect(reports).toEqual([
      { maker: 2, taker: 9, price: 101, lots: 2 },
      { maker: 3, taker: 9, price: 101, lots: 3 },
      { maker: 1, taker: 9, price: 102, lots: 1 },
    ]);
    expect(queue(SELL)).toEqual([[1, 3]]);
  });

  test("a sell takes the highest bid first, then the older order at that price", () => {
    const { reports, send, queue } = bookOf([1, 1, BUY, 99, 4], [2, 2, BUY, 100, 2], [3, 3, BUY, 100, 3]);
    send([9, 9, SELL, 99, 6]);
    expect(reports).toEqual([
      { maker: 2, taker: 9, price: 100, lots: 2 },
      { maker: 3, taker: 9, price: 100, lots: 3 },
      { maker: 1, taker: 9, price: 99, lots: 1 },
    ]);
    expect(queue(BUY)).toEqual([[1, 3]]);
  });

  test("a trade prints at the resting order's price, with both accounts and what is left of both orders", () => {
    const trades: number[][] = [];
    const book = new OrderBook(
      {},
      {
        trade: (...trade) => trades.push(trade),
        auctionTrade: () => {},
        restingReduced: () => {},
        incomingReduced: () => {},
      },
    );
    book.submit(7, 70, 1, SELL, 4_500, 10, REST, NEWEST);
    book.submit(8, 80, 2, BUY, 4_600, 4, REST, NEWEST);
    expect(trades).toEqual([[4_500, 4, 7, 70, 6, 8, 80, 0, BUY]]);
  });

  test("what a limit order cannot trade rests at its own price, behind those already there", () => {
    const { book, send, queue } = bookOf([1, 1, SELL, 101, 2], [2, 2, BUY, 100, 5]);
    expect(send([3, 3, BUY, 100, 4])).toBe(4);
    expect(send([4, 4, BUY, 101, 5])).toBe(3);
    expect(book.ending).toBe(ENDED_NOT);
    expect(queue(BUY)).toEqual([
      [4, 3],
      [2, 5],
      [3, 4],
    ]);
    expect([book.aheadOf(4), book.aheadOf(2), book.aheadOf(3)]).toEqual([0, 0, 5]);
    expect([book.bestBid(), book.bestAsk(), book.size]).toEqual([101, 0, 3]);
  });
});

describe("4.2 IOC and FOK", () => {
  test("an IOC trades what it can; the rest ends", () => {
    const { book, reports, send } = bookOf([1, 1, SELL, 101, 2]);
    expect(send([9, 9, BUY, 101, 5], IOC)).toBe(0);
    expect(reports).toEqual([{ maker: 1, taker: 9, price: 101, lots: 2 }]);
    expect([book.ending, book.size]).toEqual([ENDED_IOC, 0]);
  });

  const others = [
    [1, 1, SELL, 101, 2],
    [2, 2, SELL, 102, 3],
  ] as Resting[];
  const own = [3, 9, SELL, 101, 4] as Resting;
  const ownBehind = [3, 9, SELL, 103, 4] as Resting;
  const noOneMoved = [
    [1, 2],
    [2, 3],
  ];
  test.each<[string, typeof others, number, number, SelfTrade, Ending, number[], number[][]]>([
    ["trades whole over two prices", others, 102, 5, NEWEST, ENDED_NOT, [2, 3], []],
    ["is killed for want of one lot", others, 102, 6, NEWEST, ENDED_FOK, [], noOneMoved],
    ["does not count lots beyond its limit", others, 101, 3, NEWEST, ENDED_FOK, [], noOneMoved],
    ["does not count own orders", [own], 101, 4, OLDEST, ENDED_FOK, [], [[3, 4]]],
    [
      "is not hindered by an own order it does not reach",
      [...others, ownBehind],
      103,
      5,
      NEWEST,
      ENDED_NOT,
      [2, 3],
      [[3, 4]],
    ],
    ["(oldest) removes an own order in its way", [...others, own], 102, 5, OLDEST, ENDED_NOT, [2, 3], []],
    [
      "(newest) is killed by an own order in its way",
      [...others, own],
      102,
      5,
      NEWEST,
      ENDED_FOK,
      [],
      [
        [1, 2],
        [3, 4],
        [2, 3],
      ],
    ],
    [
      "(both) is killed by an own order in its way",
      [...others, own],
      102,
      5,
      BOTH,
      ENDED_FOK,
      [],
      [
        [1, 2],
        [3, 4],
        [2, 3],
      ],
    ],
    [
      "(decrement) is killed by an own order in its way",
      [...others, own],
      102,
      5,
      DECREMENT,
      ENDED_FOK,
      [],
      [
        [1, 2],
        [3, 4],
        [2, 3],
      ],
    ],
  ])("a FOK %s", (_, resting, price, lots, selfTrade, ending, traded, left) => {
    const { book, reports, send, queue } = bookOf(...resting);
    expect(send([9, 9, BUY, price, lots], FOK, selfTrade)).toBe(0);
    expect(book.ending).toBe(ending);
    expect(reports.flatMap((report) => ("price" in report ? [report.lots] : []))).toEqual(traded);
    expect(queue(SELL)).toEqual(left);
    if (ending === ENDED_FOK) expect(reports).toEqual([]);
  });
});

describe("4.4 replace", () => {
  const three = [
    [1, 1, BUY, 100, 5],
    [2, 2, BUY, 100, 5],
    [3, 3, BUY, 99, 5],
  ] as Resting[];
  test.each<[string, number, number, number, number[][]]>([
    [
      "fewer lots at the same price keep the place",
      1,
      100,
      2,
      [
        [1, 2],
        [2, 5],
        [3, 5],
      ],
    ],
    [
      "more lots queue anew",
      1,
      100,
      6,
      [
        [2, 5],
        [1, 6],
        [3, 5],
      ],
    ],
    [
      "as many lots queue anew",
      1,
      100,
      5,
      [
        [2, 5],
        [1, 5],
        [3, 5],
      ],
    ],
    [
      "fewer lots at another price queue anew",
      1,
      99,
      2,
      [
        [2, 5],
        [3, 5],
        [1, 2],
      ],
    ],
    [
      "a better price goes first",
      3,
      101,
      5,
      [
        [3, 5],
        [1, 5],
        [2, 5],
      ],
    ],
  ])("%s", (_, id, price, open, left) => {
    const { book, reports, queue } = bookOf(...three);
    expect(book.replace(id, price, open)).toBe(open);
    book.check();
    expect(queue(BUY)).toEqual(left);
    expect(reports).toEqual([]);
    expect([book.openOf(id), book.priceOf(id), book.sideOf(id), book.accountOf(id)]).toEqual([
      open,
      price,
      BUY,
      id * 10,
    ]);
  });

  test("what enters anew may trade, under its owner's name", () => {
    const { book, reports } = bookOf([1, 1, BUY, 100, 5], [2, 2, SELL, 101, 3], [3, 1, SELL, 102, 3]);
    expect(book.replace(1, 102, 5)).toBe(0);
    expect(reports).toEqual([
      { maker: 2, taker: 1, price: 101, lots: 3 },
      { incoming: 1, out: 2, open: 0 },
    ]);
    expect([book.ending, book.has(1), book.size]).toEqual([ENDED_SELF_TRADE, false, 1]);
  });
});
