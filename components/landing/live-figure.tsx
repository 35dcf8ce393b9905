"use client";

import { useMemo } from "react";
import { useShown } from "../market/live/use-market";
import { dollars } from "../ui/numerals";
import { priceOf } from "./featured";
import { type DatedPrice, MarketFigure } from "./market-figure";

export function LivePrice({ symbol, fallback }: { symbol: string; fallback: string }) {
  const price = useShown(({ market }) => {
    const quote = market.contracts.find((contract) => contract.symbol === symbol);
    return quote ? priceOf(quote) : fallback;
  });
  return <b className="font-medium text-ink">{dollars(price)}</b>;
}

interface LiveFigureProps {
  measured: readonly DatedPrice[];
  seam: string;
  fixings: readonly DatedPrice[];
  benchmark: string;
  featured: string;
}

/** The landing figure, its right end following the market. Drawn by the server first. */
export function LiveFigure({ measured, seam, fixings, benchmark, featured }: LiveFigureProps) {
  const contracts = useShown(({ market }) => market.contracts);
  const today = useShown(({ market }) => market.room.date);
  const curve = useMemo(
    () =>
      contracts
        .filter((quote) => quote.benchmark === benchmark)
        .map((quote) => ({
          symbol: quote.symbol,
          month: quote.month,
          lastTradingDay: quote.lastTradingDay,
          price: priceOf(quote),
        })),
    [contracts, benchmark],
  );
  return <MarketFigure data={{ measured, seam, fixings, today, curve, featured }} />;
}
