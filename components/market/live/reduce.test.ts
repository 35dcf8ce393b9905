import { describe, expect, test } from "vitest";
import type { ContractQuote, OrderView, StreamMessage, TradeView } from "@/wire/views";
import { reduce, startFrom } from "./reduce";
import { exampleOrder, exampleSnapshot } from "./snapshot.example";

const start = startFrom(exampleSnapshot());
const marketMessage = (changes: Partial<Extract<StreamMessage, { event: "market" }>>): StreamMessage => ({
  event: "market",
  room: { ...start.room, seq: changes.seq ?? start.seq + 1 },
  contracts: [],
  books: [],
  trades: [],
  news: [],
  seq: start.seq + 1,
  ...changes,
});
const quote = (symbol: string) => start.contracts.find((c) => c.symbol === symbol) as ContractQuote;
const trade = (seq: number): TradeView => ({
  seq,
  symbol: "PREM-DEC26",
  price: "4.638",
  lots: 1,
  aggressor: "buy",
  roomTime: start.room.roomTime,
});
const order = exampleOrder;
const own = (orders: OrderView[], seq: number): StreamMessage => ({
  event: "own",
  orders,
  fills: [],
  account: { ...start.account!, seq },
  notices: [],
  seq,
});

describe("the market as a viewer sees it", () => {
  test("a quote that did not change keeps its identity, so nothing of it renders again", () => {
    const next = reduce(start, marketMessage({ contracts: [{ ...quote("PREM-DEC26"), last: "4.640" }] }));
    expect(next.contracts.find((c) => c.symbol === "PREM-DEC26")?.last).toBe("4.640");
    expect(next.contracts.find((c) => c.symbol === "PREM-NOV26")).toBe(quote("PREM-NOV26"));
    expect(next.books).toBe(start.books);
    expect(next.trades).toBe(start.trades);
  });

  test("a message older than what is shown changes nothing", () => {
    expect(
      reduce(start, marketMessage({ seq: start.seq - 1, contracts: [{ ...quote("PREM-DEC26"), last: "1.000" }] })),
    ).toBe(start);
  });

  test("trades repeated after a reconnect are counted once, newest first", () => {
    const once = reduce(start, marketMessage({ seq: 1001, trades: [trade(1000), trade(1001)] }));
    const again = reduce(once, marketMessage({ seq: 1002, trades: [trade(1001), trade(1002)] }));
    const added = again.trades["PREM-DEC26"].filter((t) => t.seq >= 1000);
    expect(added.map((t) => t.seq)).toEqual([1002, 1001, 1000]);
  });

  test("an expired month leaves the list and a listed one takes its place in month order", () => {
    const next = reduce(
      start,
      marketMessage({
        contracts: [{ ...quote("PREM-DEC26"), symbol: "PREM-JUN27", month: "2027-06" }],
        news: [{ seq: 1000, roomTime: start.room.roomTime, kind: "expired", body: { symbol: "PREM-NOV26" } }],
      }),
    );
    expect(next.contracts.filter((c) => c.benchmark === "PREM").map((c) => c.symbol)).toEqual([
      "PREM-DEC26",
      "PREM-MAR27",
      "PREM-JUN27",
    ]);
  });

  test("a fixing becomes the benchmark's level; a withheld one carries the old level and counts the days", () => {
    const fixing = (seq: number, level: string | null, withheldDays: number) =>
      marketMessage({
        seq,
        news: [
          {
            seq,
            roomTime: start.room.roomTime,
            kind: "fixing",
            body: { benchmark: "PREM", date: "2026-11-17", level, withheldDays },
          },
        ],
      });
    const published = reduce(start, fixing(1000, "4.60125", 0));
    expect(published.benchmarks[0]).toMatchObject({ level: "4.60125", date: "2026-11-17", withheldDays: 0 });
    expect(reduce(published, fixing(1001, null, 1)).benchmarks[0]).toMatchObject({ level: "4.60125", withheldDays: 1 });
  });
});

describe("one's own orders", () => {
  test("an order rests until the room says it ended", () => {
    const resting = reduce(start, own([order({})], 1000));
    expect(resting.orders.map((o) => o.id)).toContain("9");
    const filled = reduce(resting, own([order({ status: "filled", filledLots: 40, seq: 1001 })], 1001));
    expect(filled.orders.map((o) => o.id)).not.toContain("9");
  });

  test("a late repeat of an older state does not undo a newer one", () => {
    const partly = reduce(start, own([order({ filledLots: 10, seq: 1005 })], 1005));
    const late = reduce(partly, own([order({ filledLots: 0, seq: 1001 })], 1001));
    expect(late.orders.find((o) => o.id === "9")?.filledLots).toBe(10);
    expect(late.account?.seq).toBe(1005);
  });
});

test("a snapshot after a reset replaces the market and keeps what one's own session gathered", () => {
  const seen = reduce(start, {
    ...(own([], 1000) as Extract<StreamMessage, { event: "own" }>),
    fills: [
      {
        id: "1",
        orderId: "9",
        symbol: "PREM-DEC26",
        side: "buy",
        price: "4.638",
        lots: 5,
        fee: "0.25",
        liquidity: "taker",
        seq: 1000,
        roomTime: start.room.roomTime,
      },
    ],
  });
  const again = reduce(seen, { ...exampleSnapshot(), seq: 2000 });
  expect(again.seq).toBe(2000);
  expect(again.fills).toHaveLength(1);
});
