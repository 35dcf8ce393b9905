import { parseRules } from "@/components/benchmark/rules-choice";
import { type Params, parseChoice } from "@/components/prices/choice";
import { catalogueOf } from "@/components/prices/explorer-series";
import { priceData } from "@/server/prices/data";
import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { constantQuality, constantSlot, gpuHour, oneBenchmark, tokensCompared } from "./benchmark-charts";
import { billChart } from "./bill-chart";
import type { Chart } from "./chart";
import { pricesChart } from "./prices-chart";
import { simulatedFixings } from "./simulated-fixings";

interface Asked {
  readonly params: Params;
  readonly locale: string;
}

/** Every chart that has addresses of its own, by its name in them. */
const charts: Readonly<Record<string, (asked: Asked) => Promise<Chart | null>>> = {
  prices: async ({ params, locale }) => {
    const catalogue = catalogueOf(priceData());
    const choice = parseChoice(params, catalogue);
    return pricesChart(choice, catalogue, await simulatedFixings(choice), locale, null);
  },
  bill: ({ params, locale }) => billChart(params, locale),
  benchmarks: ({ locale }) => tokensCompared(locale, null),
  "gpu-hour": ({ locale }) => gpuHour(locale),
  "constant-quality": ({ params, locale }) => constantQuality([params.quality].flat()[0] ?? "", locale),
  "constant-slot": ({ locale }) => constantSlot(locale),
  ...Object.fromEntries(
    slotBenchmarks.map((benchmark) => [
      `benchmark-${benchmark.id.toLowerCase()}`,
      ({ params, locale }: Asked) => oneBenchmark(benchmark, parseRules(params, benchmark), locale, null),
    ]),
  ),
};

export const chartNamed = async (name: string, params: Params, locale: string): Promise<Chart | null> =>
  Object.hasOwn(charts, name) ? charts[name]({ params, locale }) : null;
