"use client";

import { useState } from "react";
import type { ContractQuote } from "@/wire/views";
import { useShown } from "../market/live/use-market";
import { dollars } from "../ui/numerals";
import { priceOf } from "./featured";
import { MarketFigure } from "./market-figure";
import { type CurvePoint, curvePoint, type DatedPrice, type Measured } from "./market-view";

export function LivePrice({ symbol, fallback }: { symbol: string; fallback: string }) {
  const price = useShown(({ market }) => {
    const quote = market.contracts.find((contract) => contract.symbol === symbol);
    return quote ? priceOf(quote) : fallback;
  });
  return <b className="font-medium text-ink">{dollars(price)}</b>;
}

const sameCurve = (a: readonly CurvePoint[], b: readonly CurvePoint[]): boolean =>
  a.length === b.length && a.every(({ symbol, price }, i) => symbol === b[i].symbol && price === b[i].price);

/** The forward curve of a benchmark; the same object until one of its prices is another, so that nothing is drawn twice. */
function useCurve(benchmark: string): readonly CurvePoint[] {
  const [known] = useState<{ curve: readonly CurvePoint[] }>(() => ({ curve: [] }));
  return useShown(({ market }) => {
    const curve = market.contracts.filter((quote) => quote.benchmark === benchmark).map(curvePoint);
    if (!sameCurve(known.curve, curve)) known.curve = curve;
    return known.curve;
  });
}

interface LiveFigureProps {
  measured: Measured;
  fixings: readonly DatedPrice[];
  featured: ContractQuote;
}

/** The landing figure, its right end following the market. Drawn by the server first. */
export function LiveFigure({ measured, fixings, featured }: LiveFigureProps) {
  const curve = useCurve(featured.benchmark);
  const today = useShown(({ market }) => market.room.date);
  return <MarketFigure data={{ measured, fixings, today, curve, featured: featured.symbol }} />;
}
