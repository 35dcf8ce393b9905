"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { TradeView } from "@/wire/views";
import { cn } from "../../ui/cn";
import { count } from "../../ui/numerals";
import { clockTime } from "../dates";
import { useDesk } from "../desk-context";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";

const none: readonly never[] = [];

/** Trades as they happen, newest first; one's own are tinted. */
export function Tape() {
  const t = useTranslations("desk.tape");
  const { symbol } = useDesk();
  const trades = useShown(({ market }) => market.trades[symbol] ?? none);
  const fills = useShown(({ market }) => market.fills);
  const own = useMemo(
    () => new Set(fills.filter((f) => f.symbol === symbol).map((f) => `${f.roomTime} ${f.price}`)),
    [fills, symbol],
  );
  return (
    <section aria-label={t("title")} className="flex min-h-0 flex-1 flex-col">
      <PaneHead ruled title={t("title")} aside={t("key")} />
      <div className="min-h-0 flex-1 overflow-hidden">
        <table className="w-full">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("time")}</th>
              <th scope="col">{t("price")}</th>
              <th scope="col">{t("lots")}</th>
            </tr>
          </thead>
          <tbody>
            {trades.map((trade) => {
              return (
                <tr
                  key={trade.seq}
                  className={cn(
                    "h-[18px] leading-[18px] max-sm:h-6",
                    own.has(`${trade.roomTime} ${trade.price}`) && "bg-accent-soft",
                  )}
                >
                  <td className="px-2.5 text-ink-3 max-sm:px-4">{clockTime(trade.roomTime)}</td>
                  <td className="px-2.5 text-right">
                    <Traded trade={trade} />
                  </td>
                  <td className="px-2.5 text-right max-sm:px-4">{count(trade.lots)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {trades.length === 0 && <p className="px-2.5 py-1 text-ink-2 max-sm:px-4">{t("empty")}</p>}
      </div>
    </section>
  );
}

/** A price with the side that took, as its colour and arrow; in an auction nobody took. */
function Traded({ trade }: { trade: TradeView }) {
  const t = useTranslations("desk.tape");
  const { aggressor, price } = trade;
  if (aggressor === null)
    return (
      <>
        <span className="text-ink-3">{t("auction")} </span>
        {price}
      </>
    );
  const bought = aggressor === "buy";
  return (
    <span className={bought ? "text-up" : "text-down"}>
      <span aria-hidden className="mr-[.35em] align-[.1em] text-[.7em]">
        {bought ? "▲" : "▼"}
      </span>
      <span className="sr-only">{t(bought ? "bought" : "sold")} </span>
      {price}
    </span>
  );
}
