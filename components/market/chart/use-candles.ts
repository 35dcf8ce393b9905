"use client";

import { useEffect, useState } from "react";
import type { ErrorBody, FixingView } from "@/wire/views";
import type { Interval } from "../api";
import { useDesk } from "../desk-context";
import { useLiveMarket } from "../live/use-market";
import { type Candle, candlesOf, withEnded, withTrade } from "./series";

export type Candles =
  | { readonly state: "loading" | "ready"; readonly of: string; readonly candles: readonly Candle[] }
  | { readonly state: "failed"; readonly of: string; readonly candles: readonly Candle[]; readonly error: ErrorBody };

/** The record follows the room within a second. */
const RECORDED = 1_500;

/** Candles of the past from the API, grown by the trades of the stream. `of` changes when they are other candles altogether. */
export function useCandles(symbol: string, interval: Interval): Candles {
  const { api } = useDesk();
  const market = useLiveMarket();
  const of = `${symbol} ${interval}`;
  const [told, setTold] = useState<Candles>({ state: "loading", of, candles: [] });

  useEffect(() => {
    const stop = new AbortController();
    let candles: readonly Candle[] = [];
    let counted = 0; // last trade that is in the candles
    let leave: (() => void) | undefined;

    const follow = () => {
      const trades = market.get().market.trades[symbol] ?? [];
      const fresh = trades.filter((trade) => trade.seq > counted).toReversed();
      if (fresh.length === 0) return;
      counted = fresh[fresh.length - 1].seq;
      const before = candles.length;
      candles = fresh.reduce((grown, trade) => withTrade(grown, trade, interval), candles);
      setTold({ state: "ready", of, candles });
      if (candles.length > before) setTimeout(amend, RECORDED);
    };
    /** Candles just ended, as the record has them: what was missed between loading and following is in there. */
    const amend = async () => {
      const answer = await api.candles(symbol, interval, 3, stop.signal).catch(() => null);
      if (!answer?.ok || stop.signal.aborted) return;
      candles = withEnded(candles, candlesOf(answer.value.rows, interval));
      setTold({ state: "ready", of, candles });
    };
    const load = async () => {
      const answer = await api.candles(symbol, interval, 500, stop.signal);
      if (!answer.ok) {
        setTold({ state: "failed", of, candles: [], error: answer.error });
        return;
      }
      candles = candlesOf(answer.value.rows, interval);
      counted = answer.value.seq;
      setTold({ state: "ready", of, candles });
      leave = market.subscribe(follow);
      follow();
    };
    load().catch(() => {
      // ended by us: other candles are on their way
    });
    return () => {
      stop.abort();
      leave?.();
    };
  }, [api, market, symbol, interval, of]);

  return told.of === of ? told : { state: "loading", of, candles: [] };
}

/** Published fixings of a benchmark; read again when its level is another one. */
export function useFixings(benchmark: string, level: string): readonly FixingView[] {
  const { api } = useDesk();
  const [told, setTold] = useState<{ benchmark: string; rows: readonly FixingView[] }>({ benchmark, rows: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new level is the reason to read again
  useEffect(() => {
    const stop = new AbortController();
    api
      .fixings(benchmark, stop.signal)
      .then((answer) => answer.ok && setTold({ benchmark, rows: answer.value.rows }))
      .catch(() => {
        // ended by us
      });
    return () => stop.abort();
  }, [api, benchmark, level]);
  return told.benchmark === benchmark ? told.rows : none;
}
const none: readonly FixingView[] = [];
