import type { PositionRow } from "@/wire/views";
import { centsOf, moneyOf } from "../market/exact";

/** What an account's ledger says about one contract, in money strings. */
export interface LedgerTotal {
  symbol: string | null;
  entry: string;
  amount: string;
}

export interface AttributionRow {
  benchmark: string;
  price: string;
  fees: string;
  total: string;
}

export interface Attribution {
  rows: AttributionRow[];
  /** Defaults paid for, and whatever else belongs to no contract; null where there is nothing. */
  other: string | null;
  sum: { price: string; fees: string; total: string };
}

const FROM_OUTSIDE = ["deposit", "transfer"];

/**
 * Where the result came from. Every cent of it is a ledger line (variation, final settlement, fee) or has built up since
 * the last settlement in an open position, so the parts sum to wealth − deposits exactly.
 */
export function attribute(ledger: readonly LedgerTotal[], positions: readonly PositionRow[]): Attribution {
  const price = new Map<string, number>();
  const fees = new Map<string, number>();
  let other = 0;
  const add = (to: Map<string, number>, symbol: string, cents: number) => {
    const benchmark = symbol.slice(0, symbol.lastIndexOf("-"));
    to.set(benchmark, (to.get(benchmark) ?? 0) + cents);
  };
  for (const { symbol, entry, amount } of ledger) {
    if (FROM_OUTSIDE.includes(entry)) continue;
    if (symbol === null) other += centsOf(amount);
    else add(entry === "fee" ? fees : price, symbol, centsOf(amount));
  }
  for (const { symbol, sinceSettlement } of positions) add(price, symbol, centsOf(sinceSettlement));

  const benchmarks = [...new Set([...price.keys(), ...fees.keys()])].toSorted();
  const parts = benchmarks.map((benchmark) => ({
    benchmark,
    price: price.get(benchmark) ?? 0,
    fees: fees.get(benchmark) ?? 0,
  }));
  const sumOf = (part: "price" | "fees") => parts.reduce((sum, row) => sum + row[part], 0);
  return {
    rows: parts.map((row) => ({
      benchmark: row.benchmark,
      price: moneyOf(row.price),
      fees: moneyOf(row.fees),
      total: moneyOf(row.price + row.fees),
    })),
    other: other === 0 ? null : moneyOf(other),
    sum: {
      price: moneyOf(sumOf("price")),
      fees: moneyOf(sumOf("fees")),
      total: moneyOf(sumOf("price") + sumOf("fees") + other),
    },
  };
}
