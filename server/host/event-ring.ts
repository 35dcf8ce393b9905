import type { RoomEvent } from "@/engine/events";
import type { AccountNo } from "@/engine/units";

const capacity = 20_000;

/** The last events of a room, for those who come back after a short absence. */
export class EventRing {
  private events: RoomEvent[] = [];
  private start = 0;

  add(events: readonly RoomEvent[]): void {
    for (const event of events) if (event.seq > this.lastSeq) this.events.push(event);
    this.start = Math.max(this.start, this.events.length - capacity);
    if (this.start >= capacity) {
      this.events = this.events.slice(this.start);
      this.start = 0;
    }
  }

  get lastSeq(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  /** The events after `seq`; null if some of them are no longer here. Sequence numbers have no gaps. */
  since(seq: number): readonly RoomEvent[] | null {
    const first = this.events[this.start];
    if (!first || seq > this.lastSeq) return seq === this.lastSeq ? [] : null;
    return seq < first.seq - 1 ? null : this.events.slice(this.start + seq - first.seq + 1);
  }
}

/** The account an event is about; null: none. */
export function accountOf(event: RoomEvent): AccountNo | null {
  switch (event.kind) {
    case "order":
    case "fill":
      return event.report.account;
    case "ledger":
      return event.line.account;
    case "account-opened":
    case "margin-call":
    case "margin-call-met":
    case "close-out-step":
    case "default":
    case "default-close":
    case "alerted":
    case "equity":
      return event.account;
    default:
      return null;
  }
}

/** A default is its account's own affair and everybody's: it touches the fund and others' gains (7.6). */
export const isPublic = (event: RoomEvent): boolean => event.kind === "default" || accountOf(event) === null;
