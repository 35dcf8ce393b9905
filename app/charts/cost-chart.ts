import { getTranslations } from "next-intl/server";
import { readCostState, type SearchParams } from "@/components/cost/cost-query";
import { waterfall } from "@/components/cost/waterfall";
import type { Chart } from "./chart";

/** What a price is made of, by the levers in an address; what cannot be is counted as in the case, as on the page. */
export async function costChart(params: SearchParams, locale: string): Promise<Chart> {
  const t = await getTranslations({ locale, namespace: "cost" });
  return { ...waterfall(readCostState(params, ""), t, locale), page: "/cost-model", method: "#levers" };
}
