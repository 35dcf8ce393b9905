import type { Entry } from "@/engine/commands";
import type { RoomConfig } from "@/engine/config";
import { openRoom, restoreRoom } from "@/engine/index";
import { Draws, seedWords, streamOf } from "@/engine/random";
import type { Room } from "@/engine/room-face";
import { drive, RandomPeople } from "./random-commands";

export interface Soak {
  readonly seed: string;
  readonly commands: number;
  readonly crashes: number;
  readonly trades: number;
  /** Of the last room. */
  readonly digest: string;
}

const PEOPLE = 8;
/** A trading day is some two thousand commands long. */
const PAUSES = 600;
/** Random people lose their money sooner or later, and whoever has none trades no more: then another room opens. */
const ROOM = 100_000;
/** Each life of the room is that long at most, so that a snapshot and what follows it are replayed again and again. */
const LIFE = 20_000;

/**
 * Random commands with crashes: at moments drawn from the seed the room is lost, made again from its last snapshot and the
 * entries since, and has to be the same to the digest; then it goes on from there. The laws are asserted at every crash.
 */
export function soak(
  config: RoomConfig,
  seed: string,
  commands: number,
  told: (done: number) => void = () => {},
): Soak {
  let [crashes, trades, digest] = [0, 0, ""];
  for (let done = 0; done < commands; done += ROOM) {
    const one = soakRoom(config, `${seed}-${done / ROOM + 1}`, Math.min(ROOM, commands - done), (n) => told(done + n));
    crashes += one.crashes;
    trades += one.trades;
    digest = one.digest;
  }
  return { seed, commands, crashes, trades, digest };
}

function soakRoom(config: RoomConfig, seed: string, commands: number, told: (done: number) => void): Soak {
  const draws = new Draws(seedWords(seed), streamOf("crashes"), 0);
  let room: Room = openRoom(config, seed);
  let saved = plainCopy(room.snapshot());
  let crashes = 0;
  let done = 0;
  // The people outlive the room they act in.
  const present = new Proxy({} as Room, { get: (_, name) => bound(room, name) });
  const people = new RandomPeople(seed, present, PEOPLE, PAUSES);
  while (done < commands) {
    const since: Entry[] = [];
    const life = Math.min(1 + draws.below(LIFE), commands - done);
    drive(room, people, life, (entry) => since.push(entry));
    done += life;
    room.check();
    room.takeEvents();
    const again = restoreRoom(saved);
    for (const entry of since) again.apply(entry);
    if (again.digest() !== room.digest() || again.chain() !== room.chain()) {
      throw new Error(`seed ${seed}: after ${done} commands the room that was made again is another one`);
    }
    again.takeEvents();
    room = again;
    crashes += 1;
    if (draws.below(2) === 0) saved = plainCopy(room.snapshot());
    else saved = plainCopy(restoreRoom(plainCopy(room.snapshot())).snapshot());
    told(done);
  }
  return { seed, commands, crashes, trades: room.counts().trades, digest: room.digest() };
}

const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function bound(room: Room, name: string | symbol): unknown {
  const value = Reflect.get(room, name);
  return typeof value === "function" ? value.bind(room) : value;
}
