import type { RoomEvent } from "@/engine/events";
import type { RoomId } from "../port";
import type { PageOf } from "./history";
import { pool } from "./pool";

/** What a room's surveillance told, and when its months were halted: both are public events. */

export type PastAlert = Extract<RoomEvent, { kind: "alert" }>;
export type PastHalt = Extract<RoomEvent, { kind: "halt" }>;

export const alertsOf = (room: RoomId, { before, limit }: PageOf): Promise<PastAlert[]> =>
  publicEvents<PastAlert>(room, "alert", before, limit);

/** Begun and ended, newest first. */
export const haltsOf = (room: RoomId, limit: number): Promise<PastHalt[]> =>
  publicEvents<PastHalt>(room, "halt", null, limit);

async function publicEvents<Event extends RoomEvent>(
  room: RoomId,
  kind: Event["kind"],
  before: number | null,
  limit: number,
): Promise<Event[]> {
  const { rows } = await pool().query({
    name: "public-events-of-kind",
    text: `SELECT seq, at, kind, body FROM "PublicEvent" WHERE room = $1 AND kind = $2 AND seq < $3
      ORDER BY seq DESC LIMIT $4`,
    values: [room, kind, before ?? Number.MAX_SAFE_INTEGER, limit],
  });
  return rows.map(({ body, ...event }) => ({ ...event, ...body }));
}
