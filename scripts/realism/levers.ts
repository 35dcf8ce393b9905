import { Calendar } from "@/engine/calendar";
import type { RoomConfig } from "@/engine/config";
import { MarketRoom } from "@/engine/room/market-room";
import type { Scenario, Shock } from "@/engine/scenario/scenario";
import type { RoomTime } from "@/engine/units";
import { meanOf } from "./statistics";

const MINUTE = 60_000;
/** The shock comes in the night of this day, or during the next one at 11:00. */
const EVE = 3;
const ELEVEN = 11 * 60 * MINUTE;
/** Trading days until what sellers are asked to pass on has had time to reach the market. */
const LATER = 10;

/** What a lever's shock must do to which benchmark: +1 dearer, −1 cheaper. */
interface Expected {
  readonly lever: Shock["lever"];
  readonly benchmark: string;
  readonly sign: 1 | -1;
  readonly shock: Partial<Shock>;
}

/** Every lever of a shock, three tenths more of it or, where somebody pays or wants less, less of it. What the venue's operator rules is in the scenario tests. */
export const levers: readonly Expected[] = [
  { lever: "gpu-hour", benchmark: "GPUH", sign: 1, shock: {} },
  { lever: "gpu-hour", benchmark: "ECON", sign: 1, shock: {} },
  { lever: "power", benchmark: "ECON", sign: 1, shock: { size: 3 } },
  { lever: "throughput", benchmark: "PREM", sign: -1, shock: {} },
  { lever: "demand", benchmark: "PREM", sign: 1, shock: {} },
  { lever: "utilisation", benchmark: "ECON", sign: -1, shock: {} },
  { lever: "export-controls", benchmark: "CHNA", sign: 1, shock: { region: "CN" } },
  { lever: "subsidy", benchmark: "CHNA", sign: -1, shock: { region: "CN", size: -0.3 } },
  { lever: "frontier-model", benchmark: "PREM", sign: -1, shock: { benchmark: "PREM", size: -0.3 } },
  { lever: "seller-price", benchmark: "PREM", sign: 1, shock: { benchmark: "PREM", seller: "Alder" } },
];

const transmission = { passThrough: 1, lagDays: 5, demandElasticity: 1 };

const scenarioOf = ({ lever, shock }: Expected, time?: number): Scenario => ({
  id: `lever-${lever}`,
  transmission,
  shocks: [
    {
      id: lever,
      at: time === undefined ? { day: EVE } : { day: EVE + 1, time },
      lever,
      size: 0.3,
      shape: "step",
      ...shock,
    },
  ],
  rulings: [],
  news: [],
});

/** Middles of the next month of a benchmark, at the moments asked for. */
function path(config: RoomConfig, seed: string, moments: readonly number[]): Map<string, number[]> {
  const room = MarketRoom.open(config, seed);
  const middles = new Map(config.benchmarks.map(({ id }) => [id, [] as number[]]));
  for (const at of moments) {
    room.advance(at as RoomTime);
    for (const { id } of config.benchmarks) {
      const [, next] = room.contracts().filter(({ benchmark }) => benchmark === id);
      const { bid, ask, mark } = next;
      middles.get(id)?.push(bid === null || ask === null ? mark : (bid + ask) / 2);
    }
  }
  return middles;
}

export interface LeverResult {
  readonly lever: string;
  readonly benchmark: string;
  /** Log change against the same room without the shock, in its direction, mean over seeds. */
  readonly later: number;
}

export interface LeverResults {
  readonly directions: readonly LeverResult[];
  /** Of the move a seller's rise has made by the close: the share of it that was there. */
  readonly atOpen: number; // a minute after the open, of overnight news
  readonly withinMinutes: readonly { readonly minutes: number; readonly share: number }[]; // of news at 11:00
}

const AFTER = [2, 5, 15];

export function runLevers(config: RoomConfig, seeds: readonly string[]): LeverResults {
  const calendar = new Calendar(config.calendar);
  const day = calendar.day(EVE + 1);
  const eleven = day.open - config.calendar.open + ELEVEN;
  const moments = [
    day.open + MINUTE,
    ...AFTER.map((minutes) => eleven + minutes * MINUTE),
    day.close - MINUTE,
    calendar.day(EVE + LATER).close - MINUTE,
  ];
  const sellerRise = levers[levers.length - 1];
  const bases = seeds.map((seed) => path(config, seed, moments));
  const moved = (expected: Expected, time?: number): number[][] =>
    seeds.map((seed, i) => {
      const shocked = path({ ...config, scenario: scenarioOf(expected, time) }, seed, moments);
      const base = bases[i].get(expected.benchmark) as number[];
      return (shocked.get(expected.benchmark) as number[]).map((price, at) => Math.log(price / base[at]));
    });
  const shareAt = (moves: readonly number[][], at: number) =>
    meanOf(moves.map((move) => move[at])) / meanOf(moves.map((move) => move[AFTER.length + 1]));
  const overnight = moved(sellerRise);
  const intraday = moved(sellerRise, ELEVEN);
  return {
    directions: levers.map((expected) => {
      const moves = expected === sellerRise ? overnight : moved(expected);
      const later = expected.sign * meanOf(moves.map((move) => move[AFTER.length + 2]));
      return { lever: expected.lever, benchmark: expected.benchmark, later };
    }),
    atOpen: shareAt(overnight, 0),
    withinMinutes: AFTER.map((minutes, i) => ({ minutes, share: shareAt(intraday, i + 1) })),
  };
}
