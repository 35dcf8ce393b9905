import { setImmediate as turn } from "node:timers/promises";
import type { RoomEvent } from "@/engine/events";
import type { Outcome } from "@/engine/outcome";
import type { EngineBuild, Room } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";
import { appendToJournal, commandsOf, type JournalRow, readJournal, readVoids } from "../db/journal";
import type { RoomLease } from "../db/room-leases";
import { loadSnapshot } from "../db/snapshots";
import { Pacer } from "./pacer";

/** A room in memory, and where it stands in its journal. */
export interface LiveRoom {
  readonly room: Room;
  readonly engine: EngineBuild;
  readonly build: string;
  /** Last journal batch it includes. */
  batch: number;
  /** It started from its seed: there is no snapshot yet. */
  readonly sown: boolean;
}

export interface ReplayOptions {
  readonly loadEngine: (build: string) => Promise<EngineBuild>;
  /** Every event after the snapshot, as the replay makes it again. Awaited, so that a long replay does not pile up. */
  readonly onEvents: (events: readonly RoomEvent[]) => Promise<void> | void;
  /** What became of the entries a caller still waits for. */
  readonly onOutcome?: (seq: number, outcome: Outcome | "voided") => void;
  /** From the seed, whatever snapshots there are: to make projections anew, or to audit. */
  readonly fromSeed?: boolean;
  /** Not beyond this journal batch. */
  readonly lastBatch?: number;
}

/** The journal says one thing and the engine another. The room can be looked at, but not go on. */
export class ReplayDiverged extends Error {
  override name = "ReplayDiverged";

  constructor(
    message: string,
    /** The room as far as it went. */
    readonly live: LiveRoom,
  ) {
    super(message);
  }
}

/** Thrown when a journaled entry cannot be applied: it has been voided now, and the replay must begin again. */
class EntryVoided extends Error {}

const rowsAtOnce = 200;

/** Snapshot + journal + horizon. An entry whose apply throws is voided on the way, so that it fells a room only once. */
export async function replay(lease: RoomLease, options: ReplayOptions): Promise<LiveRoom> {
  for (;;) {
    try {
      return await replayOnce(lease, options);
    } catch (error) {
      if (!(error instanceof EntryVoided)) throw error;
    }
  }
}

async function replayOnce(lease: RoomLease, options: ReplayOptions): Promise<LiveRoom> {
  let live = options.fromSeed ? await sow(lease, options) : await restoreLast(lease, options);
  const voids = await readVoids(lease.id, live.batch);
  reading: for (;;) {
    const rows = await readJournal(lease.id, live.batch, rowsAtOnce);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.batch > (options.lastBatch ?? Number.MAX_SAFE_INTEGER)) break reading;
      live.batch = row.batch;
      if (row.kind === "void") continue;
      await advanceTo(live, row.at, options);
      if (live.room.chain() !== row.chain) {
        throw new ReplayDiverged(`the events before entry ${row.firstSeq} are not those of the first time`, live);
      }
      if (row.kind === "upgrade") live = carryOver(live, row.build, await options.loadEngine(row.build));
      else await applyBatch(live.room, row, voids, lease, options);
      await options.onEvents(live.room.takeEvents());
      await turn();
    }
  }
  await advanceTo(live, lease.horizon, options);
  return live;
}

/** The same room under another build of the engine. */
export function carryOver(live: LiveRoom, build: string, engine: EngineBuild): LiveRoom {
  const room = engine.restoreRoom(JSON.parse(JSON.stringify(live.room.snapshot())));
  return { ...live, room, engine, build };
}

/** The newest snapshot that reproduces its digest; the seed if there is none. */
async function restoreLast(lease: RoomLease, options: ReplayOptions): Promise<LiveRoom> {
  for (let age = 0; ; age++) {
    const stored = await loadSnapshot(lease.id, age);
    if (!stored) return sow(lease, options);
    const { build, batch, digest } = stored;
    const engine = await options.loadEngine(build);
    try {
      const room = engine.restoreRoom(stored.snapshot);
      if (room.digest() === digest) return { room, engine, build, batch, sown: false };
    } catch (error) {
      console.error(error);
    }
    console.error(`Room ${lease.id}: the snapshot of entry ${stored.snapshot.seq} is damaged; trying the one before.`);
  }
}

/** Only the first build can sow: later ones enter through the journal's upgrades. */
async function sow(lease: RoomLease, { loadEngine }: ReplayOptions): Promise<LiveRoom> {
  const engine = await loadEngine(lease.firstBuild);
  return { room: engine.openRoom(lease.config, lease.seed), engine, build: lease.firstBuild, batch: 0, sown: true };
}

async function applyBatch(room: Room, row: JournalRow, voids: Set<number>, lease: RoomLease, options: ReplayOptions) {
  const commands = commandsOf(row);
  for (const [i, command] of commands.entries()) {
    const seq = row.firstSeq + i;
    if (voids.has(seq)) {
      room.skip(seq);
      options.onOutcome?.(seq, "voided");
      continue;
    }
    let outcome: Outcome;
    try {
      outcome = room.apply({ seq, at: row.at, command });
    } catch (error) {
      console.error(`Room ${lease.id}: entry ${seq} cannot be applied and is voided.`, error);
      await voidEntry(lease, row, seq, error);
      throw new EntryVoided();
    }
    options.onOutcome?.(seq, outcome);
  }
}

async function voidEntry(lease: RoomLease, row: JournalRow, seq: number, error: unknown): Promise<void> {
  const payload = JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
  const { id, epoch, horizon } = lease;
  const written = { ...row, room: id, epoch, horizon, firstSeq: seq, lastSeq: seq, kind: "void" as const, payload };
  if ((await appendToJournal(written)) === null) throw new Error(`Room ${id} is claimed by another host.`);
}

async function advanceTo(live: LiveRoom, to: RoomTime, { onEvents }: ReplayOptions): Promise<void> {
  const pacer = new Pacer();
  while (live.room.now < to) {
    try {
      pacer.advance(live.room, to);
    } catch (error) {
      throw new ReplayDiverged(`advancing past ${live.room.now} failed: ${error}`, live);
    }
    await onEvents(live.room.takeEvents());
    await turn();
  }
}
