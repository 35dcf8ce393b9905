import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getOrder, listOrders } from "./order-history";
import { cancelOrder, placeOrders, previewOrder, replaceOrder } from "./orders";
import { listFills } from "./own-history";
import { placeOco, placeSpread } from "./paired-orders";
import { call, newcomer, openTrialVenue, type User } from "./trial-venue";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let me: User;
beforeAll(async () => {
  venue = await openTrialVenue("public");
}, 60_000);
afterAll(() => venue.close());

const symbol = "PREM-DEC26";
const path = "/rooms/public/orders";
const place = (order: object) => call(placeOrders, me, path, order);
const open = async () => (await call(listOrders, me, path)).json.rows;
/** A price so many ticks from the mark. */
const price = (ticks: number) => {
  const { mark } = venue.port.room("public").contract(symbol)!;
  return ((mark + ticks) / 1000).toFixed(3);
};
const market = (side: "buy" | "sell", lots: number, terms: object = {}) => ({
  symbol,
  side,
  type: "market",
  lots,
  ...terms,
});
const limit = (side: "buy" | "sell", at: string, lots: number, terms: object = {}) => ({
  symbol,
  side,
  type: "limit",
  price: at,
  lots,
  ...terms,
});

describe("a stop", () => {
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("waits, says where it fires, and can be moved and cancelled like any order", async () => {
    const { status, json } = await place(market("buy", 2, { stop: { price: price(200) } }));
    expect(status).toBe(201);
    expect(json).toMatchObject({ status: "open", filledLots: 0, price: null, timeInForce: "gtc" });
    expect(json.stop).toEqual({ source: "last", price: price(200), trail: null, firedAt: null });
    const moved = await call(replaceOrder, me, `${path}/${json.id}`, { stopPrice: price(210), lots: 3 });
    expect(moved.json).toMatchObject({ id: json.id, lots: 3, stop: { price: price(210) } });
    const kept = (await call(getOrder, me, `${path}/${json.id}`)).json;
    expect(kept).toMatchObject({ lots: 3, stop: { price: price(210), firedAt: null } });
    expect((await call(cancelOrder, me, `${path}/${json.id}`)).json).toMatchObject({ status: "cancelled" });
    const past = (await call(listOrders, me, `${path}?state=all`)).json.rows[0];
    expect(past).toMatchObject({ id: json.id, status: "cancelled", stop: { price: price(210) } });
  });

  test("that the market has reached already fires at once", async () => {
    const room = venue.port.room("public");
    await place(market("buy", 1)); // there is a last trade from here on
    const last = room.contract(symbol)!.last!;
    const { json } = await place(market("buy", 1, { stop: { price: ((last - 5) / 1000).toFixed(3) } }));
    expect(json).toMatchObject({ status: "filled", filledLots: 1 });
    expect(json.stop.firedAt).toMatch(/^2026-/);
  });

  test("trails by whole ticks, and a trail finer than the tick names its field", async () => {
    const { json } = await place(market("sell", 1, { stop: { source: "mark", trail: "0.050" } }));
    expect(json.stop).toMatchObject({ source: "mark", trail: "0.050" });
    const finer = await place(market("sell", 1, { stop: { trail: "0.0505" } }));
    expect([finer.status, finer.json.error.code]).toEqual([422, "off-tick"]);
    const both = await place(market("sell", 1, { stop: { trail: "x" } }));
    expect(both.json.error.details.problems[0].path).toBe("stop.trail");
  });

  test("asks for no margin while it waits, and the preview says so", async () => {
    const preview = (await call(previewOrder, me, `${path}/preview`, market("buy", 5, { stop: { price: price(200) } })))
      .json;
    expect(preview).toMatchObject({ refusal: null, fillsNow: 0, fee: "0.00" });
    expect(preview.requirementAfter).toBe(preview.requirementBefore);
  });
});

describe("other terms", () => {
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("are answered as they were asked for, and kept in history", async () => {
    const terms = { timeInForce: "gtd", goodTill: "2026-12-01", display: 2, postOnly: true, slide: true };
    const { json } = await place(limit("buy", price(-100), 10, terms));
    const asked = { timeInForce: "gtd", goodTill: "2026-12-01", display: 2, postOnly: true, reduceOnly: false };
    expect(json).toMatchObject({ ...asked, status: "open", tie: null, legs: null, stop: null });
    expect((await call(listOrders, me, `${path}?state=all`)).json.rows[0]).toMatchObject(asked);
  });

  test("the book shows of an iceberg what it shows", async () => {
    await place(limit("buy", price(-120), 10, { display: 3 }));
    const { bids } = venue.port.room("public").depth(symbol, 50)!;
    const level = bids.find(([ticks]) => ticks === Math.round(Number(price(-120)) * 1000));
    expect(level?.[1]).toBe(3);
  });

  test("reduce-only without a position is refused with the position it found", async () => {
    const { status, json } = await place(limit("buy", price(-100), 1, { reduceOnly: true }));
    expect([status, json.error]).toEqual([
      409,
      { code: "reduce-only", message: expect.stringContaining("rule 4.2"), details: { net: 0 } },
    ]);
  });

  test("a last day that is over is refused with the earliest there is", async () => {
    const { status, json } = await place(limit("buy", price(-100), 1, { timeInForce: "gtd", goodTill: "2026-01-05" }));
    expect([status, json.error.code, json.error.details.goodTill]).toEqual([422, "good-till", "2026-01-05"]);
  });

  test("contradictions are refused at the edge, by field", async () => {
    const { status, json } = await place(limit("buy", price(-100), 1, { timeInForce: "ioc", postOnly: true }));
    expect([status, json.error.details.problems[0].path]).toEqual([400, "postOnly"]);
  });
});

describe("orders that hang together", () => {
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("an entry answers with its exits, which grow with what fills", async () => {
    const exits = { target: { price: price(100) }, stop: { price: price(-200) } };
    const { json } = await place(limit("buy", price(60), 5, { exits }));
    expect(json).toMatchObject({ status: "filled", filledLots: 5, tie: { role: "entry" } });
    expect(json.tie.others).toEqual(json.others.map(({ id }: { id: string }) => id));
    const [target, stop] = json.others;
    expect(target).toMatchObject({ side: "sell", reduceOnly: true, lots: 5, price: price(100) });
    expect(stop).toMatchObject({ side: "sell", lots: 5, stop: { price: price(-200) }, tie: { role: "stop" } });
    const rows = await open();
    expect(rows.map(({ tie }: { tie: { role: string } }) => tie.role).toSorted()).toEqual(["stop", "target"]);
    await call(cancelOrder, me, `${path}/${target.id}`);
    await call(cancelOrder, me, `${path}/${stop.id}`);
  });

  test("an OCO enters whole, and ends whole", async () => {
    const pair = [
      limit("sell", price(120), 5, { reduceOnly: true }),
      market("sell", 5, { reduceOnly: true, stop: { price: price(-150) } }),
    ];
    const { status, json } = await call(placeOco, me, `${path}/oco`, { orders: pair });
    expect([status, json.tie.role, json.others.length]).toEqual([201, "oco", 1]);
    expect(await open()).toHaveLength(2);
    await call(cancelOrder, me, `${path}/${json.id}`);
    expect(await open()).toEqual([]);
    const other = (await call(getOrder, me, `${path}/${json.others[0].id}`)).json;
    expect(other).toMatchObject({ status: "cancelled", reason: "sibling" });
  });

  test("an OCO of which one cannot enter leaves nothing", async () => {
    const pair = [limit("sell", price(120), 5), limit("buy", "0.001", 5)];
    const { status, json } = await call(placeOco, me, `${path}/oco`, { orders: pair });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.error.code).toBe("outside-limits");
    expect(await open()).toEqual([]);
  });
});

describe("a spread (2.4)", () => {
  const spreads = "/rooms/public/spreads";
  const spread = { near: "PREM-DEC26", far: "PREM-JAN27", side: "buy", lots: 2, price: "0.300" };
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("trades both months or neither; its fills are the legs', its price near − far", async () => {
    const { status, json } = await call(placeSpread, me, spreads, spread);
    expect([status, json.status, json.filledLots, json.legs]).toEqual([201, "filled", 2, ["PREM-DEC26", "PREM-JAN27"]]);
    const fills = (await call(listFills, me, "/rooms/public/fills")).json.rows;
    const lots = (leg: string, side: string) =>
      fills
        .filter((fill: { symbol: string; side: string }) => fill.symbol === leg && fill.side === side)
        .reduce((sum: number, fill: { lots: number }) => sum + fill.lots, 0);
    expect([
      lots("PREM-DEC26", "buy"),
      lots("PREM-JAN27", "sell"),
      fills.every((f: { orderId: string }) => f.orderId === json.id),
    ]).toEqual([2, 2, true]);
    const kept = (await call(getOrder, me, `${path}/${json.id}`)).json;
    expect(kept).toMatchObject({ legs: json.legs, averagePrice: json.averagePrice });
    expect(kept.fills.length).toBe(fills.length);
  });

  test("its price may be negative; one that finds no pair ends without a trade", async () => {
    const { json } = await call(placeSpread, me, spreads, { ...spread, price: "-0.900" });
    expect(json).toMatchObject({ status: "cancelled", reason: "ioc", filledLots: 0, price: "-0.900" });
  });

  test("months that are not next to each other are refused, and so is a month that is not listed", async () => {
    const apart = await call(placeSpread, me, spreads, { ...spread, far: "PREM-FEB27" });
    expect([apart.status, apart.json.error.code, apart.json.error.details]).toEqual([
      422,
      "not-adjacent",
      { near: "PREM-DEC26", far: "PREM-FEB27" },
    ]);
    const unlisted = await call(placeSpread, me, spreads, { ...spread, far: "PREM-JAN39" });
    expect([unlisted.status, unlisted.json.error.details.symbol]).toEqual([404, "PREM-JAN39"]);
  });

  test("sent again under its client order id it is the same spread", async () => {
    const named = { ...spread, clientOrderId: "spread-1" };
    const [first, second] = [await call(placeSpread, me, spreads, named), await call(placeSpread, me, spreads, named)];
    expect([first.status, second.status, second.json.id]).toEqual([201, 200, first.json.id]);
  });
});
