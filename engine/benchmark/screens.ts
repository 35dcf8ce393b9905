/** Rule 3.2: which reported prices count at once and which are held. */

export const FAR = 5; // times the seller's own last confirmed price, up or down
const MAD_TO_DEVIATION = 1.4826; // of a normal distribution
export const DEVIATIONS = 3;
export const ENOUGH_SOURCES = 2;
export const ENOUGH_REPORTS = 2; // of a price beyond ×5 or ÷5

/** What is known of one seller's price on the day of a fixing. */
export interface Report {
  readonly price: number; // slot price of its latest list price
  readonly confirmed: number; // last slot price that counted as confirmed
  readonly sources: number; // how many showed the latest price
  readonly seen: number; // how often it was reported
}

/** Why a reported price does not count yet. */
export type HeldBecause = "one-source" | "far-from-own" | "far-from-median";

/** A price beyond ×5 or ÷5 needs a second report, and any price two sources. Null: it counts. */
export function heldByItself({ price, confirmed, sources, seen }: Report): HeldBecause | null {
  if (price === confirmed) return null;
  if (sources < ENOUGH_SOURCES) return "one-source";
  const far = price > FAR * confirmed || FAR * price < confirmed;
  return far && seen < ENOUGH_REPORTS ? "far-from-own" : null;
}

/** Many sellers of one good: prices too far from the day's median to be the same good's. */
export function outliers(prices: readonly number[]): boolean[] {
  const middle = median(prices);
  const spread = median(prices.map((price) => Math.abs(price - middle)));
  if (spread === 0) return prices.map((price) => 2 * price < middle || price > 2 * middle);
  const most = DEVIATIONS * MAD_TO_DEVIATION * spread;
  return prices.map((price) => Math.abs(price - middle) > most);
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
