import { BASE_DATE, type SlotBenchmark } from "./definitions";
import { type BenchmarkDay, type ReplayRules, replay, rulesOf } from "./replay";
import { knownBy, type Panel } from "./slot-price";

/** A fixing that changed because a price became known after its day. Append-only, with its reason (3.4). */
export interface Revision {
  readonly date: string;
  readonly published: number | null; // on what was known that day; null: withheld with nothing to carry
  readonly revised: number | null;
  readonly revisedOn: string; // when the last of the prices behind it became known
  readonly observations: readonly string[]; // what was not known
}

/** The fixing of each day as it could have been published then, where it differs from what is known now; oldest first. */
export function revisions(
  benchmark: SlotBenchmark,
  panel: Panel,
  to: string = BASE_DATE,
  rules: ReplayRules = rulesOf(benchmark),
): Revision[] {
  const now = replay(benchmark, panel, to, rules);
  const exits = panel.exits.map((exit) => ({ ...exit, id: null }));
  const late = [...panel.prices, ...exits].filter(({ date, knownOn }) => knownOn > date);
  const then = new Map<string, Map<string, BenchmarkDay>>();
  return now.flatMap((day): Revision[] => {
    const unknown = late.filter(({ date, knownOn }) => date <= day.date && knownOn > day.date);
    if (unknown.length === 0) return [];
    const key = unknown.map((one) => `${one.seller} ${one.date}`).join("|");
    if (!then.has(key)) then.set(key, asKnownOn(day.date, benchmark, panel, to, rules, now));
    const published = then.get(key)?.get(day.date)?.level ?? null;
    if (published === day.level) return [];
    const observations = unknown.flatMap(({ id }) => id ?? []);
    const revisedOn = unknown.reduce((last, { knownOn }) => (knownOn > last ? knownOn : last), "");
    return [{ date: day.date, published, revised: day.level, revisedOn, observations }];
  });
}

/** The benchmark on what was known by a day, from the divisor that the full history has where it starts. */
function asKnownOn(
  day: string,
  benchmark: SlotBenchmark,
  panel: Panel,
  to: string,
  rules: ReplayRules,
  now: readonly BenchmarkDay[],
): Map<string, BenchmarkDay> {
  const known = knownBy(panel, day);
  const first = replay(benchmark, known, day, rules, ONE).find(({ level }) => level !== null);
  const divisor = now.find(({ date }) => date === first?.date)?.divisor ?? 1;
  const days = replay(benchmark, known, to, rules, Math.round(divisor * ONE));
  return new Map(days.map((one) => [one.date, one]));
}

const ONE = 1_000_000_000;
