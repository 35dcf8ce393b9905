import { afterAll, beforeAll, expect, test } from "vitest";
import type { CandleView, FillView, LedgerRow } from "@/wire/views";
import { getAccount } from "./account";
import { listContracts } from "./market";
import { listCandles, listFixings, listNews, listTrades } from "./market-history";
import { listOrders } from "./order-history";
import { placeOrders } from "./orders";
import { listEquity, listFills, listLedger } from "./own-history";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let me: User;
const buy = { symbol: "PREM-DEC26", side: "buy", type: "market", lots: 1 };
const trade = (more: object = {}) => call(placeOrders, me, "/rooms/public/orders", { ...buy, ...more });

beforeAll(async () => {
  venue = await openTrialVenue("public");
  me = await newcomer("public");
  for (let i = 0; i < 4; i++) await trade({ side: i % 2 ? "sell" : "buy" });
  await trade({ symbol: "GPUH-DEC26" });
  await venue.port.advance("public", Date.parse("2026-10-02T09:30:00Z")); // over a settlement, a fixing and a night
  await trade();
}, 120_000);
afterAll(() => venue.close());

/** Every page of a list, one row each, while more rows keep arriving. */
async function pageThrough<Row>(handler: typeof listFills, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 200; page++) {
    const join = path.includes("?") ? "&" : "?";
    const { json } = await call(handler, me, `${path}${join}limit=1${cursor ? `&cursor=${cursor}` : ""}`);
    rows.push(...json.rows);
    cursor = json.next;
    if (!cursor) return rows;
  }
  throw new Error("the list has no end");
}

test("paging shows every row once, newest first, whatever arrives meanwhile", async () => {
  const whole: FillView[] = (await call(listFills, me, "/rooms/public/fills?limit=500")).json.rows;
  expect(whole.length).toBeGreaterThanOrEqual(6);
  const first = (await call(listFills, me, "/rooms/public/fills?limit=2")).json;
  await trade();
  const rest = (await call(listFills, me, `/rooms/public/fills?cursor=${first.next}`)).json.rows;
  expect([...first.rows, ...rest]).toEqual(whole);
  expect(whole.map(({ seq }) => seq)).toEqual(whole.map(({ seq }) => seq).toSorted((a, b) => b - a));
});

test.each([
  [listFills, "/rooms/public/fills"],
  [listLedger, "/rooms/public/ledger"],
  [listOrders, "/rooms/public/orders?state=all"],
  [listOrders, "/rooms/public/orders?state=all&symbol=PREM-DEC26"],
  [listFixings, "/rooms/public/fixings?benchmark=PREM"],
] as const)("one row a page is the same list as all at once: %#", async (handler, path) => {
  const all = (await call(handler, me, `${path}${path.includes("?") ? "&" : "?"}limit=500`)).json;
  expect(all.next).toBeNull();
  expect(all.rows.length).toBeGreaterThan(0);
  expect(await pageThrough(handler, path)).toEqual(all.rows);
});

test("a list of one contract leaves the others out", async () => {
  const rows: FillView[] = (await call(listFills, me, "/rooms/public/fills?symbol=GPUH-DEC26")).json.rows;
  expect(rows.map(({ symbol }) => symbol)).toEqual(["GPUH-DEC26"]);
});

test("the lines of the ledger sum to the balances, to the cent", async () => {
  const rows: LedgerRow[] = (await call(listLedger, me, "/rooms/public/ledger?limit=500")).json.rows;
  const account = (await call(getAccount, me, "/rooms/public/account")).json;
  const cents = (text: string) => Math.round(Number(text) * 100);
  expect(rows.reduce((sum, row) => sum + cents(row.marginChange), 0)).toBe(cents(account.marginCash));
  expect(rows.reduce((sum, row) => sum + cents(row.bankChange), 0)).toBe(cents(account.bankCash));
  expect(rows.some(({ entry }) => entry === "variation")).toBe(true);
});

test("CSV has the same digits as JSON, and its cursor in a header", async () => {
  const json = (await call(listFills, me, "/rooms/public/fills?limit=3")).json;
  const csv = await call(listFills, me, "/rooms/public/fills?limit=3&format=csv");
  expect(csv.headers.get("content-type")).toContain("text/csv");
  expect(csv.headers.get("x-next-cursor")).toBe(json.next);
  const [head, ...lines] = csv.text.trimEnd().split("\r\n");
  const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [head.split(",")[i], cell])));
  expect(rows).toEqual(
    json.rows.map((row: FillView) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, `${v}`]))),
  );
});

test("an empty list as CSV is empty, not an error", async () => {
  const someone = await newcomer("public");
  const { status, text } = await call(listFills, someone, "/rooms/public/fills?format=csv");
  expect([status, text.trim()]).toEqual([200, ""]);
});

test("longer candles are put together from minutes: same volume, first open, last close, widest range", async () => {
  const path = "/rooms/public/candles?symbol=PREM-DEC26";
  const candles = async (interval: string): Promise<CandleView[]> =>
    (await call(listCandles, nobody(), `${path}&interval=${interval}&limit=500`)).json.rows;
  const minutes = await candles("1m");
  expect(minutes.length).toBeGreaterThan(20);
  for (const [interval, length] of [
    ["5m", 300_000],
    ["1h", 3_600_000],
  ] as const) {
    const from = Date.parse(minutes[0].at) - (Date.parse(minutes[0].at) % length) + length; // whole ones
    const longer = (await candles(interval)).filter(({ at }) => Date.parse(at) >= from);
    expect(longer.length).toBeGreaterThan(0);
    for (const candle of longer) {
      const inside = minutes.filter(({ at }) => Math.floor(Date.parse(at) / length) === Date.parse(candle.at) / length);
      expect(candle).toEqual({
        at: candle.at,
        open: inside[0].open,
        close: inside.at(-1)?.close,
        high: inside
          .map(({ high }) => high)
          .toSorted()
          .at(-1),
        low: inside.map(({ low }) => low).toSorted()[0],
        volume: inside.reduce((sum, { volume }) => sum + volume, 0),
      });
    }
  }
  const [day] = await candles("1d");
  expect(day.at).toBe("2026-10-01T00:00:00.000Z");
});

test("pages of candles join without a gap or a repeat, each oldest first", async () => {
  const path = "/rooms/public/candles?symbol=PREM-DEC26&interval=5m";
  const all = (await call(listCandles, nobody(), `${path}&limit=500`)).json.rows;
  const joined: CandleView[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof call>> = await call(
      listCandles,
      nobody(),
      `${path}&limit=7${cursor && `&cursor=${cursor}`}`,
    );
    joined.unshift(...page.json.rows);
    cursor = page.json.next;
  }
  expect(joined).toEqual(all);
  const later = (await call(listCandles, nobody(), `${path}&from=${all[3].at}`)).json.rows;
  expect(later[0]).toEqual(all[3]);
});

test("the day leaves a fixing of each benchmark, a point of the equity curve, and news", async () => {
  const fixings = (await call(listFixings, nobody(), "/rooms/public/fixings?benchmark=PREM")).json.rows;
  expect(fixings[0]).toMatchObject({ benchmark: "PREM", date: "2026-10-01", withheldDays: 0 });
  expect(fixings[0].level).toMatch(/^\d\.\d{5}$/); // a hundredth of a tick
  const equity = (await call(listEquity, me, "/rooms/public/equity")).json.rows;
  expect(equity).toEqual([expect.objectContaining({ date: "2026-10-01" })]);
  const news = (await call(listNews, nobody(), "/rooms/public/news?limit=200")).json.rows;
  const kinds = new Set(news.map(({ kind }: { kind: string }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(["settlement", "fixing", "session"]));
  expect(news.find(({ kind }: { kind: string }) => kind === "settlement").body.price).toMatch(/^\d\.\d{3}$/);
});

test("the tape is the market's: newest first, and its last price is the quote's", async () => {
  const trades = (await call(listTrades, nobody(), "/rooms/public/trades?symbol=PREM-DEC26&limit=5")).json.rows;
  const quotes = (await call(listContracts, nobody(), "/rooms/public/contracts")).json.rows;
  expect(trades[0].price).toBe(quotes.find(({ symbol }: { symbol: string }) => symbol === "PREM-DEC26").last);
});
