"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { signedDollars } from "../../ui/numerals";
import { useDesk } from "../desk-context";
import { useShown } from "../live/use-market";
import type { OwnLine } from "./marks";

/** One's own position and resting orders in the contract, as lines of the chart. */
export function useOwnLines(): readonly OwnLine[] {
  const t = useTranslations("desk.chart");
  const { symbol } = useDesk();
  const position = useShown(({ market }) => market.account?.positions.find((p) => p.symbol === symbol && p.net !== 0));
  const orders = useShown(({ market }) => market.orders);
  return useMemo(() => {
    const resting = orders
      .filter((order) => order.symbol === symbol && order.price !== null)
      .map((order): OwnLine => {
        const open = order.lots - order.filledLots;
        const name = t("order", { side: order.side, lots: open });
        const ahead = order.queueAhead ? ` · ${t("ahead", { lots: order.queueAhead })}` : "";
        return { kind: "order", price: Number(order.price), tag: name + ahead };
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
