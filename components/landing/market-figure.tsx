"use client";

import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "@/messages/navigation";
import { ChartFrame } from "../chart/chart-frame";
import { usePlaces } from "../chart/served";
import { rulePath } from "../layout/places";
import { type MarketData, marketChart } from "./market-view";

/** The landing figure in its frame. */
export function MarketFigure({ data, className }: { data: MarketData; className?: string }) {
  const t = useTranslations("landing.figure");
  const locale = useLocale();
  const { view, summary, source } = marketChart(data, t, locale, `${getPathname({ href: "/prices", locale })}?open=`);
  const { addresses, cited } = usePlaces({ id: view.id, title: view.title, page: "/", query: {} });
  return (
    <ChartFrame
      view={view}
      summary={summary}
      source={source}
      method={getPathname({ href: rulePath("3.1"), locale })}
      addresses={addresses}
      cited={cited}
      size="hero"
      className={className}
    />
  );
}
