import type { Indicative } from "./book-face";
import type { BookSide } from "./book-side";
import { NO_KEY } from "./price-ladder";

interface Row {
  readonly price: number;
  readonly lots: number;
}

/**
 * 4.7: the price of most volume, then least surplus, then nearest `reference`, then the lower; null if the sides do not
 * overlap. What could trade changes only above a bid's price and at an ask's, so the ticks from the lowest ask to the
 * highest bid fall into spans in which all but the distance to the reference is the same: each has one candidate.
 */
export function auctionPrice(bids: BookSide, asks: BookSide, reference: number): Indicative | null {
  const lowest = asks.bestPrice();
  const highest = bids.bestPrice();
  if (lowest === 0 || lowest > highest) return null;
  const demand = rows(bids, bids.keyOf(lowest)).reverse();
  const supply = rows(asks, asks.keyOf(highest));
  let wanted = demand.reduce((lots, row) => lots + row.lots, 0);
  let offered = 0;
  let d = 0;
  let s = 0;
  let found: Indicative | null = null;
  for (let low = lowest, high = low; low <= highest; low = high + 1) {
    for (; demand[d].price < low; d++) wanted -= demand[d].lots;
    for (; s < supply.length && supply[s].price === low; s++) offered += supply[s].lots;
    high = Math.min(demand[d].price, s < supply.length ? supply[s].price - 1 : highest);
    const price = Math.max(low, Math.min(high, reference));
    const candidate = { price, lots: Math.min(wanted, offered), surplus: wanted - offered };
    if (found === null || isBetter(candidate, found, reference)) found = candidate;
  }
  return found;
}

/** Prices rise from candidate to candidate, so the lower one is kept when all else is equal. */
function isBetter(candidate: Indicative, found: Indicative, reference: number): boolean {
  if (candidate.lots !== found.lots) return candidate.lots > found.lots;
  const [surplus, least] = [Math.abs(candidate.surplus), Math.abs(found.surplus)];
  if (surplus !== least) return surplus < least;
  return Math.abs(candidate.price - reference) < Math.abs(found.price - reference);
}

/** Prices at this key or better, best first, with all their open lots. */
function rows(side: BookSide, limit: number): Row[] {
  const found: Row[] = [];
  for (let key = side.best; key !== NO_KEY && key <= limit; key = side.next(key)) {
    found.push({ price: side.priceOf(key), lots: side.find(key).open });
  }
  return found;
}
