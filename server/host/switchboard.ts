import type { Command } from "@/engine/commands";
import type { RoomEvent } from "@/engine/events";
import type { Outcome } from "@/engine/outcome";
import type { AccountNo } from "@/engine/units";
import { pool } from "../db/pool";
import type {
  Answer,
  ExplainedEvent,
  HostFailure,
  Publication,
  RoomId,
  RoomPort,
  RoomQueries,
  Subscription,
} from "../port";
import type { Explainer } from "./explainer";
import { type FromWorker, failed, isFailure, type WorkerSetup } from "./messages";
import { WorkerLine } from "./worker-line";

const healthWithinMs = 1000;
/** The last batches take milliseconds; a snapshot of a room full of orders may not be done in time, and need not be. */
const closeWithinMs = 3000;

interface Subscriber extends Subscription {
  readonly account: AccountNo | null;
  /** Public events up to here came with its first publication. */
  readonly from: number;
}

/** The main thread's end of the room port: finds a room's worker, and passes publications on to those who watch. */
export class Switchboard implements RoomPort {
  private readonly lines: WorkerLine[];
  private readonly subscribers = new Map<RoomId, Set<Subscriber>>();
  private closing = false;
  private closed: Promise<unknown> = Promise.resolve();

  constructor(
    script: string,
    setup: WorkerSetup,
    workers: number,
    private readonly explainer: Explainer,
  ) {
    this.lines = Array.from({ length: workers }, () => {
      const line = new WorkerLine(
        script,
        setup,
        (message) => this.receive(message),
        () => this.endStreams((room) => this.line(room) === line),
      );
      return line;
    });
  }

  async submit(room: RoomId, commands: readonly Command[]): Promise<(Outcome | HostFailure)[]> {
    if (this.closing) return commands.map(() => failed("shutting-down"));
    const outcomes = await this.line(room).ask("submit", room, { commands });
    return isFailure(outcomes) ? commands.map(() => outcomes) : outcomes;
  }

  async query<Q extends keyof RoomQueries>(
    room: RoomId,
    query: Q,
    ask: RoomQueries[Q]["ask"],
  ): Promise<Answer<Q> | HostFailure> {
    if (this.closing) return failed("shutting-down");
    return this.line(room).ask("query", room, { query, of: ask }) as Promise<Answer<Q> | HostFailure>;
  }

  async subscribe(room: RoomId, options: { account?: AccountNo; since?: number }, subscription: Subscription) {
    if (this.closing) return failed("shutting-down");
    const account = options.account ?? null;
    const line = this.line(room);
    return new Promise<{ unsubscribe: () => void; missed: boolean } | HostFailure>((resolve) => {
      // In the turn of the answer itself: the next message of the worker may be a publication that follows this one.
      line.request("subscribe", room, { account, since: options.since ?? null }, (first) => {
        if (isFailure(first)) return resolve(first);
        const { publication, own, missed } = first;
        const subscriber: Subscriber = { ...subscription, account, from: publication.seq };
        const watching = this.subscribers.get(room) ?? new Set();
        this.subscribers.set(room, watching.add(subscriber));
        subscription.onPublication(publication);
        if (own.length > 0) subscription.onOwnEvents?.(own);
        const unsubscribe = () => {
          if (!watching.delete(subscriber)) return;
          if (watching.size === 0 && this.subscribers.get(room) === watching) this.subscribers.delete(room);
          line.send({ kind: "unsubscribe", room, account });
        };
        resolve({ unsubscribe, missed });
      });
    });
  }

  async projected(room: RoomId, seq: number): Promise<boolean> {
    return !this.closing && (await this.line(room).ask("projected", room, { seq })) === true;
  }

  async explain(room: RoomId, event: ExplainedEvent) {
    const view = await this.query(room, "view", {});
    return "kind" in view ? view : this.explainer.explain(room, event, view.value.now);
  }

  async health() {
    const database = pool()
      .query("SELECT 1")
      .then(() => true)
      .catch(() => false);
    const [alive, ...rooms] = await Promise.all([
      within(database, false),
      ...this.lines.map((line) => within(line.rooms(), null)),
    ]);
    const known = rooms.flatMap((ofLine) => ofLine ?? []);
    const serving =
      rooms.every((ofLine) => ofLine !== null) &&
      known.every(({ state }) => state !== "stopped" && state !== "read-only");
    return { ok: alive && serving && !this.closing, database: alive, rooms: known };
  }

  /** No more intake; streams end; each room finishes its batch and leaves a snapshot. */
  close(): Promise<void> {
    if (!this.closing) {
      this.closing = true;
      this.endStreams(() => true);
      this.closed = Promise.all([this.explainer.close(), ...this.lines.map((line) => line.close(closeWithinMs))]);
    }
    return this.closed.then(() => {});
  }

  /** A room stays with one worker, found by its name alone. */
  private line(room: RoomId): WorkerLine {
    let hash = 0;
    for (let i = 0; i < room.length; i++) hash = (Math.imul(hash, 31) + room.charCodeAt(i)) >>> 0;
    return this.lines[hash % this.lines.length];
  }

  private receive(message: FromWorker): void {
    if (message.kind === "published") {
      for (const subscriber of this.subscribers.get(message.room) ?? []) tell(subscriber, message.publication);
    } else if (message.kind === "own") {
      for (const subscriber of this.subscribers.get(message.room) ?? []) {
        if (subscriber.account === message.account) subscriber.onOwnEvents?.(message.events);
      }
    } else if (message.kind === "ended") this.endStreams((room) => room === message.room);
  }

  private endStreams(of: (room: RoomId) => boolean): void {
    for (const [room, watching] of this.subscribers) {
      if (!of(room)) continue;
      this.subscribers.delete(room);
      for (const subscriber of [...watching]) {
        watching.delete(subscriber);
        subscriber.onEnd();
      }
    }
  }
}

/** One object for everybody, so that it is encoded once; only who just came needs some of its events left out. */
function tell({ from, onPublication }: Subscriber, publication: Publication): void {
  const events: readonly RoomEvent[] = publication.events;
  const repeats = events.length > 0 && events[0].seq <= from;
  onPublication(repeats ? { ...publication, events: events.filter(({ seq }) => seq > from) } : publication);
}

function within<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, healthWithinMs, otherwise);
    answer.then(resolve).finally(() => clearTimeout(timer));
  });
}
