import { afterAll, beforeAll, expect, test } from "vitest";
import type { RoomEvent } from "@/engine/events";
import { accountNo, orderId } from "@/engine/units";
import type { OrderReport } from "@/engine/views";
import { openTrialVenue } from "../api/trial-venue";
import { lastNews, orderOf, tradesOf } from "./history";
import { rowsOf } from "./projected-rows";
import { project, watermarkOf } from "./projections";

const room = "public";
const me = accountNo(77);
let venue: Awaited<ReturnType<typeof openTrialVenue>>;
beforeAll(async () => {
  venue = await openTrialVenue(room);
}, 60_000);
afterAll(() => venue.close());

/** Events as if they came next. */
async function write(...events: object[]) {
  const from = await watermarkOf(room);
  const next = events.map((event, i) => ({ seq: from + 1 + i, at: 1_000 + i, ...event }) as RoomEvent);
  expect(await project(room, from, from + events.length, rowsOf(next, 0))).toBe(true);
}

const waiting = {
  id: orderId(900_001),
  account: me,
  clientOrderId: null,
  contract: "PREM-DEC26",
  side: "sell",
  type: "market",
  lots: 5,
  filled: 0,
  price: null,
  filledValue: 0,
  timeInForce: "gtd",
  goodTill: "2026-12-01",
  postOnly: false,
  reduceOnly: true,
  display: null,
  stop: { source: "mark", price: 4500, trail: 20, firedAt: null },
  tie: { role: "stop", others: [900_002] },
  legs: null,
  selfTrade: "newest",
  status: "open",
  cancelReason: null,
  refusal: null,
  eventSeq: 0,
  at: 0,
} as unknown as OrderReport;

test("an order's terms are kept, and what becomes of a stop is kept with it", async () => {
  await write({ kind: "order", report: waiting });
  const kept = await orderOf(room, me, waiting.id);
  expect(kept).toMatchObject({ goodTill: "2026-12-01", reduceOnly: true, stop: waiting.stop, tie: waiting.tie });
  const stop = { ...waiting.stop, price: 4510, firedAt: 1_500 };
  const refusal = { reason: "reduce-only", net: 0 };
  await write({ kind: "order", report: { ...waiting, stop, tie: null, status: "rejected", refusal } });
  expect(await orderOf(room, me, waiting.id)).toMatchObject({ stop, tie: null, status: "rejected", refusal });
});

test("a spread keeps its months and a price below zero; an iceberg what it shows", async () => {
  const spread = { ...waiting, id: 900_003, stop: null, tie: null, legs: ["PREM-DEC26", "PREM-JAN27"], price: -12 };
  await write({ kind: "order", report: { ...spread, display: 3, filledValue: -24, filled: 2 } });
  const kept = await orderOf(room, me, orderId(900_003));
  expect(kept).toMatchObject({ legs: ["PREM-DEC26", "PREM-JAN27"], price: -12, filledValue: -24, display: 3 });
});

test("an order of an engine that knew no such terms has none of them", async () => {
  const { goodTill, reduceOnly, display, stop, tie, legs, ...plain } = waiting;
  await write({ kind: "order", report: { ...plain, id: 900_004, timeInForce: "gtc" } });
  const none = { goodTill: null, reduceOnly: false, display: null, stop: null, tie: null, legs: null };
  expect(await orderOf(room, me, orderId(900_004))).toMatchObject(none);
});

test("an auction's trades have no side, and auctions and halts are public news", async () => {
  const contract = "PREM-DEC26";
  await write(
    { kind: "trade", contract, price: 4510, lots: 3, aggressor: null },
    { kind: "auction", contract, price: 4510, lots: 3, surplus: 2, side: "buy" },
    { kind: "halt", contract, until: 5_000 },
  );
  const [trade] = await tradesOf(room, contract, { before: null, limit: 1 });
  expect(trade).toMatchObject({ price: 4510, aggressor: null });
  const [halt, auction] = await lastNews(room, 2);
  expect(halt).toMatchObject({ kind: "halt", contract, until: 5_000 });
  expect(auction).toMatchObject({ kind: "auction", contract, price: 4510, surplus: 2, side: "buy" });
});
