import { afterAll, beforeAll, expect, test } from "vitest";
import { getAccount } from "./account";
import { getLeaderboard } from "./leaderboard";
import { listContracts } from "./market";
import { listTrades } from "./market-history";
import { getOrder, listOrders } from "./order-history";
import { cancelOrder, placeOrders } from "./orders";
import { listEquity, listFills, listLedger } from "./own-history";
import { getRoom, listRooms, postJoin } from "./rooms";
import { getStream } from "./stream/endpoint";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let here: User; // trades in the public room alone
let there: User; // sits in the class alone
let both: User;
beforeAll(async () => {
  venue = await openTrialVenue("public", "class-7b");
  here = await newcomer("public");
  there = await newcomer("class-7b");
  both = await newcomer("public", "class-7b");
}, 60_000);
afterAll(() => venue.close());

const buy = { symbol: "PREM-DEC26", side: "buy", type: "market", lots: 2 };

test("a trade in one room is nothing to the other: not its tape, books, orders, fills, money or board", async () => {
  const tape = async (room: string) =>
    (await call(listTrades, both, `/rooms/${room}/trades?symbol=PREM-DEC26&limit=500`)).json.rows;
  const before = (await call(listContracts, there, "/rooms/class-7b/contracts")).text;
  const quiet = await tape("class-7b");
  const tradedBefore = (await tape("public"))[0]?.seq ?? 0;
  const placed = (await call(placeOrders, both, "/rooms/public/orders", buy)).json;
  expect(placed.filledLots).toBe(2);
  expect((await call(listContracts, there, "/rooms/class-7b/contracts")).text).toBe(before);

  expect((await call(getOrder, both, `/rooms/class-7b/orders/${placed.id}`)).status).toBe(404);
  expect((await call(cancelOrder, both, `/rooms/class-7b/orders/${placed.id}`)).status).toBe(404);
  for (const list of [listOrders, listFills, listEquity]) {
    const { path } = list.operation;
    const all = path.endsWith("/orders") ? "?state=all" : "";
    expect((await call(list, both, `${path.replace("{room}", "class-7b")}${all}`)).json.rows).toEqual([]);
  }
  const ledger = (await call(listLedger, both, "/rooms/class-7b/ledger")).json.rows;
  expect(ledger.map(({ entry }: { entry: string }) => entry)).not.toContain("fee");
  const account = (await call(getAccount, both, "/rooms/class-7b/account")).json;
  expect(account).toMatchObject({ marginCash: "50000.00", positions: [] });

  expect(await tape("class-7b")).toEqual(quiet);
  const [print] = await tape("public");
  expect(print).toMatchObject({ symbol: "PREM-DEC26", aggressor: "buy", seq: expect.any(Number) });
  expect(print.seq).toBeGreaterThan(tradedBefore);

  const board = async (room: string) =>
    (await call(getLeaderboard, both, `/rooms/${room}/leaderboard`)).json.rows.map(
      (row: { nickname: string }) => row.nickname,
    );
  expect((await board("public")).sort()).toEqual([here.nickname, both.nickname].sort());
  expect((await board("class-7b")).sort()).toEqual([there.nickname, both.nickname].sort());
});

test("a private room is not there for those outside it, not even its name", async () => {
  for (const outsider of [nobody(), here]) {
    for (const asked of [
      call(getRoom, outsider, "/rooms/class-7b"),
      call(listContracts, outsider, "/rooms/class-7b/contracts"),
      call(listTrades, outsider, "/rooms/class-7b/trades?symbol=PREM-DEC26"),
      call(getStream, outsider, "/rooms/class-7b/stream"),
    ]) {
      const { status, json } = await asked;
      expect([status, json.error.code]).toEqual([404, "unknown-room"]);
    }
    const names = (await call(listRooms, outsider, "/rooms")).json.rows.map((room: { id: string }) => room.id);
    expect(names).toEqual(["public"]);
  }
  expect((await call(postJoin, here, "/rooms/class-7b/join")).status).toBe(404);
  const mine = (await call(listRooms, there, "/rooms")).json.rows.map((room: { id: string }) => room.id);
  expect(mine).toEqual(["public", "class-7b"]);
});

test("joining a public room opens one account there, however often one asks; trading needs it", async () => {
  const someone = await newcomer();
  expect((await call(placeOrders, someone, "/rooms/public/orders", buy)).json.error.code).toBe("not-a-member");
  expect((await call(postJoin, someone, "/rooms/public/join")).status).toBe(200);
  expect((await call(postJoin, someone, "/rooms/public/join")).status).toBe(200);
  expect((await call(placeOrders, someone, "/rooms/public/orders", buy)).status).toBe(201);
  const { rows } = (await call(getLeaderboard, someone, "/rooms/public/leaderboard")).json;
  expect(rows.filter((row: { nickname: string }) => row.nickname === someone.nickname)).toEqual([
    expect.objectContaining({ you: true, guest: false, trades: 1 }),
  ]);
});
