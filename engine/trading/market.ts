import type { OrderBook } from "../book/order-book";
import type { WindowStats } from "../clearing/daily-settlement";
import { LOCKED_DOWN, LOCKED_UP, type Lock, type LockWatch } from "../clearing/limits";
import type { BenchmarkConfig } from "../config";
import type { TradingState } from "../views";
import type { StopOrders } from "./stop-orders";

/** One listed contract: its terms, its book, and what the day has made of it. Prices in ticks; 0 means none. */
export interface Market {
  readonly slot: number;
  readonly symbol: string;
  readonly benchmark: number;
  /** As they are in force: a ruling may change them. */
  terms: BenchmarkConfig;
  readonly month: string;
  /** Number and date of the last trading day (2.3). */
  readonly lastDay: number;
  readonly lastDate: string;
  readonly book: OrderBook;

  state: TradingState;
  /** A halt: when it ends at the latest (4.7). 0: not halted. */
  haltedUntil: number;

  settlement: number;
  settlementDate: string | null;
  limitLow: number;
  limitHigh: number;
  limitRate: number; // millionths, of the whole benchmark (5.2)
  initial: number; // cents per lot (7.2)
  mark: number;
  /** Last trade since the settlement. */
  last: number;
  high: number;
  low: number;
  volume: number;
  readonly window: WindowStats;
  readonly lock: LockWatch;
  /** Stops that wait for this month's trades or mark (4.2). */
  readonly stops: StopOrders;
  /** In its settlement month: since the final settlement of the month before (7.3). */
  settlementMonth: boolean;
  /** Daily settlements within its settlement month, the fallback of 6.3. */
  monthSettlements: number[];
}

export const lockName = (lock: Lock): "up" | "down" | null =>
  lock === LOCKED_UP ? "up" : lock === LOCKED_DOWN ? "down" : null;
