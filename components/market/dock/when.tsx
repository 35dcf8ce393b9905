"use client";

import { useLocale } from "next-intl";
import { dayMonth, hourMinute } from "../dates";

/** A moment of room time in a table. */
export function When({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <>
      {dayMonth(at, locale)} <span className="text-ink-3">{hourMinute(at)}</span>
    </>
  );
}
