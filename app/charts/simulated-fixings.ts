import { PUBLIC_ROOM } from "@/components/layout/places";
import { type Choice, sameMix } from "@/components/prices/choice";
import type { SimulatedFixings } from "@/components/prices/explorer-series";
import { rounded } from "@/components/ui/numerals";
import { fixingsOf } from "@/server/db/history";
import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { levelText } from "@/tokens/benchmark/replay";
import { SLOT_BLEND } from "@/tokens/prices/blend";

const SIX_YEARS_OF_DAYS = 1560;

/** What the public room fixed since the seam: continues a chart of exactly what it fixes, the benchmarks at 3:1. */
export async function simulatedFixings({ show, kind, mix, known, until }: Choice): Promise<SimulatedFixings> {
  if (show !== "benchmarks" || kind !== "mix" || known !== null || !sameMix(mix, SLOT_BLEND)) return {};
  const found = await Promise.all(
    slotBenchmarks.map(async (benchmark) => {
      const fixings = await fixingsOf(PUBLIC_ROOM, benchmark.id, { before: null, limit: SIX_YEARS_OF_DAYS });
      const shown = fixings.toReversed().flatMap(({ date, level }) => {
        if (level === null || (until !== null && date > until)) return [];
        return [{ date, text: rounded(levelText(level, benchmark), benchmark.tickDecimals) }];
      });
      return [benchmark.id, shown] as const;
    }),
  );
  return Object.fromEntries(found);
}
