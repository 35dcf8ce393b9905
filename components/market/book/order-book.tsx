"use client";

import { useTranslations } from "next-intl";
import { memo, useCallback, useMemo } from "react";
import type { AuctionQuote } from "@/wire/views";
import { cn } from "../../ui/cn";
import { count } from "../../ui/numerals";
import { useDesk, useDeskQuote } from "../desk-context";
import { decimalsOf, ticksOf } from "../exact";
import { useShown } from "../live/use-market";
import { PaneHead } from "../pane";
import { ladderOf, type Rung } from "./rungs";

const LEVELS = 12;

function useLadder(levels: number) {
  const { symbol } = useDesk();
  const book = useShown(({ market }) => market.books[symbol]);
  const orders = useShown(({ market }) => market.orders);
  return useMemo(() => ladderOf(book, orders, levels), [book, orders, levels]);
}

/** A price pressed in the book becomes the ticket's limit, or the trigger of a stop that is being written. */
function useTakePrice() {
  const { setDraft } = useDesk();
  return useCallback(
    (price: string) =>
      setDraft((draft) =>
        draft.kind === "stop"
          ? { ...draft, trigger: price }
          : { ...draft, kind: draft.kind === "stop-limit" ? "stop-limit" : "limit", price },
      ),
    [setDraft],
  );
}

/** Offers above, bids below, the best of each at the middle. On a low window the outer levels give way. */
export function OrderBook() {
  const t = useTranslations("desk.book");
  const quote = useDeskQuote();
  const { asks, bids } = useLadder(LEVELS);
  const take = useTakePrice();
  const decimals = decimalsOf(quote.tick);
  const spread = quote.bid && quote.ask ? ticksOf(quote.ask, decimals) - ticksOf(quote.bid, decimals) : null;
  const locked = (price: string) =>
    (quote.locked === "up" && price === quote.limitHigh) || (quote.locked === "down" && price === quote.limitLow);

  return (
    <section aria-label={t("title")}>
      <PaneHead title={t("title")} aside={t("unit", { tick: quote.tick })} />
      <table className="w-full">
        <thead>
          <tr className="[&>th]:h-[22px] [&>th]:px-2.5 [&>th]:text-11 [&>th]:font-normal [&>th]:text-ink-3 max-sm:[&>th]:px-4">
            <th scope="col" className="text-left">
              {t("mine")}
            </th>
            <th scope="col" className="text-right">
              {t("price")}
            </th>
            <th scope="col" className="text-right">
              {t("lots")}
            </th>
          </tr>
        </thead>
        <tbody className="[&>tr:nth-last-child(n+9)]:[@media(max-height:999px)_and_(min-width:640px)]:hidden">
          {asks.toReversed().map((rung) => (
            <Level key={rung.price} rung={rung} side="sell" locked={locked(rung.price)} take={take} />
          ))}
        </tbody>
        <tbody>
          <tr>
            <td colSpan={3} className="h-[30px] bg-sunken px-2.5 text-13 max-sm:px-4">
              {quote.auction ? (
                <Indicative auction={quote.auction} />
              ) : (
                <>
                  <LastTrade />{" "}
                  <span className="text-12 text-ink-3">
                    {spread === null
                      ? t("oneSided", { mark: quote.mark })
                      : t("middle", { mark: quote.mark, ticks: spread })}
                  </span>
                </>
              )}
            </td>
          </tr>
        </tbody>
        <tbody className="[&>tr:nth-child(n+9)]:[@media(max-height:999px)_and_(min-width:640px)]:hidden">
          {bids.map((rung) => (
            <Level key={rung.price} rung={rung} side="buy" locked={locked(rung.price)} take={take} />
          ))}
        </tbody>
      </table>
      {asks.length === 0 && bids.length === 0 && <p className="px-2.5 py-3 text-ink-2 max-sm:px-4">{t("empty")}</p>}
    </section>
  );
}

/** While orders collect bids and offers may overlap: where they would trade stands between them (4.7). */
function Indicative({ auction }: { auction: AuctionQuote }) {
  const t = useTranslations("desk.book");
  if (auction.price === null) return <span className="text-12 text-ink-3">{t("noOverlap")}</span>;
  return (
    <>
      <b>{auction.price}</b> <span className="text-12 text-ink-3">{t("indicative", { lots: auction.lots })}</span>
    </>
  );
}

/** The last trade with the side that took, as its colour and arrow. */
function LastTrade() {
  const { symbol } = useDesk();
  const trade = useShown(({ market }) => market.trades[symbol]?.[0]);
  const mark = useDeskQuote().mark;
  if (!trade) return <b>{mark}</b>;
  if (trade.aggressor === null) return <b>{trade.price}</b>; // in an auction nobody took
  const bought = trade.aggressor === "buy";
  return (
    <b className={bought ? "text-up" : "text-down"}>
      <span aria-hidden className="mr-[.35em] align-[.1em] text-[.7em]">
        {bought ? "▲" : "▼"}
      </span>
      {trade.price}
    </b>
  );
}

interface LevelProps {
  rung: Rung;
  side: "buy" | "sell";
  locked: boolean;
  take: (price: string) => void;
}

const sameRung = (a: LevelProps, b: LevelProps) =>
  a.side === b.side && a.locked === b.locked && a.take === b.take && JSON.stringify(a.rung) === JSON.stringify(b.rung);

const Level = memo(function Level({ rung, side, locked, take }: LevelProps) {
  const t = useTranslations("desk.book");
  return (
    <tr
      className={cn(
        "relative h-[18px] leading-[18px] hover:bg-sunken max-sm:h-6 max-sm:text-13 max-sm:leading-6",
        rung.mine > 0 && "shadow-[inset_3px_0_var(--accent)]",
      )}
    >
      <td className="px-2.5 whitespace-nowrap max-sm:px-4">
        {rung.mine > 0 && count(rung.mine)}
        {rung.ahead !== null && (
          <span className="text-ink-3"> {rung.ahead === 0 ? t("first") : t("ahead", { lots: rung.ahead })}</span>
        )}
        {locked && <span className="text-warn">{t("locked")}</span>}
      </td>
      <td className="px-2.5 text-right">
        <button
          type="button"
          onClick={() => take(rung.price)}
          aria-label={t("take", { price: rung.price, lots: rung.lots })}
          className={cn("stretched z-10 -outline-offset-2", side === "buy" ? "text-up" : "text-down")}
        >
          {rung.price}
        </button>
      </td>
      <td className="relative px-2.5 text-right max-sm:px-4">
        <Bar rung={rung} side={side} />
        <span className="relative">{count(rung.lots)}</span>
      </td>
    </tr>
  );
}, sameRung);

function Bar({ rung, side }: { rung: Rung; side: "buy" | "sell" }) {
  return (
    <span
      aria-hidden
      style={{ width: `${rung.bar}%` }}
      className={cn(
        "absolute inset-y-px right-0 in-data-[contrast=high]:border in-data-[contrast=high]:border-line",
        side === "buy" ? "bg-up-soft" : "bg-down-soft",
      )}
    />
  );
}

/** Five levels a side, bids beside offers: what the phone's order form keeps in view. */
export function TouchBook() {
  const t = useTranslations("desk.book");
  const { asks, bids } = useLadder(5);
  const take = useTakePrice();
  return (
    <section aria-label={t("title")} className="grid grid-cols-2 border-b border-line text-13">
      {(["buy", "sell"] as const).map((side) => (
        <ul key={side} className="py-1 last:border-l last:border-line">
          {(side === "buy" ? bids : asks).map((rung) => (
            <li key={rung.price} className="relative h-6 leading-6">
              <Bar rung={rung} side={side} />
              <button
                type="button"
                onClick={() => take(rung.price)}
                aria-label={t("take", { price: rung.price, lots: rung.lots })}
                className="relative flex h-6 w-full justify-between px-4 -outline-offset-2"
              >
                <span className={side === "buy" ? "text-up" : "text-down"}>{rung.price}</span>
                <span className={rung.mine > 0 ? "font-semibold text-accent" : undefined}>{count(rung.lots)}</span>
              </button>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}
