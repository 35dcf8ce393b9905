import { describe, expect, test } from "vitest";
import { BUY, SELL, type SideNo } from "../units";
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
  type Mode,
  NEWEST,
  OLDEST,
  OrderBook,
  REST,
  type SelfTrade,
} from "./order-book";

type Report =
  | { maker: number; taker: number; price: number; lots: number }
  | { resting: number; out: number; open: number }
  | { incoming: number; out: number; open: number };

/** A book in which owner n trades through account 10 × n, and everything it reports. */
function bookOf(...resting: [id: number, owner: number, side: SideNo, price: number, lots: number][]) {
  const reports: Report[] = [];
  const book = new OrderBook(
    {},
    {
      trade: (price, lots, maker, _makerAccount, _makerOpen, taker) => reports.push({ maker, taker, price, lots }),
      restingReduced: (order, _account, _side, _price, lots, open) => reports.push({ resting: order, out: lots, open }),
      incomingReduced: (order, _account, lots, open) => reports.push({ incoming: order, out: lots, open }),
    },
  );
  const send = (
    [id, owner, side, price, lots]: (typeof resting)[number],
    mode: Mode = REST,
    selfTrade: SelfTrade = NEWEST,
  ) => {
    const rests = book.submit(id, owner * 10, owner, side, price, lots, mode, selfTrade);
    book.check();
    return rests;
  };
  for (const order of resting) send(order);
  /** Ids and open lots in priority order. */
  const queue = (side: SideNo) => {
    const orders: [number, number][] = [];
    book.forEach(side, (id, _account, _price, open) => orders.push([id, open]));
    return orders;
  };
  return { book, reports, send, queue };
}

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
      { trade: (...trade) => trades.push(trade), restingReduced: () => {}, incomingReduced: () => {} },
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
  ] as [number, number, SideNo, number, number][];
  const own = [3, 9, SELL, 101, 4] as [number, number, SideNo, number, number];
  const ownBehind = [3, 9, SELL, 103, 4] as [number, number, SideNo, number, number];
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
  ] as [number, number, SideNo, number, number][];
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
    expect(book.replace(id, price, open, NEWEST)).toBe(open);
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
    expect(book.replace(1, 102, 5, NEWEST)).toBe(0);
    expect(reports).toEqual([
      { maker: 2, taker: 1, price: 101, lots: 3 },
      { incoming: 1, out: 2, open: 0 },
    ]);
    expect([book.ending, book.has(1), book.size]).toEqual([ENDED_SELF_TRADE, false, 1]);
  });
});

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
    expect(() => book.replace(6, 100, 1, NEWEST)).toThrow("the order rests in this book");
  });
});
