import { randomUUID, scryptSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { memberOf, nicknamesOf } from "../db/members";
import { personOf } from "../db/users";
import { tidy } from "./housekeeping";
import { joinRoom, publicRoom } from "./join";
import { authOptions } from "./next-auth";
import { type Arrived, arriveAsGuest, changePassword, signIn, signUp } from "./people";
import type { Refused } from "./refused";
import { checkSession, endSession } from "./sessions";
import { openTrialVenue, visitor } from "./trial-venue";

// What passwords cost is password.test.ts's matter.
vi.mock("./password-cost", () => ({ passwordCost: { ln: 10, r: 8, p: 1 } }));
vi.setConfig({ testTimeout: 30_000 });

let venue: Awaited<ReturnType<typeof openTrialVenue>>;
beforeAll(async () => {
  venue = await openTrialVenue();
}, 60_000);
afterAll(() => venue.close());
beforeEach(() => {
  venue.room.stopped = null;
  venue.room.beforeAnswer = async () => {};
});

const password = "correct horse";

async function arrived(coming: Promise<Arrived | Refused>): Promise<Arrived> {
  const came = await coming;
  if (came.kind !== "arrived") throw new Error(`refused: ${came.code}`);
  return came;
}
const nicknameOf = async (userId: string) => (await personOf(userId))?.nickname ?? "";
const signedIn = async ({ session }: Arrived) => {
  const found = await checkSession(session);
  if (!found) throw new Error("not signed in");
  return found;
};

test("a guest gets a name, an account in the public room and a session, and gives nothing", async () => {
  const guest = await arrived(arriveAsGuest(visitor()));
  const { nickname, guest: isGuest } = await signedIn(guest);
  expect(nickname).toMatch(/^[a-z]+-[a-z]+/);
  expect(isGuest).toBe(true);
  const member = await memberOf(publicRoom, guest.userId);
  expect(member).toMatchObject({ nickname, role: "trader" });
  expect(await nicknamesOf(publicRoom, [member!.account])).toEqual(
    new Map([[member!.account, { nickname, guest: true }]]),
  );
});

test("a nickname that no database can hold is nobody's, and a failure inside names no cause to the visitor", async () => {
  expect(await signIn({ nickname: "a\0b", password }, visitor())).toMatchObject({ code: "wrong-credentials" });
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  venue.room.beforeAnswer = async () => {
    throw new Error("what happened inside");
  };
  const guest = authOptions("en", () => {}).providers[0] as unknown as { options: { authorize: Authorize } };
  await expect(guest.options.authorize({}, { headers: {} })).rejects.toThrow(/^guest\.internal$/);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
type Authorize = (draft: object, request: object) => Promise<unknown>;

test("whoever is signed in and presses guest again stays who they are", async () => {
  const guest = await arrived(arriveAsGuest(visitor()));
  expect(await arriveAsGuest(visitor({ signedIn: await signedIn(guest) }))).toEqual(guest);
});

test("while the room takes no commands nobody is made", async () => {
  venue.room.stopped = { kind: "failed", code: "room-stopped" };
  const count = () => venue.sql<{ n: number }>('SELECT count(*) AS n FROM "User"');
  const before = await count();
  expect(await arriveAsGuest(visitor())).toEqual({ kind: "refused", code: "room-stopped", details: {} });
  expect(await count()).toEqual(before);
});

test("a guest who makes an account keeps the row, the account number and so the portfolio", async () => {
  const guest = await arrived(arriveAsGuest(visitor()));
  const before = await memberOf(publicRoom, guest.userId);
  const account = await arrived(
    signUp({ nickname: "Keeps_It", password }, visitor({ signedIn: await signedIn(guest) })),
  );
  expect(account.userId).toBe(guest.userId);
  expect(await signedIn(account)).toMatchObject({ nickname: "Keeps_It", guest: false });
  expect(await memberOf(publicRoom, guest.userId)).toEqual({ ...before, nickname: "Keeps_It" });
  expect(await checkSession(guest.session), "the session from before the password ends").toBeNull();
});

test("a guest becomes an account once, however many tabs ask", async () => {
  const guest = await arrived(arriveAsGuest(visitor()));
  const at = visitor({ signedIn: await signedIn(guest) });
  const came = await Promise.all([0, 1, 2].map((no) => signUp({ nickname: `Tab-${no}-wins`, password }, at)));
  expect(came.map(({ kind }) => kind).sort()).toEqual(["arrived", "refused", "refused"]);
  expect(came.filter((one) => one.kind === "refused")[0]).toMatchObject({ code: "already-account" });
});

test("a nickname belongs to whoever had it first, in any spelling", async () => {
  await arrived(signUp({ nickname: "First_Come", password }, visitor()));
  for (const nickname of ["First_Come", "first-come", "ＦＩＲＳＴ_come"])
    expect(await signUp({ nickname, password }, visitor())).toMatchObject({ code: "nickname-taken" });
  const guest = await arrived(arriveAsGuest(visitor()));
  const asGuest = visitor({ signedIn: await signedIn(guest) });
  expect(await signUp({ nickname: "first-come", password }, asGuest)).toMatchObject({ code: "nickname-taken" });
});

test("what cannot be a nickname or a password is refused with what can", async () => {
  expect(await signUp({ nickname: "ab", password }, visitor())).toEqual({
    kind: "refused",
    code: "nickname-invalid",
    details: { least: 3, most: 24 },
  });
  expect(await signUp({ nickname: "admin", password }, visitor())).toMatchObject({ code: "nickname-reserved" });
  expect(await signUp({ nickname: "Long-Enough", password: "long_enough" }, visitor())).toMatchObject({
    code: "password-invalid",
  });
  expect(await signUp({ nickname: ["x"], password: {} }, visitor())).toMatchObject({ code: "nickname-invalid" });
});

test("the right password signs in; the wrong one and an unknown name get the same answer", async () => {
  const { userId } = await arrived(signUp({ nickname: "Comes-Back", password }, visitor()));
  expect((await arrived(signIn({ nickname: "comes-back", password }, visitor()))).userId).toBe(userId);
  const wrong = await signIn({ nickname: "Comes-Back", password: "wrong horse" }, visitor());
  const unknown = await signIn({ nickname: "Never-Was", password }, visitor());
  expect(wrong).toEqual(unknown);
  expect(wrong).toEqual({ kind: "refused", code: "wrong-credentials", details: {} });
});

test("five guesses at one nickname, from anywhere, and the sixth waits; not even the right password passes", async () => {
  await arrived(signUp({ nickname: "Guessed-At", password }, visitor()));
  for (let guess = 0; guess < 5; guess++)
    expect(await signIn({ nickname: "guessed_at", password: `guess ${guess}` }, visitor())).toMatchObject({
      code: "wrong-credentials",
    });
  const sixth = await signIn({ nickname: "Guessed-At", password }, visitor());
  expect(sixth).toMatchObject({ code: "too-many-requests" });
  const { retryAfterSeconds } = (sixth as Refused).details;
  expect(retryAfterSeconds, "seconds to wait").toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(15);
});

test("guesses at the same moment are counted one by one", async () => {
  await arrived(signUp({ nickname: "Rushed-At", password }, visitor()));
  const guesses = Array.from({ length: 12 }, () => signIn({ nickname: "Rushed-At", password: "guess" }, visitor()));
  const codes = (await Promise.all(guesses)).map((came) => came.kind === "refused" && came.code);
  expect(codes.filter((code) => code === "wrong-credentials")).toHaveLength(5);
  expect(codes.filter((code) => code === "too-many-requests")).toHaveLength(7);
});

test("one address may not try the whole list of names", async () => {
  const at = visitor();
  for (let guess = 0; guess < 60; guess++)
    expect(await signIn({ nickname: `name-${guess}`, password: "guess" }, at)).toMatchObject({
      code: "wrong-credentials",
    });
  expect(await signIn({ nickname: "one-more", password: "guess" }, at)).toMatchObject({ code: "too-many-requests" });
  expect(await signIn({ nickname: "one-more", password: "guess" }, visitor())).toMatchObject({
    code: "wrong-credentials",
  });
});

test("signing in to an account of one's own gives the address one try back, not all", async () => {
  await arrived(signUp({ nickname: "My-Own", password }, visitor()));
  const at = visitor();
  for (let guess = 0; guess < 59; guess++) await signIn({ nickname: `other-${guess}`, password: "guess" }, at);
  await arrived(signIn({ nickname: "My-Own", password }, at));
  expect(await signIn({ nickname: "other-59", password: "guess" }, at)).toMatchObject({ code: "wrong-credentials" });
  expect(await signIn({ nickname: "other-60", password: "guess" }, at)).toMatchObject({ code: "too-many-requests" });
});

test("the throttle table holds neither nicknames nor addresses", async () => {
  await signIn({ nickname: "Find-Me", password: "guess" }, visitor({ address: "203.0.113.77" }));
  const rows = await venue.sql<{ key: string }>('SELECT * FROM "SignInThrottle"');
  expect(rows.length).toBeGreaterThan(1);
  for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

test("a hash of lower cost is redone when its owner signs in", async () => {
  const { userId } = await arrived(signUp({ nickname: "Old-Hash", password }, visitor()));
  const salt = Buffer.alloc(16, 3);
  const hash = scryptSync(password, salt, 32, { N: 2 ** 9, r: 8, p: 1 });
  const old = `$scrypt$ln=9,r=8,p=1$${salt.toString("base64")}$${hash.toString("base64")}`;
  await venue.sql('UPDATE "User" SET "passwordHash" = $1 WHERE id = $2', [old, userId]);
  await arrived(signIn({ nickname: "Old-Hash", password }, visitor()));
  const [row] = await venue.sql<{ passwordHash: string }>('SELECT "passwordHash" FROM "User" WHERE id = $1', [userId]);
  expect(row.passwordHash).toMatch(/^\$scrypt\$ln=10,r=8,p=1\$/);
});

test("a revoked session is nobody's at once; only its owner may revoke it", async () => {
  const mine = await arrived(arriveAsGuest(visitor()));
  const other = await arrived(arriveAsGuest(visitor()));
  await signedIn(mine);
  expect(await endSession(other.userId, mine.session)).toBe(false);
  expect(await checkSession(mine.session)).not.toBeNull();
  expect(await endSession(mine.userId, mine.session)).toBe(true);
  expect(await checkSession(mine.session)).toBeNull();
  expect(await checkSession(randomUUID())).toBeNull();
});

test("changing the password needs the old one and ends every other session", async () => {
  const first = await arrived(signUp({ nickname: "New-Secret", password }, visitor()));
  const second = await arrived(signIn({ nickname: "New-Secret", password }, visitor()));
  const me = await signedIn(second);
  expect(await changePassword(me, { current: "wrong horse", next: "battery staple" })).toMatchObject({
    code: "wrong-password",
  });
  expect(await changePassword(me, { current: password, next: "short" })).toMatchObject({ code: "password-invalid" });
  expect(await changePassword(me, { current: password, next: "battery staple" })).toEqual({
    kind: "changed",
    sessionsEnded: 1,
  });
  expect(await checkSession(first.session)).toBeNull();
  expect(await checkSession(second.session)).not.toBeNull();
  expect(await signIn({ nickname: "New-Secret", password }, visitor())).toMatchObject({ code: "wrong-credentials" });
  await arrived(signIn({ nickname: "New-Secret", password: "battery staple" }, visitor()));
});

test("two clicks and two tabs open one account", async () => {
  const { userId } = await arrived(arriveAsGuest(visitor()));
  const opened = venue.room.accounts.size;
  const joined = await Promise.all(Array.from({ length: 8 }, () => joinRoom("another", userId)));
  expect(new Set(joined.map((one) => one.kind === "joined" && one.account)).size).toBe(1);
  expect(venue.room.accounts.size).toBe(opened + 1);
  const links = await venue.sql('SELECT * FROM "MemberAccount" WHERE room = $1', ["another"]);
  expect(links).toHaveLength(1);
});

test("a crash after the account was opened and before that was written down heals at the next call", async () => {
  const { userId } = await arrived(arriveAsGuest(visitor()));
  venue.room.beforeAnswer = async () => {
    throw new Error("the process died here");
  };
  await expect(joinRoom("crashed", userId)).rejects.toThrow("died");
  expect(await memberOf("crashed", userId)).toBeNull();
  venue.room.beforeAnswer = async () => {};
  const opened = venue.room.accounts.size;
  const joined = await joinRoom("crashed", userId);
  expect(venue.room.accounts.size, "the same account, not a second one").toBe(opened);
  expect(await memberOf("crashed", userId)).toMatchObject({ account: joined.kind === "joined" && joined.account });
});

test("people in two rooms are members of each apart", async () => {
  const { userId } = await arrived(arriveAsGuest(visitor()));
  await joinRoom("apart", userId);
  const [here, there] = await Promise.all([memberOf(publicRoom, userId), memberOf("apart", userId)]);
  expect(here!.account).not.toBe(there!.account);
  expect(await nicknamesOf("apart", [here!.account])).toEqual(new Map());
  expect(await nicknameOf(userId)).toBe(there!.nickname);
});

test("a guest nobody can come back as is forgotten; whoever was here last month is not", async () => {
  const [gone, here] = [await arrived(arriveAsGuest(visitor())), await arrived(arriveAsGuest(visitor()))];
  const account = await arrived(signUp({ nickname: "Long-Away", password }, visitor()));
  const daysAgo = (days: number, userId: string) =>
    venue.sql(`UPDATE "User" SET "lastSeenAt" = now() - interval '${days} days' WHERE id = $1`, [userId]);
  await Promise.all([daysAgo(36, gone.userId), daysAgo(34, here.userId), daysAgo(900, account.userId)]);
  await tidy(Date.now());
  expect(await personOf(gone.userId)).toBeNull();
  expect(await personOf(here.userId)).not.toBeNull();
  expect(await personOf(account.userId), "accounts stay until their owner deletes them").not.toBeNull();
});

test("hashes of addresses are forgotten once they no longer slow anybody down", async () => {
  await signIn({ nickname: "Passing-By", password: "guess" }, visitor());
  await tidy(Date.now() + 59 * 60_000);
  expect((await venue.sql('SELECT 1 FROM "SignInThrottle"')).length).toBeGreaterThan(0);
  await tidy(Date.now() + 61 * 60_000);
  expect(await venue.sql('SELECT 1 FROM "SignInThrottle"')).toEqual([]);
});
