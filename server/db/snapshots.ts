import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { RoomSnapshot } from "@/engine/room-face";
import type { RoomId } from "../port";
import { pool } from "./pool";

export interface StoredSnapshot {
  readonly snapshot: RoomSnapshot;
  /** The build that reads it. */
  readonly build: string;
  readonly digest: string;
  /** Last journal batch it includes: replay goes on after it. */
  readonly batch: number;
}

const kept = 5;
const weekMs = 604_800_000;

/** Keeps the last few, to open the room from; and one a week for ever, so that what is past can be explained from near by. */
export async function saveSnapshot(room: RoomId, { snapshot, build, digest, batch }: StoredSnapshot): Promise<void> {
  const payload = await promisify(gzip)(JSON.stringify(snapshot), { level: 1 });
  const { seq, now, eventSeq, chain } = snapshot;
  await pool().query(
    `INSERT INTO "Snapshot" ("room", "seq", "at", "eventSeq", "build", "chain", "digest", "batch", "payload")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT ("room", "at", "seq") DO UPDATE SET "build" = EXCLUDED."build", "chain" = EXCLUDED."chain",
       "digest" = EXCLUDED."digest", "batch" = EXCLUDED."batch", "payload" = EXCLUDED."payload"`,
    [room, seq, now, eventSeq, build, chain, digest, batch, payload],
  );
  await pool().query(
    `DELETE FROM "Snapshot" AS old WHERE "room" = $1 AND "at" < (
       SELECT min("at") FROM (SELECT "at" FROM "Snapshot" WHERE "room" = $1 ORDER BY "at" DESC, "seq" DESC LIMIT $2) AS last)
     AND EXISTS (
       SELECT 1 FROM "Snapshot" AS first WHERE "room" = $1 AND first."at" / $3::int8 = old."at" / $3::int8
       AND (first."at", first."seq") < (old."at", old."seq"))`,
    [room, kept, weekMs],
  );
}

/** Newest first: `age` 0 is the last one taken, on request of those taken before the event numbered `before`. */
export async function loadSnapshot(
  room: RoomId,
  age: number,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<StoredSnapshot | null> {
  const { rows } = await pool().query(
    `SELECT "build", "digest", "batch", "payload" FROM "Snapshot" WHERE "room" = $1 AND "eventSeq" < $3
     ORDER BY "at" DESC, "seq" DESC OFFSET $2 LIMIT 1`,
    [room, age, before],
  );
  if (rows.length === 0) return null;
  const { build, digest, batch, payload } = rows[0];
  const snapshot = JSON.parse((await promisify(gunzip)(payload)).toString());
  return { snapshot, build, digest, batch };
}
