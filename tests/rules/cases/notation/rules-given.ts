import type { RoomConfig } from "@/engine/config";
import { defaultRoomConfig } from "@/engine/default-config";
import type { Cents, Level, Lots } from "@/engine/units";
import { centsOf, isPerson, ticksOf, Words } from "./words";

/** What a case says before anything happens: the rules of its room, and who comes with how much. */
export interface Given {
  readonly config: RoomConfig;
  /** People who do not come with what everybody has. */
  readonly money: ReadonlyMap<string, Purse>;
}

type Purse = Pick<RoomConfig["money"], "marginCash" | "bankCash">;

const HOUR = 3_600_000;

/** PREM alone, from 4.500; nobody but who is named; list prices that never move. The hours are those of 1.2. */
const quiet: RoomConfig = {
  ...defaultRoomConfig,
  calendar: { ...defaultRoomConfig.calendar, preOpen: 9 * HOUR - HOUR / 6 },
  benchmarks: benchmarksOf(["PREM"]),
  participants: [],
};

function benchmarksOf(ids: readonly string[]): RoomConfig["benchmarks"] {
  return defaultRoomConfig.benchmarks
    .filter(({ id }) => ids.includes(id))
    .map((benchmark) => ({
      ...benchmark,
      startLevel: benchmark.id === "PREM" ? (450_000 as Level) : benchmark.startLevel,
      world: { ...benchmark.world, jumpsPerYear: 0 },
    }));
}

/** Reads the lines that begin with "given". */
export function givenIn(lines: readonly string[]): Given {
  let config = quiet;
  const money = new Map<string, Purse>();
  for (const line of lines) {
    const words = new Words(line);
    words.takeIf("given");
    if (isPerson(words.peek())) money.set(words.take(), purse(words));
    else config = changed(config, words);
    words.end();
  }
  return { config, money };
}

/** "$852.00 in margin, $10.00 at the bank" */
function purse(words: Words): Purse {
  const marginCash = centsOf(words.take()) as Cents;
  if (!words.takeIf("in margin,")) throw new Error(`"${words.text}": write "$852.00 in margin, $10.00 at the bank"`);
  const bankCash = centsOf(words.take()) as Cents;
  if (!words.takeIf("at the bank")) throw new Error(`"${words.text}": write "$852.00 in margin, $10.00 at the bank"`);
  return { marginCash, bankCash };
}

function changed(config: RoomConfig, words: Words): RoomConfig {
  if (words.takeIf("everyone")) return { ...config, money: { ...config.money, ...purse(words) } };
  if (words.takeIf("fund")) return { ...config, money: { ...config.money, fund: centsOf(words.take()) as Cents } };
  if (words.takeIf("first day")) return { ...config, calendar: { ...config.calendar, firstDay: words.take() } };
  if (words.takeIf("benchmarks")) {
    const ids: string[] = [];
    while (!words.done()) ids.push(words.take());
    return { ...config, benchmarks: benchmarksOf(ids) };
  }
  const change = changeOf(words);
  return { ...config, benchmarks: config.benchmarks.map((benchmark) => ({ ...benchmark, ...change })) };
}

/** What a class may change of its benchmarks. */
function changeOf(words: Words): Partial<RoomConfig["benchmarks"][number]> {
  if (words.takeIf("no fees")) return { fee: { taker: 0 as Cents, maker: 0 as Cents } };
  if (words.takeIf("taker fee")) return { fee: { taker: centsOf(words.take()) as Cents, maker: 0 as Cents } };
  if (words.takeIf("initial")) return { fixedInitial: centsOf(words.take()) as Cents };
  if (words.takeIf("start")) return { startLevel: (ticksOf(words.take(), "PREM") * 100) as Level };
  if (words.takeIf("position limit")) return { positionLimit: words.number() as Lots };
  throw new Error(`"${words.text}" is not something that can be given`);
}
