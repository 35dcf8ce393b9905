"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLook } from "../layout/look-provider";
import { Kbd } from "../ui/kbd";
import { clockTime, hourMinute, longMonthName } from "./dates";
import { useDeskQuote } from "./desk-context";
import { decimalsOf, levelText } from "./exact";
import { useLiveMarket, useShown } from "./live/use-market";

/** The last line: is it live, what is the market doing, how far is the month's mean, which keys. */
export function StatusBar({ openKeys }: { openKeys: () => void }) {
  const t = useTranslations("desk.status");
  const locale = useLocale();
  const phase = useShown(({ market }) => market.room.phase);
  const until = useShown(({ market }) => market.room.nextPhaseAt);
  const front = useFrontMonth();
  const keysAct = useLook().look.shortcuts === "on";
  return (
    <footer className="flex items-center gap-[18px] overflow-hidden border-t border-line bg-surface px-3 text-11 whitespace-nowrap text-ink-3 max-sm:hidden">
      <LinkState />
      <span>{t(`phase.${phase}`, { until: hourMinute(until) })}</span>
      {front && front.fixingsMean !== null && (
        <span className="truncate">
          {t("mean", {
            month: longMonthName(front.month, locale),
            known: front.fixingsKnown,
            total: front.fixingsTotal,
            mean: levelText(front.fixingsMean, decimalsOf(front.tick)),
          })}
        </span>
      )}
      <span className="ml-auto flex items-center gap-1.5 max-md:hidden">
        {keysAct && (
          <>
            <Kbd>B</Kbd>
            <Kbd>S</Kbd>
            <span>{t("side")}</span>
            <Kbd>↑</Kbd>
            <Kbd>↓</Kbd>
            <span>{t("tick")}</span>
          </>
        )}
        <button type="button" onClick={openKeys} className="inline-flex min-h-6 items-center gap-1.5 hover:text-ink">
          {keysAct && <Kbd>?</Kbd>}
          <span>{t(keysAct ? "keys" : "keysOff")}</span>
        </button>
      </span>
    </footer>
  );
}

/** The nearest month of the benchmark on the desk: the one whose mean is becoming known. */
function useFrontMonth() {
  const { benchmark } = useDeskQuote();
  return useShown(({ market }) =>
    market.contracts.find((quote) => quote.benchmark === benchmark && quote.settlementMonth),
  );
}

/** Live, or since when not. On phones it shows only when something is wrong. */
export function LinkState() {
  const t = useTranslations("desk.status");
  const link = useShown((shown) => shown.link);
  const market = useLiveMarket();
  const [silence, setSilence] = useState(0);
  const troubled = link === "stale" || link === "reconnecting";
  useEffect(() => {
    if (!troubled) return;
    const count = () => setSilence(Math.round((Date.now() - market.get().heardAt) / 1000));
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [troubled, market]);
  if (troubled)
    return (
      <span className="font-medium text-warn">
        {t("stale", { time: clockTime(market.get().market.room.roomTime), seconds: silence })}
        {link === "reconnecting" && ` · ${t("reconnecting")}`}
      </span>
    );
  return (
    <span>
      <span
        aria-hidden
        className={`mr-1.5 inline-block size-[7px] rounded-full ${link === "live" ? "bg-accent" : "bg-line-strong"}`}
      />
      {t(link)}
    </span>
  );
}
