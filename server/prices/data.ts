import { PriceHistory } from "@/tokens/prices/history";
import type { PriceData } from "@/tokens/prices/parse-data";
import { type LoadedPrices, loadPrices } from "./load";

/** Next copies modules into each route; the data is read once. */
const kept = globalThis as { tokenpitPrices?: LoadedPrices & { readonly history: PriceHistory } };

function loaded() {
  if (!kept.tokenpitPrices) {
    const prices = loadPrices();
    const { slotPrices, points } = prices.data;
    kept.tokenpitPrices = { ...prices, history: new PriceHistory([...slotPrices, ...points]) };
  }
  return kept.tokenpitPrices;
}

/** Everything in content/prices, checked. The server loads it before rooms open, so a bad row never reaches a page. */
export const priceData = (): PriceData => loaded().data;

/** The files as they are, for whoever downloads them. */
export const priceTexts = (): LoadedPrices["texts"] => loaded().texts;

/** Point-in-time questions to the same data. */
export const priceHistory = (): PriceHistory => loaded().history;
