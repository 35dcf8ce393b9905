import { type Params, parseChoice } from "@/components/prices/choice";
import { catalogueOf } from "@/components/prices/explorer-series";
import { priceData } from "@/server/prices/data";
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
};

export const chartNamed = async (name: string, params: Params, locale: string): Promise<Chart | null> =>
  Object.hasOwn(charts, name) ? charts[name]({ params, locale }) : null;
