import { useLocale, useTranslations } from "next-intl";
import type { Bill } from "@/tokens/bill/bill";
import { centsText } from "@/tokens/bill/money";
import { chartAddresses, type Query } from "../chart/addresses";
import { ChartFrame } from "../chart/chart-frame";
import type { Cited } from "../chart/citation";
import { dollars } from "../ui/numerals";
import { type BillState, billQuery } from "./bill-query";
import { billView } from "./bill-view";
import { useChoiceName } from "./choice-name";
import { yearMonth } from "./months";

interface BillFigureProps {
  bills: readonly Bill[];
  state: BillState;
  cited: Cited;
  openAt: string;
  className?: string;
}

/** What this bill was in every month since the first price. */
export function BillFigure({ bills, state, cited, openAt, className }: BillFigureProps) {
  const t = useTranslations("bill.chart");
  const locale = useLocale();
  const model = useChoiceName()(state.choice);
  const query: Query = billQuery(state);
  const { origin } = new URL(cited.address);
  const addresses = chartAddresses({ origin, locale, chart: "bill", page: "/bill", query, version: cited.version });
  const title = t("title", { model });
  const view = billView(bills, { title, unit: (scale) => t("unit", { scale }), name: t("name") }, openAt);
  const [first, last] = [bills[0], bills[bills.length - 1]];
  return (
    <ChartFrame
      view={view}
      summary={t("summary", {
        title,
        first: dollars(centsText(first.total)),
        since: yearMonth(first.month, locale),
        last: dollars(centsText(last.total)),
        until: yearMonth(last.month, locale),
      })}
      source={t("source", { version: cited.version })}
      method="#method"
      addresses={addresses}
      cited={{ ...cited, title, address: addresses.permalink }}
      className={className}
    />
  );
}
