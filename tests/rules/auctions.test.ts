import { describe, expect, test } from "vitest";
import type { OrderDraft } from "@/engine/commands";
import type { BenchmarkConfig, RoomConfig } from "@/engine/config";
import { openRoom, restoreRoom } from "@/engine/index";
import type { AccountNo, Lots, Ticks } from "@/engine/units";
import { DEC, MAR, OCT, quietConfig, Venue } from "./venue";

const limit = (side: "buy" | "sell", lots: number, price: number, more: Partial<OrderDraft> = {}): OrderDraft => ({
  contract: DEC,
  side,
  type: "limit",
  lots: lots as Lots,
  price: price as Ticks,
  timeInForce: "gtc",
  postOnly: false,
  selfTrade: "newest",
  ...more,
});

/** The second day of a quiet room, 08:50: last settlement 4.500, nothing in the books. */
function preOpen(config: RoomConfig = quietConfig): Venue {
  const venue = new Venue(config);
  venue.at(15, 30);
  venue.at(8, 50);
  return venue;
}

const halt = (venue: Venue, until?: number, contract = DEC) =>
  venue.send({ kind: "halt", contract, ...(until === undefined ? {} : { until: until as never }) });
const resume = (venue: Venue, contract = DEC) => venue.send({ kind: "resume", contract });
const onDay = (day: number, hour: number, minute = 0) => Date.UTC(2026, 9, day, hour, minute);
const tape = (venue: Venue) =>
  venue.of("trade").map(({ price, lots, aggressor }) => `${lots} at ${price}${aggressor ? ` ${aggressor}` : ""}`);

describe("1.2 pre-open", () => {
  test("limit orders collect from 08:50 and none matches until the opening auction at 09:00", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    expect(venue.room.view()).toMatchObject({ day: 2, phase: "pre-open", nextPhaseAt: onDay(2, 9) });
    expect(venue.of("session").map(({ phase }) => phase)).toContain("pre-open");
    expect(venue.buy(ann, 5, 4_520)).toMatchObject({ status: "open", filled: 0 });
    expect(venue.sell(ben, 5, 4_480)).toMatchObject({ status: "open", filled: 0 });
    expect(venue.contract()).toMatchObject({ state: "collecting", bid: 4_520, ask: 4_480, halted: null });
    venue.at(8, 59, 59);
    expect(tape(venue)).toEqual([]);
    venue.at(9, 0);
    expect(tape(venue)).toEqual(["5 at 4500"]);
    expect(venue.contract()).toMatchObject({ state: "continuous", auction: null, bid: null, ask: null, last: 4_500 });
    expect([venue.position(ann), venue.position(ben)]).toEqual([5, -5]);
  });

  test.each([
    ["a market order", { type: "market", price: undefined, timeInForce: "gtc" }],
    ["immediate-or-cancel", { timeInForce: "ioc" }],
    ["fill-or-kill", { timeInForce: "fok" }],
  ] as const)("%s is refused `auction`, and told when the month opens", (_, terms) => {
    const venue = preOpen();
    const [ann] = venue.people(1);
    const { price, ...draft } = { ...limit("buy", 5, 4_500), ...terms };
    const order = venue.place(ann, price === undefined ? draft : { ...draft, price });
    expect(order.refusal).toEqual({ reason: "auction", opensAt: onDay(2, 9) });
  });

  test("before 08:50 orders are refused `closed` until then, and cancels are accepted", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const { id } = venue.buy(ann, 1, 4_490);
    venue.at(15, 30);
    venue.at(8, 49, 59);
    expect(venue.buy(ann, 5, 4_500).refusal).toEqual({ reason: "closed", opensAt: onDay(2, 8, 50) });
    expect(venue.cancel(ann, id).kind).toBe("cancelled");
    venue.at(8, 50);
    expect(venue.buy(ann, 5, 4_500).status).toBe("open");
  });

  test("an order may be replaced and cancelled while it waits for the auction", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    const bid = venue.buy(ann, 5, 4_480);
    venue.sell(ben, 9, 4_500);
    expect(venue.replace(ann, bid, { price: 4_510, lots: 7 })).toMatchObject({ order: { filled: 0, lots: 7 } });
    expect(venue.contract().auction).toEqual({ price: 4_500, lots: 7, surplus: 2, side: "sell" });
    venue.cancel(ann, bid.id);
    expect(venue.contract().auction).toEqual({ price: null, lots: 0, surplus: 0, side: null });
    venue.at(9, 0);
    expect(tape(venue)).toEqual([]);
  });

  test("the price band does not hold while orders collect (4.3), the daily limits do (5.1)", () => {
    const venue = preOpen();
    const [ann] = venue.people(1);
    expect(venue.buy(ann, 1, 4_900).status).toBe("open");
    expect(venue.buy(ann, 1, 4_951).refusal).toMatchObject({ reason: "outside-limits" });
  });

  test("what rests overnight keeps its place in front of what collects (4.1)", () => {
    const venue = new Venue();
    const [ann, ben, cid] = venue.people(3);
    venue.buy(ann, 3, 4_490);
    venue.at(15, 30);
    venue.at(8, 50);
    venue.buy(ben, 3, 4_490);
    venue.sell(cid, 4, 4_490);
    venue.at(9, 0);
    expect([venue.position(ann), venue.position(ben)]).toEqual([3, 1]);
  });

  test("a room whose pre-open is its open has an auction that finds nothing new", () => {
    const calendar = { ...quietConfig.calendar, preOpen: quietConfig.calendar.open };
    const venue = new Venue({ ...quietConfig, calendar });
    const [ann, ben] = venue.people(2);
    venue.buy(ann, 5, 4_490);
    venue.at(15, 30);
    expect(venue.sell(ben, 5, 4_490).refusal).toEqual({ reason: "closed", opensAt: onDay(2, 9) });
    venue.at(9, 0);
    expect(venue.room.view().phase).toBe("continuous");
    expect(venue.of("auction").every(({ price }) => price === null)).toBe(true);
    expect(venue.sell(ben, 5, 4_490).filled).toBe(5);
  });
});

/** Orders in, the auction out. Bids and offers as [lots, price]; the last settlement is 4.500. */
type Quote = readonly [lots: number, price: number];
const auctions: readonly [
  rule: string,
  bids: readonly Quote[],
  offers: readonly Quote[],
  out: { price: number | null; lots: number; surplus: number; side: "buy" | "sell" | null },
][] = [
  [
    "the price of most volume, wherever the settlement is",
    [
      [10, 4_450],
      [5, 4_440],
    ],
    [
      [8, 4_430],
      [9, 4_440],
    ],
    { price: 4_440, lots: 15, surplus: 2, side: "sell" },
  ],
  [
    "of equal volume the least surplus",
    [
      [5, 4_520],
      [3, 4_510],
    ],
    [[5, 4_500]],
    { price: 4_511, lots: 5, surplus: 0, side: null },
  ],
  [
    "of equal surplus the price nearest the last settlement",
    [[5, 4_520]],
    [[5, 4_480]],
    { price: 4_500, lots: 5, surplus: 0, side: null },
  ],
  ["nearest from above", [[5, 4_560]], [[5, 4_540]], { price: 4_540, lots: 5, surplus: 0, side: null }],
  ["nearest from below", [[5, 4_460]], [[5, 4_440]], { price: 4_460, lots: 5, surplus: 0, side: null }],
  [
    "a price that no order names, where it balances",
    [
      [6, 4_501],
      [1, 4_499],
    ],
    [
      [6, 4_499],
      [1, 4_501],
    ],
    { price: 4_500, lots: 6, surplus: 0, side: null },
  ],
  ["no overlap, no uncross", [[5, 4_490]], [[5, 4_491]], { price: null, lots: 0, surplus: 0, side: null }],
  ["one side alone is no auction", [[5, 4_490]], [], { price: null, lots: 0, surplus: 0, side: null }],
  ["touching prices trade", [[7, 4_490]], [[5, 4_490]], { price: 4_490, lots: 5, surplus: 2, side: "buy" }],
];

describe("4.7 auctions", () => {
  test.each(auctions)("%s", (_, bids, offers, out) => {
    const venue = preOpen();
    const people = venue.people(bids.length + offers.length);
    for (const [lots, price] of bids) venue.buy(people.shift() as AccountNo, lots, price);
    for (const [lots, price] of offers) venue.sell(people.shift() as AccountNo, lots, price);
    expect(venue.contract().auction).toEqual(out);
    venue.at(9, 0);
    const found = venue.of("auction").filter(({ contract, at }) => contract === DEC && at === onDay(2, 9));
    expect(found).toMatchObject([out]);
    expect(venue.contract().volume).toBe(out.lots);
    expect(venue.of("trade").every(({ price, aggressor }) => price === out.price && aggressor === null)).toBe(true);
  });

  test("hidden lots count", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    venue.place(ann, limit("buy", 20, 4_500, { display: 2 as Lots }));
    venue.sell(ben, 15, 4_500);
    expect(venue.contract().auction).toEqual({ price: 4_500, lots: 15, surplus: 5, side: "buy" });
    venue.at(9, 0);
    expect(venue.position(ann)).toBe(15);
  });

  test("best prices trade first, then the older orders; all at the auction's price", () => {
    const venue = preOpen();
    const [ann, ben, cid, dot] = venue.people(4);
    venue.buy(ann, 4, 4_500);
    venue.buy(ben, 4, 4_500);
    venue.buy(cid, 4, 4_530);
    venue.sell(dot, 10, 4_500);
    venue.at(9, 0);
    expect([ann, ben, cid, dot].map((account) => venue.position(account))).toEqual([4, 2, 4, -10]);
    expect(new Set(venue.of("trade").map(({ price }) => price))).toEqual(new Set([4_500]));
    expect(venue.room.openOrders(ben)).toMatchObject([{ filled: 4 - 2, lots: 4 }]);
  });

  test("4.1 both sides pay the maker's fee", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    venue.buy(ann, 10, 4_510);
    venue.sell(ben, 10, 4_490);
    venue.at(9, 0);
    expect(venue.of("fill").map(({ report }) => [report.account, report.fee, report.liquidity])).toEqual([
      [ann, 10, "auction"],
      [ben, 10, "auction"],
    ]);
    expect(venue.account(ann)).toMatchObject({ marginCash: 4_999_990 });
  });

  test("4.5 an owner's later order is the incoming one, and the auction is computed anew without what it loses", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    const bid = venue.buy(ann, 5, 4_520);
    const offer = venue.sell(ann, 5, 4_480); // newest: what is left of this one ends
    venue.sell(ben, 3, 4_500);
    venue.at(9, 0);
    expect(venue.order_(ann, offer.id)).toMatchObject({ status: "cancelled", cancelReason: "self-trade", filled: 0 });
    expect(venue.order_(ann, bid.id)).toMatchObject({ status: "open", filled: 3 });
    expect(venue.position(ben)).toBe(-3);
  });

  test("4.8 only continuous trading moves the mark: it stands through the pre-open and follows the auction", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    venue.buy(ann, 5, 4_600);
    venue.sell(ben, 5, 4_580);
    expect(venue.contract()).toMatchObject({ mark: 4_500, last: null });
    venue.buy(ann, 1, 4_575);
    venue.at(9, 0);
    expect(venue.contract()).toMatchObject({ last: 4_580, bid: 4_575, mark: 4_575 });
  });

  test("the auction's trades are the first of the day's figures", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.trade(ann, ben, 7, 4_550);
    venue.at(15, 30);
    expect(venue.contract()).toMatchObject({ high: 4_550, low: 4_550, volume: 7 });
    venue.at(8, 50);
    expect(venue.contract()).toMatchObject({ high: null, low: null, volume: 0 });
    venue.buy(ann, 3, 4_510);
    venue.sell(ben, 3, 4_510);
    venue.at(9, 0);
    venue.trade(ann, ben, 1, 4_520);
    expect(venue.contract()).toMatchObject({ high: 4_520, low: 4_510, volume: 4 });
  });

  test("months uncross in listed order, by their own books", () => {
    const venue = preOpen();
    const [ann, ben] = venue.people(2);
    for (const contract of [MAR, OCT]) {
      venue.buy(ann, 1, 4_500, {}, contract);
      venue.sell(ben, 1, 4_500, {}, contract);
    }
    venue.at(9, 0);
    expect(venue.of("trade").map(({ contract }) => contract)).toEqual([OCT, MAR]);
    const uncrossed = venue.of("auction").filter(({ at }) => at === onDay(2, 9));
    expect(uncrossed.map(({ contract }) => contract)).toEqual(venue.room.contracts().map(({ symbol }) => symbol));
  });
});

describe("4.2 the end of the day", () => {
  test.each([
    ["a day order", { timeInForce: "day" }, "day-end", 1],
    ["good till today", { timeInForce: "gtd", goodTill: "2026-10-01" }, "good-till-date", 1],
    ["good till tomorrow", { timeInForce: "gtd", goodTill: "2026-10-02" }, "good-till-date", 2],
    ["good till a Sunday: Friday is its last day", { timeInForce: "gtd", goodTill: "2026-10-04" }, "good-till-date", 2],
  ] as const)("%s ends at 15:00", (_, terms, cancelReason, day) => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const { id } = venue.place(ann, limit("buy", 1, 4_490, terms));
    for (let today = 1; today <= day; today++) {
      expect(venue.order_(ann, id).status).toBe("open");
      venue.at(15, 0);
    }
    expect(venue.order_(ann, id)).toMatchObject({ status: "cancelled", cancelReason });
  });

  test("a stop that waits ends with the day it was good for", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    venue.trade(ann, ben, 1, 4_500);
    const stop = { source: "last", price: 4_600 as Ticks } as const;
    const { price, ...market } = limit("buy", 1, 0, { type: "market", timeInForce: "day", stop });
    const { id } = venue.place(ann, market);
    expect(venue.order_(ann, id).status).toBe("open");
    venue.at(15, 0);
    expect(venue.order_(ann, id)).toMatchObject({ status: "cancelled", cancelReason: "day-end" });
  });
});

describe("4.7, 8.1 halts", () => {
  test("a halted month collects orders, the others trade on; resumed, it reopens by an auction", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    expect(halt(venue)).toMatchObject({ kind: "halted", contract: DEC });
    expect(venue.contract()).toMatchObject({ state: "collecting", halted: { until: onDay(2, 9) } });
    venue.buy(ann, 5, 4_520);
    venue.sell(ben, 3, 4_480);
    venue.trade(ann, ben, 1, 4_500, MAR);
    expect(tape(venue)).toEqual(["1 at 4500 buy"]);
    expect(venue.contract().auction).toEqual({ price: 4_500, lots: 3, surplus: 2, side: "buy" });
    expect(venue.buy(ann, 1, 4_500, { tif: "ioc" }).refusal).toEqual({ reason: "auction", opensAt: onDay(2, 9) });
    expect(resume(venue)).toMatchObject({ kind: "resumed", contract: DEC });
    expect(tape(venue)).toEqual(["1 at 4500 buy", "3 at 4500"]);
    expect(venue.contract()).toMatchObject({ state: "continuous", halted: null, auction: null });
    expect(venue.of("halt").map(({ until }) => until)).toEqual([onDay(2, 9), null]);
    expect(venue.of("auction").at(-1)).toMatchObject({ contract: DEC, price: 4_500, lots: 3, surplus: 2, side: "buy" });
    venue.trade(ann, ben, 1, 4_500);
  });

  test("a halt with an end reopens at that moment, to the millisecond", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    halt(venue, onDay(1, 9, 30));
    expect(venue.contract().halted).toEqual({ until: onDay(1, 9, 30) });
    venue.buy(ann, 5, 4_500);
    venue.sell(ben, 5, 4_500);
    venue.room.advance((onDay(1, 9, 30) - 1) as never);
    expect(venue.position(ann)).toBe(0);
    venue.at(9, 30);
    expect(venue.position(ann)).toBe(5);
    expect(venue.of("auction").at(-1)?.at).toBe(onDay(1, 9, 30));
  });

  test("halting again moves the end, and several halts end each at its own", () => {
    const venue = new Venue();
    halt(venue, onDay(1, 10));
    halt(venue, onDay(1, 12));
    halt(venue, onDay(1, 11), MAR);
    venue.at(10, 30);
    expect([venue.contract().state, venue.contract(MAR).state]).toEqual(["collecting", "collecting"]);
    venue.at(11, 30);
    expect([venue.contract().state, venue.contract(MAR).state]).toEqual(["collecting", "continuous"]);
    venue.at(12, 0);
    expect(venue.contract().state).toBe("continuous");
  });

  test("through the close: the month settles by 6.1 as its book stands, and stays halted until the next opening auction", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    halt(venue, onDay(5, 12)); // no halt outlasts the next opening
    venue.buy(ann, 5, 4_560);
    venue.sell(ben, 5, 4_570);
    venue.at(15, 0);
    expect(venue.contract()).toMatchObject({ settlement: 4_565, state: "closed", halted: { until: onDay(2, 9) } });
    expect(venue.buy(ann, 1, 4_560).refusal).toMatchObject({ reason: "closed" });
    venue.at(8, 50);
    expect(venue.contract()).toMatchObject({ state: "collecting", halted: { until: onDay(2, 9) } });
    venue.sell(ben, 2, 4_560);
    venue.at(9, 0);
    expect(venue.contract()).toMatchObject({ state: "continuous", halted: null });
    expect(venue.position(ann)).toBe(2);
  });

  test("6.1 a book that crossed in a halt has no midpoint: the month moves with its neighbours", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    halt(venue);
    venue.sell(ben, 5, 4_560);
    venue.buy(ann, 1, 4_940); // cheap while nothing matches
    venue.buy(ann, 5, 4_525, {}, MAR);
    venue.sell(ben, 5, 4_535, {}, MAR);
    venue.at(15, 0);
    const methods = venue.of("settlement").map(({ contract, price, method }) => [contract, price, method]);
    expect(methods).toContainEqual([MAR, 4_530, "midpoint"]);
    expect(methods).toContainEqual([DEC, 4_530, "curve"]);
  });

  test("orders that crossed in a halt stay crossed overnight and trade in the opening auction", () => {
    const venue = new Venue();
    const [ann, ben] = venue.people(2);
    halt(venue);
    venue.buy(ann, 5, 4_520);
    venue.sell(ben, 5, 4_480);
    venue.at(15, 0);
    resume(venue);
    expect(venue.contract()).toMatchObject({ state: "closed", halted: null, settlement: 4_500 });
    expect(venue.position(ann)).toBe(0);
    venue.at(9, 0);
    expect(venue.position(ann)).toBe(5);
  });

  test.each([
    ["at night", 15, 30],
    ["in the pre-open", 8, 55],
  ])("a halt ordered %s is announced, and lasts till the opening", (_, hour, minute) => {
    const venue = preOpen();
    if (hour !== 8) venue.at(hour, minute);
    else venue.at(8, minute);
    halt(venue);
    const until = venue.contract().halted?.until as number;
    expect([9, 0]).toEqual([new Date(until).getUTCHours(), new Date(until).getUTCMinutes()]);
    venue.at(9, 0);
    expect(venue.contract()).toMatchObject({ state: "continuous", halted: null });
    expect(venue.of("halt").map((event) => event.until)).toEqual([until, null]);
  });

  test("resuming what is not halted, or halting what is not listed, is refused", () => {
    const venue = new Venue();
    expect(resume(venue)).toMatchObject({ refusal: { reason: "not-halted", contract: DEC } });
    expect(halt(venue, undefined, "PREM-JAN20")).toMatchObject({ refusal: { reason: "unknown-contract" } });
    expect(resume(venue, "PREM-JAN20")).toMatchObject({ refusal: { reason: "unknown-contract" } });
  });

  test("5.2 a halted month is not locked, and its collecting book locks nothing", () => {
    const venue = new Venue();
    const [ann] = venue.people(1);
    const lock = () => {
      for (const price of [4_365, 4_235, 4_108, 4_050]) venue.sell(ann, 1, price);
    };
    lock();
    expect(venue.contract().locked).toBe("down");
    halt(venue);
    expect(venue.contract().locked).toBeNull();
    venue.sell(ann, 1, 4_050);
    venue.at(15, 0);
    expect(venue.of("settlement").find(({ contract }) => contract === DEC)).toMatchObject({ method: "previous" });
    expect(venue.of("lock").map(({ locked }) => locked)).toEqual(["down", null]);
  });

  test("7.5 nothing is closed out in a halted month until it trades again", () => {
    const money = { ...quietConfig.money, marginCash: 85_200 as never, bankCash: 0 as never };
    const venue = new Venue({ ...quietConfig, money });
    const [ann, ben, cid, dot, eve] = venue.people(5);
    venue.trade(ann, ben, 10, 4_500);
    venue.buy(cid, 9, 4_320);
    venue.trade(eve, dot, 1, 4_400);
    venue.trade(eve, dot, 1, 4_325);
    venue.wait(30);
    expect(venue.of("margin-call")).toHaveLength(1);
    halt(venue);
    venue.wait(2 * 3_600);
    expect(venue.of("close-out-step")).toEqual([]);
    expect(venue.position(ann)).toBe(10);
    resume(venue);
    venue.wait(60);
    expect(venue.of("close-out-step").length).toBeGreaterThan(0);
  });

  test("a snapshot in a halt or in the pre-open changes nothing", () => {
    for (const hour of [8, 11]) {
      const venue = preOpen();
      const [ann, ben] = venue.people(2);
      if (hour === 11) {
        venue.at(11, 0);
        halt(venue, onDay(2, 12));
      }
      venue.buy(ann, 5, 4_520);
      venue.sell(ben, 7, 4_480);
      const restored = restoreRoom(JSON.parse(JSON.stringify(venue.room.snapshot())));
      expect(restored.digest()).toBe(venue.room.digest());
      restored.advance(onDay(2, 13) as never);
      venue.room.advance(onDay(2, 13) as never);
      expect(restored.counts().trades).toBe(1);
      expect(restored.digest()).toBe(venue.room.digest());
    }
  });
});

describe("2.3 listing", () => {
  const monthsOf = (venue: Venue) =>
    venue.room
      .contracts()
      .filter(({ benchmark }) => benchmark === "PREM")
      .map(({ symbol }) => symbol.slice(5));

  test("eight months of each benchmark: W11 lists APR27 from MAR27 on 30 October, MAY27 from APR27 on 30 November", () => {
    const venue = new Venue();
    const people = venue.people(3);
    expect(monthsOf(venue)).toEqual(["OCT26", "NOV26", "DEC26", "JAN27", "FEB27", "MAR27", "JUN27", "SEP27"]);
    expect(venue.room.contracts()).toHaveLength(32);
    const closeAt = (contract: string, price: number) => {
      for (const seller of people.slice(1)) venue.trade(people[0], seller, 5, price, contract);
    };
    const toLastDay = (date: string) => {
      while (venue.room.view().date !== date) venue.at(14, 50);
    };
    toLastDay("2026-10-30");
    closeAt(MAR, 4_550);
    closeAt("PREM-JUN27", 4_600);
    venue.at(15, 30);
    expect(monthsOf(venue)).toEqual(["NOV26", "DEC26", "JAN27", "FEB27", "MAR27", "APR27", "JUN27", "SEP27"]);
    expect(venue.contract("PREM-APR27")).toMatchObject({ settlement: 4_550, mark: 4_550, settlementDate: null });
    toLastDay("2026-11-30");
    closeAt("PREM-APR27", 4_650);
    closeAt("PREM-JUN27", 4_700);
    venue.at(15, 30);
    expect(monthsOf(venue)).toEqual(["DEC26", "JAN27", "FEB27", "MAR27", "APR27", "MAY27", "JUN27", "SEP27"]);
    expect(venue.contract("PREM-MAY27").settlement).toBe(4_650);
  });

  test("3.5 day 1 starts every month of the default room from the last real fixing, half up to a tick", () => {
    const room = openRoom({ ...quietConfig, participants: [] }, "start");
    const starts = new Map(room.contracts().map(({ benchmark, settlement }) => [benchmark, settlement as number]));
    expect([...starts]).toEqual([
      ["PREM", 4_500], // the tests' own
      ["CHNA", 1_906],
      ["ECON", 4_439],
      ["GPUH", 3_789],
    ]);
    expect(
      room
        .benchmarks()
        .map(({ id, divisor }) => [id, divisor])
        .slice(1, 3),
    ).toEqual([
      ["CHNA", 1],
      ["ECON", 1],
    ]);
  });
});

test("7.2 a class may fix a month's initial margin per lot, whatever its settlement and limits", () => {
  const fixed = (benchmark: BenchmarkConfig) => ({ ...benchmark, fixedInitial: 10_000 as never });
  const venue = new Venue({ ...quietConfig, benchmarks: quietConfig.benchmarks.map(fixed) });
  const [ann, ben, cid] = venue.people(3);
  const requirement = (account: AccountNo) => venue.account(account).requirement;
  venue.trade(ann, ben, 10, 4_500);
  expect([requirement(ann), requirement(ben)]).toEqual([100_000, 100_000]);
  venue.at(14, 50);
  for (const seller of [ben, cid]) venue.trade(ann, seller, 5, 4_600);
  venue.at(15, 0);
  expect(venue.contract()).toMatchObject({ settlement: 4_600, initialMargin: 10_000 });
  expect(requirement(ann)).toBe(200_000);
});
