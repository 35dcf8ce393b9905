"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { clockTime, weekdayAndDay } from "./dates";
import { useRoomClock, useShown } from "./live/use-market";

/** The room's day and time, in the middle of the page's header. */
export function HeaderClock() {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById("header-room")), []);
  return place && createPortal(<RoomClock />, place);
}

function RoomClock() {
  const t = useTranslations("desk");
  const locale = useLocale();
  const kind = useShown(({ market }) => market.room.kind);
  const title = useShown(({ market }) => market.room.title);
  const day = useShown(({ market }) => market.room.day);
  const now = useRoomClock();
  return (
    <span className="max-md:hidden">
      {t("clock", {
        room: kind === "public" ? t("publicRoom") : title,
        day,
        date: weekdayAndDay(now, locale),
      })}{" "}
      <b className="text-ink">{clockTime(now)}</b>
    </span>
  );
}
