import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getAccount, postTransfer } from "./account";
import { getBook, listContracts } from "./market";
import { getOrder, listOrders } from "./order-history";
import { cancelAllOrders, cancelOrder, placeOrders, previewOrder, replaceOrder } from "./orders";
import { listFills, listLedger } from "./own-history";
import { call, newcomer, openTrialVenue, type User } from "./trial-venue";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let me: User;
beforeAll(async () => {
  venue = await openTrialVenue("public");
}, 60_000);
afterAll(() => venue.close());

const symbol = "PREM-DEC26";
const quote = async () => {
  const { json } = await call(listContracts, me, "/rooms/public/contracts");
  return json.rows.find((row: { symbol: string }) => row.symbol === symbol);
};
const limit = (side: "buy" | "sell", price: string, lots: number, more: object = {}) => ({
  symbol,
  side,
  type: "limit",
  lots,
  price,
  ...more,
});
/** 5 % below the market: it rests, inside today's limits and tomorrow's. */
const farBid = async () => (Number((await quote()).mark) * 0.95).toFixed(3);

describe("placing an order", () => {
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("an order that meets the book comes back filled, with every fill, its fee and its average", async () => {
    const { asks } = (await call(getBook, me, `/rooms/public/book?symbol=${symbol}&depth=1`)).json;
    const [[ask, lots]] = asks;
    const { status, json } = await call(placeOrders, me, "/rooms/public/orders", limit("buy", ask, lots));
    expect(status).toBe(201);
    expect(json).toMatchObject({
      symbol,
      side: "buy",
      type: "limit",
      lots,
      filledLots: lots,
      price: ask,
      status: "filled",
    });
    expect(json.averagePrice).toBe(`${ask}0`); // one digit finer than the tick
    expect(json.fills.reduce((sum: number, fill: { lots: number }) => sum + fill.lots, 0)).toBe(lots);
    expect(json.fills.every((fill: { liquidity: string }) => fill.liquidity === "taker")).toBe(true);
  });

  test("the account, the order, the fills and the ledger then agree to the cent", async () => {
    const account = (await call(getAccount, me, "/rooms/public/account")).json;
    const fills = (await call(listFills, me, "/rooms/public/fills")).json.rows;
    const ledger = (await call(listLedger, me, "/rooms/public/ledger")).json.rows;
    const lots = fills.reduce((sum: number, fill: { lots: number }) => sum + fill.lots, 0);
    const fees = (lots * 0.05).toFixed(2);
    expect(lots).toBeGreaterThan(0);
    expect(account.positions[0]).toMatchObject({ symbol, net: lots, fees });
    expect(account.marginCash).toBe((50_000 - Number(fees)).toFixed(2));
    expect(ledger[0]).toMatchObject({ entry: "fee", marginCash: account.marginCash, symbol });
    const changes = ledger.map((line: { marginChange: string }) => Number(line.marginChange));
    expect(changes.reduce((sum: number, change: number) => sum + change, 0).toFixed(2)).toBe(account.marginCash);
    const order = (await call(getOrder, me, `/rooms/public/orders/${fills[0].orderId}`)).json;
    expect(order.fills.map(({ id }: { id: string }) => id).reverse()).toEqual(
      fills.map(({ id }: { id: string }) => id),
    );
  });

  test("an order that rests is open, listed with its place in the queue, and cancelled by its number", async () => {
    const price = await farBid();
    const placed = (await call(placeOrders, me, "/rooms/public/orders", limit("buy", price, 2))).json;
    expect(placed).toMatchObject({ status: "open", filledLots: 0, averagePrice: null, fills: [] });
    const open = (await call(listOrders, me, "/rooms/public/orders")).json.rows;
    expect(open).toEqual([expect.objectContaining({ id: placed.id, queueAhead: expect.any(Number) })]);
    const cancelled = await call(cancelOrder, me, `/rooms/public/orders/${placed.id}`);
    expect(cancelled.json).toMatchObject({ id: placed.id, status: "cancelled", reason: "by-owner" });
    const again = await call(cancelOrder, me, `/rooms/public/orders/${placed.id}`);
    expect([again.status, again.json.error.code]).toEqual([404, "unknown-order"]);
    const all = (await call(listOrders, me, "/rooms/public/orders?state=all")).json.rows;
    expect(all[0]).toMatchObject({ id: placed.id, status: "cancelled" });
  });

  test("the same order under the same clientOrderId is placed once; another one under it is refused", async () => {
    const order = limit("buy", await farBid(), 1, { clientOrderId: "once-1" });
    const first = await call(placeOrders, me, "/rooms/public/orders", order);
    const second = await call(placeOrders, me, "/rooms/public/orders", order);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.json.id).toBe(first.json.id);
    const other = await call(placeOrders, me, "/rooms/public/orders", { ...order, lots: 2 });
    expect(other.json.error).toMatchObject({ code: "duplicate-id", details: { clientOrderId: "once-1" } });
    expect((await call(cancelAllOrders, me, "/rooms/public/orders")).json.rows).toHaveLength(1);
  });

  test("a replaced order keeps its number and says its new lots and price", async () => {
    const placed = (await call(placeOrders, me, "/rooms/public/orders", limit("buy", await farBid(), 5))).json;
    const changed = await call(replaceOrder, me, `/rooms/public/orders/${placed.id}`, { lots: 2 });
    expect(changed.json).toMatchObject({ id: placed.id, lots: 2, price: placed.price, status: "open" });
    const finer = await call(replaceOrder, me, `/rooms/public/orders/${placed.id}`, { price: `${placed.price}5` });
    expect([finer.status, finer.json.error.code]).toEqual([422, "off-tick"]);
    await call(cancelAllOrders, me, `/rooms/public/orders?symbol=${symbol}`);
  });
});

describe("a batch", () => {
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("each order of an array is answered in its place; one refusal leaves the others", async () => {
    const price = await farBid();
    const orders = [
      limit("buy", price, 1),
      limit("buy", `${price}5`, 1),
      { ...limit("buy", price, 1), symbol: "NONE-JAN30" },
    ];
    const { status, json } = await call(placeOrders, me, "/rooms/public/orders", [
      ...orders,
      limit("buy", price, 20_000),
    ]);
    expect(status).toBe(200);
    expect(json[0].order).toMatchObject({ status: "open", lots: 1 });
    expect(json.slice(1).map((item: { error: { code: string } }) => item.error.code)).toEqual([
      "off-tick",
      "unknown-contract",
      "lots",
    ]);
    expect(json[3].order).toMatchObject({ status: "rejected", reason: "lots" });
  });

  test("a form error anywhere in the array places none of it", async () => {
    const before = (await call(listOrders, me, "/rooms/public/orders")).json.rows.length;
    const price = await farBid();
    const bad = await call(placeOrders, me, "/rooms/public/orders", [limit("buy", price, 1), limit("buy", price, 1.5)]);
    expect([bad.status, bad.json.error.code]).toEqual([400, "invalid-request"]);
    expect(bad.json.error.details.problems[0].path).toBe("1.lots");
    expect((await call(listOrders, me, "/rooms/public/orders")).json.rows).toHaveLength(before);
    const over = await call(placeOrders, me, "/rooms/public/orders", Array(101).fill(limit("buy", price, 1)));
    expect([over.status, over.json.error.code]).toEqual([400, "invalid-request"]);
  });
});

describe("a refusal carries the numbers that decided it", () => {
  beforeAll(async () => {
    me = await newcomer("public");
  });

  test("no margin: what the order needs, what is free, how many lots fit, and those do fit", async () => {
    const { ask, benchmark } = await quote();
    const refused = await call(placeOrders, me, "/rooms/public/orders", limit("buy", ask, 1_900));
    expect(refused.status).toBe(409);
    const { code, details } = refused.json.error;
    expect([code, details.free, benchmark]).toEqual(["insufficient-margin", "50000.00", "PREM"]);
    expect(Number(details.needs)).toBeGreaterThan(50_000);
    expect(refused.json.order).toMatchObject({ status: "rejected", reason: "insufficient-margin" });
    const dry = (lots: number) => call(previewOrder, me, "/rooms/public/orders/preview", limit("buy", ask, lots));
    expect((await dry(details.fits)).json.refusal).toBeNull();
    expect((await dry(details.fits + 1)).json.refusal.code).toBe("insufficient-margin");
  });

  test("a price beyond the limits names both limits", async () => {
    const { limitHigh, limitLow } = await quote();
    const { status, json } = await call(placeOrders, me, "/rooms/public/orders", limit("buy", "9.999", 1));
    expect(status).toBe(422);
    expect(json.error).toMatchObject({
      code: "outside-limits",
      details: { price: "9.999", low: limitLow, high: limitHigh },
    });
  });

  test("a transfer beyond the bank cash says the most that may be moved", async () => {
    const { status, json } = await call(postTransfer, me, "/rooms/public/transfers", { amount: "50000.01" });
    expect(status).toBe(409);
    expect(json.error).toMatchObject({ code: "transfer-limit", details: { asked: "50000.01", most: "50000.00" } });
    const done = await call(postTransfer, me, "/rooms/public/transfers", { amount: "-1234.56" });
    expect(done.status).toBe(201);
    expect(done.json).toMatchObject({ marginCash: "48765.44", bankCash: "51234.56", wealth: "100000.00" });
  });
});

test("a preview changes nothing and tells the truth: fee, average and margin after are what the order then gets", async () => {
  me = await newcomer("public");
  const { asks } = (await call(getBook, me, `/rooms/public/book?symbol=${symbol}&depth=3`)).json;
  const lots = asks[0][1] + 1; // one more than the best level holds
  const order = limit("buy", asks[1][0], lots);
  const preview = (await call(previewOrder, me, "/rooms/public/orders/preview", order)).json;
  expect(preview).toMatchObject({ refusal: null, fillsNow: lots, rests: 0, freeBefore: "50000.00" });
  expect(preview.slippage).not.toBe("0.00");
  const placed = (await call(placeOrders, me, "/rooms/public/orders", order)).json;
  expect(placed.averagePrice).toBe(preview.averagePrice);
  const account = (await call(getAccount, me, "/rooms/public/account")).json;
  expect(account.requirement).toBe(preview.requirementAfter);
  expect(account.positions[0].fees).toBe(preview.fee);
});

test("after the close an order is refused with the moment the market opens; a cancel still passes", async () => {
  me = await newcomer("public");
  const placed = (await call(placeOrders, me, "/rooms/public/orders", limit("buy", await farBid(), 1))).json;
  await venue.port.advance("public", Date.parse("2026-10-01T15:10:00Z"));
  const { status, json } = await call(placeOrders, me, "/rooms/public/orders", limit("buy", await farBid(), 1));
  expect([status, json.error.code]).toEqual([409, "closed"]);
  expect(json.error.details.opensAt).toBe("2026-10-02T08:50:00.000Z");
  expect((await call(cancelOrder, me, `/rooms/public/orders/${placed.id}`)).status).toBe(200);
});
