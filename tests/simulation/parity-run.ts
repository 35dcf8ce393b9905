import { defaultRoomConfig } from "@/engine/default-config";
import { openRoom } from "@/engine/index";
import type { RoomTime } from "@/engine/units";
import { drive, RandomPeople } from "./random-commands";

/** Three days of the default room with people in it, and what they came to: the same on every JavaScript engine. */
export function parityRun(seed: string): { digest: string; chain: string; events: number; trades: number } {
  const room = openRoom(defaultRoomConfig, seed);
  drive(room, new RandomPeople(seed, room, 5), 400, () => undefined);
  room.advance((room.now + 3 * 86_400_000) as RoomTime);
  return { digest: room.digest(), chain: room.chain(), events: room.eventSeq, trades: room.counts().trades };
}
