import { complete } from "./completion";
import { sum } from "./rounding";
import { fill, preventSelfTrade, print, settleAfterTrade } from "./trading";
import { type Month, monthOf, type Order, openLots, orderOf, ownerOf, queueOf, type World } from "./world";

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
  for (let price = asks[0]?.price ?? 1; price <= (bids[0]?.price ?? 0); price++) {
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
    const conflict = firstSelfTrade(world, month, at.price);
    if (conflict === null) tradeAll(world, month, at.price);
    else preventSelfTrade(world, orderOf(world, conflict.later), orderOf(world, conflict.earlier));
  }
  month.state = "continuous";
  month.haltedUntil = null;
  complete(world);
}

/** Best bid with best offer, until the price is no longer between them, or until two orders of one owner meet. */
function tradeAll(world: World, month: Month, price: number): readonly [Order, Order] | null {
  for (;;) {
    const bid = queueOf(world, month.symbol, "buy")[0];
    const ask = queueOf(world, month.symbol, "sell")[0];
    if (bid === undefined || ask === undefined || bid.price! < price || ask.price! > price) return null;
    if (ownerOf(world, bid) === ownerOf(world, ask)) return [bid, ask];
    tradePair(world, month, price, bid, ask);
  }
}

function tradePair(world: World, month: Month, price: number, bid: Order, ask: Order): void {
  const lots = Math.min(bid.shown, ask.shown);
  print(world, month, price, lots, null, [bid.account, ask.account]);
  for (const order of [bid, ask]) fill(world, order, month, price, lots, month.benchmark.fee.maker);
  settleAfterTrade(world, month, [bid, ask], price, lots);
}

/** 4.5: the later order is the incoming one, and the auction is computed anew: nothing trades before that is settled. */
function firstSelfTrade(world: World, month: Month, price: number): { later: number; earlier: number } | null {
  const copy = structuredClone(world);
  const pair = tradeAll(copy, monthOf(copy, month.symbol), price);
  if (pair === null) return null;
  const [earlier, later] = pair
    .map(({ id }) => orderOf(world, id))
    .sort((a, b) => a.arrival - b.arrival)
    .map(({ id }) => id);
  return { later, earlier };
}
