import { describe, expect, test } from "vitest";
import { OcoRequest, OrderRequest, ReplaceRequest, SpreadRequest } from "./order-requests";

const limit = { symbol: "PREM-DEC26", side: "buy", type: "limit", lots: 10, price: "4.600" };
const market = { symbol: "PREM-DEC26", side: "buy", type: "market", lots: 10 };
const pathsOf = (schema: typeof OrderRequest | typeof OcoRequest | typeof SpreadRequest, value: object) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join("."));

describe("terms that contradict each other are refused at the field that is wrong (4.2)", () => {
  test.each([
    ["a limit order without a price", { ...limit, price: undefined }, "price"],
    ["a market order with one", { ...market, price: "4.600" }, "price"],
    ["a market order that would rest", { ...market, timeInForce: "gtc" }, "timeInForce"],
    ["good till a date that is not named", { ...limit, timeInForce: "gtd" }, "goodTill"],
    ["a last day of an order that has none", { ...limit, goodTill: "2026-10-02" }, "goodTill"],
    ["post-only at once", { ...limit, timeInForce: "ioc", postOnly: true }, "postOnly"],
    ["slide without post-only", { ...limit, slide: true }, "slide"],
    ["an iceberg that does not rest", { ...limit, timeInForce: "fok", display: 2 }, "display"],
    ["an iceberg larger than itself", { ...limit, display: 11 }, "display"],
    ["a stop without a trigger", { ...market, stop: {} }, "stop.price"],
    ["a stop with two", { ...market, stop: { price: "4.700", trail: "0.020" } }, "stop.price"],
    ["a trailing stop with a limit", { ...limit, stop: { trail: "0.020" } }, "stop"],
    ["a bracket without exits", { ...limit, exits: {} }, "exits"],
    ["a bracket of a reduce-only order", { ...limit, reduceOnly: true, exits: { target: { price: "5" } } }, "exits"],
    [
      "a trailing exit with a limit",
      { ...limit, exits: { stop: { trail: "0.02", limit: "4.5" } } },
      "exits.stop.limit",
    ],
  ])("%s", (_, order, path) => {
    expect(pathsOf(OrderRequest, order)).toEqual([path]);
  });
});

test.each([
  ["a stop that waits until cancelled", { ...market, stop: { price: "4.700" }, timeInForce: "gtc" }],
  ["a stop-limit on the mark", { ...limit, stop: { source: "mark", price: "4.700" }, timeInForce: "day" }],
  ["a trailing stop", { ...market, side: "sell", stop: { trail: "0.020" } }],
  ["an iceberg that slides", { ...limit, display: 2, postOnly: true, slide: true }],
  ["a bracket with a stop-limit exit", { ...limit, exits: { stop: { price: "4.500", limit: "4.490" } } }],
  ["an order good till a date", { ...limit, timeInForce: "gtd", goodTill: "2026-10-02" }],
])("%s is well formed", (_, order) => {
  expect(pathsOf(OrderRequest, order)).toEqual([]);
});

test("an OCO is two orders in one contract, neither of them a bracket", () => {
  expect(pathsOf(OcoRequest, { orders: [limit, { ...market, stop: { price: "4.5" } }] })).toEqual([]);
  expect(pathsOf(OcoRequest, { orders: [limit] })).toEqual(["orders"]);
  expect(pathsOf(OcoRequest, { orders: [limit, { ...limit, symbol: "PREM-JAN27" }] })).toEqual(["orders.1.symbol"]);
  expect(pathsOf(OcoRequest, { orders: [limit, { ...limit, exits: {} }] })).toEqual(["orders.1"]);
});

test("a spread names two months", () => {
  const spread = { near: "PREM-DEC26", far: "PREM-JAN27", side: "buy", lots: 1, price: "-0.012" };
  expect(pathsOf(SpreadRequest, spread)).toEqual([]);
  expect(pathsOf(SpreadRequest, { ...spread, far: "PREM-DEC26" })).toEqual(["far"]);
});

test("a replace changes something", () => {
  expect(ReplaceRequest.safeParse({}).success).toBe(false);
  expect(ReplaceRequest.safeParse({ stopPrice: "4.600" }).success).toBe(true);
  expect(ReplaceRequest.safeParse({ trail: "0.010", lots: 3 }).success).toBe(true);
});
