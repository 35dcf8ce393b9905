"use client";

import { useLocale, useTranslations } from "next-intl";
import type { OrderView } from "@/wire/views";
import { dayMonth, hourMinute } from "../dates";
import { openLots } from "../orders";

/** All that an order says beside side, lots and price, in words. */
export function useOrderTerms(): (order: OrderView) => string {
  const t = useTranslations("desk.orders");
  const ticket = useTranslations("desk.ticket");
  const locale = useLocale();
  return (order) => {
    const { stop, goodTill, display } = order;
    const parts = [
      stop && stop.firedAt !== null && t("firedAt", { time: hourMinute(stop.firedAt) }),
      stop &&
        stop.firedAt === null &&
        (stop.trail === null
          ? t("stopAt", { source: stop.source, price: stop.price })
          : t("trailing", { source: stop.source, trail: stop.trail })),
      goodTill === null || goodTill === undefined
        ? t(`term.${order.timeInForce}`)
        : t("until", { day: dayMonth(goodTill, locale) }),
      order.postOnly && t("term.postOnly"),
      order.reduceOnly && t("term.reduceOnly"),
      display && t("shows", { lots: Math.min(display, openLots(order)) }),
      order.filledLots > 0 && t("filledOf", { filled: order.filledLots, lots: order.lots }),
    ];
    return parts.filter(Boolean).join(ticket("comma"));
  };
}
