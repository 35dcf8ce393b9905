import { clearProjections } from "../db/projections";
import { claimRoom, type RoomLease } from "../db/room-leases";
import { loadSnapshot } from "../db/snapshots";
import type { RoomId } from "../port";
import { loadEngine } from "./engine-builds";
import { Projector } from "./projector";
import { replay } from "./replay";

/**
 * Plays a room's whole journal from its seed and compares with its last snapshot; each batch's chain is checked on the
 * way. The room must not be open anywhere: claiming it deposes its host.
 */
export async function auditRoom(room: RoomId, dataDir: string): Promise<{ agrees: boolean; entries: number }> {
  const [lease, stored] = await Promise.all([claim(room), loadSnapshot(room, 0)]);
  if (!stored) throw new Error(`Room ${room} has no snapshot to compare with.`);
  const live = await replay(
    { ...lease, horizon: stored.snapshot.now },
    {
      loadEngine: (build) => loadEngine(build, dataDir),
      onEvents: () => {},
      fromSeed: true,
      lastBatch: stored.batch,
    },
  );
  live.room.check();
  return { agrees: live.room.digest() === stored.digest, entries: live.room.seq };
}

/** Makes all projections of a room anew from its journal. The room must not be open anywhere. */
export async function rebuildProjections(room: RoomId, dataDir: string): Promise<void> {
  const lease = await claim(room);
  await clearProjections(room);
  const projector = new Projector(room, 0);
  projector.keepFor(lease.horizon);
  const live = await replay(lease, {
    loadEngine: (build) => loadEngine(build, dataDir),
    onEvents: (events) => projector.add(events),
    fromSeed: true,
  });
  if (!(await projector.reached(live.room.eventSeq, 600_000))) throw new Error("The projections did not catch up.");
}

async function claim(room: RoomId): Promise<RoomLease> {
  const lease = await claimRoom(room);
  if (!lease) throw new Error(`There is no room ${room}.`);
  return lease;
}
