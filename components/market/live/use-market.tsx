"use client";

import { createContext, type ReactNode, use, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ContractQuote, NewsView } from "@/wire/views";
import { roomNow } from "./clock";
import { connect } from "./connect";
import type { Snapshot } from "./reduce";
import { LiveMarket, type Shown } from "./store";

const Market = createContext<LiveMarket | null>(null);

export function MarketProvider({
  snapshot,
  news,
  streamUrl,
  children,
}: {
  snapshot: Snapshot;
  news: readonly NewsView[];
  streamUrl: string;
  children: ReactNode;
}) {
  const [market] = useState(() => new LiveMarket(snapshot, news, Date.now));
  useEffect(() => connect(market, streamUrl), [market, streamUrl]);
  return <Market value={market}>{children}</Market>;
}

export function useLiveMarket(): LiveMarket {
  const market = use(Market);
  if (!market) throw new Error("useLiveMarket needs a MarketProvider above it");
  return market;
}

/** A slice of what is shown. `select` must return the same object while its slice is unchanged. */
export function useShown<T>(select: (shown: Shown) => T): T {
  const market = useLiveMarket();
  return useSyncExternalStore(
    market.subscribe,
    () => select(market.get()),
    () => select(market.get()),
  );
}

/** The contract's quote; undefined once it has expired. */
export const useQuote = (symbol: string): ContractQuote | undefined =>
  useShown(({ market }) => market.contracts.find((quote) => quote.symbol === symbol));

/** Room time, brought forward `every` milliseconds of wall time. It never runs backwards by a message's delay. */
export function useRoomClock(every = 250): number {
  const market = useLiveMarket();
  const [now, setNow] = useState(() => Date.parse(market.get().market.room.roomTime));
  const shown = useRef(now);
  useEffect(() => {
    const tick = () => {
      const { market: state, heardAt, link } = market.get();
      const at = link === "live" ? roomNow(state.room, heardAt, Date.now()) : shown.current;
      const late = shown.current - at;
      shown.current = late > 0 && late < 60_000 ? shown.current : at;
      setNow(Math.floor(shown.current / 1000) * 1000);
    };
    tick();
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }, [market, every]);
  return now;
}
