import { loadPriceData } from "@/server/prices/load";
import { BASE_DATE, slotBenchmarks } from "@/tokens/benchmark/definitions";
import { replay } from "@/tokens/benchmark/replay";
import { lastKnownDay, panelOf } from "@/tokens/benchmark/slot-price";
import { meanOf, quantile } from "./statistics";

/** How a level stands still and jumps: from one fixing to the next. */
export interface Stillness {
  readonly still: number; // share of days without a change
  readonly median: number; // of the absolute log changes there were
  readonly large: number; // a tenth of them is larger
}

export function stillnessOf(levels: readonly (readonly number[])[]): Stillness {
  const changes = levels.flatMap((line) => line.slice(1).map((level, i) => Math.abs(Math.log(level / line[i]))));
  const moves = changes.filter((change) => change > 0);
  const still = meanOf(changes.map((change) => (change > 0 ? 0 : 1)));
  return { still, median: quantile(moves, 0.5), large: quantile(moves, 0.9) };
}

/** The real benchmarks of token prices, on the curated history (content/prices), by the engine's own rules. */
export function realStillness(): ReadonlyMap<string, Stillness> {
  const data = loadPriceData();
  return new Map(
    slotBenchmarks.map((benchmark) => {
      const panel = panelOf(benchmark, data);
      const days = replay(benchmark, panel, lastKnownDay(panel, BASE_DATE));
      const levels = days.flatMap(({ level }) => (level === null ? [] : [level]));
      return [benchmark.id, stillnessOf([levels])];
    }),
  );
}
