import { assert } from "../assert";
import type { SettlementRules } from "../config";
import type { Hash } from "../digest";
import { mulDivHalfUp } from "../integers";
import { LOCKED_DOWN, LOCKED_UP, type Lock } from "./limits";

const MILLION = 1_000_000;
const MOST_OWNERS = 67_108_864; // so that two owners make one safe integer

export interface WindowSnapshot {
  readonly value: number;
  readonly lots: number;
  readonly pairs: readonly number[];
}

/** What one month traded in its closing window: value, lots and between how many pairs of owners (6.1). */
export class WindowStats {
  /** Σ price × lots. */
  value = 0;
  lots = 0;
  private pairs = new Set<number>(); // asked for its size and its members alone, never walked but in order of arrival

  add(price: number, lots: number, buyer: number, seller: number): void {
    assert(buyer < MOST_OWNERS && seller < MOST_OWNERS, "owners are numbered below 2^26");
    this.value += price * lots;
    this.lots += lots;
    assert(Number.isSafeInteger(this.value), "a window's value must be a safe integer");
    this.pairs.add(Math.min(buyer, seller) * MOST_OWNERS + Math.max(buyer, seller));
  }

  /** Distinct pairs of owners, whoever of the two bought. */
  pairCount(): number {
    return this.pairs.size;
  }

  clear(): void {
    this.value = 0;
    this.lots = 0;
    this.pairs.clear();
  }

  snapshot(): WindowSnapshot {
    return { value: this.value, lots: this.lots, pairs: [...this.pairs] };
  }

  static restore(saved: WindowSnapshot): WindowStats {
    const stats = new WindowStats();
    stats.value = saved.value;
    stats.lots = saved.lots;
    stats.pairs = new Set(saved.pairs);
    return stats;
  }

  hashInto(hash: Hash): void {
    hash
      .number(this.value)
      .number(this.lots)
      .numbers([...this.pairs]);
  }
}

/** One month of a benchmark at the close, its day orders ended (6.5). Ticks; 0 means none. */
export interface MonthAtClose {
  readonly month: string; // "2026-12"
  readonly lock: Lock; // held throughout the last five minutes (5.2)
  readonly low: number;
  readonly high: number;
  readonly bid: number;
  readonly ask: number;
  readonly previous: number; // last settlement
  readonly window: WindowStats;
}

export interface DailySettlement {
  readonly price: number;
  readonly method: "limit" | "vwap" | "midpoint" | "curve" | "previous";
}

/** 6.1 for a month by itself: its limit if locked, its traded average, its midpoint; null if its market says none. */
export function settlementPrice(month: MonthAtClose, rules: SettlementRules): DailySettlement | null {
  const { lock, low, high, bid, ask, window } = month;
  if (lock === LOCKED_UP) return { price: high, method: "limit" };
  if (lock === LOCKED_DOWN) return { price: low, method: "limit" };
  if (window.lots >= rules.minLots && window.pairCount() >= rules.minPairs) {
    return { price: within(mulDivHalfUp(window.value, 1, window.lots), low, high), method: "vwap" };
  }
  if (bid > 0 && ask > 0 && isTight(bid, ask, rules)) {
    return { price: within(mulDivHalfUp(bid + ask, 1, 2), low, high), method: "midpoint" };
  }
  return null;
}

/**
 * 6.1 for all months of a benchmark, in the order given. A month that cannot say its own price moves by the same
 * percentage as the nearest month that could; of two as near, the earlier. If none could, all keep their settlement.
 */
export function settleBenchmark(months: readonly MonthAtClose[], rules: SettlementRules): DailySettlement[] {
  const own = months.map((month) => settlementPrice(month, rules));
  return months.map((month, i) => {
    const settled = own[i];
    if (settled) return settled;
    const neighbour = nearestSettled(months, own, i);
    if (neighbour === -1) return { price: month.previous, method: "previous" };
    const moved = mulDivHalfUp(month.previous, own[neighbour]!.price, months[neighbour].previous);
    return { price: within(moved, month.low, month.high), method: "curve" };
  });
}

/** The spread is small beside its midpoint, or a few ticks (6.1). */
const isTight = (bid: number, ask: number, rules: SettlementRules): boolean =>
  ask - bid <= rules.maxSpreadTicks || (ask - bid) * 2 * MILLION <= rules.maxSpread * (bid + ask);

function nearestSettled(months: readonly MonthAtClose[], own: readonly (DailySettlement | null)[], of: number): number {
  const at = monthNo(months[of].month);
  let best = -1;
  for (let i = 0; i < months.length; i++) {
    if (!own[i]) continue;
    if (best === -1) {
      best = i;
      continue;
    }
    const [distance, least] = [i, best].map((k) => Math.abs(monthNo(months[k].month) - at));
    if (distance < least || (distance === least && months[i].month < months[best].month)) best = i;
  }
  return best;
}

const within = (price: number, low: number, high: number): number => Math.min(Math.max(price, low), high);
const monthNo = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
