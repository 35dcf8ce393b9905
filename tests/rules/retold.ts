import type { Entry } from "@/engine/commands";
import type { FillExplanation, MarginExplanation, Watch } from "@/engine/explanations";
import { openRoom } from "@/engine/index";
import type { Outcome } from "@/engine/outcome";
import type { Room } from "@/engine/room-face";
import type { AccountNo } from "@/engine/units";
import { Venue } from "./venue";

type Watched<E> = (room: Room) => Watch<E>;

/** A venue whose past can be told: its commands are kept, and played again with somebody looking on. */
export class RetoldVenue extends Venue {
  readonly entries: Entry[] = [];

  override send(command: Entry["command"]): Outcome {
    this.entries.push({ seq: this.room.seq + 1, at: this.room.now, command });
    return super.send(command);
  }

  /** Explains the account's last fill, or the one before (`back` 1). */
  lastFill(account: AccountNo, back = 0): FillExplanation {
    const fills = this.of("fill").filter(({ report }) => report.account === account);
    const { report } = fills[fills.length - 1 - back];
    return this.retell((room) => watchFill(room, account, report.order, report.eventSeq));
  }

  /** Explains the account's first margin call, over or not. */
  firstCall(account: AccountNo): MarginExplanation {
    const call = this.of("margin-call").find((event) => event.account === account);
    if (!call) throw new Error("nobody was called");
    return this.retell((room) => watchCall(room, account, call.seq));
  }

  /** The same journal once more. A witness must change nothing: both rooms come to the same digest. */
  private retell<E>(watched: Watched<E>): E {
    const room = openRoom(this.room.config, this.room.seed);
    const watch = watched(room);
    for (const entry of this.entries) room.apply(entry);
    room.advance(this.room.now);
    if (room.digest() !== this.room.digest()) throw new Error("the witness changed the room");
    const told = watch.explanation();
    if (told === null) throw new Error("nothing was told");
    return told;
  }
}

export function watchFill(room: Room, ...of: Parameters<NonNullable<Room["watchFill"]>>): Watch<FillExplanation> {
  if (!room.watchFill) throw new Error("this build cannot explain");
  return room.watchFill(...of);
}

export function watchCall(room: Room, account: AccountNo, seq: number): Watch<MarginExplanation> {
  if (!room.watchMarginCall) throw new Error("this build cannot explain");
  return room.watchMarginCall(account, seq);
}
