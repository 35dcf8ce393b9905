import { setTimeout as sleep } from "node:timers/promises";
import { type Command, commandsVersionOf } from "@/engine/commands";
import type { RoomEvent } from "@/engine/events";
import type { Outcome } from "@/engine/outcome";
import type { Room } from "@/engine/room-face";
import type { AccountNo, RoomTime } from "@/engine/units";
import { appendToJournal } from "../db/journal";
import { claimRoom, extendHorizon, type RoomLease, setRoomState } from "../db/room-leases";
import type { HostFailure, RoomId } from "../port";
import { horizonMs, RoomClock } from "./clock";
import { loadEngine } from "./engine-builds";
import { type FirstPublication, type FromWorker, failed, type RoomHealth, type WorkerSetup } from "./messages";
import { checkLaws, keepNight, saveRoom } from "./night";
import { Pacer } from "./pacer";
import { mostUnprojected, Projector } from "./projector";
import { Publisher } from "./publisher";
import { type LiveRoom, ReplayDiverged, replay } from "./replay";
import { Submissions } from "./submissions";

const mostInBatch = 500;
const mostWaiting = 20_000;
/** Behind by more than this, the room lets the time go instead of rushing after it (1.3). */
const mostLagMs = 2000;

/** Another host has claimed the room. */
class Deposed extends Error {}

type State = "open" | "stopped" | "read-only" | "ended" | "closing" | "closed";

/**
 * Runs one room: journal, then apply, then acknowledge, then publish. Commands wait while one journal write is under
 * way and go into the next together. Whatever fails on the way, the room is opened again from the disk: there is never
 * a second truth.
 */
export class RoomHost {
  state: State = "stopped";
  /** Grows while every write fails, on a full disk say: callers must not make the room replay itself again and again. */
  private restBeforeOpening = 0;
  private live!: LiveRoom;
  private clock!: RoomClock;
  private durable = 0 as RoomTime; // nothing after it may be seen
  private renewAt = 0;
  private boundary = 0; // next change of phase: the room stops there, so that a day's end is noticed
  private nightDue = false;
  private lastTick = 0;
  private lastUse = 0;
  private busy = false; // one write to the room's rows at a time
  private mended: Promise<void> | null = null; // while a failed entry is being taken out
  private standing = false; // the clock stands while a batch is under way
  private readonly submissions = new Submissions();
  private readonly pacer = new Pacer();
  private readonly projector: Projector;
  private readonly publisher: Publisher;

  /** Null: there is no such room. */
  static async open(id: RoomId, setup: WorkerSetup, send: (message: FromWorker) => void): Promise<RoomHost | null> {
    const lease = await claimRoom(id);
    if (!lease) return null;
    const host = new RoomHost(lease, setup, send);
    await host.load();
    return host;
  }

  private constructor(
    private lease: RoomLease,
    private readonly setup: WorkerSetup,
    private readonly send: (message: FromWorker) => void,
  ) {
    this.projector = new Projector(lease.id, lease.watermark);
    this.publisher = new Publisher(lease.id, send);
  }

  get id(): RoomId {
    return this.lease.id;
  }

  private get room(): Room {
    return this.live.room;
  }

  submit(commands: readonly Command[]): Promise<(Outcome | HostFailure)[]> {
    this.lastUse = performance.now();
    const refusal = this.refusal(commands.length);
    if (refusal) return Promise.resolve(commands.map(() => refusal));
    queueMicrotask(() => this.commitWaiting());
    return Promise.all(commands.map((command) => this.submitOne(command)));
  }

  /** Until the room's next night its engine may be older than what is asked of it, and would do half of it (DESIGN §4). */
  private submitOne(command: Command): Promise<Outcome | HostFailure> {
    const known = this.live.engine.commandsVersion ?? 1;
    if (commandsVersionOf(command) > known) return Promise.resolve(failed("older-engine"));
    return this.submissions.add(command);
  }

  private refusal(commands: number): HostFailure | null {
    if (this.state === "open") {
      return this.submissions.count + commands > mostWaiting ? failed("overloaded") : null;
    }
    if (this.state === "read-only") return failed("read-only");
    if (this.state === "ended") return failed("room-ended");
    return failed(this.state === "closing" ? "shutting-down" : "room-stopped");
  }

  /** The room as it stands, for questions; never half-way through an entry that failed. */
  async ask<T>(question: (room: Room) => T): Promise<{ seq: number; value: T }> {
    this.lastUse = performance.now();
    await this.mended;
    return { value: question(this.room), seq: this.room.eventSeq };
  }

  async subscribe(account: AccountNo | null, since: number | null): Promise<FirstPublication> {
    await this.mended;
    return this.publisher.subscribe(this.room, account, since);
  }

  unsubscribe(account: AccountNo | null): void {
    this.lastUse = performance.now();
    this.publisher.unsubscribe(account);
  }

  projected(seq: number): Promise<boolean> {
    return this.projector.reached(seq, 1000);
  }

  health(): RoomHealth {
    const behind = this.state === "open" ? this.clock.at(performance.now()) - this.room.now : 0;
    return { id: this.id, state: this.state, lagMs: Math.max(0, Math.round(behind / this.lease.speed)) };
  }

  isIdle(wall: number): boolean {
    if (this.state === "ended" || this.state === "read-only") return wall - this.lastUse > this.setup.idleMs;
    if (this.state !== "open" || this.busy || this.publisher.hasWatchers) return false;
    return wall - this.lastUse > this.setup.idleMs && !this.setup.awake.includes(this.id);
  }

  /** A slice of the room's time. True: there is more to do at once. */
  tick(wall: number): boolean {
    if (this.state !== "open") return false;
    let behind = false;
    try {
      behind = this.keepTime(wall);
    } catch (error) {
      void this.stop(error);
      return false;
    }
    this.publisher.tick(this.room, wall);
    if (!this.busy && this.projector.lost)
      void this.exclusively(() => Promise.reject(new Error("its history fell back")));
    else if (!this.busy && this.nightDue) void this.exclusively(() => this.night());
    else if (!this.busy && wall >= this.renewAt) void this.exclusively(() => this.renew());
    return behind;
  }

  /** Advances towards what the clock says, never past the durable horizon. True: not there yet. */
  private keepTime(wall: number): boolean {
    if (this.standing || this.nightDue) return false;
    if (wall - this.lastTick > mostLagMs) this.clock.anchor(wall, this.room.now); // the machine slept
    this.lastTick = wall;
    const target = Math.min(this.clock.at(wall), this.durable, this.boundary) as RoomTime;
    if (target <= this.room.now) return false;
    const arrived = this.pacer.advance(this.room, target);
    this.publishEvents();
    if (this.room.now >= this.boundary) this.turnPhase();
    else if (!arrived && this.health().lagMs > mostLagMs) this.clock.anchor(wall, this.room.now);
    return !arrived;
  }

  private turnPhase(): void {
    const { phase, nextPhaseAt } = this.room.view();
    this.boundary = nextPhaseAt;
    this.nightDue = phase === "closed";
  }

  private publishEvents(): void {
    const events = this.room.takeEvents();
    if (events.length === 0) return;
    this.projector.add(events);
    this.publisher.add(events);
  }

  private commitWaiting(): void {
    if (this.busy || this.submissions.count === 0 || this.state !== "open") return;
    void this.exclusively(() => this.commit());
  }

  private async exclusively(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (error) {
      await this.stop(error);
    } finally {
      this.busy = false;
      this.standing = false;
    }
    this.commitWaiting();
  }

  private async commit(): Promise<void> {
    this.keepTime(performance.now());
    this.standing = true;
    const { room } = this;
    const commands = this.submissions.take(mostInBatch);
    const firstSeq = room.seq + 1;
    const at = room.now;
    const horizon = this.promise();
    const batch = await appendToJournal({
      room: this.id,
      firstSeq,
      lastSeq: firstSeq + commands.length - 1,
      at,
      horizon,
      epoch: this.lease.epoch,
      build: this.live.build,
      kind: "commands",
      payload: JSON.stringify(commands),
      chain: room.chain(),
    });
    if (batch === null) throw new Deposed();
    this.live.batch = batch;
    this.durable = horizon;
    this.restBeforeOpening = 0;
    let outcomes: (Outcome | HostFailure)[];
    try {
      outcomes = commands.map((command, i) => room.apply({ seq: firstSeq + i, at, command }));
    } catch (error) {
      outcomes = await this.openWithout(error, firstSeq, commands.length);
    }
    this.submissions.settleBatch(outcomes);
    this.publishEvents();
  }

  /** An entry could not be applied: our bug. The replay voids it and tells what became of the others of its batch. */
  private async openWithout(error: unknown, firstSeq: number, count: number): Promise<(Outcome | HostFailure)[]> {
    const incident = `${this.id}-${firstSeq}-${Date.now().toString(36)}`;
    console.error(`Room ${this.id}: incident ${incident}`, error);
    const outcomes = new Map<number, Outcome | "voided">();
    this.state = "stopped";
    const mending = this.reopen((seq, outcome) => outcomes.set(seq, outcome));
    this.mended = mending.catch(() => {});
    await mending.finally(() => {
      this.mended = null;
    });
    return Array.from({ length: count }, (_, i) => {
      const outcome = outcomes.get(firstSeq + i);
      if (outcome === "voided") return { kind: "failed", code: "internal", incident };
      return outcome ?? failed("read-only");
    });
  }

  private promise(): RoomTime {
    this.renewAt = performance.now() + horizonMs / 2;
    return Math.max(this.durable, this.clock.after(this.room.now, horizonMs)) as RoomTime;
  }

  private async renew(): Promise<void> {
    const { epoch } = this.lease;
    const horizon = this.promise();
    const extended = await extendHorizon(this.id, epoch, horizon);
    if (epoch !== this.lease.epoch) return; // the room was opened anew meanwhile
    if (!extended) throw new Deposed();
    this.durable = horizon;
  }

  private async night(): Promise<void> {
    this.standing = true;
    this.live = await keepNight(this.lease, this.live, this.projector, this.setup);
    this.nightDue = false;
    this.clock.anchor(performance.now(), this.room.now);
  }

  private async reopen(onOutcome?: (seq: number, outcome: Outcome | "voided") => void): Promise<void> {
    const lease = await claimRoom(this.id);
    if (!lease) throw new Deposed();
    this.lease = lease;
    await this.load(onOutcome);
  }

  /** Opens the room as the disk has it, and goes on from its horizon. */
  private async load(onOutcome?: (seq: number, outcome: Outcome | "voided") => void): Promise<void> {
    const { lease } = this;
    this.projector.rewind(lease.watermark);
    this.projector.keepFor(lease.horizon);
    try {
      this.live = await replay(lease, {
        loadEngine: (hash) => loadEngine(hash, this.setup.dataDir),
        onEvents: (events) => this.replayed(events),
        onOutcome,
      });
      checkLaws(this.live);
      if (this.live.sown) await saveRoom(lease, this.live, this.projector);
    } catch (error) {
      if (!(error instanceof ReplayDiverged)) throw error;
      return this.openReadOnly(error);
    }
    const wall = performance.now();
    this.clock = new RoomClock(this.live.engine, lease.config, lease.speed, wall, this.room.now);
    this.durable = this.room.now;
    this.renewAt = 0;
    this.lastTick = this.lastUse = wall;
    this.turnPhase();
    this.nightDue = false;
    this.state = lease.state === "ended" ? "ended" : "open";
    if (this.state === "open") await setRoomState(this.id, lease.epoch, "live", null);
  }

  private async replayed(events: readonly RoomEvent[]): Promise<void> {
    this.projector.add(events);
    this.publisher.add(events);
    while (this.projector.backlog > mostUnprojected && !this.projector.lost) await sleep(10);
  }

  /** The last state that was reproduced can be looked at; an operator decides how to go on. */
  private async openReadOnly(error: ReplayDiverged): Promise<void> {
    console.error(`Room ${this.id} is read-only: ${error.message}. Its journal is intact; nothing is lost.`);
    this.live = error.live;
    this.room.takeEvents();
    this.state = "read-only";
    await setRoomState(this.id, this.lease.epoch, "read-only", error.message);
  }

  /** A write failed, or an invariant broke. Nobody can tell whether the write arrived: the disk knows. */
  private async stop(error: unknown): Promise<void> {
    if (this.state === "closed") return;
    this.state = "stopped";
    this.submissions.failAll("room-stopped");
    if (error instanceof Deposed) return this.leave();
    if (error instanceof ReplayDiverged) return this.openReadOnly(error);
    console.error(`Room ${this.id} stopped and is opened again from the disk: ${error}`);
    const rest = this.restBeforeOpening;
    this.restBeforeOpening = Math.min(Math.max(rest * 2, 200), 5000);
    await sleep(rest);
    for (let pause = 200; this.state === "stopped"; pause = Math.min(pause * 2, 3000)) {
      try {
        await this.reopen();
      } catch (again) {
        if (again instanceof Deposed) return this.leave();
        await sleep(pause);
      }
    }
  }

  private leave(): void {
    this.state = "closed";
    this.projector.close();
    if (this.publisher.hasWatchers) this.send({ kind: "ended", room: this.id });
  }

  /** Takes no more commands, finishes those it has, and leaves a snapshot so that opening again is quick. */
  async close(next: "live" | "hibernating"): Promise<void> {
    if (this.state !== "open") return this.leave();
    this.state = "closing";
    while (this.busy) await sleep(1);
    try {
      while (this.submissions.count > 0) await this.commit();
      await saveRoom(this.lease, this.live, this.projector);
      await setRoomState(this.id, this.lease.epoch, next, null);
    } catch (error) {
      this.submissions.failAll("shutting-down");
      console.error(`Room ${this.id} closed without a snapshot; it will be replayed from the last one: ${error}`);
    }
    this.leave();
  }
}
