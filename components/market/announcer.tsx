"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { NoticeView } from "@/wire/views";
import { announceEquity } from "../layout/live-equity";
import { dollars } from "../ui/numerals";
import { hourMinute } from "./dates";
import { useShown } from "./live/use-market";

/** Reads out one's own events, and nothing of the market's: prices would never stop talking. */
export function Announcer() {
  const t = useTranslations("desk.announce");
  const fill = useShown(({ market }) => market.fills[0]);
  const notice = useShown(({ market }) => market.notices[0]);
  const wealth = useShown(({ market }) => market.account?.wealth);
  const [text, setText] = useState("");
  const heard = useRef({ fill: fill?.seq, notice: notice?.seq });

  useEffect(() => {
    if (wealth) announceEquity(wealth);
  }, [wealth]);
  useEffect(() => {
    if (!fill || heard.current.fill === fill.seq) return;
    heard.current.fill = fill.seq;
    setText(t("fill", { side: fill.side, lots: fill.lots, symbol: fill.symbol, price: fill.price }));
  }, [fill, t]);
  useEffect(() => {
    if (!notice || heard.current.notice === notice.seq) return;
    heard.current.notice = notice.seq;
    setText(t(notice.kind, noticeValues(notice)));
  }, [notice, t]);

  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}

function noticeValues({ body }: NoticeView): Record<string, string | number> {
  return {
    amount: typeof body.amount === "string" ? dollars(body.amount) : "",
    deadline: typeof body.deadline === "string" ? hourMinute(body.deadline) : "",
    lots: Number(body.lots ?? 0),
    symbol: String(body.symbol ?? ""),
    side: String(body.side ?? "buy"),
  };
}
