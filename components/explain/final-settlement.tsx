"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FinalSettlementView } from "@/wire/views";
import { dayMonth } from "../market/dates";
import { KeyValue, KeyValueList } from "../ui/key-value";

/** The days whose mean a month ended at (6.3), and the sum they come to. */
export function FinalSettlementTold({ told }: { told: FinalSettlementView }) {
  const t = useTranslations("explain.final");
  const { symbol, price, method, days, count, sum, mean, fixings, settlements } = told;
  const byFixings = method !== "settlements";
  return (
    <div className="grid gap-x-8 gap-y-2.5 md:grid-cols-[minmax(0,1fr)_240px]">
      <p className="max-w-(--measure)">{t(byFixings ? "byFixings" : "bySettlements", { symbol, days, count })}</p>
      <KeyValueList className="content-start gap-y-0.5 md:row-span-2">
        <KeyValue name={t("sum")}>{sum}</KeyValue>
        <KeyValue name={t("count")}>{count}</KeyValue>
        {mean !== null && <KeyValue name={t("mean")}>{mean}</KeyValue>}
        {price !== null && (
          <KeyValue name={t("price")} className="font-medium">
            {price}
          </KeyValue>
        )}
      </KeyValueList>
      <ol
        aria-label={t(byFixings ? "fixings" : "settlements", { symbol })}
        className="grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-x-6"
      >
        {byFixings
          ? fixings.map(({ date, level, carried }) => (
              <Day key={date} date={date} value={level ?? t("none")} aside={carried ? t("carried") : null} />
            ))
          : settlements.map((settlement) => (
              <Day key={settlement.date} date={settlement.date} value={settlement.price} aside={null} />
            ))}
      </ol>
    </div>
  );
}

function Day({ date, value, aside }: { date: string; value: string; aside: string | null }) {
  const locale = useLocale();
  return (
    <li className="flex justify-between gap-3 border-t border-line py-0.5">
      <span className="text-ink-2">{dayMonth(date, locale)}</span>
      <span>
        {aside && <span className="text-12 text-ink-3">{aside} </span>}
        {value}
      </span>
    </li>
  );
}
