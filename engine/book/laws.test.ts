import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUY, SELL, type SideNo } from "../units";
import { bookOf, type Resting } from "./book-of.oracle";
import { type Mode, NEWEST, OrderBook, REST, type SelfTrade } from "./order-book";

const draft = fc.record({
  owner: fc.integer({ min: 1, max: 4 }),
  side: fc.constantFrom<SideNo>(BUY, SELL),
  price: fc.integer({ min: 90, max: 110 }),
  lots: fc.integer({ min: 1, max: 12 }),
  display: fc.constantFrom(0, 0, 1, 4),
  mode: fc.constantFrom<Mode>(0, 0, 0, 1, 2),
  selfTrade: fc.constantFrom<SelfTrade>(0, 1, 2, 3),
});
const drafts = fc.array(draft, { maxLength: 60, size: "max" });

test("buying and selling mirror each other", () => {
  fc.assert(
    fc.property(drafts, (orders) => {
      const [one, mirror] = [bookOf(), bookOf()];
      for (const [n, { owner, side, price, lots, display, mode, selfTrade }] of orders.entries()) {
        one.send([n + 1, owner, side, price, lots, display], mode, selfTrade);
        mirror.send([n + 1, owner, side === BUY ? SELL : BUY, 200 - price, lots, display], mode, selfTrade);
      }
      expect(mirror.queue(BUY)).toEqual(one.queue(SELL));
      expect(mirror.queue(SELL)).toEqual(one.queue(BUY));
      const turned = mirror.reports.map((each) => ("price" in each ? { ...each, price: 200 - each.price } : each));
      expect(turned).toEqual(one.reports);
    }),
  );
});

test("lots are neither made nor lost: entered = traded twice + given way + ended + resting", () => {
  fc.assert(
    fc.property(drafts, (orders) => {
      const { book, reports, send, queue } = bookOf();
      let entered = 0;
      let ended = 0;
      for (const [n, { owner, side, price, lots, display, mode, selfTrade }] of orders.entries()) {
        const before = reports.length;
        const rests = send([n + 1, owner, side, price, lots, display], mode, selfTrade);
        const own = reports.slice(before);
        const gone = own.reduce(
          (sum, each) => sum + ("taker" in each ? each.lots : "incoming" in each ? each.out : 0),
          0,
        );
        entered += lots;
        ended += lots - gone - rests;
        if (book.ending === 0) expect(gone + rests).toBe(lots);
      }
      const left = reports.reduce(
        (sum, each) => sum + ("taker" in each ? 2 * each.lots : "out" in each ? each.out : 0),
        0,
      );
      const resting = [...queue(BUY), ...queue(SELL)].reduce((sum, [, open]) => sum + open, 0);
      expect(left + ended + resting).toBe(entered);
    }),
  );
});

test("orders that came and went leave no trace but trades", () => {
  fc.assert(
    fc.property(drafts, drafts, (before, after) => {
      const [one, other] = [bookOf(), bookOf()];
      const place = (book: typeof one, id: number, order: (typeof before)[number]) =>
        book.book.submit(id, 1, 1, order.side, order.side === BUY ? 50 : 150, order.lots, REST, NEWEST, order.display);
      for (const [n, order] of before.entries()) {
        place(one, n + 1, order);
        place(other, n + 1, order);
      }
      for (const [n, order] of after.entries()) place(other, 1_000 + n, order);
      for (const [n] of after.entries()) other.book.cancel(1_000 + n);
      for (const book of [one, other]) book.send([5_000, 3, BUY, 60, 4]);
      expect(other.book.digest()).toBe(one.book.digest());
    }),
  );
});

describe("a digest tells books apart that would go on differently", () => {
  const base: Resting[] = [
    [1, 1, BUY, 100, 5],
    [2, 2, SELL, 101, 5],
  ];
  test.each<[string, Resting[]]>([
    ["another id", [[3, 1, BUY, 100, 5], base[1]]],
    ["another owner", [[1, 3, BUY, 100, 5], base[1]]],
    ["another price", [[1, 1, BUY, 99, 5], base[1]]],
    ["other lots", [[1, 1, BUY, 100, 6], base[1]]],
    ["a tranche", [[1, 1, BUY, 100, 5, 2], base[1]]],
    ["another self-trade mode", [[1, 1, BUY, 100, 5, 0, 2], base[1]]],
    ["who came first", [base[1], base[0]]],
  ])("%s", (_, orders) => {
    expect(bookOf(...orders).book.digest()).not.toBe(bookOf(...base).book.digest());
  });
  test("collecting", () => {
    const { book } = bookOf(...base);
    const before = book.digest();
    expect(before).toMatch(/^[0-9a-f]{32}$/);
    book.collect(true);
    expect(book.digest()).not.toBe(before);
  });
});

describe("what is no order is our bug, said plainly, and changes nothing", () => {
  const { book, sink } = bookOf([1, 1, SELL, 101, 5]);
  const enter = (change: object) => () => {
    const order = { id: 9, account: 1, owner: 2, side: BUY as SideNo, price: 101, lots: 1, display: 0, ...change };
    const { id, account, owner, side, price, lots, display } = order;
    book.submit(id, account, owner, side, price, lots, REST, NEWEST, display);
  };
  test.each<[string, object]>([
    ["an order id is a whole number", { id: 0 }],
    ["an order id is a whole number", { id: -1 }],
    ["an order id is a whole number", { id: 1.5 }],
    ["an order id is a whole number", { id: 2 ** 53 }],
    ["an order id rests in the book once", { id: 1 }],
    ["an order id rests in the book once", { id: 1, price: 99 }],
    ["a price is a whole number of ticks", { price: 0 }],
    ["a price is a whole number of ticks", { price: 2 ** 31 + 1 }],
    ["a price is a whole number of ticks", { price: 100.5 }],
    ["a price is a whole number of ticks", { price: Number.NaN }],
    ["a size is a whole number of lots", { lots: 0 }],
    ["a size is a whole number of lots", { lots: 0.1 }],
    ["a size is a whole number of lots", { lots: 10 ** 12 + 1 }],
    ["an order shows all its lots, or a whole number", { display: -1 }],
    ["an order shows all its lots, or a whole number", { display: 1.5 }],
    ["accounts and owners are 32-bit integers", { owner: 2 ** 31 }],
    ["accounts and owners are 32-bit integers", { account: 0.5 }],
    ["a side is BUY or SELL", { side: 2 }],
  ])("%s: %j", (message, change) => {
    const before = book.digest();
    expect(enter(change)).toThrow(message);
    book.check();
    expect(book.digest()).toBe(before);
  });

  test("a reference price is whole", () => {
    expect(() => book.indicative(0.5)).toThrow("a reference price is whole, got 0.5");
  });

  test("a ladder spans a power of two, and a book has space for an order", () => {
    for (const ladderTicks of [16, 33, 65_536])
      expect(() => new OrderBook({ ladderTicks }, sink)).toThrow("power of two");
    expect(() => new OrderBook({ capacity: 0 }, sink)).toThrow("space for one order");
  });

  test("the largest there is: id 2^53 − 1 at tick 2^31 with 10^12 lots", () => {
    const large = bookOf([Number.MAX_SAFE_INTEGER, 1, SELL, 2 ** 31, 10 ** 12], [2, 2, SELL, 2 ** 31, 10 ** 12]);
    large.send([3, 3, BUY, 2 ** 31, 10 ** 12]);
    expect(large.reports).toEqual([{ maker: Number.MAX_SAFE_INTEGER, taker: 3, price: 2 ** 31, lots: 10 ** 12 }]);
    expect(large.book.lotsWithin(SELL, 2 ** 31)).toBe(10 ** 12);
  });
});
