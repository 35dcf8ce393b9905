import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { addressOf } from "@/server/access/address";
import type { Caller } from "@/server/access/caller";
import { currentSession } from "@/server/access/current-session";
import { membershipIn } from "@/server/access/membership";
import type { Handler } from "@/server/api/endpoint";
import { visibleRoom } from "@/server/api/room-access";
import type { Membership } from "@/server/db/members";
import type { RoomCard } from "@/server/db/rooms";

/** A page's visitor in a room: what they may see, and as whom they ask. */
export interface RoomVisit {
  room: RoomCard;
  member: Membership | null;
  caller: Caller;
}

/** The room of a page's address; a room that does not exist, or not for this visitor, has no page. */
export const visitRoom = cache(async (id: string): Promise<RoomVisit> => {
  const session = await currentSession();
  const member = session ? await membershipIn(id, session.userId) : null;
  const room = await visibleRoom(id, member);
  if (!room) notFound();
  const address = addressOf(await headers());
  const caller: Caller = session
    ? {
        kind: "user",
        userId: session.userId,
        nickname: session.nickname,
        guest: session.guest,
        via: "session",
        address,
      }
    : { kind: "anonymous", address };
  return { room, member, caller };
});

/** Asks the API as the visitor would, in process: a page shows the digits the API answers with. Null: a bad cursor. */
export async function askApi<Answer>(
  handler: Handler,
  visit: RoomVisit,
  query = "",
  named: Readonly<Record<string, string>> = {},
): Promise<Answer | null> {
  const parts = { ...named, room: visit.room.id } as Record<string, string>;
  const path = handler.operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name]));
  const response = await handler(new Request(`http://page.invalid${path}${query}`), visit.caller);
  if (response.ok) return (await response.json()) as Answer;
  if (response.status === 400) return null;
  throw new Error(`${handler.operation.id} answered a page with ${response.status}: ${await response.text()}`);
}
