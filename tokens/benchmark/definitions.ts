import type { Region, Slot } from "@/tokens/prices/observation";

/** A benchmark made of each seller's slot price (2.1, 3.1). */
export interface SlotBenchmark {
  readonly id: string;
  readonly slot: Slot;
  readonly regions: readonly Region[];
  readonly minSellers: number; // 3.3
  readonly tickDecimals: number; // 2.2: a level is in hundredths of a tick
}

export const PREM: SlotBenchmark = {
  id: "PREM",
  slot: "premium",
  regions: ["US"],
  minSellers: 3,
  tickDecimals: 3,
};
export const CHNA: SlotBenchmark = {
  id: "CHNA",
  slot: "premium",
  regions: ["CN"],
  minSellers: 4,
  tickDecimals: 3,
};
export const ECON: SlotBenchmark = {
  id: "ECON",
  slot: "economy",
  regions: ["US", "CN", "EU"],
  minSellers: 4,
  tickDecimals: 4,
};

export const slotBenchmarks = [PREM, CHNA, ECON] as const;

/** The last day of real history, when every divisor is 1 (3.1, 3.5). */
export const BASE_DATE = "2026-09-23";
