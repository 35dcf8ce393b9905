import { describe, expect, test } from "vitest";
import { BUY, SELL } from "../units";
import { bookOf, type Report, type Resting } from "./book-of.oracle";
import { BOTH, DECREMENT, IOC, NEWEST, OLDEST, OrderBook, REST, type SelfTrade } from "./order-book";

function collected(...orders: Resting[]) {
  const all = bookOf();
  all.book.collect(true);
  for (const order of orders) all.send(order);
  return all;
}

const bid = (id: number, price: number, lots: number, display?: number): Resting => [id, id, BUY, price, lots, display];
const offer = (id: number, price: number, lots: number, display?: number): Resting => [
  id,
  id,
  SELL,
  price,
  lots,
  display,
];

describe("4.7 while orders collect", () => {
  test("nothing matches and the book may be crossed", () => {
    const { book, reports } = collected(bid(1, 105, 5), offer(2, 95, 5));
    expect([book.bestBid(), book.bestAsk(), book.wouldTrade(BUY, 105), reports]).toEqual([105, 95, false, []]);
    book.replace(1, 106, 5);
    expect([book.bestBid(), reports]).toEqual([106, []]);
  });

  test("orders rest: there is nothing to take", () => {
    const { book } = collected();
    expect(() => book.submit(1, 1, 1, BUY, 100, 1, IOC, NEWEST)).toThrow("while orders collect for an auction");
  });

  test("a crossed book does not trade on without an uncross", () => {
    const { book } = collected(bid(1, 105, 5), offer(2, 95, 5));
    expect(() => book.collect(false)).toThrow("a crossed book is uncrossed");
    book.cancel(1);
    book.collect(false);
    expect(book.collecting).toBe(false);
  });
});

describe("4.7 the price of an auction", () => {
  test.each<[string, Resting[], number, [price: number, lots: number, surplus: number] | null]>([
    ["no overlap, no uncross", [bid(1, 99, 5), offer(2, 100, 5)], 100, null],
    ["one side alone does not overlap", [bid(1, 99, 5)], 100, null],
    ["most volume", [bid(1, 105, 5), bid(2, 102, 5), offer(3, 100, 8), offer(4, 104, 5)], 104, [102, 8, 2]],
    ["then least surplus", [bid(1, 102, 5), offer(2, 100, 3), offer(3, 102, 2)], 100, [102, 5, 0]],
    [
      "least surplus may stand between the prices of orders",
      [bid(1, 100, 10), bid(2, 103, 5), offer(3, 100, 5)],
      90,
      [101, 5, 0],
    ],
    ["then nearest the reference, from within", [bid(1, 105, 5), offer(2, 100, 5)], 103, [103, 5, 0]],
    ["then nearest the reference, from below", [bid(1, 105, 5), offer(2, 100, 5)], 90, [100, 5, 0]],
    ["then nearest the reference, from above", [bid(1, 105, 5), offer(2, 100, 5)], 110, [105, 5, 0]],
    [
      "then the lower: two spans as near as each other",
      [bid(1, 104, 2), bid(2, 102, 2), offer(3, 100, 2), offer(4, 103, 2)],
      102,
      [102, 2, 2],
    ],
    [
      "the same surplus on the other side counts alike",
      [bid(1, 105, 3), bid(2, 101, 1), offer(3, 100, 3), offer(4, 102, 1)],
      103,
      [103, 3, -1],
    ],
    ["hidden lots count", [bid(1, 101, 9, 1), offer(2, 100, 3, 2), offer(3, 101, 6, 1)], 100, [101, 9, 0]],
    ["it reaches from tick 1 to tick 2^31", [bid(1, 2 ** 31, 1), offer(2, 1, 1)], 7, [7, 1, 0]],
    ["one tick may be all there is", [bid(1, 100, 3), offer(2, 100, 4)], 500, [100, 3, -1]],
  ])("%s", (_, orders, reference, expected) => {
    const { book, reports } = collected(...orders);
    const wanted = expected && { price: expected[0], lots: expected[1], surplus: expected[2] };
    expect(book.indicative(reference)).toEqual(wanted);
    expect(reports).toEqual([]);
    expect(book.uncross(reference)).toEqual(wanted);
    book.check();
    expect(book.collecting).toBe(false);
    const traded = reports.map((report) => ("bid" in report ? [report.price, report.lots] : []));
    expect(traded.every(([price]) => price === expected?.[0])).toBe(true);
    expect(traded.reduce((lots, trade) => lots + trade[1], 0)).toBe(expected?.[1] ?? 0);
    expect(book.indicative(reference)).toBeNull();
  });
});

describe("4.7 uncross", () => {
  test("pairs by price and then time on both sides, all at one price; what is left rests", () => {
    const { reports, book, queue } = collected(
      bid(1, 100, 4),
      bid(2, 102, 3),
      bid(3, 100, 4),
      offer(4, 99, 2),
      offer(5, 98, 3),
      offer(6, 100, 4),
    );
    expect(book.uncross(100)).toEqual({ price: 100, lots: 9, surplus: 2 });
    expect(reports).toEqual([
      { bid: 2, offer: 5, price: 100, lots: 3 },
      { bid: 1, offer: 4, price: 100, lots: 2 },
      { bid: 1, offer: 6, price: 100, lots: 2 },
      { bid: 3, offer: 6, price: 100, lots: 2 },
    ]);
    expect([queue(BUY), queue(SELL)]).toEqual([[[3, 2]], []]);
  });

  test("tranches take turns in it as in continuous trading (4.2)", () => {
    const { reports, book } = collected(bid(1, 100, 5, 2), bid(2, 100, 3), offer(3, 100, 7));
    book.uncross(100);
    expect(reports).toEqual([
      { bid: 1, offer: 3, price: 100, lots: 2 },
      { bid: 2, offer: 3, price: 100, lots: 3 },
      { bid: 1, offer: 3, price: 100, lots: 2 },
    ]);
    expect([book.openOf(1), book.shownOf(1)]).toEqual([1, 1]);
  });

  test("both orders are reported with their accounts and what is left of them", () => {
    const trades: number[][] = [];
    const { sink, book } = collected([7, 1, BUY, 101, 5, 2], [8, 2, SELL, 100, 3]);
    sink.auctionTrade = (...trade) => trades.push(trade);
    book.uncross(100);
    expect(trades).toEqual([
      [100, 2, 7, 10, 3, 8, 20, 1],
      [100, 1, 7, 10, 2, 8, 20, 0],
    ]);
  });

  test("afterwards trading is continuous", () => {
    const { book, reports, send } = collected(bid(1, 100, 5), offer(2, 100, 3));
    book.uncross(100);
    send([9, 9, SELL, 100, 1]);
    expect(reports.at(-1)).toEqual({ maker: 1, taker: 9, price: 100, lots: 1 });
  });
});

describe("4.5 in an auction the later order is the incoming one, and the auction is computed anew", () => {
  // Owner 9 bids 6 at 105 and offers 4 at 100; owner 2 offers 5 at 101 and owner 3 bids 5 at 104. Reference 100.
  const own = (id: number, mode: SelfTrade, side: typeof BUY | typeof SELL): Resting =>
    side === BUY ? [id, 9, BUY, 105, 6, 0, mode] : [id, 9, SELL, 100, 4, 0, mode];
  const others: Resting[] = [
    [2, 2, SELL, 101, 5],
    [3, 3, BUY, 104, 5],
  ];
  const trade = (bidId: number, offerId: number, price: number, lots: number): Report => ({
    bid: bidId,
    offer: offerId,
    price,
    lots,
  });
  test.each<[string, SelfTrade, boolean, Report[]]>([
    [
      "newest, the bid later",
      NEWEST,
      true,
      [{ resting: 11, out: 6, open: 0 }, trade(3, 10, 101, 4), trade(3, 2, 101, 1)],
    ],
    ["newest, the offer later", NEWEST, false, [{ resting: 11, out: 4, open: 0 }, trade(10, 2, 104, 5)]],
    ["oldest, the bid later", OLDEST, true, [{ resting: 10, out: 4, open: 0 }, trade(11, 2, 104, 5)]],
    [
      "oldest, the offer later",
      OLDEST,
      false,
      [{ resting: 10, out: 6, open: 0 }, trade(3, 11, 101, 4), trade(3, 2, 101, 1)],
    ],
    ["both", BOTH, true, [{ resting: 10, out: 4, open: 0 }, { resting: 11, out: 6, open: 0 }, trade(3, 2, 101, 5)]],
    [
      "decrement",
      DECREMENT,
      true,
      [{ resting: 10, out: 4, open: 0 }, { resting: 11, out: 4, open: 2 }, trade(11, 2, 101, 2), trade(3, 2, 101, 3)],
    ],
  ])("%s", (_, mode, isBidLater, expected) => {
    const later = isBidLater ? BUY : SELL;
    const earlier = isBidLater ? SELL : BUY;
    const { book, reports } = collected(own(10, NEWEST, earlier), ...others, own(11, mode, later));
    const found = book.uncross(100);
    expect(reports.filter((report) => "resting" in report)).toEqual(expected.filter((report) => "resting" in report));
    const pairs = (list: Report[]) =>
      list.flatMap((report) => ("bid" in report ? [[report.bid, report.offer, report.lots]] : []));
    expect(pairs(reports)).toEqual(pairs(expected));
    expect(found?.lots).toBe(pairs(expected).reduce((lots, pair) => lots + pair[2], 0));
    book.check();
  });

  test("an order that gives way frees those it was paired with before", () => {
    // The bid 5 is paired with 2 of owner 1's before it meets its owner's offer: as it ends, bid 6 gets these.
    const { book, reports } = collected(
      [1, 1, SELL, 100, 2],
      [2, 5, SELL, 100, 2],
      [3, 5, BUY, 101, 4],
      [4, 6, BUY, 100, 3],
    );
    expect(book.uncross(100)).toEqual({ price: 100, lots: 3, surplus: -1 });
    expect(reports).toEqual([
      { resting: 3, out: 4, open: 0 },
      { bid: 4, offer: 1, price: 100, lots: 2 },
      { bid: 4, offer: 2, price: 100, lots: 1 },
    ]);
  });

  test("own orders that would not meet stay", () => {
    const { reports, book } = collected([1, 9, BUY, 105, 5], [2, 2, SELL, 95, 5], [3, 9, SELL, 100, 5]);
    book.uncross(100);
    expect(reports).toEqual([{ bid: 1, offer: 2, price: 99, lots: 5 }]);
    expect(book.openOf(3)).toBe(5);
  });

  test("a replace that queues anew makes an order the later one; one that keeps its place does not", () => {
    const orders: Resting[] = [
      [1, 9, BUY, 100, 5],
      [2, 9, SELL, 100, 5],
    ];
    const kept = collected(...orders);
    kept.book.replace(1, 100, 4);
    kept.book.uncross(100);
    expect(kept.reports).toEqual([{ resting: 2, out: 5, open: 0 }]);
    const anew = collected(...orders);
    anew.book.replace(1, 101, 5);
    anew.book.uncross(100);
    expect(anew.reports).toEqual([{ resting: 1, out: 5, open: 0 }]);
  });

  test("thousands of orders of others, and one owner on both sides, take no time to speak of", () => {
    const deaf = { trade: () => {}, auctionTrade: () => {}, restingReduced: () => {}, incomingReduced: () => {} };
    const book = new OrderBook({}, deaf);
    book.collect(true);
    for (let n = 0; n < 20_000; n++) {
      const side = n % 2 === 0 ? BUY : SELL;
      const owner = n % 20 < 2 ? 1 : 2 + (n % 2);
      book.submit(n + 1, owner, owner, side, 1_000 + (n % 7), 1 + (n % 5), REST, ((n >> 1) % 4) as SelfTrade);
    }
    const found = book.uncross(1_000);
    expect(found?.lots).toBeGreaterThan(10_000);
    book.check();
  }, 2_000);
});

describe("a listener in the middle of an auction", () => {
  test("orders it takes lots out of trade no more than they have left, at the same price", () => {
    const { book, reports, hear } = collected(bid(1, 100, 4), bid(2, 100, 4), offer(3, 100, 8));
    hear.report = (report) => {
      if ("bid" in report && report.bid === 1) book.shrink(2, 3);
    };
    expect(book.uncross(100)).toEqual({ price: 100, lots: 5, surplus: -3 });
    expect(reports).toEqual([
      { bid: 1, offer: 3, price: 100, lots: 4 },
      { bid: 2, offer: 3, price: 100, lots: 1 },
    ]);
  });

  test("if that leaves other orders to overlap, they trade in a round of their own", () => {
    const { book, reports, hear } = collected(bid(1, 100, 4), bid(2, 100, 6), bid(3, 99, 5), offer(4, 98, 10));
    hear.report = (report) => {
      if ("bid" in report && report.bid === 1) book.cancel(2);
    };
    expect(book.uncross(100)).toEqual({ price: 100, lots: 9, surplus: -1 });
    expect(reports).toEqual([
      { bid: 1, offer: 4, price: 100, lots: 4 },
      { bid: 3, offer: 4, price: 99, lots: 5 },
    ]);
  });

  test("if it leaves own orders to meet, these give way then", () => {
    const { book, reports, hear } = collected(
      bid(1, 101, 1),
      offer(2, 99, 1),
      [3, 9, BUY, 100, 2],
      bid(4, 100, 2),
      offer(5, 99, 2),
      [6, 9, SELL, 100, 2],
    );
    hear.report = (report) => {
      if ("bid" in report && report.bid === 1) book.cancel(5);
    };
    book.uncross(100);
    expect(reports).toEqual([
      { bid: 1, offer: 2, price: 100, lots: 1 },
      { resting: 6, out: 2, open: 0 },
    ]);
    expect(book.collecting).toBe(false);
  });
});

test("a book restored while it collects uncrosses like the one that was saved", () => {
  const { book, reports, sink } = collected(
    [1, 9, BUY, 100, 5, 2],
    [2, 9, SELL, 100, 3],
    bid(3, 100, 2),
    offer(4, 99, 4),
  );
  const restored = OrderBook.restore({ ladderTicks: 32 }, sink, JSON.parse(JSON.stringify(book.snapshot())));
  expect([restored.collecting, restored.digest()]).toEqual([true, book.digest()]);
  book.uncross(100);
  const told = reports.splice(0);
  restored.uncross(100);
  expect(reports).toEqual(told);
  expect(restored.digest()).toBe(book.digest());
});
