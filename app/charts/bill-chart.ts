import { getTranslations } from "next-intl/server";
import { billQuery, readBillState, type SearchParams } from "@/components/bill/bill-query";
import { billView } from "@/components/bill/bill-view";
import { yearMonth } from "@/components/bill/months";
import { dollars } from "@/components/ui/numerals";
import { getPathname } from "@/messages/navigation";
import type { PriceEdition } from "@/server/prices/edition";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { tieredSpellsOf } from "@/tokens/bill/choices";
import { billsByMonth } from "@/tokens/bill/compare";
import { centsText } from "@/tokens/bill/money";
import { readUsage } from "@/tokens/bill/usage";
import { sellerName } from "@/tokens/prices/sellers";
import type { Chart } from "./chart";

export const LAST_MONTH = BASE_DATE.slice(0, 7);

/** A bill in every past month, for whoever embeds or downloads it. Null: no such model, or usage that cannot be. */
export async function billChart(prices: PriceEdition, params: SearchParams, locale: string): Promise<Chart | null> {
  const state = readBillState(params, LAST_MONTH);
  const usage = readUsage(state.texts);
  const bills = usage.ok ? billsByMonth(usage.usage, tieredSpellsOf(prices, state.choice), LAST_MONTH) : [];
  if (bills.length === 0) return null;
  const [t, tSlots] = await Promise.all([
    getTranslations({ locale, namespace: "bill.chart" }),
    getTranslations({ locale, namespace: "bill.slots" }),
  ]);
  const { choice } = state;
  const model = choice.kind === "model" ? choice.model : tSlots(choice.slot, { seller: sellerName(choice.provider) });
  const title = t("title", { model });
  const openAt = `${getPathname({ href: "/prices", locale })}?open=`;
  const [first, last] = [bills[0], bills[bills.length - 1]];
  return {
    view: billView(bills, { title, unit: (scale) => t("unit", { scale }), name: t("name") }, openAt),
    summary: t("summary", {
      title,
      first: dollars(centsText(first.total)),
      since: yearMonth(first.month, locale),
      last: dollars(centsText(last.total)),
      until: yearMonth(last.month, locale),
    }),
    source: t("source", { version: prices.version }),
    page: "/bill",
    query: billQuery(state),
    method: "#method",
  };
}
