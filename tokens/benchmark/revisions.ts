import { DIVISOR_ONE } from "@/engine/benchmark/benchmark";
import { BASE_DATE, type SlotBenchmark } from "./definitions";
import { type BenchmarkDay, type ReplayRules, replay, rulesOf } from "./replay";
import type { Panel, SellerExit } from "./slot-price";

/** A fixing that changed because a price became known after its day. Append-only, with its reason (3.4). */
export interface Revision {
  readonly date: string;
  readonly published: number | null; // on what was known that day; null: withheld with nothing to carry
  readonly revised: number | null;
  readonly revisedOn: string; // when the last of the prices behind it became known
  readonly observations: readonly string[]; // what was not known, or not known to be wrong
}

/** The fixing of each day as it could have been published then, where it differs from what is known now; oldest first. */
export function revisions(
  benchmark: SlotBenchmark,
  panel: Panel,
  to: string = BASE_DATE,
  rules: ReplayRules = rulesOf(benchmark),
): Revision[] {
  const now = replay(benchmark, panel, to, rules);
  const exits = panel.exits.map((exit) => ({ ...exit, id: null, correctedOn: null }));
  const late = [...panel.prices, ...exits].filter(
    ({ date, knownOn, correctedOn }) => knownOn > date || correctedOn !== null,
  );
  const then = new Map<string, Map<string, BenchmarkDay>>();
  return now.flatMap((day): Revision[] => {
    const unknown = late.filter(({ date, knownOn, correctedOn }) => {
      const seenLater = knownOn > day.date || (correctedOn !== null && correctedOn > day.date);
      return date <= day.date && seenLater;
    });
    if (unknown.length === 0) return [];
    const key = unknown.map((one) => `${one.seller} ${one.date} ${one.id}`).join("|");
    if (!then.has(key))
      then.set(key, asKnownThen(benchmark, withoutHindsight(panel, unknown, day.date), to, rules, now));
    const published = then.get(key)?.get(day.date)?.level ?? null;
    if (published === day.level) return [];
    const observations = unknown.flatMap(({ id }) => id ?? []);
    const learnt = unknown.map(({ knownOn, correctedOn }) => correctedOn ?? knownOn);
    const revisedOn = learnt.reduce((last, on) => (on > last ? on : last));
    return [{ date: day.date, published, revised: day.level, revisedOn, observations }];
  });
}

interface Late {
  readonly id: string | null;
  readonly seller: string;
  readonly date: string;
  readonly knownOn: string;
}

/** The panel without what was not known on `day`, and with what was not known to be wrong. Days after it are as they are. */
function withoutHindsight({ prices, exits }: Panel, unknown: readonly Late[], day: string): Panel {
  const ids = new Set(unknown.map(({ id }) => id));
  const isUnknown = (exit: SellerExit) =>
    unknown.some(({ id, seller, date }) => id === null && seller === exit.seller && date === exit.date);
  return {
    prices: prices
      .filter(({ id, knownOn, correctedOn }) => (ids.has(id) ? knownOn <= day : correctedOn === null))
      .map((price) => ({ ...price, correctedOn: null })),
    exits: exits.filter((exit) => !isUnknown(exit)),
  };
}

/** The benchmark on that panel, from the divisor that the full history has where it starts. */
function asKnownThen(
  benchmark: SlotBenchmark,
  panel: Panel,
  to: string,
  rules: ReplayRules,
  now: readonly BenchmarkDay[],
): Map<string, BenchmarkDay> {
  const first = replay(benchmark, panel, to, rules, DIVISOR_ONE).find(({ level }) => level !== null);
  const divisor = now.find(({ date }) => date === first?.date)?.divisor ?? 1;
  const days = replay(benchmark, panel, to, rules, Math.round(divisor * DIVISOR_ONE));
  return new Map(days.map((one) => [one.date, one]));
}
