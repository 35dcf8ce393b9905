import { joinRoom } from "@/server/auth/join";
import { membershipsOf } from "@/server/db/members";
import { findRoom, publicRooms, type RoomCard } from "@/server/db/rooms";
import { toRoomClock } from "@/wire/from-engine";
import { pageOf, RoomSummaryView } from "@/wire/views";
import { ask } from "./ask";
import { openEndpoint, roomEndpoint, signedInEndpoint } from "./endpoint";
import { HostFailed, json } from "./respond";
import { SEAM } from "./seam";

export const listRooms = openEndpoint(
  {
    id: "listRooms",
    method: "GET",
    path: "/rooms",
    tag: "rooms",
    summary: "Public rooms, and those you are in",
    answers: { 200: { schema: pageOf(RoomSummaryView), text: "Oldest first, all on one page" } },
  },
  async ({ caller }) => {
    const open = await publicRooms();
    const mine = caller.kind === "user" ? await membershipsOf(caller.userId) : [];
    const others = mine.filter(({ room }) => !open.some(({ id }) => id === room));
    const joined = await Promise.all(others.map(({ room }) => findRoom(room)));
    const rooms = [...open, ...joined.filter((room) => room !== null)];
    const rows = await Promise.all(rooms.map(summaryOf));
    return json({ rows, next: null, seq: rows[0]?.seq ?? 0 });
  },
);

export const getRoom = roomEndpoint(
  {
    id: "getRoom",
    method: "GET",
    path: "/rooms/{room}",
    tag: "rooms",
    summary: "A room, its clock and the hash of its seed",
    answers: { 200: { schema: RoomSummaryView, text: "The room as it stands" } },
  },
  async ({ room }) => json(await summaryOf(room)),
);

export const postJoin = signedInEndpoint(
  {
    id: "joinRoom",
    method: "POST",
    path: "/rooms/{room}/join",
    tag: "rooms",
    summary: "Take a seat in a public room: opens your account there, once",
    answers: { 200: { schema: RoomSummaryView, text: "You have an account in this room" } },
    refusals: ["room-ended"],
  },
  async ({ room, caller }) => {
    const joined = await joinRoom(room.id, caller.userId);
    if (joined.kind === "failed") throw new HostFailed(joined);
    return json(await summaryOf(room));
  },
);

export async function summaryOf(room: RoomCard): Promise<RoomSummaryView> {
  const { value } = await ask(room.id, "view", {});
  return summaryAt(room, toRoomClock(value));
}

export const summaryAt = (room: RoomCard, clock: ReturnType<typeof toRoomClock>): RoomSummaryView => ({
  id: room.id,
  title: room.title,
  kind: room.kind,
  state: room.state === "hibernating" ? "live" : room.state, // it answered, so it is awake
  ...clock,
  speed: room.speed,
  seedCommit: room.seedCommit,
  seam: SEAM,
});
