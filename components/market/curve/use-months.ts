"use client";

import { useMemo } from "react";
import type { ContractQuote } from "@/wire/views";
import { useShown } from "../live/use-market";

/** The months of one benchmark, nearest first; the same array until a quote of them changes. */
export function useMonths(benchmark: string): readonly ContractQuote[] {
  const contracts = useShown(({ market }) => market.contracts);
  return useMemo(() => contracts.filter((quote) => quote.benchmark === benchmark), [contracts, benchmark]);
}
