"use client";

import { useTranslations } from "next-intl";
import { useMonths } from "../curve/use-months";
import { hourMinute } from "../dates";
import { useDesk, useDeskQuote } from "../desk-context";
import { realUntil } from "../live/clock";
import { useRoomClock, useShown } from "../live/use-market";
import { PaneHead } from "../pane";

/** What comes next today, and how long that is in the viewer's own time. */
export function NextEvents() {
  const t = useTranslations("desk.next");
  const { times } = useDesk();
  const quote = useDeskQuote();
  const front = useMonths(quote.benchmark).find(({ settlementMonth }) => settlementMonth);
  const room = useShown(({ market }) => market.room);
  const now = useRoomClock(1000);
  const midnight = Date.parse(`${room.date}T00:00:00Z`);
  const fixing = front
    ? t("fixingOf", { benchmark: quote.benchmark, n: front.fixingsKnown + 1, total: front.fixingsTotal })
    : t("fixing", { benchmark: quote.benchmark });
  const events: { at: number; name: string }[] = [
    { at: midnight + times.open, name: t("open") },
    { at: midnight + times.closingWindow, name: t("closingWindow") },
    { at: midnight + times.close, name: t("settlement") },
    { at: midnight + times.fixing, name: fixing },
    ...(front?.lastTradingDay === room.date
      ? [{ at: midnight + times.fixing, name: t("final", { symbol: front.symbol }) }]
      : []),
  ].filter(({ at }) => at > now);

  return (
    <section aria-label={t("title")}>
      <PaneHead ruled title={t("title")} aside={t("real")} />
      <ul className="px-2.5 pb-3 leading-6 max-sm:px-4">
        {events.map(({ at, name }) => (
          <li key={name} className="flex gap-3">
            <span className="text-ink-2">{hourMinute(at)}</span>
            <span className="flex-1">{name}</span>
            <span className="text-right whitespace-nowrap text-ink-3">
              <InRealTime wait={realUntil(room, now, at)} />
            </span>
          </li>
        ))}
        {events.length === 0 && (
          <li className="flex gap-3">
            <span className="text-ink-2">{hourMinute(room.nextPhaseAt)}</span>
            <span className="flex-1">{t("tomorrow")}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function InRealTime({ wait }: { wait: number | null }) {
  const t = useTranslations("desk.next");
  if (wait === null) return null;
  const minutes = Math.ceil(wait / 60_000);
  return minutes > 1 ? t("inMinutes", { minutes }) : t("inSeconds", { seconds: Math.ceil(wait / 1000) });
}
