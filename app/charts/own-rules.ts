import { type RulesChoice, replayRules, rulesQuery } from "@/components/benchmark/rules-choice";
import { type MeasuredBenchmark, measuredBenchmark } from "@/server/prices/benchmarks";
import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import { type BenchmarkDay, replay } from "@/tokens/benchmark/replay";

const kept = new Map<string, readonly BenchmarkDay[]>();

/** The fixings by a reader's rules. There are a few dozen ways to set them: each is worked out once a process. */
export function fixingsBy(benchmark: SlotBenchmark, rules: RulesChoice): readonly BenchmarkDay[] {
  const { days, panel } = measuredBenchmark(benchmark.id) as MeasuredBenchmark;
  const own = rulesQuery(rules, benchmark);
  const last = days.at(-1);
  if (Object.keys(own).length === 0 || !last) return days;
  const key = `${benchmark.id} ${JSON.stringify(own)}`;
  const known = kept.get(key) ?? replay(benchmark, panel, last.date, replayRules(benchmark, rules));
  kept.set(key, known);
  return known;
}
