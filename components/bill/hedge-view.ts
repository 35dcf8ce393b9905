import type { MonthMean } from "@/tokens/bill/basis";
import type { TokenBenchmark } from "@/tokens/bill/hedge";

/** What hedging needs to know of a benchmark: measured, and of the public room. */
export interface HedgeBenchmark {
  readonly id: TokenBenchmark;
  /** The last measured fixing, dollars a million tokens, and its day. */
  readonly level: string;
  readonly date: string;
  readonly sellers: readonly string[];
  readonly means: readonly MonthMean[];
  /** Millions of tokens a lot. */
  readonly lotSize: number;
  /** Months that can be traded now in the public room, nearest first; empty: it is not open. */
  readonly symbols: readonly string[];
}
