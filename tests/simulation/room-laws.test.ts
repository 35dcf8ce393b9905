import { describe, expect, test } from "vitest";
import type { Entry } from "@/engine/commands";
import { defaultRoomConfig } from "@/engine/default-config";
import { openRoom, restoreRoom } from "@/engine/index";
import type { Room } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";
import { drive, RandomPeople } from "./random-commands";

/** The whole default room, and the same without participants, where people meet each other alone. */
const configs = { "default room": defaultRoomConfig, "people alone": { ...defaultRoomConfig, participants: [] } };
const seeds = ["1", "2", "3"];
const COMMANDS = Number(process.env.SIMULATION_COMMANDS ?? 1_500);

const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe.each(Object.entries(configs))("%s", (_, config) => {
  test.each(seeds)("no history breaks an invariant (7.7, 6.2): checked after every command, seed %s", (seed) => {
    const room = openRoom(config, seed);
    drive(room, new RandomPeople(seed, room, 8), COMMANDS, () => room.check());
    expect(room.counts().trades).toBeGreaterThan(0);
  });

  test.each(seeds)("the same seed and commands give the same events, chain and digest, seed %s", (seed) => {
    const journal: Entry[] = [];
    const live = openRoom(config, seed);
    drive(live, new RandomPeople(seed, live, 8), COMMANDS, (entry) => journal.push(plainCopy(entry)));
    const replayed = openRoom(config, seed);
    for (const entry of journal) replayed.apply(entry);
    expect(replayed.takeEvents()).toEqual(live.takeEvents());
    expect(replayed.chain()).toBe(live.chain());
    expect(replayed.digest()).toBe(live.digest());
  });

  test.each(seeds)("a snapshot anywhere changes nothing, seed %s", (seed) => {
    const journal: Entry[] = [];
    const live = openRoom(config, seed);
    let restored: Room | null = null;
    drive(live, new RandomPeople(seed, live, 8), COMMANDS, (entry) => {
      journal.push(plainCopy(entry));
      restored?.apply(plainCopy(entry));
      if (journal.length % 211 !== 0) return;
      if (restored) expect(restored.digest()).toBe(live.digest());
      restored = restoreRoom(plainCopy(live.snapshot()));
      expect(restored.digest()).toBe(live.digest());
    });
    expect((restored as Room | null)?.digest()).toBe(live.digest());
  });

  test.each(seeds)("advance(a) then advance(b) is advance(b), seed %s", (seed) => {
    const inSteps = openRoom(config, seed);
    const atOnce = openRoom(config, seed);
    const start = inSteps.now as number;
    for (let step = 1; step <= 500; step++) inSteps.advance((start + step * 613_777) as RoomTime);
    atOnce.advance((start + 500 * 613_777) as RoomTime);
    expect(inSteps.takeEvents()).toEqual(atOnce.takeEvents());
    expect(inSteps.digest()).toBe(atOnce.digest());
  });
});

test.each(seeds)("settling twice at one price pays nothing (6.2), after any history, seed %s", (seed) => {
  const room = openRoom(configs["people alone"], seed);
  drive(room, new RandomPeople(seed, room, 6), 600, () => undefined);
  // Everybody stops: with empty books each month keeps its settlement from one close to the next.
  for (const { account } of room.standings()) {
    room.apply({ seq: room.seq + 1, at: room.now, command: { kind: "cancel-all", account } });
  }
  const day = 86_400_000;
  room.advance((room.now + 4 * day) as RoomTime); // past a weekend, so at least one close
  room.takeEvents();
  room.advance((room.now + 4 * day) as RoomTime);
  const paid = room.takeEvents().flatMap((event) => (event.kind === "ledger" ? [event.line] : []));
  const again = paid.filter(({ entry, lots }) => entry === "variation" && lots !== 0);
  expect(again.length).toBeGreaterThan(0);
  for (const { marginChange, price, previousPrice } of again) {
    expect(price).toBe(previousPrice);
    expect(marginChange).toBe(0);
  }
});
