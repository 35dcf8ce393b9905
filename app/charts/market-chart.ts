import { getTranslations } from "next-intl/server";
import { fixingSeries } from "@/components/benchmark/benchmark-series";
import { dayNumber } from "@/components/chart/days";
import { beginningAt } from "@/components/chart/view";
import { featuredContract } from "@/components/landing/featured";
import { curvePoint, type DatedPrice, type Measured, marketChart } from "@/components/landing/market-view";
import { PUBLIC_ROOM, rulePath } from "@/components/layout/places";
import { hourMinute, weekdayAndDay } from "@/components/market/dates";
import { rounded } from "@/components/ui/numerals";
import { fixingsOf } from "@/server/db/history";
import { currentEdition } from "@/server/prices/data";
import type { MeasuredBenchmark, PriceEdition } from "@/server/prices/edition";
import { BASE_DATE, PREM } from "@/tokens/benchmark/definitions";
import { levelText } from "@/tokens/benchmark/replay";
import type { Chart } from "./chart";
import { publicMarket } from "./public-market";

/** The landing figure begins here: before, the scale would be of another time. */
const FROM = "2025-01-01";
const A_YEAR_OF_DAYS = 260;

/** Premium models of US sellers, as the benchmark fixed them. */
export function measuredPremium(prices: PriceEdition = currentEdition()): Measured {
  const { days } = prices.measured(PREM.id) as MeasuredBenchmark;
  return { points: beginningAt(fixingSeries(PREM, days), dayNumber(FROM)).points, to: BASE_DATE };
}

/** What the public room fixed since, oldest first, to the tick. */
export async function premiumFixings(decimals: number): Promise<DatedPrice[]> {
  const fixings = await fixingsOf(PUBLIC_ROOM, PREM.id, { before: null, limit: A_YEAR_OF_DAYS });
  return fixings
    .flatMap(({ date, level }) => (level === null ? [] : [{ date, price: rounded(levelText(level, PREM), decimals) }]))
    .toReversed();
}

/** Measured history, the seam, and what the public room pays for each month ahead. */
export async function publicMarketChart(prices: PriceEdition, locale: string): Promise<Chart> {
  const [t, { contracts, today, at }] = await Promise.all([
    getTranslations({ locale, namespace: "landing.figure" }),
    publicMarket(),
  ]);
  const curve = contracts.filter(({ benchmark }) => benchmark === PREM.id).map(curvePoint);
  const featured = featuredContract(contracts, today)?.symbol ?? "";
  const fixings = await premiumFixings(PREM.tickDecimals);
  const chart = marketChart({ measured: measuredPremium(prices), fixings, today, curve, featured }, t, locale, null);
  const moment = `${weekdayAndDay(at, locale)} ${hourMinute(at)}`;
  return {
    ...chart,
    source: `${chart.source} ${t("asOf", { moment })}`, // the curve is another with the next trade
    page: "/",
    query: {},
    method: rulePath("3.1"),
  };
}
