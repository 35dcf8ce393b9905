"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Note } from "../ui/note";
import { count } from "../ui/numerals";
import { dayMonth, hourMinute } from "./dates";
import { useDeskQuote } from "./desk-context";
import { realUntil } from "./live/clock";
import { useRoomClock, useShown } from "./live/use-market";
import { RuleLink } from "./pane";

/** 4.7: before the open and in a halt orders collect; where they would trade, and how long it still takes. */
export function AuctionStrip() {
  const t = useTranslations("desk.strips.auction");
  const locale = useLocale();
  const quote = useDeskQuote();
  const opensAt = useShown(({ market }) => market.room.nextPhaseAt);
  const today = useShown(({ market }) => market.room.date);
  if (quote.state !== "collecting" && quote.haltedUntil === null) return null;
  const until = quote.haltedUntil ?? opensAt;
  const when = until.startsWith(today) ? hourMinute(until) : `${dayMonth(until, locale)} ${hourMinute(until)}`;
  const rule = (chunks: ReactNode) => <RuleLink number="4.7">{chunks}</RuleLink>;
  const why = quote.haltedUntil === null ? "preOpen" : "halted";
  return (
    <Note tone="warn" title={t(`${why}.title`, { symbol: quote.symbol })}>
      <span role="status">{t.rich(`${why}.text`, { rule, when })}</span> <Countdown until={until} />
      <Indication />
    </Note>
  );
}

/** Ticks, so it is kept out of what is read aloud. */
function Countdown({ until }: { until: string }) {
  const t = useTranslations("desk.strips.auction");
  const room = useShown(({ market }) => market.room);
  const now = useRoomClock(1000);
  const wait = realUntil(room, now, Date.parse(until));
  if (wait === null) return null;
  const seconds = Math.ceil(wait / 1000);
  return <>{seconds > 90 ? t("minutes", { minutes: Math.ceil(seconds / 60) }) : t("seconds", { seconds })}</>;
}

/** What would trade if it uncrossed now. */
function Indication() {
  const t = useTranslations("desk.strips.auction");
  const { auction } = useDeskQuote();
  if (!auction) return null;
  const { price, lots, surplus, side } = auction;
  if (price === null) return <span className="block">{t("noOverlap")}</span>;
  return (
    <span className="block">
      {t.rich("indicative", { price, lots, b: (chunks) => <b>{chunks}</b> })}{" "}
      {side && surplus > 0 && t("surplus", { lots: count(surplus), side })}
    </span>
  );
}
