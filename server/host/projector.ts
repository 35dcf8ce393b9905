import { setTimeout as sleep } from "node:timers/promises";
import type { RoomEvent } from "@/engine/events";
import { rowsOf } from "../db/projected-rows";
import { project, watermarkOf } from "../db/projections";
import type { RoomId } from "../port";

const bulk = 5000;
const gatherMs = 50;
/** A replay waits while more than this has not been written. */
export const mostUnprojected = 50_000;
/** Public trades and 1-minute candles stay for 5 trading days: a week. */
export const keptMs = 7 * 86_400_000;

/**
 * Writes a room's events into the projections, in bulk and behind its back. A replay passes events
 * here again that were projected, or wait to be: they are the same to the bit and fall away.
 */
export class Projector {
  private waiting: RoomEvent[] = [];
  private readonly waiters: { seq: number; done: () => void }[] = [];
  private lastAdded: number;
  private running = false;
  private closed = false;
  private keepFrom = 0;
  /**
   * The database stands before what it had taken: it crashed, and these writes do not wait for its disk. Nothing more is
   * written, or history would have a hole, until the room is opened again and replays what is missing.
   */
  lost = false;

  constructor(
    private readonly room: RoomId,
    private watermark: number,
  ) {
    this.lastAdded = watermark;
  }

  add(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.lastAdded) continue;
      this.waiting.push(event);
      this.lastAdded = event.seq;
    }
    void this.run();
  }

  /** Begins again where the database stands: a replay brings everything after it. */
  rewind(watermark: number): void {
    this.waiting = [];
    this.watermark = watermark;
    this.lastAdded = watermark;
    this.lost = false;
  }

  /** Events not yet written. A replay waits when they pile up. */
  get backlog(): number {
    return this.waiting.length;
  }

  /** Resolves to true once everything up to `seq` is in the database; to false after `withinMs`. */
  async reached(seq: number, withinMs: number): Promise<boolean> {
    if (this.watermark >= seq) return true;
    return new Promise((resolve) => {
      const waiter = { seq, done: () => settle(true) };
      const timer = setTimeout(() => settle(false), withinMs);
      const settle = (reached: boolean) => {
        clearTimeout(timer);
        this.waiters.splice(this.waiters.indexOf(waiter), 1);
        resolve(reached);
      };
      this.waiters.push(waiter);
    });
  }

  /** The room is at `now`: trades that pruning would take at once need not be written. */
  keepFor(now: number): void {
    this.keepFrom = now - keptMs;
  }

  close(): void {
    this.closed = true;
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let pause = 100; this.waiting.length > 0 && !this.closed && !this.lost; ) {
      if (this.waiting.length < bulk && this.waiters.length === 0) await sleep(gatherMs);
      try {
        await this.writeSome();
        pause = 100;
      } catch (error) {
        if (pause === 100) console.error(`Room ${this.room}: its history waits for the database. ${error}`);
        await sleep(pause);
        pause = Math.min(pause * 2, 5000);
      }
    }
    this.running = false;
  }

  private async writeSome(): Promise<void> {
    const events = this.waiting.slice(0, bulk);
    const to = events[events.length - 1].seq;
    if (await project(this.room, this.watermark, to, rowsOf(events, this.keepFrom))) this.watermark = to;
    else {
      const stored = await watermarkOf(this.room); // ahead: a write that seemed to fail, or another host's
      if (stored < this.watermark) this.lost = true;
      if (this.lost) return;
      this.watermark = stored;
    }
    this.waiting = this.waiting.slice(firstAfter(this.waiting, this.watermark));
    for (const waiter of this.waiters.filter(({ seq }) => seq <= this.watermark)) waiter.done();
  }
}

function firstAfter(events: readonly RoomEvent[], seq: number): number {
  const index = events.findIndex((event) => event.seq > seq);
  return index < 0 ? events.length : index;
}
