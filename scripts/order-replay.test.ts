import { expect, test } from "vitest";
import { OrderReplay } from "./order-replay";

function replayed(...lines: (object | string)[]) {
  const replay = new OrderReplay();
  for (const [n, line] of lines.entries()) replay.read(n + 1, typeof line === "string" ? line : JSON.stringify(line));
  return replay.result();
}

test("a stream of orders trades by price and time, and says what is left", () => {
  const { events, bids, asks, digest } = replayed(
    { op: "limit", id: 1, side: "sell", price: 101, lots: 5, owner: "ann", display: 2 },
    { op: "limit", id: 2, side: "sell", price: 101, lots: 3, owner: "bob" },
    { op: "market", id: 3, side: "buy", lots: 4, owner: "eve" },
    { op: "replace", id: 2, price: 102 },
    { op: "shrink", id: 1, lots: 1 },
    { op: "limit", id: 4, side: "buy", price: 100, lots: 7 },
    { op: "limit", id: 5, side: "buy", price: 101, lots: 9, tif: "fok" },
  );
  expect(events).toEqual([
    { kind: "trade", price: 101, lots: 2, maker: 1, taker: 3 },
    { kind: "trade", price: 101, lots: 2, maker: 2, taker: 3 },
    { kind: "ended", order: 5, lots: 9, reason: "fok" },
  ]);
  expect(asks).toEqual([
    [101, 2, 1],
    [102, 1, 1],
  ]);
  expect(bids).toEqual([[100, 7, 1]]);
  expect(digest).toMatch(/^[0-9a-f]{32}$/);
});

test("owners do not trade with themselves, and orders without one are everybody's", () => {
  const { events } = replayed(
    { op: "limit", id: 1, side: "sell", price: 101, lots: 5, owner: 7 },
    { op: "limit", id: 2, side: "buy", price: 101, lots: 3, owner: 7, stp: "decrement" },
    { op: "limit", id: 3, side: "buy", price: 101, lots: 1 },
    { op: "limit", id: 4, side: "sell", price: 100, lots: 2, owner: 7, tif: "ioc" },
  );
  expect(events).toEqual([
    { kind: "reduced", order: 1, lots: 3, open: 2 },
    { kind: "reduced", order: 2, lots: 3, open: 0 },
    { kind: "trade", price: 101, lots: 1, maker: 1, taker: 3 },
    { kind: "ended", order: 4, lots: 2, reason: "ioc" },
  ]);
});

test("orders collect, and uncross at one price", () => {
  const { events } = replayed(
    { op: "collect" },
    { op: "limit", id: 1, side: "buy", price: 105, lots: 5 },
    { op: "limit", id: 2, side: "sell", price: 95, lots: 3 },
    { op: "indicative", reference: 100 },
    { op: "uncross", reference: 100 },
    { op: "uncross", reference: 100 },
  );
  expect(events).toEqual([
    { kind: "indicative", price: 100, lots: 3, surplus: 2 },
    { kind: "auction", price: 100, lots: 3, bid: 1, offer: 2 },
    { kind: "uncross", price: 100, lots: 3, surplus: 2 },
    { kind: "uncross", price: null, lots: 0, surplus: 0 },
  ]);
});

test.each<[string, object | string]>([
  ["not JSON", "limit 1 buy"],
  ["not a JSON object", "[1]"],
  ['op is "stop", not limit', { op: "stop" }],
  ["id is 0, not a whole number from 1", { op: "limit", id: 0 }],
  ["id 1 rests in the book already", { op: "limit", id: 1 }],
  ['side is "long", not one of buy, sell', { op: "limit", id: 2, side: "long" }],
  ["price is 0.5, not a whole number", { op: "limit", id: 2, side: "buy", price: 0.5 }],
  ["lots is undefined, not a whole number", { op: "limit", id: 2, side: "buy", price: 5 }],
  ["a market order cannot rest", { op: "market", id: 2, side: "buy", lots: 5, tif: "gtc" }],
  ['stp is "never", not one of', { op: "limit", id: 2, side: "buy", price: 5, lots: 1, stp: "never" }],
  ["owner is neither", { op: "limit", id: 2, side: "buy", price: 5, lots: 1, owner: [] }],
  ["order 9 is not in the book", { op: "cancel", id: 9 }],
  ["lots is 6, not a whole number from 1 to 5", { op: "shrink", id: 1, lots: 6 }],
])("a bad line is reported with its number and the reason, and changes nothing: %s", (reason, line) => {
  const first = { op: "limit", id: 1, side: "buy", price: 5, lots: 5 };
  const { bad, digest } = replayed(first, line);
  expect(bad).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
  expect(digest).toBe(replayed(first).digest);
});
