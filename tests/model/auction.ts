import { complete } from "./completion";
import { sum } from "./rounding";
import { fill, preventSelfTrade, print, settleAfterTrade } from "./trading";
import { tradeReaches } from "./triggers";
import { type Month, type Order, openLots, orderOf, ownerOf, queueOf, rest, type World } from "./world";

/** Rule 4.7. */

export interface Uncrossing {
  readonly price: number;
  readonly lots: number;
  /** Bids left over at that price; negative: offers. */
  readonly surplus: number;
}

/** Most volume, then least surplus, then nearest the last settlement, then the lower. Hidden lots count. */
export function uncrossing(world: World, month: Month): Uncrossing | null {
  const bids = queueOf(world, month.symbol, "buy");
  const asks = queueOf(world, month.symbol, "sell");
  const candidates: Uncrossing[] = [];
  if (bids.length === 0 || asks.length === 0) return null;
  for (let price = asks[0].price!; price <= bids[0].price!; price++) {
    const bought = sum(bids.filter((bid) => bid.price! >= price).map(openLots));
    const sold = sum(asks.filter((ask) => ask.price! <= price).map(openLots));
    candidates.push({ price, lots: Math.min(bought, sold), surplus: bought - sold });
  }
  const away = ({ price }: Uncrossing) => Math.abs(price - month.settlement);
  candidates.sort(
    (a, b) => b.lots - a.lots || Math.abs(a.surplus) - Math.abs(b.surplus) || away(a) - away(b) || a.price - b.price,
  );
  return candidates.find(({ lots }) => lots > 0) ?? null;
}

/** Trades all that overlaps at one price, then lets the month trade continuously. */
export function uncross(world: World, month: Month): void {
  for (let at = uncrossing(world, month); at !== null; at = uncrossing(world, month)) {
    const met = firstSelfTrade(world, month, at.price);
    if (met === null) tradeAll(world, month, at.price);
    else preventSelfTrade(world, ...met);
  }
  month.state = "continuous";
  month.haltedUntil = null;
  if (month.last !== null) tradeReaches(world, month, month.last); // stops that came through their trigger meanwhile
  complete(world);
}

/** Best bid with best offer, until the price is no longer between them. Own orders that shrinking brought together part. */
function tradeAll(world: World, month: Month, price: number): void {
  for (;;) {
    const bid = queueOf(world, month.symbol, "buy")[0];
    const ask = queueOf(world, month.symbol, "sell")[0];
    if (bid === undefined || ask === undefined || bid.price! < price || ask.price! > price) return;
    if (ownerOf(world, bid) === ownerOf(world, ask)) preventSelfTrade(world, ...laterFirst(world, bid, ask));
    else tradePair(world, month, price, bid, ask);
  }
}

function tradePair(world: World, month: Month, price: number, bid: Order, ask: Order): void {
  const lots = Math.min(bid.shown, ask.shown);
  print(world, month, price, lots, null, [bid.account, ask.account]);
  for (const order of [bid, ask]) fill(world, order, month, price, lots, month.benchmark.fee.maker);
  settleAfterTrade(world, month, [bid, ask], price, lots);
}

/**
 * 4.5: the later order is the incoming one, and the auction is computed anew. The pairs are those of the book as it
 * stands: what fills and positions take out of other orders shows while the auction is carried out.
 */
function firstSelfTrade(world: World, month: Month, price: number): [later: Order, earlier: Order] | null {
  const copy = structuredClone(world);
  for (;;) {
    const bid = queueOf(copy, month.symbol, "buy")[0];
    const ask = queueOf(copy, month.symbol, "sell")[0];
    if (bid === undefined || ask === undefined || bid.price! < price || ask.price! > price) return null;
    if (ownerOf(copy, bid) === ownerOf(copy, ask)) return laterFirst(world, bid, ask);
    const lots = Math.min(bid.shown, ask.shown);
    for (const order of [bid, ask]) {
      order.filled += lots;
      order.shown -= lots;
      if (openLots(order) === 0) order.place = "nowhere";
      else if (order.shown === 0) rest(copy, order);
    }
  }
}

function laterFirst(world: World, ...pair: readonly Order[]): [later: Order, earlier: Order] {
  const [later, earlier] = pair.map(({ id }) => orderOf(world, id)).sort((a, b) => b.arrival - a.arrival);
  return [later, earlier];
}
