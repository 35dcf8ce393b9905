import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { checkKey } from "@/server/auth/api-keys";
import { throttleKey } from "@/server/auth/guesses";
import { publicRoom } from "@/server/auth/join";
import { streamOpened } from "@/server/auth/open-streams";
import { type Arrived, arriveAsGuest, signIn, signUp } from "@/server/auth/people";
import { checkSession, openSession } from "@/server/auth/sessions";
import { openTrialVenue, visitor } from "@/server/auth/trial-venue";
import { memberOf } from "@/server/db/members";
import type { Handler } from "./endpoint";
import * as me from "./me";
import { mount } from "./mount";

vi.mock("../auth/password-cost", () => ({ passwordCost: { ln: 10, r: 8, p: 1 } }));
vi.setConfig({ testTimeout: 30_000 });

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
beforeAll(async () => {
  venue = await openTrialVenue();
}, 60_000);
afterAll(() => venue.close());
beforeEach(() => {
  venue.room.stopped = null;
});

const host = "market.example";

interface Sender {
  readonly userId: string;
  readonly session: string;
  readonly headers: Record<string, string>;
}

async function browser(coming: Promise<unknown>): Promise<Sender> {
  const { userId, session } = (await coming) as Arrived;
  const token = await encode({ token: { sub: userId, sid: session }, secret: String(process.env.NEXTAUTH_SECRET) });
  return { userId, session, headers: { cookie: `look=x; next-auth.session-token=${token}` } };
}
const guest = () => browser(arriveAsGuest(visitor()));

function ask(
  handler: Handler,
  sender: { headers: Record<string, string> },
  body?: unknown,
  id = "",
  origin = `http://${host}`,
) {
  const { method, path } = handler.operation;
  return mount(handler)(
    new Request(`http://${host}/api/v1${path.replace("{id}", id)}`, {
      method,
      headers: { host, origin, ...(body !== undefined && { "content-type": "application/json" }), ...sender.headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}
const errorCode = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;

test("without a session there is no account to see or change", async () => {
  const nobody = { headers: {} };
  for (const handler of me.meOperations) {
    const body = handler.operation.body && { nickname: "x", name: "x", current: "x", next: "x", locale: "en" };
    const wanted =
      body && Object.fromEntries(Object.keys(shapeOf(handler)).map((name) => [name, body[name as keyof typeof body]]));
    const response = await ask(handler, nobody, wanted);
    expect(response.status, handler.operation.id).toBe(401);
  }
});
const shapeOf = ({ operation }: Handler) => (operation.body as unknown as { shape: object }).shape;

test("a forged or borrowed token is nobody's", async () => {
  const { session } = await guest();
  const forged = await encode({ token: { sid: session }, secret: "not our secret" });
  expect((await ask(me.getMe, { headers: { cookie: `next-auth.session-token=${forged}` } })).status).toBe(401);
  expect((await ask(me.getMe, { headers: { cookie: "next-auth.session-token=garbage" } })).status).toBe(401);
});

test("a change that another site's page sends with our cookie is refused", async () => {
  const sender = await guest();
  const response = await ask(me.postKey, sender, { name: "stolen" }, "", "https://evil.example");
  expect(response.status).toBe(403);
  expect(await errorCode(response)).toBe("cross-site");
  expect(await (await ask(me.listKeys, sender)).json()).toEqual({ rows: [] });
});

test("a key is shown once and only its hash is kept", async () => {
  const sender = await guest();
  const made = await (await ask(me.postKey, sender, { name: "my bot" })).json();
  expect(made.key).toMatch(/^tp_[A-Za-z0-9_-]{43}$/);
  expect(made.hint).toBe(made.key.slice(-4));
  const listed = await (await ask(me.listKeys, sender)).json();
  expect(listed.rows).toEqual([
    { id: made.id, name: "my bot", hint: made.hint, createdAt: made.createdAt, lastUsedAt: null },
  ]);
  const [row] = await venue.sql<{ hash: string }>('SELECT * FROM "ApiKey" WHERE id = $1', [made.id]);
  expect(row.hash).toBe(createHash("sha256").update(made.key).digest("hex"));
  expect(JSON.stringify(row)).not.toContain(made.key.slice(3, 20));
});

test("a revoked key opens nothing at once, and only its owner can revoke it", async () => {
  const [sender, other] = [await guest(), await guest()];
  const made = await (await ask(me.postKey, sender, { name: "my bot" })).json();
  expect((await checkKey(made.key))?.userId).toBe(sender.userId);
  expect((await ask(me.deleteKey, other, undefined, made.id)).status).toBe(404);
  expect(await checkKey(made.key)).not.toBeNull();
  expect((await ask(me.deleteKey, sender, undefined, made.id)).status).toBe(204);
  expect(await checkKey(made.key)).toBeNull();
  expect((await ask(me.deleteKey, sender, undefined, "not-an-id")).status).toBe(404);
});

test("a key trades; it cannot make keys, change the password or delete its owner", async () => {
  const sender = await guest();
  const { key } = await (await ask(me.postKey, sender, { name: "leaked" })).json();
  const thief = { headers: { authorization: `Bearer ${key}` } };
  expect(await errorCode(await ask(me.postKey, thief, { name: "mine" }))).toBe("session-only");
  expect(await errorCode(await ask(me.deleteMe, thief, { nickname: "x" }))).toBe("session-only");
  expect(await errorCode(await ask(me.getExport, thief))).toBe("session-only");
});

test("a person holds at most twenty keys, however many tabs make them", async () => {
  const sender = await guest();
  const made = await Promise.all(Array.from({ length: 23 }, (_, no) => ask(me.postKey, sender, { name: `key ${no}` })));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
  const refused = made.filter(({ status }) => status === 409);
  expect(await errorCode(refused[0])).toBe("too-many-keys");
});

test("sessions are listed with the one that asks marked, and can be ended one by one or all others at once", async () => {
  const sender = await browser(signUp({ nickname: "Three-Tabs", password: "correct horse" }, visitor()));
  const [second, third, fourth] = await Promise.all(
    ["Chrome on Linux", null, null].map((agent) => openSession(sender.userId, agent)),
  );
  const { rows } = await (await ask(me.listSessions, sender)).json();
  expect(rows).toHaveLength(4);
  expect(rows.filter((row: { current: boolean }) => row.current).map((row: { id: string }) => row.id)).toEqual([
    sender.session,
  ]);
  expect((await ask(me.deleteSession, sender, undefined, second)).status).toBe(204);
  expect(await checkSession(second)).toBeNull();
  expect((await ask(me.deleteOtherSessions, sender)).status).toBe(204);
  expect([await checkSession(third), await checkSession(fourth)]).toEqual([null, null]);
  expect((await ask(me.getMe, sender)).status).toBe(200);
});

test("an open stream ends with the session or key that may have opened it, and nobody else's does", async () => {
  const [sender, other] = [await guest(), await guest()];
  const ended: string[] = [];
  const mine = streamOpened(sender.userId, () => ended.push("mine"));
  streamOpened(other.userId, () => ended.push("other's"));
  const second = await openSession(sender.userId, null);
  await ask(me.deleteSession, sender, undefined, second);
  expect(ended).toEqual(["mine"]);
  mine.closed();
  const { id } = await (await ask(me.postKey, sender, { name: "my bot" })).json();
  await ask(me.deleteKey, sender, undefined, id);
  expect(ended, "a stream that has closed is not ended again").toEqual(["mine"]);
});

test("the profile says who one is, and the language is kept with it", async () => {
  const sender = await guest();
  expect((await ask(me.patchMe, sender, { locale: "zh" })).status).toBe(204);
  expect(await (await ask(me.getMe, sender)).json()).toMatchObject({ guest: true, password: false, locale: "zh" });
  expect((await ask(me.patchMe, sender, { locale: "fr" })).status).toBe(400);
});

/** Rows such as the projections write for an account. */
async function someHistory(account: number, label = "my-own-label") {
  const order = [
    publicRoom,
    account,
    account,
    label,
    "PREM-DEC26",
    "buy",
    "limit",
    10,
    4,
    4640,
    18560,
    "gtc",
    false,
    "open",
    5,
    6,
    1_790_000_000_000,
  ];
  await venue.sql(
    `INSERT INTO "Order" (room, id, account, "clientOrderId", contract, side, type, lots, filled, price, "filledValue",
     "timeInForce", "postOnly", status, "createdSeq", seq, at) VALUES (${order.map((_, i) => `$${i + 1}`).join(",")})`,
    order,
  );
  const fill = [publicRoom, account, account, account, "PREM-DEC26", "buy", 4640, 4, 20, "taker", 1_790_000_000_000];
  await venue.sql(
    `INSERT INTO "Fill" (room, seq, account, "orderId", contract, side, price, lots, fee, liquidity, at)
     VALUES (${fill.map((_, i) => `$${i + 1}`).join(",")})`,
    fill,
  );
}

test("the export holds everything there is about a person, in decimals, and no secret", async () => {
  const sender = await browser(signUp({ nickname: "Shows-All", password: "correct horse" }, visitor()));
  const { account } = (await memberOf(publicRoom, sender.userId))!;
  await someHistory(account);
  const { key } = await (await ask(me.postKey, sender, { name: "my bot" })).json();
  const response = await ask(me.getExport, sender);
  expect(response.headers.get("content-disposition")).toContain("attachment");
  const text = await response.text();
  const file = JSON.parse(text);
  expect(file.person).toMatchObject({ nickname: "Shows-All", passwordSet: true });
  expect(file.sessions).toHaveLength(1);
  expect(file.keys[0]).toMatchObject({ name: "my bot", hint: key.slice(-4) });
  const [{ membership, accounts }] = file.rooms;
  expect(membership.room).toBe(publicRoom);
  expect(accounts[0].account).toBe(account);
  expect(accounts[0].orders).toEqual([
    expect.objectContaining({ clientOrderId: "my-own-label", price: "4.640", lots: 10 }),
  ]);
  expect(accounts[0].fills).toEqual([
    expect.objectContaining({ price: "4.640", fee: "0.20", at: "2026-09-21T14:13:20.000Z" }),
  ]);
  expect(text).not.toContain("scrypt");
  expect(text).not.toContain(key);
});

test("deleting needs the nickname typed, and changes nothing while a room cannot end the orders", async () => {
  const sender = await guest();
  const { nickname } = await (await ask(me.getMe, sender)).json();
  expect(await errorCode(await ask(me.deleteMe, sender, { nickname: "somebody else" }))).toBe("unconfirmed");
  venue.room.stopped = { kind: "failed", code: "room-stopped" };
  expect((await ask(me.deleteMe, sender, { nickname })).status).toBe(503);
  venue.room.stopped = null;
  expect((await ask(me.getMe, sender)).status).toBe(200);
});

test("who is deleted is in no table any more; their orders have ended and their account is a bare number", async () => {
  const sender = await browser(signUp({ nickname: "Gone-Soon", password: "correct horse" }, visitor()));
  const { account, member } = (await memberOf(publicRoom, sender.userId))!;
  await someHistory(account, "gone-label");
  const { key } = await (await ask(me.postKey, sender, { name: "gone bot" })).json();
  await signIn({ nickname: "gone-soon", password: "a guess" }, visitor({ address: "198.51.100.9" }));
  venue.room.heard.length = 0;

  expect((await ask(me.deleteMe, sender, { nickname: "Gone-Soon" })).status).toBe(204);

  expect(venue.room.heard[0]).toEqual({ kind: "cancel-all", account });
  expect(await checkSession(sender.session)).toBeNull();
  expect(await checkKey(key)).toBeNull();
  expect((await ask(me.getMe, sender)).status).toBe(401);
  const traces = [
    "Gone-Soon",
    "gone-soon",
    sender.userId,
    sender.session,
    member,
    "gone bot",
    "gone-label",
    "198.51.100.9",
  ];
  traces.push(throttleKey("nickname", "gone-soon"));
  for (const { table } of await tables()) {
    const rows = await venue.sql(`SELECT to_jsonb(t)::text AS row FROM "${table}" t`);
    for (const trace of traces) expect(JSON.stringify(rows), `${trace} in ${table}`).not.toContain(trace);
  }
  const kept = await venue.sql('SELECT no FROM "Account" WHERE room = $1 AND no = $2', [publicRoom, account]);
  expect(kept).toEqual([{ no: account }]);
  expect(await venue.sql('SELECT 1 FROM "Order" WHERE account = $1', [account])).toHaveLength(1);
});

test("an order that was on its way while its owner was being deleted ends too", async () => {
  const sender = await browser(signUp({ nickname: "In-Flight", password: "correct horse" }, visitor()));
  const { account } = (await memberOf(publicRoom, sender.userId))!;
  venue.room.heard.length = 0;
  venue.room.beforeAnswer = async () => {
    venue.room.beforeAnswer = async () => {};
    await venue.room.submit(publicRoom, [{ kind: "place-order", account, order: {} as never }]);
  };
  expect((await ask(me.deleteMe, sender, { nickname: "in-flight" })).status).toBe(204);
  expect(venue.room.heard.map(({ kind }) => kind)).toEqual(["cancel-all", "place-order", "cancel-all"]);
});

test("a key's name that no database can hold is refused", async () => {
  expect((await ask(me.postKey, await guest(), { name: "k\0ey" })).status).toBe(400);
});

const tables = () =>
  venue.sql<{ table: string }>(
    "SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );

test("somebody else may take the name of who left", async () => {
  const sender = await browser(signUp({ nickname: "Second-Hand", password: "correct horse" }, visitor()));
  await ask(me.deleteMe, sender, { nickname: "second_hand" });
  const next = await signUp({ nickname: "Second-Hand", password: "correct horse" }, visitor());
  expect(next.kind).toBe("arrived");
  expect((next as Arrived).userId).not.toBe(sender.userId);
});
