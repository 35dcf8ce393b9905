import type { RoomConfig } from "@/engine/config";
import type { RoomTime } from "@/engine/units";
import type { RoomId } from "../port";
import { pool } from "./pool";
import type { RoomState } from "./rooms";

/** What a host needs to run a room. Whoever claimed last holds the epoch; nobody else's commits count any more. */
export interface RoomLease {
  readonly id: RoomId;
  readonly config: RoomConfig;
  readonly seed: string;
  /** The engine it started with; upgrades are in the journal. */
  readonly firstBuild: string;
  readonly speed: number;
  readonly state: RoomState;
  readonly horizon: RoomTime;
  readonly epoch: number;
  readonly watermark: number;
}

export async function claimRoom(room: RoomId): Promise<RoomLease | null> {
  const { rows } = await pool().query<RoomLease>(
    `UPDATE "Room" SET "epoch" = "epoch" + 1 WHERE "id" = $1
     RETURNING "id", "config", "seed", "firstBuild", "speed", "state", "horizon", "epoch",
       (SELECT "eventSeq" FROM "Watermark" WHERE "room" = $1) AS "watermark"`,
    [room],
  );
  return rows[0] ?? null;
}

/** Extends what may be published without a command to carry it. False: another host has claimed the room. */
export async function extendHorizon(room: RoomId, epoch: number, horizon: RoomTime): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "extend-horizon",
    text: `UPDATE "Room" SET "horizon" = GREATEST("horizon", $3) WHERE "id" = $1 AND "epoch" = $2`,
    values: [room, epoch, horizon],
  });
  return rowCount === 1;
}

export async function setRoomState(room: RoomId, epoch: number, state: RoomState, note: string | null): Promise<void> {
  await pool().query(`UPDATE "Room" SET "state" = $3, "stateNote" = $4 WHERE "id" = $1 AND "epoch" = $2`, [
    room,
    epoch,
    state,
    note,
  ]);
}

export async function setRoomBuild(room: RoomId, epoch: number, build: string): Promise<void> {
  await pool().query(`UPDATE "Room" SET "build" = $3 WHERE "id" = $1 AND "epoch" = $2`, [room, epoch, build]);
}
