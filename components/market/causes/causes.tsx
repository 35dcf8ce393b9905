"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { percent } from "../../ui/numerals";
import { dayMonth } from "../dates";
import { useDeskQuote } from "../desk-context";
import { decimalsOf, levelText } from "../exact";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import { type Cause, causesOf } from "./explain";
import { numbered } from "./numbered";

const SHOWN = 4;
/** A move that needs an explanation; what is less is every day's business. */
const isMaterial = (cause: Cause): boolean => cause.kind === "withheld" || Math.abs(cause.percent) >= 1;

/** List prices and fixings that moved this benchmark, newest first. */
export function Causes() {
  const t = useTranslations("desk.causes");
  const quote = useDeskQuote();
  const news = useShown(({ market }) => market.news);
  const causes = useMemo(() => causesOf(news, quote.benchmark), [news, quote.benchmark]);
  const shown = causes.filter(isMaterial).slice(0, SHOWN);
  const marked = useMemo(() => numbered(causes), [causes]);
  const sellers = useShown(({ market }) => market.benchmarks.find((row) => row.id === quote.benchmark)?.sellers.length);
  return (
    <section aria-label={t("title")}>
      <PaneHead ruled title={t("title")} />
      <ul className="px-2.5 pb-2 max-sm:px-4">
        {shown.map((cause) => (
          <li key={cause.seq} className="border-t border-line py-1.5 first:border-0 first:pt-0.5">
            <ChartNumber of={marked.find(({ seq }) => seq === cause.seq)?.number} />
            <CauseLine cause={cause} sellers={sellers ?? 0} decimals={decimalsOf(quote.tick)} />
          </li>
        ))}
        <li className="border-t border-line py-1.5 text-ink-3 first:border-0 first:pt-0.5">
          {quote.unit === "h" ? t("hours") : t(shown.length === 0 ? "quiet" : "still")}
        </li>
      </ul>
    </section>
  );
}

/** The square that marks it on the chart. */
function ChartNumber({ of }: { of: number | undefined }) {
  if (of === undefined) return null;
  return (
    <span className="mr-1.5 inline-grid size-4 place-items-center bg-ink text-11 font-semibold text-paper">{of}</span>
  );
}

function CauseLine({ cause, sellers, decimals }: { cause: Cause; sellers: number; decimals: number }) {
  const t = useTranslations("desk.causes");
  const locale = useLocale();
  const size = (n: number) => percent(String(Math.abs(n)), locale);
  const day = <b>{dayMonth(cause.at, locale)} </b>;
  if (cause.kind === "withheld")
    return (
      <>
        {day}
        {t("withheld", { days: cause.days })}
      </>
    );
  if (cause.kind === "fixing")
    return (
      <>
        {day}
        {t(cause.percent < 0 ? "falls" : "rises", {
          percent: size(cause.percent),
          from: levelText(cause.from, decimals),
          to: levelText(cause.to, decimals),
        })}
      </>
    );
  return (
    <>
      {day}
      {t(cause.percent < 0 ? "cuts" : "raises", { seller: cause.seller, percent: size(cause.percent), sellers })}
    </>
  );
}
