import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "@/engine/commands";
import type { FillExplanation } from "@/engine/explanations";
import type { RoomSnapshot } from "@/engine/room-face";
import type { AccountNo } from "@/engine/units";
import { fillsOf } from "@/server/db/history";
import { ownFill } from "@/server/db/own-events";
import { pool } from "@/server/db/pool";
import { loadSnapshot, saveSnapshot } from "@/server/db/snapshots";
import { Explainer } from "@/server/host/explainer";
import type { ExplainedEvent } from "@/server/port";
import { quietConfig } from "../rules/venue";
import { openAccount, TestVenue } from "./test-venue";

const room = "explained";
const [first, second, buyer] = [1, 2, 3] as unknown as AccountNo[];
const minute = 60_000;
let venue: TestVenue;

const place = (account: AccountNo, side: "buy" | "sell", lots: number, price: number): Command => ({
  kind: "place-order",
  account,
  order: {
    ...{ contract: "PREM-DEC26", side, type: "limit", timeInForce: "gtc", postOnly: false, selfTrade: "newest" },
    ...({ lots, price } as object),
  } as never,
});

async function view() {
  const answer = await venue.port.query(room, "view", {});
  if (!("value" in answer)) throw new Error(answer.code);
  return answer.value;
}

/**
 * Two offers queue up on day 1, twenty minutes before the close; over night the room takes a snapshot and changes its
 * engine; on day 2 they are bought, and an order of that day too.
 */
beforeAll(async () => {
  venue = await TestVenue.open(["engine/index.ts", "tests/host/real-engine-2.ts"]);
  await venue.createRoom(room, { speed: 500, after: 350 * minute, config: quietConfig });
  await venue.openRooms({ engine: 2 });
  await venue.submit(room, openAccount(1), openAccount(2), openAccount(3));
  await venue.submit(room, place(first, "sell", 2, 4510), place(second, "sell", 3, 4510));
  while ((await view()).day < 2 || (await view()).phase !== "continuous") await sleep(50);
  await venue.submit(room, place(buyer, "buy", 4, 4510));
  await venue.submit(room, place(buyer, "buy", 5, 4505), place(second, "sell", 5, 4505));
  const { eventSeq } = await view();
  while (!(await venue.port.projected(room, eventSeq))) await sleep(50);
}, 120_000);
afterAll(() => venue.close(), 60_000);

/** Newest first. */
async function ownFills(account: AccountNo): Promise<ExplainedEvent[]> {
  const fills = await fillsOf(room, account, null, { before: null, limit: 10 });
  return Promise.all(
    fills.map(async ({ eventSeq: seq }) => {
      const found = await ownFill(room, account, seq);
      if (!found) throw new Error(`fill ${seq} is missing`);
      return { kind: "fill" as const, account, seq, ...found };
    }),
  );
}

async function explain(event: ExplainedEvent): Promise<FillExplanation> {
  const answer = await venue.port.explain(room, event);
  if (answer.kind === "failed") throw new Error(answer.code);
  return answer.explanation as FillExplanation;
}

test("an order that rested over a night and a change of engine is explained from its entry on", async () => {
  const { rows } = await pool().query(`SELECT kind FROM "JournalBatch" WHERE room = $1 AND kind = 'upgrade'`, [room]);
  expect(rows).toHaveLength(1);
  const fills = await ownFills(second);
  const told = await explain(fills[fills.length - 1]);
  expect(told.fill).toMatchObject({ price: 4510, lots: 2, liquidity: "maker" });
  expect(told.entry).toMatchObject({ how: "placed", lots: 3, price: 4510 });
  expect(told.entry?.at).toBeLessThan(told.fill.at - 17 * 60 * minute);
  expect(told.queue).toMatchObject({ since: told.entry?.at, ahead: 2, traded: 2, left: 0 });
});

test("from a snapshot and from the seed it is the same explanation", { timeout: 60_000 }, async () => {
  const [bought] = await ownFills(buyer);
  const fromSnapshot = await explain(bought);
  expect(fromSnapshot).toMatchObject({
    fill: { price: 4505, lots: 5 },
    queue: { ahead: 0 },
    net: { before: 4, after: 9 },
  });

  await venue.closeRooms();
  const { createdSeq } = bought as { createdSeq: number };
  const { rowCount } = await pool().query(`DELETE FROM "Snapshot" WHERE room = $1 AND "eventSeq" < $2`, [
    room,
    createdSeq,
  ]);
  expect(rowCount).toBeGreaterThan(0);
  await venue.openRooms({ engine: 2 });
  expect(await explain(bought)).toEqual(fromSnapshot);
});

const explainer = (limits: object) =>
  new Explainer(venue.explainerScript, venue.dataDir, {
    ...{ atOnce: 1, waiting: 16, withinMs: 20_000, patienceMs: 20_000 },
    ...limits,
  });

test("whoever is not patient is told that it is under way, and later has it", async () => {
  const [fill] = await ownFills(buyer);
  const { now } = await view();
  const hasty = explainer({ patienceMs: 1 });
  expect(await hasty.explain(room, fill, now)).toEqual({ kind: "failed", code: "recomputing" });
  await expect.poll(async () => (await hasty.explain(room, fill, now)).kind, { timeout: 15_000 }).toBe("explained");
  await hasty.close();
});

test("what takes too long is ended and not tried again; too many at once are sent away", async () => {
  const [fill, other] = await ownFills(buyer);
  const { now } = await view();
  const brief = explainer({ withinMs: 1 });
  expect(await brief.explain(room, fill, now)).toEqual({ kind: "failed", code: "explanation-too-long" });
  expect(await brief.explain(room, fill, now)).toEqual({ kind: "failed", code: "explanation-too-long" });
  const small = explainer({ waiting: 1, patienceMs: 1 });
  const third = { ...other, seq: other.seq + 1 } as ExplainedEvent;
  const answers = await Promise.all([fill, other, third].map((event) => small.explain(room, event, now)));
  expect(answers.map((answer) => answer.kind === "failed" && answer.code)).toEqual([
    "recomputing",
    "recomputing",
    "explanations-busy",
  ]);
  await Promise.all([brief.close(), small.close()]);
});

test("an event that the journal does not hold is a fault of ours with an incident, not an explanation", async () => {
  const [fill] = await ownFills(buyer);
  const answer = await venue.port.explain(room, { ...fill, seq: fill.seq + 1 } as ExplainedEvent);
  expect(answer).toMatchObject({ kind: "failed", code: "internal", incident: expect.stringContaining(room) });
});

test("of a room's snapshots the last five are kept, and the first of every week before", async () => {
  const day = 86_400_000;
  for (let n = 0; n < 24; n++) {
    const snapshot = { seq: n, now: n * day, eventSeq: n, chain: "" } as unknown as RoomSnapshot;
    await saveSnapshot("kept", { snapshot, build: "", digest: "", batch: n });
  }
  const { rows } = await pool().query(`SELECT seq FROM "Snapshot" WHERE room = 'kept' ORDER BY at`);
  expect(rows.map(({ seq }) => seq)).toEqual([0, 7, 14, 19, 20, 21, 22, 23]);
  expect((await loadSnapshot("kept", 0, 18))?.snapshot.seq).toBe(14);
});
