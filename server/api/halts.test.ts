import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "../db/client";
import { haltContract, operatorHalt, resumeContract } from "./halts";
import { listContracts } from "./market";
import { listNews, listTrades } from "./market-history";
import { placeOrders } from "./orders";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

const room = "public";
const symbol = "PREM-DEC26";
const at = `/rooms/${room}/contracts/${symbol}`;
let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let owner: User;
let trader: User;

beforeAll(async () => {
  venue = await openTrialVenue(room);
  owner = await newcomer(room);
  trader = await newcomer(room);
  await db().room.update({ where: { id: room }, data: { ownerId: owner.userId } });
  const { sharedCache } = await import("@/server/auth/brief-cache");
  sharedCache("rooms").forget(() => true);
}, 60_000);
afterAll(() => venue.close());

const quote = async () =>
  (await call(listContracts, nobody(), `/rooms/${room}/contracts`)).json.rows.find(
    (row: { symbol: string }) => row.symbol === symbol,
  );

test("only the room's owner or its teachers halt a month and resume it", async () => {
  expect((await call(haltContract, nobody(), `${at}/halt`, {})).status).toBe(401);
  for (const [handler, path, body] of [
    [haltContract, `${at}/halt`, {}],
    [resumeContract, `${at}/resume`, undefined],
  ] as const) {
    const refused = await call(handler, trader, path, body);
    expect([refused.status, refused.json.error.code]).toEqual([403, "not-the-owner"]);
  }
  expect(await quote()).toMatchObject({ state: "continuous", haltedUntil: null });
});

test("a halted month collects limit orders, says where they would trade, and reopens by auction", async () => {
  const halted = await call(haltContract, owner, `${at}/halt`, {});
  expect([halted.status, halted.json.state, halted.json.symbol]).toEqual([200, "collecting", symbol]);
  expect(halted.json.haltedUntil).toMatch(/T09:00:00/); // the next opening
  const now = await call(placeOrders, trader, `/rooms/${room}/orders`, {
    symbol,
    side: "buy",
    type: "market",
    lots: 1,
  });
  expect([now.status, now.json.error.code]).toEqual([409, "auction"]);
  const { limitLow, limitHigh } = await quote();
  const order = (side: string, price: string) => ({ symbol, side, type: "limit", lots: 3, price });
  const buying = await call(placeOrders, trader, `/rooms/${room}/orders`, order("buy", limitHigh));
  const selling = await call(placeOrders, owner, `/rooms/${room}/orders`, order("sell", limitLow));
  expect([buying.json.status, selling.json.status]).toEqual(["open", "open"]);
  const collecting = await quote();
  expect(collecting.auction.lots).toBeGreaterThanOrEqual(3);
  expect(collecting.auction.price).toMatch(/^\d\.\d{3}$/);

  const resumed = await call(resumeContract, owner, `${at}/resume`);
  expect(resumed.json).toMatchObject({ state: "continuous", haltedUntil: null, auction: null });
  const trades = (await call(listTrades, nobody(), `/rooms/${room}/trades?symbol=${symbol}&limit=1`)).json.rows;
  expect(trades[0]).toMatchObject({ aggressor: null, price: collecting.auction.price });
  const kinds = (await call(listNews, nobody(), `/rooms/${room}/news?limit=10`)).json.rows.map(
    (item: { kind: string }) => item.kind,
  );
  expect(kinds).toEqual(expect.arrayContaining(["halt", "auction"]));
});

test("what is not halted cannot be resumed, and what is not listed cannot be halted", async () => {
  const twice = await call(resumeContract, owner, `${at}/resume`);
  expect([twice.status, twice.json.error.code]).toEqual([409, "not-halted"]);
  const unlisted = await call(haltContract, owner, `/rooms/${room}/contracts/PREM-JAN39/halt`, {});
  expect([unlisted.status, unlisted.json.error.code]).toEqual([404, "unknown-contract"]);
  const when = await call(haltContract, owner, `${at}/halt`, { until: "soon" });
  expect([when.status, when.json.error.details.problems[0].path]).toEqual([400, "until"]);
});

test("whoever runs the server halts by its secret, and nobody without it", async () => {
  process.env.OPERATOR_SECRET = "of this run";
  const ask = (secret: string, body: object) =>
    operatorHalt(
      new Request("http://localhost/api/auth/operator/halt", {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
      }),
    );
  expect((await ask("guessed", { room, symbol })).status).toBe(401);
  expect(await (await ask("of this run", { room, symbol })).json()).toMatchObject({ state: "collecting" });
  expect((await ask("of this run", { room: "nowhere", symbol })).status).toBe(404);
  const resumed = await ask("of this run", { room, symbol, resume: true });
  expect(await resumed.json()).toMatchObject({ state: "continuous" });
  delete process.env.OPERATOR_SECRET;
});
