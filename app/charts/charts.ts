import { parseRules } from "@/components/benchmark/rules-choice";
import { type Params, parseChoice } from "@/components/prices/choice";
import { catalogueOf } from "@/components/prices/explorer-series";
import { defaultRoomConfig } from "@/engine/default-config";
import { priceData } from "@/server/prices/data";
import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { publicAlert } from "./alert-chart";
import { constantQuality, constantSlot, gpuHour, oneBenchmark, tokensCompared } from "./benchmark-charts";
import { billChart } from "./bill-chart";
import type { Chart } from "./chart";
import { costChart } from "./cost-chart";
import { publicCurve } from "./curve-chart";
import { publicMarketChart } from "./market-chart";
import { pricesChart } from "./prices-chart";
import { simulatedFixings } from "./simulated-fixings";

interface Asked {
  readonly params: Params;
  readonly locale: string;
}

const one = (param: Params[string]): string => [param].flat()[0] ?? "";

/** Benchmarks with months that trade. */
const CURVES = defaultRoomConfig.benchmarks.map(({ id }) => id);

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
  "constant-quality": ({ params, locale }) => constantQuality(one(params.quality), locale),
  "constant-slot": ({ locale }) => constantSlot(locale),
  market: ({ locale }) => publicMarketChart(locale),
  ...Object.fromEntries(
    CURVES.map((id) => [`curve-${id.toLowerCase()}`, ({ locale }: Asked) => publicCurve(id, locale)]),
  ),
  "cost-model": ({ params, locale }) => costChart(params, locale),
  alert: ({ params, locale }) => publicAlert(Number(one(params.alert)), locale),
  ...Object.fromEntries(
    slotBenchmarks.map((benchmark) => [
      `benchmark-${benchmark.id.toLowerCase()}`,
      ({ params, locale }: Asked) => oneBenchmark(benchmark, parseRules(params, benchmark), locale, null),
    ]),
  ),
};

export const chartNames: readonly string[] = Object.keys(charts);

export const chartNamed = async (name: string, params: Params, locale: string): Promise<Chart | null> =>
  Object.hasOwn(charts, name) ? charts[name]({ params, locale }) : null;
