import type { RoomEvent } from "@/engine/events";
import type { Room } from "@/engine/room-face";
import type { AccountNo } from "@/engine/units";
import type { ContractView, DepthView } from "@/engine/views";
import type { Publication, RoomId } from "../port";
import { accountOf, EventRing, isPublic } from "./event-ring";
import type { FirstPublication, FromWorker } from "./messages";

const everyMs = 200;
const heartbeatMs = 1000;
const levels = 12;
/** Followers of a sequence number that has moved on by this much are better served by a fresh snapshot. */
const mostMissedEvents = 5000;

/** Tells those who watch a room what changed: the public a few times a second, people their own events at once. */
export class Publisher {
  private readonly ring = new EventRing();
  private readonly watched = new Map<AccountNo, number>();
  private watchers = 0;
  private unpublished: RoomEvent[] = [];
  private lastAt = 0;
  private contracts = new Map<string, string>();
  private books = new Map<string, string>();

  constructor(
    private readonly room: RoomId,
    private readonly send: (message: FromWorker) => void,
  ) {}

  get hasWatchers(): boolean {
    return this.watchers > 0;
  }

  /** Events of a replay were seen before: only their memory is kept. */
  remember(events: readonly RoomEvent[]): void {
    this.ring.add(events);
  }

  add(events: readonly RoomEvent[]): void {
    const seen = this.ring.lastSeq;
    this.ring.add(events);
    if (this.watchers === 0) return;
    const fresh = events.filter((event) => event.seq > seen);
    this.unpublished.push(...fresh.filter(isPublic));
    for (const account of this.watched.keys()) {
      const own = fresh.filter((event) => accountOf(event) === account);
      if (own.length > 0) this.send({ kind: "own", room: this.room, account, events: own });
    }
  }

  /** Publishes when it is time and something changed. */
  tick(room: Room, wall: number): void {
    if (this.watchers === 0 || wall - this.lastAt < everyMs) return;
    const contracts = changed(room.contracts(), this.contracts);
    const books = changed(depths(room), this.books);
    const quiet = contracts.length === 0 && books.length === 0 && this.unpublished.length === 0;
    if (quiet && wall - this.lastAt < heartbeatMs) return;
    this.lastAt = wall;
    const publication = { seq: room.eventSeq, view: room.view(), contracts, books, events: this.unpublished };
    this.unpublished = [];
    this.send({ kind: "published", room: this.room, publication });
  }

  subscribe(room: Room, account: AccountNo | null, since: number | null): FirstPublication {
    this.watchers += 1;
    if (account !== null) this.watched.set(account, (this.watched.get(account) ?? 0) + 1);
    const recent = since === null ? [] : this.ring.since(since);
    const missed = recent === null || recent.length > mostMissedEvents;
    const events = missed ? [] : recent;
    const publication: Publication = {
      seq: room.eventSeq,
      view: room.view(),
      contracts: room.contracts(),
      books: depths(room),
      events: events.filter(isPublic),
    };
    return { publication, own: events.filter((event) => account !== null && accountOf(event) === account), missed };
  }

  unsubscribe(account: AccountNo | null): void {
    this.watchers -= 1;
    if (this.watchers === 0) this.unpublished = [];
    if (account === null) return;
    const left = (this.watched.get(account) ?? 1) - 1;
    if (left > 0) this.watched.set(account, left);
    else this.watched.delete(account);
  }
}

const depths = (room: Room): DepthView[] => room.contracts().flatMap(({ symbol }) => room.depth(symbol, levels) ?? []);

/** Those that differ from what was last said of them, which is then forgotten. */
function changed<View extends ContractView | DepthView>(views: readonly View[], said: Map<string, string>): View[] {
  return views.filter((view) => {
    const now = JSON.stringify(view);
    if (said.get(view.symbol) === now) return false;
    said.set(view.symbol, now);
    return true;
  });
}
