import { parseRules } from "@/components/benchmark/rules-choice";
import { type Params, parseChoice } from "@/components/prices/choice";
import { catalogueOf } from "@/components/prices/explorer-series";
import { defaultRoomConfig } from "@/engine/default-config";
import type { PriceEdition } from "@/server/prices/edition";
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
  /** Of what was measured; charts of the market show it as it stands. */
  readonly prices: PriceEdition;
  readonly params: Params;
  readonly locale: string;
}

const one = (param: Params[string]): string => [param].flat()[0] ?? "";

/** Benchmarks with months that trade. */
const CURVES = defaultRoomConfig.benchmarks.map(({ id }) => id);

/** Every chart that has addresses of its own, by its name in them. */
const charts: Readonly<Record<string, (asked: Asked) => Promise<Chart | null>>> = {
  prices: async ({ prices, params, locale }) => {
    const catalogue = catalogueOf(prices.data);
    const choice = parseChoice(params, catalogue);
    return pricesChart(prices, choice, catalogue, await simulatedFixings(choice), locale, null);
  },
  bill: ({ prices, params, locale }) => billChart(prices, params, locale),
  benchmarks: ({ prices, locale }) => tokensCompared(prices, locale, null),
  "gpu-hour": ({ prices, locale }) => gpuHour(prices, locale),
  "constant-quality": ({ prices, params, locale }) => constantQuality(prices, one(params.quality), locale),
  "constant-slot": ({ prices, locale }) => constantSlot(prices, locale),
  market: ({ prices, locale }) => publicMarketChart(prices, locale),
  ...Object.fromEntries(
    CURVES.map((id) => [`curve-${id.toLowerCase()}`, ({ locale }: Asked) => publicCurve(id, locale)]),
  ),
  "cost-model": ({ params, locale }) => costChart(params, locale),
  alert: ({ params, locale }) => publicAlert(Number(one(params.alert)), locale),
  ...Object.fromEntries(
    slotBenchmarks.map((benchmark) => [
      `benchmark-${benchmark.id.toLowerCase()}`,
      ({ prices, params, locale }: Asked) =>
        oneBenchmark(prices, benchmark, parseRules(params, benchmark), locale, null),
    ]),
  ),
};

export const chartNames: readonly string[] = Object.keys(charts);

export const chartNamed = async (name: string, asked: Asked): Promise<Chart | null> =>
  Object.hasOwn(charts, name) ? charts[name](asked) : null;
