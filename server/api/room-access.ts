import { sharedCache } from "@/server/auth/brief-cache";
import type { Membership } from "@/server/db/members";
import { findRoom, type RoomCard } from "@/server/db/rooms";
import type { RoomId } from "@/server/port";

/** The room, if this caller may know that it exists. Another room's name and no room's name look the same. */
export async function visibleRoom(id: RoomId, member: Membership | null): Promise<RoomCard | null> {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return null;
  const rooms = sharedCache<RoomCard | null>("rooms");
  const room = await rooms.get(id, Date.now(), () => findRoom(id));
  if (!room) rooms.forget((_, name) => name === id); // it may be opened any moment
  return room && (room.visibility === "public" || member) ? room : null;
}
