import type { HedgeBenchmark } from "@/components/bill/hedge-view";
import { PUBLIC_ROOM } from "@/components/layout/places";
import { defaultRoomConfig } from "@/engine/default-config";
import { ask } from "@/server/api/ask";
import type { PriceEdition } from "@/server/prices/edition";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { levelText } from "@/tokens/benchmark/replay";
import { fixingMeans } from "@/tokens/bill/basis";
import { tokenBenchmarks } from "@/tokens/bill/hedge";

const MONTHS_LINKED = 4;

/** What a bill is held against: each benchmark as measured, its lot, and the months of it that the public room trades. */
export async function hedgeBenchmarks(prices: PriceEdition): Promise<HedgeBenchmark[]> {
  const traded = await ask(PUBLIC_ROOM, "contracts", {}).then(
    ({ value }) => value,
    () => [], // the room is not open: the numbers stand without a place to trade them
  );
  return tokenBenchmarks.flatMap((id) => {
    const measured = prices.measured(id);
    const terms = defaultRoomConfig.benchmarks.find((one) => one.id === id);
    const days = measured?.days.filter(({ date }) => date <= BASE_DATE) ?? [];
    const latest = days.findLast(({ level }) => level !== null);
    if (!measured || !terms || !latest || latest.level === null) return [];
    const { benchmark } = measured;
    return [
      {
        id,
        level: levelText(latest.level, benchmark),
        date: latest.date,
        sellers: latest.constituents.filter(({ weight }) => weight > 0).map(({ name }) => name),
        means: fixingMeans(days, 10 ** (benchmark.tickDecimals + 2)),
        lotSize: terms.lotSize,
        symbols: traded
          .filter((one) => one.benchmark === id)
          .slice(0, MONTHS_LINKED)
          .map(({ symbol }) => symbol),
      },
    ];
  });
}
