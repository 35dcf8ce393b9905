"use client";

import { useEffect } from "react";
import { useDesk } from "../desk-context";
import { useLiveMarket, useShown } from "./use-market";

/** The stream tells an order's own changes, not that others before it left: the place in the queue is asked for while one waits. */
const EVERY = 3_000;
const SOON = 200;

export function useQueue(): void {
  const { api } = useDesk();
  const market = useLiveMarket();
  const resting = useShown((shown) => shown.market.orders.map(({ id, seq }) => `${id}.${seq}`).join());
  useEffect(() => {
    if (resting === "") return;
    const stop = new AbortController();
    const ask = async () => {
      if (document.visibilityState !== "visible" || market.get().link !== "live") return;
      const answer = await api.openOrders(stop.signal).catch(() => null); // ended by us
      if (answer?.ok) market.ownOrders(answer.value.rows);
    };
    const soon = setTimeout(ask, SOON);
    const timer = setInterval(ask, EVERY);
    return () => {
      stop.abort();
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [api, market, resting]);
}
