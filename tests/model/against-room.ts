import fc from "fast-check";
import type { Command } from "@/engine/commands";
import type { RoomConfig } from "@/engine/config";
import { defaultRoomConfig } from "@/engine/default-config";
import { openRoom, startOf } from "@/engine/index";
import type { Outcome } from "@/engine/outcome";
import type { Room } from "@/engine/room-face";
import type { Cents, Level, Lots, RoomTime } from "@/engine/units";
import { inWords, moment } from "./in-words";
import { NaiveVenue } from "./naive-venue";
import { differences, nameOf, ordersToSee, sightOfNaive, sightOfRoom } from "./observe";
import { shorten } from "./shorten";
import { commandOf, type Mix, momentOf, type Step, stepOf } from "./steps";
import type { Answer } from "./world";

/** Two benchmarks of three months each, nobody but people, list prices that never move. */
export function quietVenue({ cash, mix }: Profile): RoomConfig {
  const [prem] = defaultRoomConfig.benchmarks.filter(({ id }) => id === "PREM");
  const [many] = defaultRoomConfig.benchmarks.filter(({ sellers }) => sellers.length > 8);
  const still = { ...prem.world, jumpsPerYear: 0 };
  const hour = 3_600_000;
  return {
    ...defaultRoomConfig,
    calendar: {
      firstDay: "2026-10-01",
      preOpen: 9 * hour - 600_000,
      open: 9 * hour,
      closingWindow: 15 * hour - 900_000,
      close: 15 * hour,
      fixing: 15 * hour + 1_800_000,
    },
    benchmarks: [
      { ...prem, startLevel: 450_000 as Level, world: still },
      {
        ...many,
        id: "ECON",
        tickValue: 1 as Cents,
        fee: { taker: 1 as Cents, maker: 0 as Cents },
        positionLimit: 200 as Lots,
        positionLimitSettlementMonth: 60 as Lots,
        startLevel: 443_900 as Level,
        world: still,
      },
    ].slice(0, mix.months > 3 ? 2 : 1),
    listing: { months: 2, quarters: 1 },
    money: { ...defaultRoomConfig.money, marginCash: cash as Cents, bankCash: 5_000_000 as Cents },
    participants: [],
  };
}

export interface Profile {
  readonly cash: number;
  readonly mix: Mix;
  /** Time of day at which a history begins. */
  readonly from?: "pre-open";
}

interface Telling {
  readonly history: readonly string[];
  /** What the two venues do not agree on after its last line; empty: they agree throughout. */
  readonly differences: readonly string[];
  readonly trades: number;
}

const PEOPLE = 4;

/** Tells both venues the same history and compares all there is to see after each command. */
export function tell(profile: Profile, steps: readonly Step[]): Telling {
  const history: string[] = [];
  const both = bothVenues(profile);
  const done = (differences: readonly string[]) => ({ history, differences, trades: both.naive.world.trades.length });
  try {
    for (const step of steps) {
      const found = carryOut(both, step, (line) => history.push(line));
      if (!both.naive.inScope()) break;
      if (found.length > 0) return done(found);
    }
    return done([]);
  } catch (error) {
    // A venue that throws has a bug of ours: that too is a difference, and shrinks like one.
    return done([error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  }
}

interface Both {
  readonly room: Room;
  readonly naive: NaiveVenue;
}

function bothVenues(profile: Profile): Both {
  const config = quietVenue(profile);
  const both = { room: openRoom(config, "model"), naive: new NaiveVenue(config, startOf(config) - 1) };
  const begin = startOf(config) + (profile.from === "pre-open" ? 0 : 601_000);
  both.naive.advance(begin);
  both.room.advance(begin as RoomTime);
  for (let owner = 1; owner <= PEOPLE; owner++) {
    const command = { kind: "open-account", owner: owner as never } as const;
    answersOf(both.room, command, both.naive.apply(command));
  }
  both.room.takeEvents();
  return both;
}

/** What the two do not agree on after a step. */
function carryOut(both: Both, step: Step, say: (line: string) => void): string[] {
  const { room, naive } = both;
  const { world } = naive;
  const tradesBefore = world.trades.length;
  const known = world.orderCount;
  const open = new Set(world.orders.filter(({ status }) => status === "open").map(({ id }) => id));
  const at = momentOf(world, step);
  if (step.do === "wait") say(`it is ${moment(at)}`);
  naive.advance(at);
  if (!naive.inScope()) return [];
  room.advance(at as RoomTime);
  const command = commandOf(world, step);
  if (command !== null) say(inWords(command));
  const answer = command === null ? null : naive.apply(command);
  if (!naive.inScope()) return [];
  const answers = command === null ? [] : answersOf(room, command, answer!);
  room.check();
  const orders = ordersToSee(world, open, known);
  const seen = sightOfRoom(room, world, orders, room.takeEvents());
  return [...answers, ...differences(seen, sightOfNaive(world, orders, tradesBefore))];
}

/** What the two answer to a command, if it is not the same. */
function answersOf(room: Room, command: Command, answer: Answer): string[] {
  const outcome = room.apply({ seq: room.seq + 1, at: room.now, command });
  const [said, meant] = [saidByRoom(outcome, answer), saidByNaive(answer)].map((part) => JSON.stringify(part));
  return said === meant ? [] : [`the answer: ${said} in the room, ${meant} in the naive venue`];
}

function saidByRoom(outcome: Outcome, answer: Answer): unknown {
  if (outcome.kind === "order") return ["order", outcome.order.id, outcome.repeated];
  if (outcome.kind === "cancelled")
    return ["cancelled", outcome.orders.map(({ id }) => id as number).sort((a, b) => a - b)];
  if (outcome.kind !== "refused") return [outcome.kind];
  return ["refused", nameOf(outcome.refusal, answer.kind === "refused" ? answer.refusals : [])];
}

function saidByNaive(answer: Answer): unknown {
  if (answer.kind === "order") return ["order", answer.order.id, answer.repeated];
  if (answer.kind === "cancelled") return ["cancelled", [...answer.orders].sort((a, b) => a - b)];
  return answer.kind === "refused" ? ["refused", "one that is true"] : [answer.kind];
}

/** How many histories there are, and where they come from: MODEL_TIMES=50 MODEL_SEED=7 tells fifty times as many others. */
const TIMES = Number(process.env.MODEL_TIMES ?? 1);
const SEED = Number(process.env.MODEL_SEED ?? 1);

/** Random histories of a profile. The first that fails is told in words, shortened. */
export function agreeOn(profile: Profile, { histories = 40, length = 100 } = {}): { trades: number } {
  let trades = 0;
  const steps = fc.array(stepOf(profile.mix), { minLength: 1, maxLength: length, size: "max" });
  const agree = fc.property(steps, (history) => {
    const telling = tell(profile, history);
    trades += telling.trades;
    return telling.differences.length === 0;
  });
  const result = fc.check(agree, { seed: SEED, numRuns: histories * TIMES, endOnFailure: true });
  if (!result.failed) return { trades };
  const failing = shorten(result.counterexample![0], (history) => tell(profile, history).differences.length > 0);
  const { history, differences: found } = tell(profile, failing);
  const lines = [
    `The venues differ (seed ${SEED}, path ${result.counterexamplePath}).`,
    ...history.map((l) => `  ${l}`),
  ];
  throw new Error([...lines, ...found].join("\n"));
}
