import type { RoomConfig } from "@/engine/config";
import type { RoomEvent } from "@/engine/events";
import type { AccountNo, OrderId } from "@/engine/units";
import type { RoomId } from "../port";
import type { PageOf } from "./history";
import { pool } from "./pool";

/** Whose an event was, for those who ask why it came out as it did; and what a replay of it starts from. */

export interface OwnFill {
  readonly order: OrderId;
  /** Event number before which nothing of its order lies: one that trades at once is told of after its fills. */
  readonly createdSeq: number;
}

/** Null: there is no such fill, or it is somebody else's. */
export async function ownFill(room: RoomId, account: AccountNo, seq: number): Promise<OwnFill | null> {
  const { rows } = await pool().query({
    name: "own-fill",
    text: `SELECT f."orderId" AS "order", LEAST(o."createdSeq", f.seq) AS "createdSeq" FROM "Fill" f
      JOIN "Order" o ON o.room = f.room AND o.id = f."orderId"
      WHERE f.room = $1 AND f.seq = $2 AND f.account = $3`,
    values: [room, seq, account],
  });
  return rows[0] ?? null;
}

export type PastCall = Extract<RoomEvent, { kind: "margin-call" }>;
const callColumns = `seq, at, kind, body`;
const callOf = ({ body, ...event }: { body: object }): PastCall => ({ ...event, ...body }) as PastCall;

export async function ownMarginCall(room: RoomId, account: AccountNo, seq: number): Promise<PastCall | null> {
  const { rows } = await pool().query({
    name: "own-margin-call",
    text: `SELECT ${callColumns} FROM "Notice" WHERE room = $1 AND seq = $2 AND account = $3 AND kind = 'margin-call'`,
    values: [room, seq, account],
  });
  return rows[0] ? callOf(rows[0]) : null;
}

export async function marginCallsOf(room: RoomId, account: AccountNo, { before, limit }: PageOf): Promise<PastCall[]> {
  const { rows } = await pool().query({
    name: "margin-calls-of",
    text: `SELECT ${callColumns} FROM "Notice" WHERE room = $1 AND account = $2 AND kind = 'margin-call' AND seq < $3
      ORDER BY seq DESC LIMIT $4`,
    values: [room, account, before ?? Number.MAX_SAFE_INTEGER, limit],
  });
  return rows.map(callOf);
}

/** What a room grows from. It never leaves the server while the room runs. */
export interface RoomSource {
  readonly config: RoomConfig;
  readonly seed: string;
  readonly firstBuild: string;
}

export async function roomSource(room: RoomId): Promise<RoomSource | null> {
  const { rows } = await pool().query(`SELECT "config", "seed", "firstBuild" FROM "Room" WHERE "id" = $1`, [room]);
  return rows[0] ?? null;
}
