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
  readonly correctedOn: string | null; // when a row that supersedes this one became known; null: it stands
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

/** The curated rows of a benchmark's slot and regions, corrected ones included: they were what was known. */
export function panelOf(
  { slot, regions }: Pick<SlotBenchmark, "slot" | "regions">,
  { slotPrices, slotExits }: { readonly slotPrices: readonly Observation[]; readonly slotExits: readonly SlotExit[] },
): Panel {
  const ofSlot = (one: { readonly slot: Slot | null }) => one.slot === slot;
  const correctedOn = new Map(slotPrices.map(({ supersedes, knownOn }) => [supersedes, knownOn]));
  return {
    prices: slotPrices
      .filter((row) => ofSlot(row) && row.region !== null && regions.includes(row.region))
      .filter(countsAsPrice)
      .map(({ id, date, knownOn, provider, model, prices, sources }) => ({
        id,
        date,
        knownOn,
        seller: provider,
        model,
        input: prices.input.value,
        output: prices.output.value,
        sources: sources.length,
        correctedOn: correctedOn.get(id) ?? null,
      }))
      .sort((a, b) => compare(a.date, b.date) || compare(a.seller, b.seller)),
    exits: slotExits
      .filter(ofSlot)
      .map(({ date, knownOn, provider }) => ({ date, knownOn, seller: provider }))
      .sort((a, b) => compare(a.date, b.date) || compare(a.seller, b.seller)),
  };
}

/** What was known by the end of `day`: no later rows, and rows corrected later as they stood. Without a day, what stands. */
export const knownBy = ({ prices, exits }: Panel, day: string = FOR_EVER): Panel => ({
  prices: prices
    .filter(({ knownOn, correctedOn }) => knownOn <= day && (correctedOn === null || correctedOn > day))
    .map((price) => (price.correctedOn === null ? price : { ...price, correctedOn: null })),
  exits: exits.filter(({ knownOn }) => knownOn <= day),
});

/** The last day of which a panel says something; what is scheduled for later does not count. */
export const lastKnownDay = ({ prices, exits }: Panel, least: string): string =>
  [...prices, ...exits].reduce((last, { knownOn }) => (knownOn > last ? knownOn : last), least);

const FOR_EVER = "9999-12-31";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
