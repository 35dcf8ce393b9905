import { appendToJournal } from "../db/journal";
import { pruneProjections } from "../db/projections";
import { type RoomLease, setRoomBuild } from "../db/room-leases";
import { saveSnapshot } from "../db/snapshots";
import { loadEngine } from "./engine-builds";
import type { WorkerSetup } from "./messages";
import { keptMs, type Projector } from "./projector";
import { carryOver, type LiveRoom, ReplayDiverged } from "./replay";

const projectedWithinMs = 20_000;

/**
 * Stores the whole room. Its projections must have arrived first: a replay starts from the snapshot, and what was not
 * projected before it would be missing for ever.
 */
export async function saveRoom(lease: RoomLease, live: LiveRoom, projector: Projector): Promise<void> {
  const { room, build, batch } = live;
  checkLaws(live);
  const snapshot = room.snapshot();
  const digest = room.digest();
  if (!(await projector.reached(snapshot.eventSeq, projectedWithinMs))) throw new Error("The projections lag behind.");
  await saveSnapshot(lease.id, { snapshot, build, digest, batch });
}

/** A room that broke one of its laws must not go on (7.7): it can be looked at until an operator decides. */
export function checkLaws(live: LiveRoom): void {
  try {
    live.room.check();
  } catch (error) {
    throw new ReplayDiverged(`a law is broken: ${error}`, live);
  }
}

/** What is done while the market is closed and nobody waits: snapshot, pruning, and the change to a newer engine. */
export async function keepNight(
  lease: RoomLease,
  live: LiveRoom,
  projector: Projector,
  { build, dataDir }: WorkerSetup,
): Promise<LiveRoom> {
  await saveRoom(lease, live, projector);
  projector.keepFor(live.room.now);
  await pruneProjections(lease.id, live.room.now - keptMs);
  if (build === live.build) return live;
  return upgrade(lease, live, projector, build, dataDir);
}

async function upgrade(lease: RoomLease, live: LiveRoom, projector: Projector, build: string, dataDir: string) {
  let upgraded: LiveRoom;
  try {
    upgraded = carryOver(live, build, await loadEngine(build, dataDir));
    upgraded.room.check();
  } catch (error) {
    console.error(`Room ${lease.id} stays on engine ${live.build}: ${build} cannot take it over.`, error);
    return live;
  }
  const { seq, now } = live.room;
  const batch = await appendToJournal({
    room: lease.id,
    firstSeq: seq,
    lastSeq: seq,
    at: now,
    horizon: now,
    epoch: lease.epoch,
    build,
    kind: "upgrade",
    payload: JSON.stringify({ from: live.build, snapshot: { at: now, seq } }),
    chain: live.room.chain(),
  });
  if (batch === null) throw new Error(`Room ${lease.id} is claimed by another host.`);
  upgraded.batch = batch;
  await setRoomBuild(lease.id, lease.epoch, build);
  await saveRoom(lease, upgraded, projector);
  return upgraded;
}
