import type { Room } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";

const sliceMs = 5;

/**
 * Advances a room for at most about five milliseconds at a time, so that its neighbours get their turn. How much room
 * time that is depends on the room's participants: the step follows what the last one took.
 */
export class Pacer {
  private step = 1000;

  /** True once the room stands at `to`. */
  advance(room: Room, to: RoomTime): boolean {
    const from = performance.now();
    for (let last = from; room.now < to; ) {
      room.advance(Math.min(to, room.now + this.step) as RoomTime);
      const now = performance.now();
      if (now - last > sliceMs / 2) this.step = Math.max(1, Math.floor(this.step / 2));
      else if (now - last < sliceMs / 8) this.step = Math.min(this.step * 2, 86_400_000);
      if (now - from >= sliceMs) break;
      last = now;
    }
    return room.now >= to;
  }
}
