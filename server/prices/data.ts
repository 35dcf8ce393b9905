import { PriceHistory } from "@/tokens/prices/history";
import type { PriceData } from "@/tokens/prices/parse-data";
import { loadPriceData } from "./load";

/** Next copies modules into each route; the data is read once. */
const kept = globalThis as { tokenpitPrices?: { data: PriceData; history: PriceHistory } };

const loaded = () => {
  kept.tokenpitPrices ??= open(loadPriceData());
  return kept.tokenpitPrices;
};

const open = (data: PriceData) => ({ data, history: new PriceHistory([...data.slotPrices, ...data.points]) });

/** Everything in content/prices, checked. The server loads it before rooms open, so a bad row never reaches a page. */
export const priceData = (): PriceData => loaded().data;

/** Point-in-time questions to the same data. */
export const priceHistory = (): PriceHistory => loaded().history;
