import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import type { RoomEvent } from "@/engine/events";
import { activeDay } from "@/engine/index";
import type { Ticks } from "@/engine/units";
import { pool } from "@/server/db/pool";
import { claimRoom } from "@/server/db/room-leases";
import type { Publication } from "@/server/port";
import { openAccount, order, TestVenue } from "./test-venue";

let venue: TestVenue;
beforeAll(async () => {
  venue = await TestVenue.open();
}, 120_000);
afterAll(() => venue.close(), 60_000);
afterEach(() => venue.closeRooms(), 60_000);

const patient = { timeout: 60_000 };

test(
  "a command the engine cannot apply is voided; the others of its batch stand and the room goes on",
  patient,
  async () => {
    await venue.createRoom("poisoned", { speed: 50 });
    await venue.openRooms();
    await venue.submit("poisoned", openAccount(1));
    const outcomes = await venue.submit("poisoned", order(1, "a"), order(1, "b", "POISON"), order(1, "c"));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["order", "failed", "order"]);
    expect(outcomes[1]).toMatchObject({ code: "internal", incident: expect.stringContaining("poisoned") });
    expect(await clientIds("poisoned")).toEqual(["a", "c"]);

    await venue.closeRooms();
    await pool().query(`DELETE FROM "Snapshot" WHERE room = 'poisoned'`);
    await venue.openRooms();
    expect(await clientIds("poisoned")).toEqual(["a", "c"]);
    expect(await venue.submit("poisoned", order(1, "d"))).toMatchObject([{ kind: "order" }]);
    await expectEachTradeCountedOnce("poisoned");
  },
);

test("a replay that does not give the first run's events opens the room read-only", patient, async () => {
  await venue.createRoom("drifted");
  await venue.openRooms();
  await venue.submit("drifted", openAccount(1));
  await venue.closeRooms();
  await pool().query(`DELETE FROM "Snapshot" WHERE room = 'drifted'`);
  await pool().query(`UPDATE "JournalBatch" SET chain = 'another' WHERE room = 'drifted'`);

  await venue.openRooms();
  expect(await venue.port.query("drifted", "view", {})).toHaveProperty("value");
  expect(await venue.submit("drifted", order(1, "a"))).toMatchObject([{ kind: "failed", code: "read-only" }]);
  const { rows } = await pool().query(`SELECT state, "stateNote" FROM "Room" WHERE id = 'drifted'`);
  expect(rows[0]).toMatchObject({ state: "read-only", stateNote: expect.stringContaining("entry 1") });
});

test("a damaged snapshot is passed over for the one before", patient, async () => {
  await venue.createRoom("damaged");
  for (const name of ["a", "b"]) {
    await venue.openRooms();
    await venue.submit("damaged", openAccount(1), order(1, name));
    await venue.closeRooms();
  }
  await pool().query(
    `UPDATE "Snapshot" SET digest = 'wrong' WHERE room = 'damaged' AND at = (SELECT max(at) FROM "Snapshot" WHERE room = 'damaged')`,
  );
  await venue.openRooms();
  expect(await clientIds("damaged")).toEqual(["a", "b"]);
});

test("a host that has been deposed cannot write", patient, async () => {
  await venue.createRoom("deposed");
  await venue.openRooms();
  await venue.submit("deposed", openAccount(1));
  await claimRoom("deposed"); // another host
  expect(await venue.submit("deposed", order(1, "a"))).toMatchObject([{ kind: "failed", code: "room-stopped" }]);
  const { rows } = await pool().query(`SELECT count(*)::int4 AS n FROM "JournalBatch" WHERE room = 'deposed'`);
  expect(rows[0].n).toBe(1);
});

test("two rooms never see each other", patient, async () => {
  await venue.createRoom("here");
  await venue.createRoom("there");
  await venue.openRooms();
  const heard: RoomEvent[] = [];
  const ears = {
    onPublication: () => {},
    onOwnEvents: (events: readonly RoomEvent[]) => heard.push(...events),
    onEnd() {},
  };
  await venue.submit("here", openAccount(1));
  await venue.submit("there", openAccount(1));
  await venue.port.subscribe("there", { account: 1 as never }, ears);
  const [placed] = await venue.submit("here", order(1, "mine"));
  expect(placed.kind).toBe("order");
  await sleep(300);
  expect(heard).toEqual([]);
  expect(await clientIds("there")).toEqual([]);
  const view = await venue.port.query("there", "view", {});
  expect(await venue.port.projected("there", view as never)).toBeDefined();
  const { rows } = await pool().query(`SELECT room FROM "Order" WHERE "clientOrderId" = 'mine'`);
  expect(rows).toEqual([{ room: "here" }]);
});

test("commands that wait for one journal write go into the next together, at most 500", patient, async () => {
  await venue.createRoom("crowded");
  await venue.openRooms();
  await venue.submit("crowded", openAccount(1));
  const outcomes = await Promise.all(
    Array.from({ length: 1200 }, (_, i) => venue.submit("crowded", order(1, `o${i}`))),
  );
  expect(outcomes.every(([outcome]) => outcome.kind === "order")).toBe(true);
  const { rows } = await pool().query(
    `SELECT count(*)::int4 AS batches, max("lastSeq" - "firstSeq" + 1) AS largest, max("lastSeq") AS last
     FROM "JournalBatch" WHERE room = 'crowded' AND kind = 'commands'`,
  );
  expect(rows[0].last).toBe(1201);
  expect(rows[0].largest).toBeLessThanOrEqual(500);
  expect(rows[0].batches).toBeLessThan(100);
});

test("nothing is shown that a crash could take back: no view is past the durable horizon", patient, async () => {
  await venue.createRoom("horizon", { speed: 50 });
  await venue.openRooms();
  for (let i = 0; i < 30; i++) {
    const view = await venue.port.query("horizon", "view", {});
    if (!("value" in view)) throw new Error(view.code);
    const { rows } = await pool().query(`SELECT horizon FROM "Room" WHERE id = 'horizon'`);
    expect(view.value.now).toBeLessThanOrEqual(rows[0].horizon);
    await sleep(40);
  }
});

test("a room changes its engine at a day's end, by an entry that every replay goes through", patient, async () => {
  const beforeTheEnd = activeDay(defaultRoomConfig) - 20_000;
  await venue.createRoom("upgraded", { speed: 20, after: beforeTheEnd });
  await venue.openRooms({ engine: 2 });
  await venue.submit("upgraded", openAccount(1));
  const journal = async () =>
    (await pool().query(`SELECT kind, build FROM "JournalBatch" WHERE room = 'upgraded' ORDER BY batch`)).rows;
  await until(async () => (await journal()).some(({ kind }) => kind === "upgrade"));
  await venue.submit("upgraded", order(1, "next day"));
  await until(async () => versions(await trades("upgraded")).includes(2));
  await venue.closeRooms();
  const before = await trades("upgraded");

  await pool().query(`DELETE FROM "Snapshot" WHERE room = 'upgraded'`);
  await venue.openRooms({ engine: 2 });
  expect(await venue.submit("upgraded", order(1, "again"))).toMatchObject([{ kind: "order" }]);
  expect((await trades("upgraded")).slice(0, before.length)).toEqual(before);
  expect(versions(before)).toEqual([1, 2]);
});

test("an engine from before stops and brackets is not asked for half of one", patient, async () => {
  await venue.createRoom("older");
  await venue.openRooms();
  const plain = order(1, "a");
  if (plain.kind !== "place-order") throw new Error(plain.kind);
  const stop = { ...plain, order: { ...plain.order, stop: { source: "last", price: 4_400 as Ticks } } } as const;
  const outcomes = await venue.submit("older", openAccount(1), stop, plain);
  expect(outcomes).toMatchObject([{ kind: "account-opened" }, { code: "older-engine" }, { kind: "order" }]);
  expect(await clientIds("older")).toEqual(["a"]);
});

test("a room that nobody is in sleeps, and waking does not catch up on the time", patient, async () => {
  await venue.createRoom("sleepy", { speed: 10 });
  await venue.openRooms({ idleMinutes: 0.005 });
  await venue.submit("sleepy", openAccount(1));
  const state = async () => (await pool().query(`SELECT state FROM "Room" WHERE id = 'sleepy'`)).rows[0].state;
  await until(async () => (await state()) === "hibernating");
  const asleepAt = (await pool().query(`SELECT horizon FROM "Room" WHERE id = 'sleepy'`)).rows[0].horizon;
  await sleep(1500);
  const view = await venue.port.query("sleepy", "view", {});
  if (!("value" in view)) throw new Error(view.code);
  expect(view.value.now - asleepAt).toBeLessThan(5_000); // 1.5 s at ten times the speed would be 15,000
  expect(await state()).toBe("live");
});

test("a subscriber gets the whole first, then what changed, and its own events at once", patient, async () => {
  await venue.createRoom("watched");
  await venue.openRooms();
  await venue.submit("watched", openAccount(1));
  const published: Publication[] = [];
  const own: RoomEvent[] = [];
  let ended = 0;
  const subscribed = await venue.port.subscribe(
    "watched",
    { account: 1 as never },
    { onPublication: (p) => published.push(p), onOwnEvents: (events) => own.push(...events), onEnd: () => ended++ },
  );
  expect(subscribed).toMatchObject({ missed: false });
  expect(published).toHaveLength(1);
  expect(published[0].contracts).toHaveLength(1);
  await venue.submit("watched", order(1, "seen"));
  await until(async () => own.length > 0);
  expect(own).toMatchObject([{ kind: "order", report: { clientOrderId: "seen" } }]);
  await until(async () => published.flatMap(({ events }) => events).length >= 3);
  const seqs = published.flatMap(({ events }) => events.map(({ seq }) => seq));
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));

  const resumed: number[] = [];
  const since = own[0].seq - 1;
  await venue.port.subscribe(
    "watched",
    { account: 1 as never, since },
    {
      onPublication: (p) => resumed.push(...p.events.map(({ seq }) => seq)),
      onOwnEvents: (events) => resumed.push(...events.map(({ seq }) => seq)),
      onEnd: () => {},
    },
  );
  expect(resumed.sort((a, b) => a - b)[0]).toBe(since + 1);
  await venue.closeRooms();
  expect(ended).toBe(1);
});

test(
  "when the database dies writers are told to wait, readers keep the last state, and the room comes back",
  patient,
  async () => {
    await venue.createRoom("bereft", { speed: 50 });
    await venue.openRooms();
    await venue.submit("bereft", openAccount(1), order(1, "before"));
    process.kill(venue.database.pid()!, "SIGKILL");
    // A connection may still finish what it was writing as its server died; the first write after that is refused.
    let answer = await venue.submit("bereft", order(1, "during"));
    await until(async () => {
      if (answer[0].kind === "order") answer = await venue.submit("bereft", order(1, "during"));
      return answer[0].kind !== "order";
    });
    expect(answer).toMatchObject([{ kind: "failed", code: "room-stopped" }]);
    expect(await venue.port.query("bereft", "view", {})).toHaveProperty("value");
    expect(await venue.port.health()).toMatchObject({ ok: false });
    await until(async () => (await venue.submit("bereft", order(1, "after")))[0].kind === "order");
    const ids = await clientIds("bereft");
    expect(ids[0]).toBe("before");
    expect(ids.at(-1)).toBe("after");
    expect(ids.filter((id) => id === "before" || id === "after")).toHaveLength(2);
    expect(await venue.port.health()).toMatchObject({ ok: true });
    await expectEachTradeCountedOnce("bereft");
  },
);

test("a room whose engine cannot explain says so", patient, async () => {
  await venue.createRoom("silent");
  await venue.openRooms();
  await venue.submit("silent", openAccount(1), order(1, "a"));
  const event = { kind: "fill", account: 1, order: 1, createdSeq: 1, seq: 2 } as never;
  expect(await venue.port.explain("silent", event)).toEqual({ kind: "failed", code: "explanation-too-old" });
});

test("an unknown room is unknown, and a closed port answers that it is closing", patient, async () => {
  await venue.openRooms();
  expect(await venue.submit("nowhere", openAccount(1))).toEqual([{ kind: "failed", code: "unknown-room" }]);
  const { port } = venue;
  await venue.closeRooms();
  expect(await port.submit("here", [openAccount(1)])).toEqual([{ kind: "failed", code: "shutting-down" }]);
});

async function clientIds(room: string): Promise<(string | null)[]> {
  const open = await venue.port.query(room, "openOrders", { account: 1 as never });
  if (!("value" in open)) throw new Error(open.code);
  return open.value.map(({ clientOrderId }) => clientOrderId);
}

/** Candles add up what they are told: an event projected twice would show in their volume. */
async function expectEachTradeCountedOnce(room: string): Promise<void> {
  const { seq } = (await venue.port.query(room, "view", {})) as { seq: number };
  expect(await venue.port.projected(room, seq)).toBe(true);
  await venue.closeRooms();
  const { rows } = await pool().query(
    `SELECT (SELECT count(*) FROM "Trade" WHERE room = $1) AS trades,
            (SELECT sum(volume)::int8 FROM "Candle" WHERE room = $1 AND interval = '1d') AS counted`,
    [room],
  );
  expect(rows[0].trades).toBeGreaterThan(5);
  expect(rows[0].counted).toBe(rows[0].trades);
}

async function trades(room: string): Promise<{ seq: number; price: number }[]> {
  const { rows } = await pool().query(`SELECT seq, price FROM "Trade" WHERE room = $1 ORDER BY seq`, [room]);
  return rows;
}

const versions = (rows: { price: number }[]) => [...new Set(rows.map(({ price }) => price % 10))].sort();

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error("it did not come about within 20 seconds");
}
