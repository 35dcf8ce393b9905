import { getTranslations } from "next-intl/server";
import { deskPath, PUBLIC_ROOM } from "@/components/layout/places";
import { curveChart } from "@/components/market/curve/curve-view";
import type { Chart } from "./chart";
import { publicMarket } from "./public-market";

/** What the public room pays now for each month of a benchmark. Null: it lists none. */
export async function publicCurve(benchmark: string, locale: string): Promise<Chart | null> {
  const [t, { contracts, today, at }] = await Promise.all([
    getTranslations({ locale, namespace: "desk.curve" }),
    publicMarket(),
  ]);
  const months = contracts.filter((quote) => quote.benchmark === benchmark);
  if (months.length === 0) return null;
  return {
    ...curveChart({ months, today, at, symbol: null, pane: false }, t, locale),
    page: deskPath(PUBLIC_ROOM, months[0].symbol),
    query: {},
    method: "/realism#curve",
  };
}
