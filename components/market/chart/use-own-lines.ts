"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { signedDollars } from "../../ui/numerals";
import { useDesk } from "../desk-context";
import { useShown } from "../live/use-market";
import { isWaiting, openLots } from "../orders";
import type { OwnLine } from "./marks";

/** One's own position, resting orders and waiting stops in the contract, as lines of the chart. */
export function useOwnLines(): readonly OwnLine[] {
  const t = useTranslations("desk.chart");
  const { symbol } = useDesk();
  const position = useShown(({ market }) => market.account?.positions.find((p) => p.symbol === symbol && p.net !== 0));
  const orders = useShown(({ market }) => market.orders);
  return useMemo(() => {
    const own = orders.filter((order) => order.symbol === symbol && !order.legs && openLots(order) > 0);
    const resting = own.flatMap((order): OwnLine | [] => {
      const values = { side: order.side, lots: openLots(order) };
      if (isWaiting(order) && order.stop)
        return { kind: "order", price: Number(order.stop.price), tag: t("stop", values) };
      if (order.price === null) return [];
      const ahead = order.queueAhead ? ` · ${t("ahead", { lots: order.queueAhead })}` : "";
      return { kind: "order", price: Number(order.price), tag: t("order", values) + ahead };
    });
    if (!position) return resting;
    const tag = t(position.net > 0 ? "long" : "short", {
      lots: Math.abs(position.net),
      entry: position.averageEntry,
      result: signedDollars(position.unrealised),
    });
    return [...resting, { kind: "position", price: Number(position.averageEntry), tag }];
  }, [position, orders, symbol, t]);
}
