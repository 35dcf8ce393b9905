/** One stretch of prices, real or simulated, as both are measured: days are trading days, counted from 0. */
export interface History {
  readonly days: number;
  /** Every seller of a token benchmark, with the log sizes of its moves; `from`: the first day it was there. */
  readonly sellers: readonly SellerHistory[];
  /** Log level by day; null: none. */
  readonly levels: Readonly<Record<TokenBenchmark, readonly (number | null)[]>>;
  /** Standard deviation of log slot prices over sellers, on average over days. */
  readonly dispersion: Readonly<Record<TokenBenchmark, number>>;
  /** Log changes of the GPU-hour from month to month. */
  readonly gpuMonths: readonly number[];
  /** Log change of a benchmark over a stretch of one kind, and its years. */
  readonly stretches: readonly { readonly regime: Regime; readonly change: number; readonly years: number }[];
}

export interface SellerHistory {
  readonly benchmark: string;
  readonly from: number;
  readonly moves: readonly { readonly day: number; readonly size: number }[];
}

export const tokenBenchmarks = ["PREM", "CHNA", "ECON"] as const;
export type TokenBenchmark = (typeof tokenBenchmarks)[number];
export type Regime = "cheaper" | "dearer" | "mixed";

export const DAYS_A_YEAR = 260;
export const DAYS_A_MONTH = 21;
