import { describe, expect, test } from "vitest";
import type { RoomConfig } from "@/engine/config";
import { defaultSurveillance } from "@/engine/surveillance/default-rules";
import type { AccountNo, Lots, Ticks } from "@/engine/units";
import { DEC, MAR, quietConfig, Venue } from "./venue";

/** People alone, watched. Rules of 8.1 with small numbers where a test would otherwise repeat itself for long. */
const watched: RoomConfig = { ...quietConfig, surveillance: defaultSurveillance };

const alerts = (venue: Venue) => venue.of("alert").map(({ alert }) => alert);
const patterns = (venue: Venue) => alerts(venue).map(({ pattern }) => pattern);
const figure = (venue: Venue, measure: string, no = 0) =>
  alerts(venue)[no].figures.find((one) => one.measure === measure);

describe("8.1 cancellations", () => {
  /** Places and takes back, so many times. */
  function cancel(venue: Venue, account: AccountNo, times: number, contract = DEC): void {
    for (let i = 0; i < times; i++) venue.cancel(account, venue.buy(account, 1, 4_490, {}, contract).id);
  }

  test("500 a day in a contract alert, once; 499 do not", () => {
    const venue = new Venue(watched);
    const [ann] = venue.people(1);
    cancel(venue, ann, 499);
    expect(alerts(venue)).toEqual([]);
    cancel(venue, ann, 1);
    expect(patterns(venue)).toEqual(["cancellations"]);
    expect(figure(venue, "cancellations")).toEqual({
      measure: "cancellations",
      value: 500,
      bound: 500,
      sense: "at-least",
    });
    expect(figure(venue, "orders")).toMatchObject({ value: 500, bound: null });
    cancel(venue, ann, 20);
    expect(alerts(venue)).toHaveLength(1);
  });

  const few: RoomConfig = {
    ...watched,
    surveillance: { ...defaultSurveillance, counters: { cancellations: 3, selfTrades: 2 } },
  };

  test("each account, contract and day counts from nothing", () => {
    const venue = new Venue(few);
    const [ann, ben] = venue.people(2);
    cancel(venue, ann, 2);
    cancel(venue, ann, 2, MAR);
    cancel(venue, ben, 2);
    venue.at(15, 30);
    venue.at(9, 0);
    cancel(venue, ann, 2);
    expect(alerts(venue)).toEqual([]);
    cancel(venue, ann, 1);
    expect(alerts(venue).map(({ parties, contract }) => [parties[0].account, contract])).toEqual([[ann, DEC]]);
  });

  test("orders that the venue ends, and cancels at night, do not count", () => {
    const venue = new Venue(few);
    const [ann] = venue.people(1);
    for (let i = 0; i < 3; i++) venue.buy(ann, 1, 4_490, { tif: "day" });
    const kept = [1, 2, 3].map(() => venue.buy(ann, 1, 4_490));
    for (let i = 0; i < 3; i++) venue.buy(ann, 1, 4_490, { tif: "ioc" });
    venue.at(15, 10);
    for (const { id } of kept) venue.cancel(ann, id);
    expect(alerts(venue)).toEqual([]);
  });

  test("a replace takes back what stood at the old price; one that only adds lots takes back nothing", () => {
    const venue = new Venue(few);
    const [ann] = venue.people(1);
    const order = venue.buy(ann, 5, 4_490);
    for (const lots of [6, 7, 8, 9]) venue.replace(ann, order, { lots });
    expect(alerts(venue)).toEqual([]);
    venue.replace(ann, order, { price: 4_489 });
    venue.replace(ann, order, { price: 4_488 });
    expect(alerts(venue)).toEqual([]);
    venue.replace(ann, order, { lots: 4 });
    expect(patterns(venue)).toEqual(["cancellations"]);
    expect(figure(venue, "orders")).toMatchObject({ value: 7 }); // the third replace is counted as it is done
  });
});

describe("8.1 self-trades", () => {
  test.each(["newest", "oldest", "both", "decrement"] as const)(
    "five attempts a day alert, four do not: %s",
    (mode) => {
      const venue = new Venue(watched);
      const [ann] = venue.people(1);
      const attempt = () => {
        venue.sell(ann, 2, 4_500);
        venue.buy(ann, 3, 4_500, { tif: "ioc", selfTrade: mode });
      };
      for (let i = 0; i < 4; i++) attempt();
      expect(alerts(venue)).toEqual([]);
      attempt();
      expect(patterns(venue)).toEqual(["self-trades"]);
      expect(alerts(venue)[0].evidence).toHaveLength(5);
      expect(alerts(venue)[0].evidence[4]).toMatchObject({ act: "prevented", side: "buy", price: 4_500, lots: 3 });
      attempt();
      expect(alerts(venue)).toHaveLength(1);
    },
  );

  const few: RoomConfig = {
    ...watched,
    surveillance: { ...defaultSurveillance, counters: { cancellations: 500, selfTrades: 2 } },
  };

  test("an order counts once, however many own ones it meets", () => {
    const venue = new Venue(few);
    const [ann] = venue.people(1);
    for (const price of [4_500, 4_501, 4_502]) venue.sell(ann, 1, price);
    venue.buy(ann, 9, 4_505, { selfTrade: "oldest" });
    expect(alerts(venue)).toEqual([]);
    venue.sell(ann, 1, 4_490);
    expect(patterns(venue)).toEqual(["self-trades"]);
  });

  test.each([
    ["newest", 1],
    ["oldest", 1],
    ["both", 1],
    ["decrement", 1],
  ] as const)("in an auction a pair counts once, in mode %s too", (selfTrade, counted) => {
    const venue = new Venue({
      ...watched,
      surveillance: { ...defaultSurveillance, counters: { cancellations: 500, selfTrades: counted } },
    });
    venue.at(15, 30);
    venue.at(8, 50);
    const [ann] = venue.people(1);
    venue.sell(ann, 3, 4_490, { selfTrade });
    venue.buy(ann, 3, 4_510, { selfTrade });
    venue.at(9, 0);
    expect(patterns(venue)).toEqual(["self-trades"]);
    expect(figure(venue, "self-trades")).toMatchObject({ value: 1 });
  });

  test("a spread that ends at an own order counts", () => {
    const venue = new Venue(few);
    const [ann] = venue.people(1);
    venue.sell(ann, 2, 4_500, {}, "PREM-NOV26");
    venue.buy(ann, 2, 4_490, {}, DEC);
    for (let i = 0; i < 2; i++) {
      const spread = { near: "PREM-NOV26", far: DEC, side: "buy", lots: 1 as Lots, price: 10 as Ticks } as const;
      venue.send({ kind: "place-spread", account: ann, spread });
    }
    expect(patterns(venue)).toEqual(["self-trades"]);
  });
});

/** Deviations from a story that just alerts; each near-miss changes one number of it. */
interface Told {
  readonly lots?: number; // of the order that is not meant
  readonly others?: number; // lots that others bid
  readonly stands?: number; // seconds until it is withdrawn
  readonly sold?: number; // by those who do not mean it, meanwhile
  readonly alsoOffered?: number;
  readonly hit?: number; // lots of it that trade
  readonly before?: boolean; // the sale is over when the order comes
}

describe("8.2 spoofing", () => {
  /** Ann sells 5 while a large bid of hers stands, and takes it back. */
  function spoof(told: Told): Venue {
    const { lots = 25, others = 75, stands = 300, sold = 5, alsoOffered = 0, hit = 0, before = false } = told;
    const venue = new Venue(watched);
    const [ann, ben, cid] = venue.people(3);
    venue.buy(ben, others, 4_490);
    const sell = () => {
      if (sold === 0) return;
      venue.sell(ann, sold, 4_500);
      venue.buy(cid, sold, 4_500);
    };
    if (before) sell();
    venue.wait(1);
    if (alsoOffered > 0) venue.sell(ann, alsoOffered, 4_520);
    const large = venue.buy(ann, lots, 4_491);
    if (!before) sell();
    if (hit > 0) venue.sell(cid, hit, 4_491, { tif: "ioc" });
    venue.wait(stands);
    venue.cancel(ann, large.id);
    return venue;
  }

  test("an order five times the usual, a quarter of its side, withdrawn within five minutes of an own trade across", () => {
    const venue = spoof({});
    expect(patterns(venue)).toEqual(["spoofing"]);
    const [alert] = alerts(venue);
    expect(alert.parties).toEqual([{ account: 1, person: true }]);
    expect(alert.to - alert.from).toBe(300_000);
    expect(alert.figures).toEqual([
      { measure: "size-to-usual", value: 5_000_000, bound: 5_000_000, sense: "at-least" },
      { measure: "one-sidedness", value: 5_000_000, bound: 5_000_000, sense: "at-least" },
      { measure: "share-of-side", value: 250_000, bound: 250_000, sense: "at-least" },
      { measure: "unfilled", value: 1_000_000, bound: 900_000, sense: "at-least" },
      { measure: "lifetime", value: 300_000, bound: 300_000, sense: "at-most" },
      { measure: "lots-on-other-side", value: 5, bound: null, sense: null },
    ]);
    expect(alert.evidence.map(({ act, side, price, lots }) => `${act} ${side} ${lots} at ${price}`)).toEqual([
      "entered buy 25 at 4491",
      "traded sell 5 at 4500",
      "withdrawn buy 25 at 4491",
    ]);
    expect(venue.of("alerted")).toMatchObject([{ account: 1, alert: 1, pattern: "spoofing", contract: DEC }]);
  });

  test.each([
    ["four lots fewer than five times the usual", { lots: 24, others: 40 }],
    ["a lot more bid by others", { others: 76 }],
    ["a second longer in the book", { stands: 301 }],
    ["no trade on the other side", { sold: 0 }],
    ["the trade was over before the order came", { before: true }],
    ["a lot more offered", { alsoOffered: 1 }],
    ["a ninth of it traded", { hit: 3 }],
  ] as const)("near-miss, no alert: %s", (_, told) => {
    expect(alerts(spoof(told))).toEqual([]);
  });

  test("a tenth of it may trade", () => {
    expect(patterns(spoof({ lots: 30, hit: 3 }))).toEqual(["spoofing"]);
  });

  test("shrunk in place to next to nothing, or moved far away, it is as good as withdrawn", () => {
    for (const change of [{ lots: 1 }, { price: 4_300 }]) {
      const venue = new Venue(watched);
      const [ann, cid] = venue.people(2);
      const large = venue.buy(ann, 25, 4_491);
      venue.trade(cid, ann, 5, 4_500);
      venue.replace(ann, large, change);
      expect(patterns(venue)).toEqual(["spoofing"]);
    }
  });

  test("who always deals in such sizes is not alerted", () => {
    const venue = new Venue(watched);
    const [ann, cid] = venue.people(2);
    venue.trade(cid, ann, 40, 4_500);
    const large = venue.buy(ann, 25, 4_491);
    venue.trade(cid, ann, 5, 4_500);
    venue.cancel(ann, large.id);
    expect(alerts(venue)).toEqual([]);
  });

  test("it is told once for each show, and the room stays as it would be unwatched", () => {
    const [seen, unseen] = [watched, quietConfig].map((config) => {
      const venue = new Venue(config);
      const [ann, cid] = venue.people(2);
      for (let show = 0; show < 2; show++) {
        const large = venue.buy(ann, 25, 4_491);
        const second = venue.buy(ann, 25, 4_490);
        venue.trade(cid, ann, 5, 4_500);
        venue.cancel(ann, large.id);
        venue.cancel(ann, second.id);
      }
      return venue;
    });
    expect(patterns(seen)).toEqual(["spoofing", "spoofing"]);
    expect(alerts(seen).map(({ no }) => no)).toEqual([1, 2]);
    const told = ["alert", "alerted"];
    const plain = (venue: Venue) =>
      venue.events
        .filter(({ kind }) => !told.includes(kind))
        .map((event) => JSON.stringify(event, (key, value) => (/seq/i.test(key) ? undefined : value)));
    expect(plain(seen)).toEqual(plain(unseen));
    expect(unseen.of("alert")).toEqual([]);
  });
});

describe("8.2 layering", () => {
  interface Layers {
    readonly prices?: readonly number[];
    readonly lots?: number; // of each
    readonly others?: number;
    readonly apart?: number; // seconds between them
    readonly keepsLast?: boolean;
    readonly sold?: number;
  }

  function layer(told: Layers): Venue {
    const { prices = [4_490, 4_489, 4_488], lots = 10, others = 90, apart = 30, keepsLast = false, sold = 6 } = told;
    const venue = new Venue(watched);
    const [ann, ben, cid] = venue.people(3);
    venue.buy(ben, others, 4_487);
    const layers = prices.map((price) => {
      const order = venue.buy(ann, lots, price);
      venue.wait(apart);
      return order;
    });
    if (sold > 0) venue.trade(cid, ann, sold, 4_500);
    for (const { id } of keepsLast ? layers.slice(0, -1) : layers) venue.cancel(ann, id);
    return venue;
  }

  test("orders at three prices, together five times the usual, withdrawn together after an own trade across", () => {
    const venue = layer({});
    expect(patterns(venue)).toEqual(["layering"]);
    expect(figure(venue, "prices")).toMatchObject({ value: 3, bound: 3 });
    expect(figure(venue, "size-to-usual")).toMatchObject({ value: 5_000_000 });
    expect(figure(venue, "share-of-side")).toMatchObject({ value: 250_000 });
    expect(alerts(venue)[0].evidence.map(({ act }) => act)).toEqual([
      ...["entered", "entered", "entered"],
      "traded",
      ...["withdrawn", "withdrawn", "withdrawn"],
    ]);
  });

  test.each([
    ["two prices only", { prices: [4_490, 4_489], lots: 15, sold: 6 }],
    ["all at one price", { prices: [4_490, 4_490, 4_490] }],
    ["a layer still stands", { keepsLast: true }],
    ["they came more than a minute apart", { apart: 31 }],
    ["less than five times the usual", { sold: 7 }],
    ["less than a quarter of the side", { others: 91 }],
    ["no trade on the other side", { sold: 0 }],
  ] as const)("near-miss, no alert: %s", (_, told) => {
    expect(alerts(layer(told))).toEqual([]);
  });
});

describe("8.2 wash trades", () => {
  /** Who buys from whom, how many lots, and how long the seller's order had stood. */
  type Pass = readonly [way: "to" | "fro", lots?: number, taken?: number, stood?: number];

  function pass(passes: readonly Pass[], between = 60): Venue {
    const venue = new Venue(watched);
    const [ann, ben] = venue.people(2);
    for (const [way, lots = 10, taken = lots, stood = 60] of passes) {
      const [seller, buyer] = way === "to" ? [ann, ben] : [ben, ann];
      const order = venue.sell(seller, lots, 4_500);
      venue.wait(stood);
      venue.buy(buyer, taken, 4_500, { tif: "ioc" });
      venue.cancel(seller, order.id);
      venue.wait(between);
    }
    return venue;
  }

  test("two accounts, four trades back and forth of both orders' whole size, no change of either's position", () => {
    const venue = pass([["to"], ["fro"], ["to"], ["fro"]]);
    expect(patterns(venue)).toEqual(["wash-trades"]);
    expect(alerts(venue)[0].parties.map(({ account }) => account)).toEqual([1, 2]);
    expect(figure(venue, "matched-trades")).toMatchObject({ value: 4, bound: 4 });
    expect(figure(venue, "net-change")).toMatchObject({ value: 0, bound: 100_000 });
    expect(alerts(venue)[0].evidence.slice(0, 2)).toMatchObject([
      { party: 0, act: "traded", side: "sell", lots: 10 },
      { party: 1, act: "traded", side: "buy", lots: 10 },
    ]);
    expect(venue.of("alerted").map(({ account }) => account)).toEqual([1, 2]);
  });

  test.each<[string, Pass[], number?]>([
    ["three trades", [["to"], ["fro"], ["to"]]],
    ["all of them one way", [["to"], ["to"], ["to"], ["to"]]],
    [
      "a fifth of the lots stay",
      [
        ["to", 12],
        ["fro", 8],
        ["to", 12],
        ["fro", 8],
      ],
    ],
    [
      "not the whole of what rested",
      [
        ["to", 10, 9],
        ["fro", 10, 9],
        ["to", 10, 9],
        ["fro", 10, 9],
      ],
    ],
    [
      "more asked for than rested",
      [
        ["to", 10, 11],
        ["fro", 10, 11],
        ["to", 10, 11],
        ["fro", 10, 11],
      ],
    ],
    [
      "the orders had stood for longer than a minute",
      [
        ["to", 9, 9, 61],
        ["fro", 9, 9, 61],
        ["to", 9, 9, 61],
        ["fro", 9, 9, 61],
      ],
    ],
    ["over more than a quarter of an hour", [["to"], ["fro"], ["to"], ["fro"]], 241],
  ])("near-miss, no alert: %s", (_, passes, between) => {
    expect(alerts(pass(passes, between))).toEqual([]);
  });

  test("within a quarter of an hour, to the second", () => {
    expect(patterns(pass([["to"], ["fro"], ["to"], ["fro"]], 240))).toEqual(["wash-trades"]);
  });

  test("a tenth of the lots may stay: 11 one way, 9 the other", () => {
    expect(
      patterns(
        pass([
          ["to", 11],
          ["fro", 9],
          ["to", 11],
          ["fro", 9],
        ]),
      ),
    ).toEqual(["wash-trades"]);
  });

  test("near-miss, no alert: one of them trades more with others than with the other", () => {
    for (const [lots, told] of [
      [40, 1],
      [41, 0],
    ] as const) {
      const venue = new Venue(watched);
      const [ann, ben, cid] = venue.people(3);
      venue.trade(ann, ben, 10, 4_500);
      venue.trade(cid, ann, lots, 4_500);
      for (const [buyer, seller] of [
        [ben, ann],
        [ann, ben],
        [ben, ann],
      ]) {
        venue.trade(buyer, seller, 10, 4_500);
      }
      expect(alerts(venue)).toHaveLength(told);
    }
  });

  test("the same lots against three accounts in turn are nobody's pact", () => {
    const venue = new Venue(watched);
    const [ann, ...others] = venue.people(4);
    for (const other of [...others, ...others]) venue.trade(ann, other, 10, 4_500);
    expect(alerts(venue)).toEqual([]);
  });
});

describe("8.2 marking the close", () => {
  interface Close {
    readonly position?: number; // bought before, from Ben's offers
    readonly takes?: number;
    readonly lots?: number; // of each
    readonly others?: number; // lots that others trade in the window
    readonly earlier?: number; // taken in the morning
    readonly rises?: number; // ticks by which offers go up between takes
    readonly from?: readonly [hour: number, minute: number];
  }

  function close(told: Close): Venue {
    const { position = 40, takes = 4, lots = 10, others = 60, earlier = 40, rises = 3, from = [14, 46] } = told;
    const venue = new Venue(watched);
    const [ann, ben, cid, dan] = venue.people(4);
    venue.buy(dan, 1, 4_400); // with quotes on both sides, far off, the mark is the last trade (4.8)
    venue.sell(cid, 1, 4_600);
    if (position > earlier) {
      venue.buy(ann, position - earlier, 4_500); // at rest: it takes nothing
      venue.sell(ben, position - earlier, 4_500);
    } else if (position < 0) {
      venue.sell(ann, -position, 4_500);
      venue.buy(ben, -position, 4_500);
    }
    if (earlier > 0) venue.trade(ann, ben, earlier, 4_500);
    venue.at(...from);
    if (others > 0) venue.trade(cid, dan, others, 4_500);
    for (let take = 0; take < takes; take++) {
      venue.wait(30);
      venue.trade(ann, ben, lots, 4_500 + take * rises);
    }
    venue.at(15, 0);
    return venue;
  }

  test("four takes in the window, two fifths of its volume, half of the day's own, and the mark goes with the position", () => {
    const venue = close({});
    expect(patterns(venue)).toEqual(["marking-the-close"]);
    expect(figure(venue, "share-of-window")).toMatchObject({ value: 400_000, bound: 300_000 });
    expect(figure(venue, "own-taking")).toMatchObject({ value: 500_000, bound: 500_000 });
    expect(figure(venue, "taking-orders")).toMatchObject({ value: 4, bound: 4 });
    expect(figure(venue, "price-push")).toMatchObject({ value: 2_000, bound: 500 });
    expect(figure(venue, "position")).toMatchObject({ value: 40, bound: 40 });
    expect(alerts(venue)[0].evidence.map(({ price }) => price)).toEqual([4_500, 4_503, 4_506, 4_509]);
  });

  test.each([
    ["three takes", { takes: 3, lots: 15 }],
    ["less than three tenths of the window's volume", { others: 94 }],
    ["most of its taking was in the morning", { earlier: 41, position: 41 }],
    ["the mark stays where it was", { rises: 0 }],
    ["a position smaller than what it took", { position: 39, earlier: 39 }],
    ["against its own position", { position: -80, earlier: 0 }],
    ["before the window", { from: [14, 30] }],
  ] as const)("near-miss, no alert: %s", (_, told) => {
    expect(alerts(close(told))).toEqual([]);
  });
});
