import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountNo } from "@/engine/units";
import type { AlertView, NewsView, NoticeView } from "@/wire/views";
import { db } from "../db/client";
import { marginCallsOf } from "../db/own-events";
import { listAlerts } from "./alerts";
import { listNews } from "./market-history";
import { exportOf } from "./me-export";
import { cancelOrder, placeOrders } from "./orders";
import { call, newcomer, nobody, openTrialVenue, type User } from "./trial-venue";

const room = "watched";
const symbol = "PREM-DEC26";
const path = `/rooms/${room}/alerts`;
let venue: Awaited<ReturnType<typeof openTrialVenue>>;
let owner: User;
let spoofer: User;
let other: User;

/** Sells one lot while a large bid stands, and takes the bid back. */
async function spoof(who: User): Promise<void> {
  const quote = venue.port.room(room).contract(symbol);
  const price = (ticks: number) => `${Math.floor(ticks / 1000)}.${String(ticks % 1000).padStart(3, "0")}`;
  const order = async (side: string, lots: number, ticks: number, more: object = {}) =>
    (
      await call(placeOrders, who, `/rooms/${room}/orders`, {
        ...{ symbol, side, lots, type: "limit", price: price(ticks) },
        ...more,
      })
    ).json;
  const large = await order("buy", 200, Number(quote?.bid) - 3);
  expect(large.status).toBe("open");
  const sold = await order("sell", 1, Number(quote?.bid), { timeInForce: "ioc" });
  expect(sold).toMatchObject({ filledLots: 1 });
  await venue.port.advance(room, venue.port.room(room).now + 1000);
  await call(cancelOrder, who, `/rooms/${room}/orders/${large.id}`);
}

beforeAll(async () => {
  venue = await openTrialVenue(room);
  owner = await newcomer(room);
  spoofer = await newcomer(room);
  other = await newcomer(room);
  await db().room.update({ where: { id: room }, data: { ownerId: owner.userId } });
  const { sharedCache } = await import("@/server/auth/brief-cache");
  sharedCache("rooms").forget(() => true);
  await spoof(spoofer);
}, 60_000);
afterAll(() => venue.close());

const alertsFor = async (caller: Parameters<typeof call>[1], query = ""): Promise<AlertView[]> =>
  (await call(listAlerts, caller, path + query)).json.rows;

test("everybody sees an alert's kind, contract, time, numbers and evidence, in the room's own units", async () => {
  const [alert, ...more] = await alertsFor(nobody());
  expect(more).toEqual([]);
  expect(alert).toMatchObject({ no: 1, pattern: "spoofing", symbol, accounts: null, yours: false });
  expect(alert.figures.find(({ measure }) => measure === "size-to-usual")).toEqual({
    ...{ measure: "size-to-usual", unit: "ratio", value: "200.00", bound: "5.00", sense: "at-least" },
  });
  expect(alert.figures.find(({ measure }) => measure === "lifetime")).toMatchObject({ value: "1", bound: "300" });
  expect(alert.evidence.map(({ act, side, lots }) => [act, side, lots])).toEqual([
    ["entered", "buy", 200],
    ["traded", "sell", 1],
    ["withdrawn", "buy", 200],
  ]);
  expect(alert.evidence[0].price).toMatch(/^\d\.\d{3}$/);
});

test("whose it is, is told to whoever runs the room; the person it is about sees that it is theirs", async () => {
  const { account } = await memberOf(spoofer);
  expect((await alertsFor(owner))[0]).toMatchObject({ accounts: [{ account, person: true }], yours: false });
  expect((await alertsFor(spoofer))[0]).toMatchObject({ accounts: null, yours: true });
  expect((await alertsFor(other))[0]).toMatchObject({ accounts: null, yours: false });
});

test("an identity does not leak: nothing that others are answered differs by whose the alert is", async () => {
  const { account } = await memberOf(spoofer);
  const news: NewsView[] = (await call(listNews, other, `/rooms/${room}/news?limit=5`)).json.rows;
  const told = news.find(({ kind }) => kind === "alert");
  expect(told?.body).toEqual({ no: 1, pattern: "spoofing", symbol });
  for (const caller of [other, nobody()]) {
    const { text } = await call(listAlerts, caller, path);
    expect(text).not.toContain(spoofer.nickname);
    expect(text).not.toContain(spoofer.userId);
    expect(text).not.toContain(`"account":${account}`);
    expect(text).not.toContain('"person"');
  }
});

test("the person it is about gets a notice, kept with what is theirs; nobody else does", async () => {
  const { account } = await memberOf(spoofer);
  expect(await noticesIn(spoofer)).toEqual([
    expect.objectContaining({ kind: "alerted", body: { no: 1, pattern: "spoofing", symbol } }),
  ]);
  expect(await noticesIn(other)).toEqual([]);
  expect(await marginCallsOf(room, account, { before: null, limit: 9 })).toEqual([]);
});

test("alerts are paged newest first, and a cursor of another list is refused", async () => {
  await spoof(other);
  const first = (await call(listAlerts, nobody(), `${path}?limit=1`)).json;
  expect(first.rows.map(({ no }: AlertView) => no)).toEqual([2]);
  const second = (await call(listAlerts, nobody(), `${path}?limit=1&cursor=${first.next}`)).json;
  expect([second.rows.map(({ no }: AlertView) => no), second.next]).toEqual([[1], null]);
  const refused = await call(listAlerts, nobody(), `${path}?cursor=bm9uc2Vuc2U`);
  expect([refused.status, refused.json.error.code]).toEqual([400, "bad-cursor"]);
});

const memberOf = async ({ userId }: User): Promise<{ account: AccountNo }> => {
  const { memberOf: find } = await import("../db/members");
  return (await find(room, userId)) as unknown as { account: AccountNo };
};

async function noticesIn({ userId }: User): Promise<NoticeView[]> {
  let text = "";
  for await (const piece of exportOf(userId)) text += piece;
  return JSON.parse(text).rooms[0].accounts[0].notices;
}
