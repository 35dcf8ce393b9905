import { describe, expect, test } from "vitest";
import { DEC, quietConfig, Venue } from "./venue";

const refusalOf = (order: { refusal: unknown }) => order.refusal as Record<string, unknown>;

describe("1 time", () => {
  test("1.2 from 15:00 orders are refused, cancels and transfers are accepted", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const order = venue.buy(ann, 5, 4_500);
    venue.at(15, 0);
    expect(venue.buy(ann, 5, 4_500).refusal).toEqual({ reason: "closed", opensAt: Date.UTC(2026, 9, 2, 8, 50) });
    expect(venue.cancel(ann, order.id).kind).toBe("cancelled");
    expect(venue.transfer(ann, 100).kind).toBe("transferred");
  });

  test("1.2 the first order of the next day is accepted at 09:00 sharp", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    venue.at(15, 30);
    venue.at(9, 0);
    expect(venue.room.view()).toMatchObject({ day: 2, date: "2026-10-02", phase: "continuous" });
    expect(venue.buy(ann, 5, 4_500).status).toBe("open");
  });
});

describe("4.1 price, then time", () => {
  test("a trade prints at the resting order's price; best price first, then the older order", () => {
    const venue = new Venue();
    const [ann, ben, cid] = venue.people(3);
    venue.sell(ann, 4, 4_510);
    venue.sell(ben, 2, 4_505);
    venue.sell(cid, 3, 4_505);
    expect(venue.buy(venue.people(4)[3], 6, 4_512)).toMatchObject({ status: "filled", filledValue: 5 * 4_505 + 4_510 });
    expect(venue.of("trade").map(({ price, lots }) => [price, lots])).toEqual([
      [4_505, 2],
      [4_505, 3],
      [4_510, 1],
    ]);
  });

  test("a lot filled costs the taker 5 cents and the maker 1, and both go to the fund", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.trade(ann, ben, 10, 4_500);
    expect(venue.of("fill").map(({ report }) => [report.account, report.liquidity, report.fee])).toEqual([
      [ben, "maker", 10],
      [ann, "taker", 50],
    ]);
    expect(venue.account(ann).marginCash).toBe(5_000_000 - 50);
    expect(venue.account(ben).marginCash).toBe(5_000_000 - 10);
  });
});

describe("4.2 order types", () => {
  test("what an immediate-or-cancel order cannot trade at once ends", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 4, 4_500);
    const order = venue.buy(ann, 10, 4_500, { tif: "ioc" });
    expect(order).toMatchObject({ status: "cancelled", cancelReason: "ioc", filled: 4 });
    expect(venue.room.openOrders(ann)).toEqual([]);
  });

  test("a fill-or-kill order that cannot fill whole changes nothing", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 4, 4_500);
    venue.sell(ben, 5, 4_501);
    const killed = venue.buy(ann, 10, 4_501, { tif: "fok" });
    expect(killed.refusal).toEqual({ reason: "fok-unfilled", lots: 10, available: 9 });
    expect(venue.of("trade")).toEqual([]);
    expect(venue.buy(ann, 9, 4_501, { tif: "fok" })).toMatchObject({ status: "filled", filled: 9 });
  });

  test("fill-or-kill counts only what it would trade: own orders do not count", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ann, 6, 4_500);
    venue.sell(ben, 4, 4_501);
    const killed = venue.buy(ann, 10, 4_501, { tif: "fok", selfTrade: "oldest" });
    expect(killed.refusal).toMatchObject({ reason: "fok-unfilled", available: 4 });
    expect(venue.room.openOrders(ann)).toHaveLength(1);
  });

  test("a post-only order that would trade is refused", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 4, 4_500);
    expect(venue.buy(ann, 1, 4_500, { postOnly: true }).refusal).toEqual({
      reason: "post-only",
      price: 4_500,
      touch: 4_500,
    });
    expect(venue.buy(ann, 1, 4_499, { postOnly: true }).status).toBe("open");
  });

  test("day orders end at 15:00, good-till-cancelled ones stay", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const day = venue.buy(ann, 5, 4_490, { tif: "day" });
    const gtc = venue.buy(ann, 5, 4_491);
    venue.at(15, 0);
    expect(venue.order_(ann, day.id)).toMatchObject({ status: "cancelled", cancelReason: "day-end" });
    expect(venue.order_(ann, gtc.id).status).toBe("open");
  });

  test.each([0, -1, 0.5, 10_001, Number.NaN])("1 to 10,000 lots: %s is refused", (lots) => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.buy(ann, lots, 4_500).refusal).toMatchObject({ reason: "lots", least: 1, most: 10_000 });
  });
});

describe("4.3 protection", () => {
  test("a market order stops 2 % from the touch, inward to a tick, and never rests", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 1, 4_500);
    venue.sell(ben, 1, 4_590); // 4,500 × 1.02
    venue.sell(ben, 1, 4_591);
    const order = venue.market(ann, "buy", 3);
    expect(order).toMatchObject({ status: "cancelled", cancelReason: "market-protection", filled: 2 });
  });

  test("a market order without another side is refused", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.market(ann, "buy", 1).refusal).toEqual({ reason: "no-opposite-side", contract: DEC });
  });

  test("a limit more than 3 % through the mark is refused, and says the bound", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.buy(ann, 1, 4_636).refusal).toEqual({
      reason: "price-band",
      price: 4_636,
      mark: 4_500,
      bound: 4_635,
    });
    expect(venue.buy(ann, 1, 4_635).status).toBe("open");
    expect(venue.sell(ann, 1, 4_500, { selfTrade: "oldest" }).status).toBe("open");
  });
});

describe("4.4 replace", () => {
  test("fewer lots at the same price keeps the place, more queues anew", () => {
    const venue = new Venue();
    const [ann, ben, cid] = venue.people(3);
    const first = venue.buy(ann, 10, 4_500);
    venue.buy(ben, 10, 4_500);
    venue.replace(ann, first, { lots: 8 });
    expect(venue.room.queueAhead(ann, first.id)).toBe(0);
    venue.replace(ann, first, { lots: 9 });
    expect(venue.room.queueAhead(ann, first.id)).toBe(10);
    venue.sell(cid, 12, 4_500);
    expect(venue.position(ben)).toBe(10);
    expect(venue.position(ann)).toBe(2);
  });

  test("lots are the order's total, filled included; no more than filled is refused", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    const order = venue.buy(ann, 10, 4_500);
    venue.sell(ben, 4, 4_500);
    expect(venue.replace(ann, order, { lots: 4 })).toMatchObject({
      refusal: { reason: "already-filled", lots: 4, filled: 4 },
    });
    venue.replace(ann, order, { lots: 7 });
    expect(venue.room.depth(DEC, 1)?.bids).toEqual([[4_500, 3, 1]]);
  });

  test("a new price may trade at once; a refused replace changes nothing", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 5, 4_510);
    const order = venue.buy(ann, 5, 4_500);
    expect(venue.replace(ann, order, { price: 9_999 })).toMatchObject({ kind: "refused" });
    expect(venue.order_(ann, order.id)).toMatchObject({ price: 4_500, lots: 5, status: "open" });
    expect(venue.replace(ann, order, { price: 4_510 })).toMatchObject({ order: { status: "filled", filled: 5 } });
  });

  test("the post-only flag stays: a replace that would trade is refused", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 5, 4_510);
    const order = venue.buy(ann, 5, 4_500, { postOnly: true });
    expect(venue.replace(ann, order, { price: 4_510 })).toMatchObject({ refusal: { reason: "post-only" } });
  });

  test("an ended order, and another account's, is unknown", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    const order = venue.buy(ann, 5, 4_500);
    expect(venue.replace(ben, order, { lots: 1 })).toMatchObject({ refusal: { reason: "unknown-order" } });
    expect(venue.cancel(ben, order.id)).toMatchObject({ refusal: { reason: "unknown-order" } });
    venue.cancel(ann, order.id);
    expect(venue.replace(ann, order, { lots: 1 })).toMatchObject({ refusal: { reason: "unknown-order" } });
  });
});

describe("4.5 self-trade prevention", () => {
  const cases = [
    ["newest", { incoming: "cancelled", resting: "open", restingLots: 4 }],
    ["oldest", { incoming: "open", resting: "cancelled", restingLots: 0 }],
    ["both", { incoming: "cancelled", resting: "cancelled", restingLots: 0 }],
    ["decrement", { incoming: "open", resting: "cancelled", restingLots: 0 }],
  ] as const;
  test.each(cases)("%s: nobody trades with themself", (selfTrade, expected) => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const resting = venue.sell(ann, 4, 4_500);
    const incoming = venue.buy(ann, 10, 4_500, { selfTrade });
    expect(venue.of("trade")).toEqual([]);
    expect(incoming.status).toBe(expected.incoming);
    expect(venue.order_(ann, resting.id).status).toBe(expected.resting);
    expect(venue.room.depth(DEC, 1)?.asks[0]?.[1] ?? 0).toBe(expected.restingLots);
    if (selfTrade === "decrement") expect(venue.room.depth(DEC, 1)?.bids).toEqual([[4_500, 6, 1]]);
  });

  test("fills made before stand", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 3, 4_499);
    venue.sell(ann, 4, 4_500);
    const order = venue.buy(ann, 10, 4_500);
    expect(order).toMatchObject({ status: "cancelled", cancelReason: "self-trade", filled: 3 });
  });
});

describe("4.6 client order ids", () => {
  test("a repeat of the same order returns the first outcome and trades no more", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 20, 4_500);
    const first = venue.buy(ann, 5, 4_500, { id: "once" });
    const again = venue.buy(ann, 5, 4_500, { id: "once" });
    expect(again).toEqual(first);
    expect(venue.position(ann)).toBe(5);
  });

  test("any other order under the same id is refused before it trades", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.sell(ben, 20, 4_500);
    venue.buy(ann, 5, 4_500, { id: "once" });
    expect(venue.buy(ann, 6, 4_500, { id: "once" }).refusal).toEqual({
      reason: "duplicate-id",
      clientOrderId: "once",
    });
    expect(venue.position(ann)).toBe(5);
    expect(venue.buy(ben, 6, 4_400, { id: "once" }).status).toBe("open"); // ids are per account
  });

  test("a refused order holds no id, and an ended one holds it for two room days", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    expect(venue.buy(ann, 5, 9_999, { id: "x" }).status).toBe("rejected");
    const order = venue.buy(ann, 5, 4_500, { id: "x" });
    venue.cancel(ann, order.id);
    venue.at(9, 30);
    venue.at(15, 30);
    venue.at(9, 30);
    expect(refusalOf(venue.buy(ann, 6, 4_500, { id: "x" })).reason).toBe("duplicate-id");
    venue.at(15, 30);
    venue.at(9, 30);
    expect(venue.buy(ann, 6, 4_500, { id: "x" }).status).toBe("open");
  });
});

describe("4.8 mark", () => {
  test("W7 bids gone: the mark walks down with the band, 4.365, 4.235, 4.108, and stops at the limit 4.050", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const marks = [4_365, 4_235, 4_108].map((price) => {
      expect(venue.sell(ann, 1, price - 1).refusal).toMatchObject({ reason: "price-band", bound: price });
      venue.sell(ann, 1, price);
      return venue.contract().mark;
    });
    expect(marks).toEqual([4_365, 4_235, 4_108]);
    expect(venue.sell(ann, 1, 4_049).refusal).toMatchObject({ reason: "outside-limits", low: 4_050, high: 4_950 });
    venue.sell(ann, 1, 4_050);
    expect(venue.contract()).toMatchObject({ mark: 4_050, locked: "down" });
  });
});

test("an unknown contract is refused and names the listed ones", () => {
  const venue = new Venue(quietConfig);
  const [ann] = venue.people(1);
  const draft = { contract: "PREM-JAN20", side: "buy", type: "limit", lots: 1, price: 1, timeInForce: "gtc" } as const;
  expect(
    venue.send({
      kind: "place-order",
      account: ann,
      order: { ...draft, postOnly: false, selfTrade: "newest" } as never,
    }),
  ).toMatchObject({ kind: "refused", refusal: { reason: "unknown-contract", listed: expect.arrayContaining([DEC]) } });
});
