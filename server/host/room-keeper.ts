import type { Room } from "@/engine/room-face";
import type { AccountNo, OrderId } from "@/engine/units";
import { closePool } from "../db/pool";
import { closeProjectionPool } from "../db/projections";
import type { RoomId, RoomQueries } from "../port";
import { type FromWorker, failed, type Requests, type ToWorker, type WorkerSetup } from "./messages";
import { RoomHost } from "./room-host";

const restMs = 10;

type Ask<Q extends keyof RoomQueries> = RoomQueries[Q]["ask"];
const questions: { [Q in keyof RoomQueries]: (room: Room, ask: Ask<Q>) => RoomQueries[Q]["answer"] } = {
  view: (room) => room.view(),
  contracts: (room) => room.contracts(),
  benchmarks: (room) => room.benchmarks(),
  scenarios: (room) => room.scenarios?.() ?? [],
  depth: (room, { symbol, levels }) => room.depth(symbol, levels),
  account: (room, { account }) => room.account(account),
  openOrders: (room, { account }) =>
    room.openOrders(account).map((order) => ({ ...order, queueAhead: room.queueAhead(account, order.id) })),
  order: (room, { account, order }) => room.order(account as AccountNo, order as OrderId),
  preview: (room, { account, draft, exits }) => room.preview(account, draft, exits),
  previewSpread: (room, { account, spread }) => room.previewSpread?.(account, spread) ?? null,
  standings: (room) => room.standings(),
};

type RoomRequest = Extract<ToWorker, { kind: keyof Requests }>;

function carryOut(request: RoomRequest, host: RoomHost): unknown {
  switch (request.kind) {
    case "submit":
      return host.submit(request.commands);
    case "query": {
      const question = questions[request.query] as (room: Room, ask: unknown) => unknown;
      return host.ask((room) => question(room, request.of));
    }
    case "subscribe":
      return host.subscribe(request.account, request.since);
    case "projected":
      return host.projected(request.seq);
  }
}

/** The rooms of one worker: opens them when they are asked for, gives each its slices of time, lets idle ones sleep. */
export class RoomKeeper {
  private readonly rooms = new Map<RoomId, Promise<RoomHost | null>>();
  private readonly open = new Map<RoomId, RoomHost>();
  private readonly leaving = new Map<RoomId, Promise<void>>();
  private closing = false;

  constructor(
    private readonly setup: WorkerSetup,
    private readonly send: (message: FromWorker) => void,
  ) {}

  /** Round robin: every room gets a slice, then messages get theirs, and so on. */
  run(): void {
    const wall = performance.now();
    let behind = false;
    for (const [id, host] of this.open) {
      behind = host.tick(wall) || behind;
      if (host.state === "closed") this.forget(id);
      else if (host.isIdle(wall)) void this.hibernate(id, host);
    }
    if (behind) setImmediate(() => this.run());
    else setTimeout(() => this.run(), restMs);
  }

  receive(message: ToWorker): void {
    if (message.kind === "close") void this.close();
    else if (message.kind === "unsubscribe") this.open.get(message.room)?.unsubscribe(message.account);
    else if (message.kind === "rooms") {
      const answer = [...this.open.values()].map((host) => host.health());
      this.send({ kind: "answer", id: message.id, answer });
    } else void this.answer(message);
  }

  private async answer(request: RoomRequest): Promise<void> {
    const { id, room } = request;
    let answer: unknown;
    try {
      const host = await this.hostOf(room);
      answer = host ? await carryOut(request, host) : failed("unknown-room");
    } catch (error) {
      console.error(`Room ${room}:`, error);
      answer = failed("room-stopped");
    }
    this.send({ kind: "answer", id, answer });
  }

  private async hostOf(room: RoomId): Promise<RoomHost | null> {
    if (this.closing) throw new Error("asked for while the worker closes");
    let host = this.rooms.get(room);
    if (!host) {
      host = this.openRoom(room);
      this.rooms.set(room, host);
    }
    return host;
  }

  private async openRoom(room: RoomId): Promise<RoomHost | null> {
    await this.leaving.get(room);
    const host = await RoomHost.open(room, this.setup, this.send).catch((error) => {
      this.rooms.delete(room);
      throw error;
    });
    if (host) this.open.set(room, host);
    else this.rooms.delete(room);
    return host;
  }

  private forget(room: RoomId): void {
    this.rooms.delete(room);
    this.open.delete(room);
  }

  /** Whoever asks for the room meanwhile waits until it is asleep, and wakes it. */
  private async hibernate(room: RoomId, host: RoomHost): Promise<void> {
    this.forget(room);
    const asleep = host.close("hibernating");
    this.leaving.set(room, asleep);
    await asleep;
    this.leaving.delete(room);
  }

  private async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled([...this.open.values()].map((host) => host.close("live")));
    await Promise.allSettled([closePool(), closeProjectionPool()]);
    this.send({ kind: "closed" });
  }
}
