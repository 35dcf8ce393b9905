import type { Watch } from "@/engine/explanations";
import type { EngineBuild, Room, RoomSnapshot } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";
import { commandsOf, type JournalRow, readJournal, readVoids } from "../db/journal";
import { roomSource } from "../db/own-events";
import { loadSnapshot } from "../db/snapshots";
import type { ExplainedEvent, Explanation, RoomId } from "../port";
import { Pacer } from "./pacer";

const rowsAtOnce = 200;

export interface RetraceOptions {
  readonly loadEngine: (build: string) => Promise<EngineBuild>;
  /** The room has shown nothing beyond this, and nor does an explanation. */
  readonly until: RoomTime;
}

/** The engine that ran the room when it happened cannot say why. */
export class CannotExplain extends Error {
  override name = "CannotExplain";
}

/**
 * Plays a stretch of a room's journal again with somebody looking on, and returns what they saw. Nothing is written, and
 * the room itself goes on meanwhile. It begins at the newest snapshot from before all that it is about, else at the seed.
 */
export async function retrace(id: RoomId, event: ExplainedEvent, options: RetraceOptions): Promise<Explanation> {
  const { room, batch } = await begin(id, event, options);
  const past = new Past(event, room, await readVoids(id, batch), options);
  for (let last = batch; !past.isTold; ) {
    const rows = await readJournal(id, last, rowsAtOnce);
    for (const row of rows) {
      if (past.isTold || row.at > options.until) break;
      await past.play(row);
    }
    if (rows.length < rowsAtOnce || rows[rows.length - 1].at > options.until) break;
    last = rows[rows.length - 1].batch;
  }
  past.advance(options.until);
  return past.told();
}

class Past {
  private watch: Watch<Explanation>;

  constructor(
    private readonly event: ExplainedEvent,
    private room: Room,
    private readonly voids: ReadonlySet<number>,
    private readonly options: RetraceOptions,
  ) {
    this.watch = watchFor(room, event);
  }

  get isTold(): boolean {
    return this.watch.done;
  }

  async play(row: JournalRow): Promise<void> {
    if (row.kind === "void") return;
    this.advance(row.at);
    if (this.isTold) return;
    if (this.room.chain() !== row.chain) {
      throw new Error(`the events before entry ${row.firstSeq} are not those of the first time`);
    }
    if (row.kind === "upgrade") await this.upgrade(row.build);
    else this.apply(row);
  }

  advance(to: RoomTime): void {
    const pacer = new Pacer();
    while (this.room.now < to && !this.isTold) {
      pacer.advance(this.room, to);
      this.room.takeEvents();
    }
  }

  told(): Explanation {
    const told = this.watch.explanation();
    if (told === null) throw new Error(`event ${this.event.seq} is not in the journal`);
    return told;
  }

  private apply(row: JournalRow): void {
    for (const [i, command] of commandsOf(row).entries()) {
      const seq = row.firstSeq + i;
      if (this.voids.has(seq)) this.room.skip(seq);
      else this.room.apply({ seq, at: row.at, command });
    }
    this.room.takeEvents();
  }

  /** The room goes on under another build, and whoever looks on takes along what they have seen. */
  private async upgrade(build: string): Promise<void> {
    const engine = await this.options.loadEngine(build);
    const notes = plain(this.watch.notes());
    this.room = engine.restoreRoom(plain(this.room.snapshot()));
    this.watch = watchFor(this.room, this.event, notes);
  }
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function watchFor(room: Room, event: ExplainedEvent, notes?: unknown): Watch<Explanation> {
  const watch =
    event.kind === "fill"
      ? room.watchFill?.(event.account, event.order, event.seq, notes)
      : room.watchMarginCall?.(event.account, event.seq, notes);
  if (!watch) throw new CannotExplain();
  return watch;
}

async function begin(id: RoomId, event: ExplainedEvent, { loadEngine }: RetraceOptions) {
  const before = event.kind === "fill" ? event.createdSeq : event.seq;
  for (let age = 0; ; age++) {
    const stored = await loadSnapshot(id, age, before);
    if (!stored) break;
    const room = reproduced(await loadEngine(stored.build), stored.snapshot, stored.digest);
    if (room) return { room, batch: stored.batch };
  }
  const source = await roomSource(id);
  if (!source) throw new Error(`There is no room ${id}.`);
  const engine = await loadEngine(source.firstBuild);
  return { room: engine.openRoom(source.config, source.seed), batch: 0 };
}

/** Null: the snapshot is damaged; the one before may be whole. */
function reproduced(engine: EngineBuild, snapshot: RoomSnapshot, digest: string): Room | null {
  try {
    const room = engine.restoreRoom(snapshot);
    return room.digest() === digest ? room : null;
  } catch {
    return null;
  }
}
