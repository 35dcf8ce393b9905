import type { RoomConfig } from "@/engine/config";
import type { EngineBuild } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";

/** How far ahead of the wall clock a room's future may be promised (DESIGN §5). */
export const horizonMs = 1000;

/**
 * Maps wall time to room time: `speed` milliseconds of open calendar pass in each of the wall's. Nights take none (1.3).
 * Whenever the room was not running, it is anchored anew: waking never catches up.
 */
export class RoomClock {
  private wall = 0;
  private room: RoomTime;

  constructor(
    private readonly engine: Pick<EngineBuild, "addActive">,
    private readonly config: RoomConfig,
    private readonly speed: number,
    wall: number,
    room: RoomTime,
  ) {
    this.room = room;
    this.anchor(wall, room);
  }

  anchor(wall: number, room: RoomTime): void {
    this.wall = wall;
    this.room = room;
  }

  /** Room time at `wall`. */
  at(wall: number): RoomTime {
    return this.after(this.room, wall - this.wall);
  }

  /** Room time when `wallMs` more have passed. */
  after(room: RoomTime, wallMs: number): RoomTime {
    return this.engine.addActive(this.config, room, Math.max(0, Math.floor(wallMs * this.speed)));
  }
}
