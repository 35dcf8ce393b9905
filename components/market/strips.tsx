"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/messages/navigation";
import type { AlertView, NoticeView } from "@/wire/views";
import { alertPath } from "../layout/places";
import { Note } from "../ui/note";
import { count, dollars } from "../ui/numerals";
import { AuctionStrip } from "./auction-strip";
import { dayMonth, hourMinute } from "./dates";
import { useDesk, useDeskQuote } from "./desk-context";
import { centsOf, moneyOf } from "./exact";
import { useShown } from "./live/use-market";
import { RuleLink } from "./pane";

/** Under the contract bar: what is not as usual, since when, until when, what one can do, and the rule. */
export function Strips() {
  return (
    <div>
      <MarginStrip />
      <AlertStrip />
      <RoomStrip />
      <AuctionStrip />
      <LockStrip />
    </div>
  );
}

/** 7.5: a call says how much by when; a close-out shows each step as it happens. */
function MarginStrip() {
  const t = useTranslations("desk.strips");
  const account = useShown(({ market }) => market.account);
  const notices = useShown(({ market }) => market.notices);
  if (!account?.call) return null;
  const { stage, amount, deadline } = account.call;
  const rule = (chunks: ReactNode) => <RuleLink number="7.5">{chunks}</RuleLink>;
  if (stage === "close-out") {
    const steps = notices.filter(({ kind }) => kind === "close-out-step").slice(0, 5);
    return (
      <Note tone="crit" title={t("closeOut.title")}>
        {t.rich("closeOut.text", { rule, equity: dollars(account.equity), requirement: dollars(account.requirement) })}
        <ul>
          {steps.map((step) => (
            <CloseOutStep key={step.seq} step={step} />
          ))}
        </ul>
      </Note>
    );
  }
  const below = centsOf(account.maintenance) - centsOf(account.equity);
  return (
    <Note tone="warn" role="status" title={t("call.title")}>
      {below > 0 && `${t("call.below", { amount: dollars(moneyOf(below)) })} `}
      {t.rich("call.text", { rule, amount: dollars(amount), deadline: hourMinute(deadline) })}
    </Note>
  );
}

function CloseOutStep({ step }: { step: NoticeView }) {
  const t = useTranslations("desk.strips.closeOut");
  const { symbol, side, lots, limit } = step.body as {
    symbol: string;
    side: "buy" | "sell";
    lots: number;
    limit: string;
  };
  return <li>{t("step", { time: hourMinute(step.roomTime), side, lots: count(lots), symbol, limit })}</li>;
}

/** 8.1, 8.2: surveillance told of an alert about this account. */
function AlertStrip() {
  const t = useTranslations("desk.strips.alert");
  const { room } = useDesk();
  const notice = useShown(({ market }) => market.notices.find(({ kind }) => kind === "alerted"));
  if (!notice) return null;
  const { no, pattern, symbol } = notice.body as { no: number; pattern: AlertView["pattern"]; symbol: string };
  const number = pattern === "cancellations" || pattern === "self-trades" ? "8.1" : "8.2";
  return (
    <Note tone="warn" role="status" title={t("title", { no })}>
      {t.rich("text", {
        ...{ pattern: t(`patterns.${pattern}`), symbol, number },
        rule: (chunks) => <RuleLink number={number}>{chunks}</RuleLink>,
        page: (chunks) => (
          <Link href={alertPath(room, no)} className="link">
            {chunks}
          </Link>
        ),
      })}
    </Note>
  );
}

/** The room itself: closed for the night, read-only, asleep, over. */
function RoomStrip() {
  const t = useTranslations("desk.strips");
  const locale = useLocale();
  const room = useShown(({ market }) => market.room);
  const ended = useShown(({ link }) => link === "ended");
  const opens = `${dayMonth(room.nextPhaseAt, locale)} ${hourMinute(room.nextPhaseAt)}`;
  const rule = (chunks: ReactNode) => <RuleLink number="1.2">{chunks}</RuleLink>;
  if (room.state === "ended" || ended)
    return (
      <Note tone="warn" role="status" title={t("ended.title")}>
        {t("ended.text")}
      </Note>
    );
  if (room.state === "read-only")
    return (
      <Note tone="crit" title={t("readOnly.title")}>
        {t("readOnly.text")}
      </Note>
    );
  if (room.phase === "settled")
    return (
      <Note tone="warn" role="status" title={t("settled.title")}>
        {t.rich("settled.text", { rule, until: hourMinute(room.nextPhaseAt) })}
      </Note>
    );
  if (room.phase === "closed")
    return (
      <Note tone="warn" role="status" title={t("closed.title")}>
        {t.rich("closed.text", { rule, opens })}
      </Note>
    );
  return null;
}

/** 5.2: one side rests at the limit and the other is empty. */
function LockStrip() {
  const t = useTranslations("desk.strips.locked");
  const quote = useDeskQuote();
  if (!quote.locked) return null;
  return (
    <Note tone="warn" role="status" title={t("title", { symbol: quote.symbol })}>
      {t.rich(quote.locked, {
        limit: quote.locked === "up" ? quote.limitHigh : quote.limitLow,
        rule: (chunks) => <RuleLink number="5.2">{chunks}</RuleLink>,
      })}
    </Note>
  );
}
