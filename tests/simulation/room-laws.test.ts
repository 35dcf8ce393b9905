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

test("settling twice pays nothing (6.2)", () => {
  const room = openRoom(configs["people alone"], "7");
  drive(room, new RandomPeople("7", room, 6), 600, () => undefined);
  const settled = room.takeEvents().filter((event) => event.kind === "ledger" && event.line.entry === "variation");
  expect(settled.length).toBeGreaterThan(0);
  for (const { account } of room.standings()) {
    const view = room.account(account);
    for (const position of view?.positions ?? []) {
      if (position.mark === position.settlement) expect(position.basis).toBe(position.settlement * position.net);
    }
  }
});
