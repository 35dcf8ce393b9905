import type { Command } from "@/engine/commands";
import type { RoomTime } from "@/engine/units";
import type { RoomId } from "../port";
import { pool } from "./pool";

/**
 * One row of a room's truth. `commands`: entries firstSeq … lastSeq, all stamped `at`, and the chain of events before the
 * first. `void`: an entry whose apply threw, to be skipped for ever. `upgrade`: from here on another engine build.
 */
export interface JournalRow {
  readonly room: RoomId;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly at: RoomTime;
  readonly horizon: RoomTime;
  readonly epoch: number;
  readonly build: string;
  readonly kind: "commands" | "void" | "upgrade";
  readonly payload: string;
  readonly chain: string;
}

const append = `
  WITH leader AS (
    UPDATE "Room" SET "horizon" = GREATEST("horizon", $5) WHERE "id" = $1 AND "epoch" = $6 RETURNING "id"
  )
  INSERT INTO "JournalBatch"
    ("room", "firstSeq", "lastSeq", "at", "horizon", "epoch", "build", "kind", "payload", "chain")
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM leader
  RETURNING "batch"`;

/** Durable once it resolves. Null: another host has claimed the room, nothing was written. */
export async function appendToJournal(row: JournalRow): Promise<number | null> {
  const { room, firstSeq, lastSeq, at, horizon, epoch, build, kind, payload, chain } = row;
  const { rows } = await pool().query<{ batch: number }>({
    name: "append-to-journal",
    text: append,
    values: [room, firstSeq, lastSeq, at, horizon, epoch, build, kind, payload, chain],
  });
  return rows[0]?.batch ?? null;
}

/** The rows after `batch`, oldest first, at most `limit`. */
export async function readJournal(
  room: RoomId,
  batch: number,
  limit: number,
): Promise<(JournalRow & { batch: number })[]> {
  const { rows } = await pool().query(
    `SELECT * FROM "JournalBatch" WHERE "room" = $1 AND "batch" > $2 ORDER BY "batch" LIMIT $3`,
    [room, batch, limit],
  );
  return rows;
}

/** Numbers of the entries that a replay from `batch` on must skip: a void comes after what it voids. */
export async function readVoids(room: RoomId, batch: number): Promise<Set<number>> {
  const { rows } = await pool().query(
    `SELECT "firstSeq" FROM "JournalBatch" WHERE "room" = $1 AND "batch" > $2 AND "kind" = 'void'`,
    [room, batch],
  );
  return new Set(rows.map((row) => row.firstSeq));
}

export const commandsOf = (row: JournalRow): Command[] => JSON.parse(row.payload);
