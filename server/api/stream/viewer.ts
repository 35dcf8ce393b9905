import type { RoomEvent } from "@/engine/events";
import type { Membership } from "@/server/db/members";
import type { RoomCard } from "@/server/db/rooms";
import { type Publication, roomPort } from "@/server/port";
import { HostFailed } from "../respond";
import { defaultsOf, encode, heartbeat, type RoomFeed, reconnectSoon } from "./feed";
import { feedOf, ownAccount, snapshotAt } from "./snapshot";

const beatEvery = 5_000;
/** Unread bytes after which a reader is too slow: it is dropped, and resumes from where it was. */
const mostUnread = 256_000;
/** A signed-in reader's money is told anew this often while prices move. */
const accountEvery = 1_000;
/** Then the client connects again, and who it is is asked again. */
const longest = 30 * 60_000;

type Heard = { readonly publication: Publication } | { readonly own: readonly RoomEvent[] };

/**
 * One open stream. What the room says is queued and told strictly in turn, own events before the publication that moves
 * the place to resume from: a reader cut off at any moment misses nothing.
 */
export class Viewer {
  private readonly queue: Heard[] = [];
  private telling = false;
  private started = false;
  private ended = false;
  private sentSeq: number;
  private now = 0;
  private toldAccountAt = 0;
  private leave: () => void = () => {};
  private missed = false;
  private snapshotSent = false;
  private readonly timers: NodeJS.Timeout[] = [];
  private out!: ReadableStreamDefaultController<Uint8Array>;
  private feed!: RoomFeed;

  readonly body: ReadableStream<Uint8Array>;

  constructor(
    private readonly room: RoomCard,
    private readonly member: Membership | null,
    private readonly since: number | null,
    private readonly onEnded: () => void,
  ) {
    this.sentSeq = since ?? 0;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (out) => {
          this.out = out;
        },
        cancel: () => this.end(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostUnread }),
    );
  }

  /** Joins the room's listeners. A failure of the host is thrown before a byte is sent. */
  async open(): Promise<void> {
    this.feed = await feedOf(this.room.id);
    const options = {
      ...(this.member && { account: this.member.account }),
      ...(this.since !== null && { since: this.since }),
    };
    const subscribed = await roomPort().subscribe(this.room.id, options, {
      onPublication: (publication) => this.hear({ publication }),
      onOwnEvents: (own) => this.hear({ own }),
      onEnd: () => this.end(),
    });
    if ("kind" in subscribed) throw new HostFailed(subscribed);
    this.leave = subscribed.unsubscribe;
    if (this.ended) return this.leave(); // the reader, or the room, left meanwhile
    this.missed = subscribed.missed;
    this.started = true;
    this.timers.push(setInterval(() => this.send(heartbeat), beatEvery).unref());
    this.timers.push(setTimeout(() => this.end(), longest).unref());
    this.send(reconnectSoon);
    void this.tell();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const timer of this.timers) clearInterval(timer);
    this.queue.length = 0;
    this.leave();
    this.onEnded();
    try {
      this.out.close();
    } catch {
      // the reader closed it first
    }
  }

  private hear(heard: Heard): void {
    if (this.ended) return;
    this.queue.push(heard);
    if (this.started) void this.tell();
  }

  private async tell(): Promise<void> {
    if (this.telling) return;
    this.telling = true;
    try {
      for (let next = this.take(); next && !this.ended; next = this.take()) {
        if ("own" in next) await this.tellOwn(next.own);
        else await this.tellMarket(next.publication);
      }
    } catch (thrown) {
      if (!(thrown instanceof HostFailed)) console.error(`stream of room ${this.room.id}:`, thrown);
      this.end(); // the client comes back and resumes
    } finally {
      this.telling = false;
    }
  }

  /** The first publication goes before own events that were heard earlier: a snapshot is the ground they stand on. */
  private take(): Heard | undefined {
    if (this.snapshotSent) return this.queue.shift();
    const first = this.queue.findIndex((heard) => "publication" in heard);
    return first < 0 ? undefined : this.queue.splice(first, 1)[0];
  }

  private async tellMarket(publication: Publication): Promise<void> {
    const first = !this.snapshotSent;
    this.snapshotSent = true;
    this.now = publication.view.now;
    if (first && (this.since === null || this.missed)) {
      if (this.missed) this.send(encode({ event: "reset", seq: publication.seq }, null));
      const snapshot = await snapshotAt(publication, this.room, this.member);
      this.send(encode(snapshot, publication.seq));
      this.toldAccountAt = Date.now();
      this.sentSeq = publication.seq;
      return;
    }
    if (first) await this.tellHeardBefore();
    const defaults = this.member ? defaultsOf(publication.events, this.member.account) : [];
    if (defaults.length > 0) await this.tellOwn(defaults);
    this.send(this.feed.frame(publication));
    this.sentSeq = publication.seq;
    const due = publication.contracts.length > 0 && Date.now() - this.toldAccountAt >= accountEvery;
    if (due) await this.tellOwn([]);
  }

  /** Resuming: own events since then must be told before the place to resume from moves past them. */
  private async tellHeardBefore(): Promise<void> {
    const own = this.queue.splice(0).flatMap((heard) => {
      if ("own" in heard) return heard.own;
      this.queue.push(heard);
      return [];
    });
    await this.tellOwn(own);
  }

  private async tellOwn(events: readonly RoomEvent[]): Promise<void> {
    if (!this.member) return;
    const account = await ownAccount(this.room.id, this.member.account, this.feed, this.now);
    this.toldAccountAt = Date.now();
    this.send(encode(this.feed.own(events, account, this.sentSeq), null));
  }

  private send(bytes: Uint8Array): void {
    if (this.ended) return;
    this.out.enqueue(bytes);
    if ((this.out.desiredSize ?? 0) < 0) this.end();
  }
}
