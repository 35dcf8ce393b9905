import { afterAll, beforeAll, expect, test } from "vitest";
import type { FillExplanationView, FinalSettlementView, MarginCallRow, MarginExplanationView } from "@/wire/views";
import { getAccount, postTransfer } from "./account";
import { explainFill, explainMarginCall, listMarginCalls } from "./explanations";
import { getFinalSettlement } from "./final-settlement";
import { placeOrders } from "./orders";
import { listFills } from "./own-history";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let bull: User;
let bear: User;
const order = (who: User, terms: object) =>
  call(placeOrders, who, "/rooms/public/orders", { symbol: "PREM-DEC26", type: "market", ...terms });
const fillsOf = async (who: User) => (await call(listFills, who, "/rooms/public/fills?limit=500")).json.rows;
const explain = (who: User, seq: number | string) => call(explainFill, who, `/rooms/public/fills/${seq}/explanation`);
const callsOf = async (who: User): Promise<MarginCallRow[]> =>
  (await call(listMarginCalls, who, "/rooms/public/margin-calls")).json.rows;

/**
 * The bull is long November and short December, and holds no more than that takes. As October ends November is charged
 * alone (7.3), four times as much as before: a margin call, and a close-out from the next open on.
 */
beforeAll(async () => {
  venue = await openTrialVenue("public");
  [bull, bear] = [await newcomer("public"), await newcomer("public")];
  for (let i = 0; i < 4; i++) {
    await order(bull, { side: "buy", lots: 20, symbol: "PREM-NOV26" });
    await order(bull, { side: "sell", lots: 20 });
    await order(bear, { side: "sell", lots: 20 });
    await venue.port.advance("public", venue.port.room("public").now + 120_000);
  }
  const { transferable } = (await call(getAccount, bull, "/rooms/public/account")).json;
  await call(postTransfer, bull, "/rooms/public/transfers", { amount: `-${transferable}` });
  await venue.port.advance("public", Date.parse("2026-11-02T09:30:00Z"));
}, 240_000);
afterAll(() => venue.close());

test("a fill of one's own is explained, in the numbers of the fill itself", async () => {
  for (const fill of (await fillsOf(bear)).slice(0, 3)) {
    const { status, json } = await explain(bear, fill.seq);
    expect(status).toBe(200);
    const told: FillExplanationView = json;
    expect(told.fill).toEqual(fill);
    expect(told.entry).toMatchObject({ how: "placed" });
    expect(told.sweep?.own).toBe(true);
    const own = told.sweep?.levels.filter((level) => level.own > 0);
    expect(own).toMatchObject([{ price: fill.price, own: fill.lots }]);
    expect(told.fee.charged).toBe(fill.fee);
    expect(told.net.after - told.net.before).toBe(fill.side === "buy" ? fill.lots : -fill.lots);
  }
});

test("a fill of a close-out says so", async () => {
  const [last] = await fillsOf(bull);
  expect((await explain(bull, last.seq)).json.entry).toMatchObject({ how: "close-out" });
});

test("somebody else's fill, no fill and no number are all the same: there is none of yours", async () => {
  const [theirs] = await fillsOf(bear);
  for (const seq of [theirs.seq, 999_999_999, "abc", "1e3", "-1"]) {
    const { status, json } = await explain(bull, seq);
    expect([status, json.error.code]).toEqual([404, "unknown-fill"]);
  }
  expect((await call(explainFill, nobody(), `/rooms/public/fills/${theirs.seq}/explanation`)).status).toBe(401);
});

test("a margin call is told step by step to whom it was made, and to nobody else", async () => {
  const [called] = await callsOf(bull);
  expect(await callsOf(bear)).toEqual([]);
  const path = `/rooms/public/margin-calls/${called.seq}/explanation`;
  const { status, json } = await call(explainMarginCall, bull, path);
  expect(status).toBe(200);
  const told: MarginExplanationView = json;
  expect(told).toMatchObject({ seq: called.seq, ended: "met" });
  expect(Number(told.found.equity)).toBeLessThan(Number(told.found.maintenance) / 2);
  expect(told.steps.slice(0, 2)).toMatchObject([
    { kind: "called", amount: called.amount },
    { kind: "close-out-begun", why: "critical" },
  ]);
  const orders = told.steps.filter((step) => step.kind === "close-out-order");
  expect(orders[0]).toMatchObject({ symbol: "PREM-DEC26", side: "buy" });
  expect(orders[0].share).toBe(Math.ceil(orders[0].left / 5)); // 7.5: a fifth of the position as it began
  for (const { lots, share, left, shown } of orders) expect(lots).toBe(Math.min(share, left, shown ?? left));
  expect((await call(explainMarginCall, bear, path)).json.error.code).toBe("unknown-margin-call");
});

test("what the host cannot say yet, or ever, has its own answer and a way out", async () => {
  const [{ seq }] = await fillsOf(bull);
  const answers = [
    ["recomputing", 503, "1"],
    ["explanations-busy", 503, "1"],
    ["explanation-too-long", 410, null],
    ["explanation-too-old", 410, null],
  ] as const;
  for (const [code, status, retry] of answers) {
    venue.port.unexplained = { kind: "failed", code };
    const answer = await explain(bull, seq);
    expect([answer.status, answer.json.error.code, answer.headers.get("retry-after")]).toEqual([status, code, retry]);
  }
  venue.port.unexplained = null;
});

test("explanations are few: after a burst one has to wait, while other reads go on", async () => {
  const [{ seq }] = await fillsOf(bear);
  venue.port.unexplained = { kind: "failed", code: "recomputing" };
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++) statuses.push((await explain(bear, seq)).status);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(statuses.slice(0, 15)).toEqual(Array(15).fill(503));
  expect((await call(listFills, bear, "/rooms/public/fills")).status).toBe(200);
  venue.port.unexplained = null;
});

const finalOf = async (symbol: string) =>
  await call(getFinalSettlement, nobody(), `/rooms/public/contracts/${symbol}/final-settlement`);

test("a month that is over shows its fixings, whose mean rounds to the price it ended at (6.3)", async () => {
  for (const [symbol, tick] of [
    ["PREM-OCT26", 1_000],
    ["ECON-OCT26", 10_000],
  ] as const) {
    const told: FinalSettlementView = (await finalOf(symbol)).json;
    expect(told).toMatchObject({ settled: true, method: "fixings", days: 22, count: 22, settlements: [] });
    expect(told.fixings.map(({ date }) => date)).toHaveLength(22);
    const sum = told.fixings.reduce((total, { level }) => total + Math.round(Number(level) * tick * 100), 0);
    expect(Math.round(Number(told.sum) * tick * 100)).toBe(sum);
    expect(Math.round(Number(told.price) * tick)).toBe(Math.floor((2 * sum + 2200) / 4400));
    expect(Number(told.mean)).toBeCloseTo(sum / 2200 / tick, 8);
  }
});

test("a month that is not over shows what is known; one that is not listed is not known", async () => {
  expect((await finalOf("PREM-NOV26")).json).toMatchObject({ settled: false, price: null, days: 21, count: 0 });
  expect((await finalOf("PREM-DEC26")).json).toMatchObject({ settled: false, mean: null, fixings: [] });
  for (const symbol of ["PREM-OCT25", "NONE-DEC26", "x", "%27"]) {
    const { status, json } = await finalOf(symbol);
    expect([symbol, status, json.error.code]).toEqual([symbol, 404, "unknown-contract"]);
  }
});
