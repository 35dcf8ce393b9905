import type { RoomSummaryView } from "@/wire/views";

type Clock = Pick<RoomSummaryView, "roomTime" | "nextPhaseAt" | "speed" | "state">;

/** The room's clock between two messages: carried forward at the room's speed, never past the next phase unheard. */
export function roomNow(room: Clock, heardAt: number, wallNow: number): number {
  const heard = Date.parse(room.roomTime);
  if (room.state === "ended") return heard; // looking at a sleeping room wakes it
  const carried = heard + Math.max(0, wallNow - heardAt) * room.speed;
  return Math.min(carried, Math.max(heard, Date.parse(room.nextPhaseAt)));
}

/** Real milliseconds until a moment of the same trading day; null when it lies beyond a night, whose length nobody waits for. */
export function realUntil(room: Clock, now: number, at: number): number | null {
  if (room.state === "ended" || room.speed <= 0 || at < now) return null;
  if (new Date(at).toISOString().slice(0, 10) !== new Date(now).toISOString().slice(0, 10)) return null;
  return (at - now) / room.speed;
}
