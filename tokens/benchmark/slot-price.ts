import { countsAsPrice, type Observation, type Slot } from "@/tokens/prices/observation";
import type { SlotExit } from "@/tokens/prices/parse-data";
import type { SlotBenchmark } from "./definitions";

/** What a fixing needs of an observation: small enough to send to a reader who recomputes. */
export interface SlotPrice {
  readonly id: string; // of the observation
  readonly date: string;
  readonly knownOn: string;
  readonly seller: string;
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly sources: number;
}

export interface SellerExit {
  readonly date: string;
  readonly knownOn: string;
  readonly seller: string;
}

/** The panel of a benchmark over time: prices and exits, oldest first. */
export interface Panel {
  readonly prices: readonly SlotPrice[];
  readonly exits: readonly SellerExit[];
}

/** The curated rows of a benchmark's slot and regions; what was corrected or was no price is left out. */
export function panelOf(
  { slot, regions }: Pick<SlotBenchmark, "slot" | "regions">,
  { slotPrices, slotExits }: { readonly slotPrices: readonly Observation[]; readonly slotExits: readonly SlotExit[] },
): Panel {
  const ofSlot = (one: { readonly slot: Slot | null }) => one.slot === slot;
  const corrected = new Set(slotPrices.map(({ supersedes }) => supersedes));
  return {
    prices: slotPrices
      .filter((row) => ofSlot(row) && row.region !== null && regions.includes(row.region))
      .filter((row) => countsAsPrice(row) && !corrected.has(row.id))
      .map(({ id, date, knownOn, provider, model, prices, sources }) => ({
        id,
        date,
        knownOn,
        seller: provider,
        model,
        input: prices.input.value,
        output: prices.output.value,
        sources: sources.length,
      }))
      .sort((a, b) => compare(a.date, b.date) || compare(a.seller, b.seller)),
    exits: slotExits
      .filter(ofSlot)
      .map(({ date, knownOn, provider }) => ({ date, knownOn, seller: provider }))
      .sort((a, b) => compare(a.date, b.date) || compare(a.seller, b.seller)),
  };
}

/** The part of a panel that was known by the end of `day`. */
export const knownBy = ({ prices, exits }: Panel, day: string): Panel => ({
  prices: prices.filter(({ knownOn }) => knownOn <= day),
  exits: exits.filter(({ knownOn }) => knownOn <= day),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
