import type { Command } from "@/engine/commands";
import type { RoomEvent } from "@/engine/events";
import type { NewRoom } from "@/server/db/rooms";
import type { RoomId, RoomQueries } from "@/server/port";

type Ask =
  | { kind: "create"; room: Omit<NewRoom, "build"> }
  | { kind: "submit"; room: RoomId; commands: readonly Command[] }
  | { kind: "query"; room: RoomId; query: keyof RoomQueries; ask: object }
  | { kind: "projected"; room: RoomId; seq: number }
  | { kind: "watch" | "audit" | "rebuild"; room: RoomId }
  | { kind: "health" | "stopRooms" | "openRooms" | "close" };

export type ToVenue = Ask & { readonly id: number };
export type VenueAsk = Ask;

export type FromVenue =
  | { readonly kind: "ready"; readonly url: string; readonly postgres: number | null }
  | { readonly kind: "answer"; readonly id: number; readonly answer?: unknown; readonly error?: string }
  | { readonly kind: "published"; readonly room: RoomId; readonly events: readonly RoomEvent[] };
