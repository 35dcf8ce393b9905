import { parseArgs } from "node:util";
import { Calendar, type TradingDay } from "@/engine/calendar";
import { defaultRoomConfig } from "@/engine/default-config";
import { openRoom } from "@/engine/index";
import type { Room } from "@/engine/room-face";
import type { RoomTime } from "@/engine/units";
import { readScenario } from "./read-scenario";

/** DESIGN §6: commands a room day may cost its participants, for the 32 books of the full listing. */
const BUDGET_OF_32_BOOKS = 100_000;
const MOST_DAYS = 10_000;
const MINUTE = 60_000;

const usage = "npm run simulate -- [--seed TEXT] [--days 1…10000] [--scenario PRESET|FILE] [--json]";

/** What one contract's place in the list (nearest, next, …) showed, looked at once a minute. */
interface Sample {
  looks: number;
  locked: number;
  twoSided: number;
  spread: number; // Σ ticks
  lots: number;
}

/** Runs the default room, on request with a scenario, for some days and says what came of it. Returns the exit code. */
export function simulate(args: readonly string[]): number {
  const asked = read(args);
  if (asked === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { seed, days, json, named } = asked;
  const scenario = named === undefined ? undefined : readScenario(named, defaultRoomConfig);
  if (Array.isArray(scenario)) {
    for (const line of scenario) console.error(line);
    return 1;
  }
  const config = scenario === undefined ? defaultRoomConfig : { ...defaultRoomConfig, scenario };
  const room = openRoom(config, seed);
  const calendar = new Calendar(config.calendar);
  const samples = new Map<string, Sample>();
  let busiest = 0;
  const started = performance.now();
  for (let no = 1; no <= days; no++) {
    const day = calendar.day(no);
    const before = room.counts().commands;
    if (!json) watch(room, day, samples);
    room.advance(day.fixing as RoomTime);
    room.takeEvents(); // nobody listens
    busiest = Math.max(busiest, room.counts().commands - before);
  }
  const seconds = Math.round(performance.now() - started) / 1000;
  room.check();
  const result = { digest: room.digest(), days, ...room.counts(), seconds };
  if (json) console.log(JSON.stringify(result));
  else describe(seed, result, busiest, samples);
  return 0;
}

interface Asked {
  readonly seed: string;
  readonly days: number;
  readonly json: boolean;
  readonly named: string | undefined;
}

function read(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: "string", default: "1" },
        days: { type: "string", default: "250" },
        scenario: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const days = Number(values.days);
    if (!Number.isSafeInteger(days) || days < 1 || days > MOST_DAYS) return null;
    return { seed: values.seed, days, json: values.json, named: values.scenario };
  } catch {
    return null;
  }
}

/** Looks at every book once a minute of the day. Advancing in steps changes nothing: advance(a); advance(b) ≡ advance(b). */
function watch(room: Room, day: TradingDay, samples: Map<string, Sample>): void {
  for (let at = day.open + MINUTE; at < day.close; at += MINUTE) {
    room.advance(at as RoomTime);
    eachContract(room, samples, (sample, { bid, ask, locked }) => {
      sample.looks++;
      if (locked !== null) sample.locked++;
      if (bid === null || ask === null) return;
      sample.twoSided++;
      sample.spread += ask - bid;
    });
  }
  room.advance((day.close - 1) as RoomTime);
  eachContract(room, samples, (sample, { volume }) => {
    sample.lots += volume;
  });
}

function eachContract(
  room: Room,
  samples: Map<string, Sample>,
  visit: (sample: Sample, contract: ReturnType<Room["contracts"]>[number]) => void,
): void {
  let benchmark = "";
  let place = 0;
  for (const contract of room.contracts()) {
    place = contract.benchmark === benchmark ? place + 1 : 1;
    benchmark = contract.benchmark;
    const name = `${benchmark} ${place}`;
    const sample = samples.get(name) ?? { looks: 0, locked: 0, twoSided: 0, spread: 0, lots: 0 };
    samples.set(name, sample);
    visit(sample, contract);
  }
}

function describe(
  seed: string,
  result: { digest: string; days: number; commands: number; orders: number; trades: number; seconds: number },
  busiest: number,
  samples: ReadonlyMap<string, Sample>,
): void {
  const { digest, days, commands, orders, trades, seconds } = result;
  const budget = Math.floor((BUDGET_OF_32_BOOKS * samples.size) / 32);
  const whole = (n: number) => Math.round(n).toLocaleString("en");
  const percent = (part: number, all: number) => (all === 0 ? "–" : `${((100 * part) / all).toFixed(2)} %`);
  console.log(`Simulated room, seed ${seed}: ${days} days in ${seconds} s (play money, simulated prices)`);
  console.log(`  digest    ${digest}`);
  console.log(`  commands  ${whole(commands)}: ${whole(commands / days)} a day, ${whole(busiest)} on the busiest`);
  console.log(`  budget    ${whole(budget)} a day for ${samples.size} books`);
  console.log(`  orders    ${whole(orders)}    trades ${whole(trades)}`);
  console.log("  contract   two-sided*   spread   lots a day   locked");
  for (const [name, { looks, locked, twoSided, spread, lots }] of samples) {
    const cells = [
      percent(twoSided, looks - locked).padStart(9),
      (twoSided === 0 ? "–" : (spread / twoSided).toFixed(1)).padStart(7),
      whole(lots / days).padStart(9),
      percent(locked, looks).padStart(8),
    ];
    console.log(`  ${name.padEnd(9)} ${cells.join("   ")}`);
  }
  console.log("  * of the minutes in which the contract was not locked at its limit (5.2)");
}
