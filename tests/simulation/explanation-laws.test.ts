import { expect, test } from "vitest";
import type { Entry } from "@/engine/commands";
import type { RoomConfig } from "@/engine/config";
import { defaultRoomConfig } from "@/engine/default-config";
import type { FillExplanation } from "@/engine/explanations";
import { openRoom, restoreRoom } from "@/engine/index";
import type { Room, RoomSnapshot } from "@/engine/room-face";
import type { FillReport } from "@/engine/views";
import { drive, RandomPeople } from "./random-commands";

interface History {
  readonly journal: readonly Entry[];
  readonly snapshots: readonly RoomSnapshot[];
  readonly fills: readonly FillReport[];
  /** Event number with which each order was first told of. */
  readonly created: ReadonlyMap<number, number>;
  readonly end: Room;
}

const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function historyOf(config: RoomConfig, seed: string, commands: number): History {
  const room = openRoom(config, seed);
  const journal: Entry[] = [];
  const snapshots: RoomSnapshot[] = [];
  drive(room, new RandomPeople(seed, room, 8), commands, (entry) => {
    journal.push(plainCopy(entry));
    if (journal.length % 97 === 0) snapshots.push(plainCopy(room.snapshot()));
  });
  const fills: FillReport[] = [];
  const created = new Map<number, number>();
  for (const event of room.takeEvents()) {
    if (event.kind === "fill") fills.push(event.report);
    if (event.kind === "order" && !created.has(event.report.id)) created.set(event.report.id, event.seq);
  }
  return { journal, snapshots, fills, created, end: room };
}

function explain(history: History, room: Room, fill: FillReport): FillExplanation {
  const watch = room.watchFill?.(fill.account, fill.order, fill.eventSeq);
  for (const entry of history.journal) if (entry.seq > room.seq) room.apply(entry);
  const told = watch?.explanation();
  if (!watch?.done || !told) throw new Error(`fill ${fill.eventSeq} is not explained`);
  return told;
}

/** Some of each kind, from all over the history. */
function sample({ fills }: History, each: number): FillReport[] {
  return (["maker", "taker", "auction"] as const).flatMap((liquidity) => {
    const ofKind = fills.filter((fill) => fill.liquidity === liquidity);
    const apart = Math.max(1, Math.floor(ofKind.length / each));
    return ofKind.filter((_, i) => i % apart === 0).slice(0, each);
  });
}

function expectTrue({ fill, ...told }: FillExplanation, tickValue: number): void {
  const signed = fill.side === "buy" ? fill.lots : -fill.lots;
  expect(told.net.after - told.net.before).toBe(signed);
  expect(told.fee.due).toBe(told.fee.perLot * fill.lots);
  expect(told.fee.charged).toBe(fill.fee);
  expect(told.entry).not.toBeNull();
  if (told.queue) {
    expect(told.queue.traded).toBeGreaterThanOrEqual(0);
    expect(told.queue.left).toBeGreaterThanOrEqual(0);
    expect(told.queue.traded + told.queue.left).toBe(told.queue.ahead);
  }
  if (fill.liquidity === "auction") expect(told.auction?.price).toBe(fill.price);
  else {
    const own = told.sweep?.levels.filter((level) => level.own > 0);
    expect(own).toMatchObject([{ price: fill.price, own: fill.lots }]);
    expect(told.sweep?.own).toBe(fill.liquidity === "taker");
  }
  if (fill.liquidity !== "taker") expect(told.after.requirement).toBeLessThanOrEqual(told.before.requirement); // 7.3
  if (told.spread === null && told.sweep) {
    const gained = (told.sweep.before.mark - fill.price) * signed * tickValue - fill.fee;
    expect(told.after.equity - told.before.equity).toBe(gained);
  }
}

const configs = { "default room": defaultRoomConfig, "people alone": { ...defaultRoomConfig, participants: [] } };

test.each(Object.entries(configs))(
  "any fill of a random history is explained, and the witness changes nothing: %s",
  { timeout: 240_000 },
  (name, config) => {
    const history = historyOf(config, "explained-2", name === "people alone" ? 600 : 250);
    const chosen = sample(history, name === "people alone" ? 8 : 2);
    expect(new Set(chosen.map(({ liquidity }) => liquidity)).size).toBe(3);
    const digest = history.end.digest();
    for (const fill of chosen) {
      const room = openRoom(config, "explained-2");
      const told = explain(history, room, fill);
      room.advance(history.end.now);
      expect(room.digest()).toBe(digest);
      const benchmark = config.benchmarks.find(({ id }) => fill.contract.startsWith(`${id}-`));
      expectTrue(told, benchmark?.tickValue ?? 0);

      const before = history.snapshots.filter(({ eventSeq }) => eventSeq < (history.created.get(fill.order) ?? 0));
      if (before.length === 0) continue;
      const restored = restoreRoom(plainCopy(before[before.length - 1]));
      expect(explain(history, restored, fill)).toEqual(told);
    }
  },
);
