"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { getPathname, Link } from "@/messages/navigation";
import { ChartFrame } from "../../chart/chart-frame";
import { usePlaces } from "../../chart/served";
import { deskPath, PUBLIC_ROOM } from "../../layout/places";
import { useContractLink, useDesk, useDeskQuote } from "../desk-context";
import { useShown } from "../live/use-market";
import { curveChart } from "./curve-view";
import { useMonths } from "./use-months";

/** The forward curve of the benchmark on the desk, as it trades now. */
export function ForwardCurve() {
  const t = useTranslations("desk.curve");
  const locale = useLocale();
  const { room } = useDesk();
  const { benchmark, symbol } = useDeskQuote();
  const months = useMonths(benchmark);
  const today = useShown(({ market }) => market.room.date);
  const at = useShown(({ market }) => market.room.roomTime.slice(0, TO_THE_MINUTE));
  const choose = useChoice();
  const { view, summary, source } = curveChart({ months, today, at: `${at}Z`, symbol, pane: true }, t, locale);
  const { addresses, cited } = usePlaces({ id: view.id, title: view.title, page: deskPath(room, symbol), query: {} });
  const isPublic = room === PUBLIC_ROOM;
  return (
    <section aria-label={view.title} className="px-2.5 pb-1 max-sm:px-4">
      <ChartFrame
        view={view}
        summary={summary}
        source={source}
        method={getPathname({ href: "/realism#curve", locale })}
        // Other rooms are for those who are in them.
        addresses={isPublic ? addresses : { permalink: addresses.permalink, csv: null, json: null, embed: null }}
        cited={isPublic ? cited : null}
        size="pane"
        onChoose={choose}
        beside={
          <Link href="/realism#curve" className="link inline-flex min-h-6 items-center max-sm:min-h-(--ctl)">
            {t("shape")}
          </Link>
        }
      />
    </section>
  );
}

/** Of an ISO moment. */
const TO_THE_MINUTE = "2026-10-29T09:24".length;

/** Another month without leaving the stream; the month table below is the same for the keyboard. */
function useChoice(): (symbol: string) => void {
  const link = useContractLink();
  return useCallback((symbol) => window.history.pushState(null, "", link(symbol).href), [link]);
}
