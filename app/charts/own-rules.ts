import { type RulesChoice, replayRules, rulesQuery } from "@/components/benchmark/rules-choice";
import type { MeasuredBenchmark, PriceEdition } from "@/server/prices/edition";
import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import { type BenchmarkDay, replay } from "@/tokens/benchmark/replay";

const kept = new WeakMap<PriceEdition, Map<string, readonly BenchmarkDay[]>>();

/** The fixings by a reader's rules. There are a few dozen ways to set them: each is worked out once an edition. */
export function fixingsBy(prices: PriceEdition, benchmark: SlotBenchmark, rules: RulesChoice): readonly BenchmarkDay[] {
  const { days, panel } = prices.measured(benchmark.id) as MeasuredBenchmark;
  const own = rulesQuery(rules, benchmark);
  const last = days.at(-1);
  if (Object.keys(own).length === 0 || !last) return days;
  const key = `${benchmark.id} ${JSON.stringify(own)}`;
  const ofEdition = kept.get(prices) ?? new Map<string, readonly BenchmarkDay[]>();
  kept.set(prices, ofEdition);
  const known = ofEdition.get(key) ?? replay(benchmark, panel, last.date, replayRules(benchmark, rules));
  ofEdition.set(key, known);
  return known;
}
