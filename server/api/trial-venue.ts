import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, Entry } from "@/engine/commands";
import { defaultRoomConfig } from "@/engine/default-config";
import type { RoomEvent } from "@/engine/events";
import { openRoom, startOf } from "@/engine/index";
import type { Outcome } from "@/engine/outcome";
import type { Room } from "@/engine/room-face";
import { defaultSurveillance } from "@/engine/surveillance/default-rules";
import { roomTime } from "@/engine/units";
import type { Caller } from "../access/caller";
import { joinRoom } from "../auth/join";
import { closeConnections } from "../db/client";
import { openDatabase } from "../db/open-database";
import { rowsOf } from "../db/projected-rows";
import { project } from "../db/projections";
import { createRoom } from "../db/rooms";
import { createPerson } from "../db/users";
import { accountOf, EventRing, isPublic } from "../host/event-ring";
import {
  type Answer,
  type ExplainedEvent,
  type HostFailure,
  openRoomPort,
  type Publication,
  type RoomId,
  type RoomPort,
  type RoomQueries,
  type Subscription,
} from "../port";
import type { Handler } from "./endpoint";

export type User = Extract<Caller, { kind: "user" }>;

/** For tests: real rooms in this thread and a real database in a folder of its own. Time moves only when told. */
export async function openTrialVenue(...rooms: RoomId[]) {
  const folder = mkdtempSync(join(tmpdir(), "tp-api-"));
  process.env.NEXTAUTH_SECRET = "a secret of this test alone";
  const database = await openDatabase(folder, undefined);
  process.env.DATABASE_URL = database.url;
  const port = new TrialPort();
  for (const id of rooms) {
    const seed = `trial ${id}`;
    const config = { ...defaultRoomConfig, ...(id.startsWith("watched") && { surveillance: defaultSurveillance }) };
    const opensAt = startOf(config);
    const visibility = id.startsWith("class") ? "private" : "public";
    const about = { title: id, kind: visibility === "private" ? "class" : "public", visibility } as const;
    await createRoom({
      id,
      ...about,
      ownerId: null,
      config,
      seed,
      speed: 6.5,
      build: "trial",
      opensAt,
    });
    await port.open(id, openRoom(config, seed), roomTime(opensAt + 30 * 60_000));
  }
  openRoomPort(port);
  return {
    port,
    database,
    close: async () => {
      await closeConnections();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody new, with an account in each of the rooms. */
export async function newcomer(...rooms: RoomId[]): Promise<User> {
  const nickname = `trader-${randomBytes(6).toString("hex")}`;
  const made = await createPerson({ nickname, nicknameKey: nickname, guest: false, passwordHash: null, locale: null });
  if (made === "nickname-taken") throw new Error("a random name was taken");
  for (const room of rooms) await joinRoom(room, made.id);
  return { kind: "user", userId: made.id, nickname, guest: false, via: "key", address: "192.0.2.1" };
}

export const nobody = (address = `192.0.2.${randomBytes(4).readUInt32BE()}`): Caller => ({
  kind: "anonymous",
  address,
});

/** Calls a handler as the network would, and reads its JSON. */
export async function call(
  handler: Handler,
  caller: Caller,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://localhost/api/v1${path}`, {
    method: handler.operation.method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : sent,
  });
  const response = await handler(request, caller);
  const text = await response.text();
  const json = response.headers.get("content-type")?.startsWith("application/json") ? JSON.parse(text) : null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
  return { status: response.status, headers: response.headers, text, json: json as any };
}

interface Live {
  readonly room: Room;
  /** All that was asked of it, so that it can be explained. */
  readonly journal: Entry[];
  readonly ring: EventRing;
  readonly listeners: Set<Subscription & { account?: number }>;
  projectedTo: number;
}

class TrialPort implements RoomPort {
  private readonly rooms = new Map<RoomId, Live>();
  /** Answers everything instead, while set. */
  stopped: HostFailure | null = null;
  /** Answers whoever wants an explanation instead, while set. */
  unexplained: HostFailure | null = null;
  /** Keeps history back, as a slow database would. */
  lagging = false;

  async open(id: RoomId, room: Room, at: number): Promise<void> {
    this.rooms.set(id, { room, journal: [], ring: new EventRing(), listeners: new Set(), projectedTo: 0 });
    await this.advance(id, at);
  }

  async advance(id: RoomId, to: number): Promise<void> {
    const live = this.live(id);
    live.room.advance(roomTime(to));
    await this.flush(id, live);
  }

  room(id: RoomId): Room {
    return this.live(id).room;
  }

  async submit(id: RoomId, commands: readonly Command[]): Promise<(Outcome | HostFailure)[]> {
    if (this.stopped) return commands.map(() => this.stopped as HostFailure);
    const live = this.live(id);
    const { room, journal } = live;
    const outcomes = commands.map((command) => {
      const entry = { seq: room.seq + 1, at: room.now, command };
      journal.push(entry);
      return room.apply(entry);
    });
    await this.flush(id, live);
    return outcomes;
  }

  async query<Q extends keyof RoomQueries>(id: RoomId, query: Q, about: RoomQueries[Q]["ask"]) {
    if (this.stopped) return this.stopped;
    const { room } = this.live(id);
    return { seq: room.eventSeq, value: answer(room, query, about) } as Answer<Q>;
  }

  async subscribe(
    id: RoomId,
    { account, since }: { account?: number; since?: number },
    subscription: Subscription,
  ): Promise<{ unsubscribe: () => void; missed: boolean }> {
    const { room, ring, listeners } = this.live(id);
    const recent = since === undefined ? [] : ring.since(since);
    const listener = { ...subscription, account };
    listeners.add(listener);
    subscription.onPublication(publicationOf(room, recent ?? [], true));
    const own = (recent ?? []).filter((event) => account !== undefined && accountOf(event) === account);
    if (own.length > 0) subscription.onOwnEvents?.(own);
    return { unsubscribe: () => listeners.delete(listener), missed: recent === null };
  }

  listenersOf(id: RoomId): number {
    return this.live(id).listeners.size;
  }

  endStreams(id: RoomId): void {
    for (const { onEnd } of this.live(id).listeners) onEnd();
  }

  async projected(id: RoomId, seq: number): Promise<boolean> {
    return !this.lagging && this.live(id).projectedTo >= seq;
  }

  /** The same in this thread: a room of the same seed, the same entries, and somebody who looks on. */
  async explain(id: RoomId, event: ExplainedEvent) {
    if (this.unexplained) return this.unexplained;
    const { room, journal } = this.live(id);
    const again = openRoom(room.config, room.seed);
    const watch =
      event.kind === "fill"
        ? again.watchFill?.(event.account, event.order, event.seq)
        : again.watchMarginCall?.(event.account, event.seq);
    for (const entry of journal) if (!watch?.done) again.apply(entry);
    if (!watch?.done) again.advance(room.now);
    const explanation = watch?.explanation();
    if (!explanation) throw new Error(`event ${event.seq} is not in the trial's journal`);
    return { kind: "explained" as const, explanation };
  }

  async health() {
    return {
      ok: !this.stopped,
      database: true,
      rooms: [...this.rooms.keys()].map((id) => ({ id, state: "live", lagMs: 0 })),
    };
  }

  private live(id: RoomId): Live {
    const live = this.rooms.get(id);
    if (!live) throw new Error(`no trial room ${id}`);
    return live;
  }

  private async flush(id: RoomId, live: Live): Promise<void> {
    const { room, ring, listeners } = live;
    const events = room.takeEvents();
    if (events.length === 0) return;
    ring.add(events);
    if (!(await project(id, live.projectedTo, room.eventSeq, rowsOf(events, 0)))) throw new Error("projection refused");
    live.projectedTo = room.eventSeq;
    const publication = publicationOf(room, events, false); // one object for all, as in the host
    for (const { account, onOwnEvents, onPublication } of listeners) {
      const own = events.filter((event) => account !== undefined && accountOf(event) === account);
      if (own.length > 0) onOwnEvents?.(own);
      onPublication(publication);
    }
  }
}

function publicationOf(room: Room, events: readonly RoomEvent[], whole: boolean): Publication {
  const contracts = room.contracts();
  const books = contracts.flatMap(({ symbol }) => room.depth(symbol, 12) ?? []);
  const traded = new Set(events.flatMap((event) => (event.kind === "trade" ? [event.contract] : [])));
  return {
    seq: room.eventSeq,
    view: room.view(),
    contracts: contracts.filter(({ symbol }) => whole || traded.has(symbol)),
    books: books.filter(({ symbol }) => whole || traded.has(symbol)),
    events: events.filter(isPublic),
  };
}

function answer<Q extends keyof RoomQueries>(room: Room, query: Q, about: RoomQueries[Q]["ask"]): unknown {
  const { account, order, draft, exits, spread, symbol, levels } = about as unknown as {
    [K in "account" | "order" | "draft" | "exits" | "spread" | "symbol" | "levels"]: never;
  };
  switch (query) {
    case "view":
      return room.view();
    case "contracts":
      return room.contracts();
    case "benchmarks":
      return room.benchmarks();
    case "scenarios":
      return room.scenarios?.() ?? [];
    case "depth":
      return room.depth(symbol, levels);
    case "account":
      return room.account(account);
    case "openOrders":
      return room.openOrders(account).map((open) => ({ ...open, queueAhead: room.queueAhead(account, open.id) }));
    case "order":
      return room.order(account, order);
    case "preview":
      return room.preview(account, draft, exits);
    case "previewSpread":
      return room.previewSpread?.(account, spread) ?? null;
    case "standings":
      return room.standings();
  }
}
