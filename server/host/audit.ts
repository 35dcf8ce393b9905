import { setTimeout as sleep } from "node:timers/promises";
import type { RoomEvent } from "@/engine/events";
import { clearProjections } from "../db/projections";
import { claimRoom } from "../db/room-leases";
import { loadSnapshot } from "../db/snapshots";
import type { RoomId } from "../port";
import { loadEngine } from "./engine-builds";
import { mostUnprojected, Projector } from "./projector";
import { replay } from "./replay";

/**
 * Plays a room's whole journal from its seed and compares with its last snapshot; each batch's chain is checked on the
 * way. The room must not be open anywhere: claiming it deposes its host.
 */
export async function auditRoom(room: RoomId, dataDir: string): Promise<{ agrees: boolean; entries: number }> {
  const { live, digest } = await replayToSnapshot(room, dataDir, () => {});
  live.room.check();
  return { agrees: live.room.digest() === digest, entries: live.room.seq };
}

/**
 * Makes all projections of a room anew from its journal, up to its last snapshot: what comes after it is projected when
 * the room opens, as ever. The room must not be open anywhere.
 */
export async function rebuildProjections(room: RoomId, dataDir: string): Promise<void> {
  await clearProjections(room);
  const projector = new Projector(room, 0);
  const { live } = await replayToSnapshot(room, dataDir, async (events, until) => {
    projector.keepFor(until);
    projector.add(events);
    while (projector.backlog > mostUnprojected) await sleep(10);
  });
  if (!(await projector.reached(live.room.eventSeq, 600_000))) throw new Error("The projections did not catch up.");
}

type OnEvents = (events: readonly RoomEvent[], until: number) => Promise<void> | void;

async function replayToSnapshot(room: RoomId, dataDir: string, onEvents: OnEvents) {
  const [lease, stored] = await Promise.all([claimRoom(room), loadSnapshot(room, 0)]);
  if (!lease) throw new Error(`There is no room ${room}.`);
  if (!stored) throw new Error(`Room ${room} has no snapshot yet: open it once.`);
  const until = stored.snapshot.now;
  const live = await replay(
    { ...lease, horizon: until },
    {
      loadEngine: (build) => loadEngine(build, dataDir),
      onEvents: (events) => onEvents(events, until),
      fromSeed: true,
      lastBatch: stored.batch,
    },
  );
  return { live, digest: stored.digest };
}
