import { Hash } from "../digest";
import type { RoomEvent } from "../events";
import type { RoomTime } from "../units";

/** An event before it has its number and moment. */
export type NewEvent = RoomEvent extends infer E ? (E extends RoomEvent ? Omit<E, "seq" | "at"> : never) : never;

/** Numbers the room's events, keeps them until they are taken, and hashes each into the running chain. */
export class EventLog {
  now = 0;
  seq = 0;
  private hash = new Hash();
  private pending: RoomEvent[] = [];

  emit(event: NewEvent): number {
    this.seq += 1;
    const numbered = { seq: this.seq, at: this.now as RoomTime, ...event } as RoomEvent;
    if (numbered.kind === "trade") {
      this.hash.number(this.seq).number(this.now).text(numbered.contract).number(numbered.price);
      this.hash.number(numbered.aggressor === "buy" ? numbered.lots : -numbered.lots);
    } else {
      this.hash.text(JSON.stringify(numbered));
    }
    this.pending.push(numbered);
    return this.seq;
  }

  /** The number the next event will have: for reports that carry the number of the event that reports them. */
  get next(): number {
    return this.seq + 1;
  }

  take(): RoomEvent[] {
    const taken = this.pending;
    this.pending = [];
    return taken;
  }

  chain(): string {
    return this.hash.hex();
  }

  save(): { seq: number; hash: number[] } {
    return { seq: this.seq, hash: this.hash.save() };
  }

  static load(saved: { seq: number; hash: number[] }, now: number): EventLog {
    const log = new EventLog();
    log.seq = saved.seq;
    log.now = now;
    log.hash = Hash.load(saved.hash);
    return log;
  }
}
