import type { Episode, Scheme } from "@/engine/agents/manipulation/episodes";
import type { ManipulatorConfig } from "@/engine/agents/participant-config";
import { type PopulationName, populations } from "@/engine/agents/populations";
import { Calendar } from "@/engine/calendar";
import type { RoomConfig } from "@/engine/config";
import { defaultRoomConfig } from "@/engine/default-config";
import { MarketRoom } from "@/engine/room/market-room";
import type { Alert, AlertPattern } from "@/engine/surveillance/alert";
import { defaultSurveillance } from "@/engine/surveillance/default-rules";
import { cents, lots, type RoomTime } from "@/engine/units";

/** Runs of a room in which it is known who manipulated, and how its alerts compare with that. */

export const schemes: readonly Scheme[] = ["spoofing", "layering", "wash-trades", "marking-the-close"];
export const patterns: readonly AlertPattern[] = [...schemes, "cancellations", "self-trades"];
export const populationNames = Object.keys(populations) as PopulationName[];
const MINUTE = 60_000;

/** Every how long a manipulator acts, on the whole; one who marks the close looks that often. */
const wakeEvery: Record<Scheme, number> = {
  spoofing: 45 * MINUTE,
  layering: 45 * MINUTE,
  "wash-trades": 90 * MINUTE,
  "marking-the-close": 6 * MINUTE,
};
const styles: Record<Scheme, ManipulatorConfig["style"]> = {
  spoofing: "spoofing",
  layering: "layering",
  "wash-trades": "wash",
  "marking-the-close": "marking-the-close",
};

/** An alert of one run, by the numbers of accounts alone. */
type Told = Pick<Alert, "pattern" | "contract" | "from" | "to" | "evidence"> & { readonly accounts: readonly number[] };

export interface Run {
  readonly days: number;
  readonly alerts: readonly Told[];
  readonly episodes: readonly (Episode & { readonly account: number })[];
}

/** Nobody manipulates: a population of the engine's own, watched. */
export const honest = (population: PopulationName): RoomConfig => ({
  ...defaultRoomConfig,
  participants: populations[population],
  surveillance: defaultSurveillance,
});

/** The default room, watched, and one manipulator of each style in a benchmark of its own, another one each turn. */
export function watched(turn: number): RoomConfig {
  const room = { ...defaultRoomConfig, surveillance: defaultSurveillance };
  const added = schemes.flatMap((scheme, i) => {
    const { id, tickValue } = room.benchmarks[(i + turn) % room.benchmarks.length];
    return manipulators(scheme, id, tickValue === 1 ? 50 : 5, `${scheme} ${turn}`); // a tick of ECON is a tenth of the others'
  });
  return { ...room, participants: [...room.participants, ...added] };
}

function manipulators(scheme: Scheme, benchmark: string, size: number, word: string): ManipulatorConfig[] {
  const one: ManipulatorConfig = {
    kind: "manipulator",
    style: styles[scheme],
    benchmarks: [benchmark],
    marginCash: cents(200_000_000),
    bankCash: cents(0),
    wakeEvery: wakeEvery[scheme],
    lots: lots(size),
  };
  if (scheme !== "wash-trades") return [one];
  return (["rests", "takes"] as const).map((role) => ({ ...one, pact: { word, role } }));
}

export function run(config: RoomConfig, seed: string, days: number): Run {
  const room = MarketRoom.open(config, seed);
  const calendar = new Calendar(config.calendar);
  const alerts: Told[] = [];
  for (let no = 1; no <= days; no++) {
    room.advance(calendar.day(no).fixing as RoomTime);
    for (const event of room.takeEvents()) {
      if (event.kind !== "alert") continue;
      const { pattern, contract, from, to, evidence, parties } = event.alert;
      alerts.push({ pattern, contract, from, to, evidence, accounts: parties.map(({ account }) => account) });
    }
  }
  const episodes = room
    .manipulations()
    .flatMap(({ account, episodes: of }) => of.map((episode) => ({ ...episode, account })));
  return { days, alerts, episodes };
}

export interface Grade {
  readonly scheme: Scheme;
  readonly right: number; // alerts that fit an episode
  readonly wrong: number; // alerts that fit none
  readonly episodes: number; // that worked: false orders shown or lots passed, and traded on
  readonly found: number; // of those
  readonly tried: number; // all of them
  readonly triedFound: number;
}

/** An alert is right if its account did that then and there; an episode is found if an alert of its own is right. */
export function grade(scheme: Scheme, runs: readonly Run[]): Grade {
  const sum = { right: 0, wrong: 0, episodes: 0, found: 0, tried: 0, triedFound: 0 };
  for (const { alerts, episodes } of runs) {
    const told = alerts.filter(({ pattern }) => pattern === scheme);
    const done = episodes.filter((episode) => episode.scheme === scheme);
    for (const alert of told) {
      if (done.some((episode) => fits(alert, episode))) sum.right += 1;
      else sum.wrong += 1;
    }
    for (const episode of done) {
      const isFound = told.some((alert) => fits(alert, episode));
      sum.tried += 1;
      if (isFound) sum.triedFound += 1;
      if (!episode.worked) continue;
      sum.episodes += 1;
      if (isFound) sum.found += 1;
    }
  }
  return { scheme, ...sum };
}

const fits = (alert: Told, episode: Episode & { account: number }): boolean =>
  alert.accounts.includes(episode.account) &&
  alert.contract === episode.contract &&
  alert.from <= episode.to &&
  alert.to >= episode.from;

/** How often each pattern is told of on a day on which nobody manipulates. */
export function alertsADay(runs: readonly Run[]): Record<AlertPattern, number> {
  const days = runs.reduce((all, one) => all + one.days, 0);
  const told = runs.flatMap(({ alerts }) => alerts);
  const rate = (pattern: AlertPattern) =>
    days === 0 ? 0 : told.filter((one) => one.pattern === pattern).length / days;
  return Object.fromEntries(patterns.map((pattern) => [pattern, rate(pattern)])) as Record<AlertPattern, number>;
}
