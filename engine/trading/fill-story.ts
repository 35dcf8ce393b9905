import type { Indicative } from "../book/book-face";
import type { AuctionStory, LevelWalked, OrderEntered, SpreadStory, Touch } from "../explanations";
import { type Lots, type RoomTime, type SideNo, sideName, type Ticks } from "../units";
import type { FillReport } from "../views";
import type { Market } from "./market";

/** An incoming order at work, with the trades it has made so far. */
export interface Work {
  readonly own: boolean;
  readonly side: SideNo;
  readonly at: RoomTime;
  readonly market: Market;
  readonly before: Touch;
  /** Of a spread: its far month (2.4). */
  readonly far: Market | null;
  readonly farBefore: Touch | null;
  /** A replace that only takes lots out (4.4). */
  readonly keepsPlace: boolean;
  /** `own`: the fill that is explained. */
  readonly trades: { readonly market: Market; readonly price: number; readonly lots: number; readonly own: boolean }[];
}

export function touchOf({ book, mark }: Market): Touch {
  const orNull = (price: number) => (price > 0 ? (price as Ticks) : null);
  return { bid: orNull(book.bestBid()), ask: orNull(book.bestAsk()), mark: mark as Ticks };
}

/** The prices an incoming order traded at in one month, in its order. */
export function levelsOf({ trades }: Work, market: Market): LevelWalked[] {
  const levels: { price: number; lots: number; own: number }[] = [];
  for (const trade of trades) {
    if (trade.market !== market) continue;
    const last = levels.at(-1);
    const level = last?.price === trade.price ? last : { price: trade.price, lots: 0, own: 0 };
    if (level !== last) levels.push(level);
    level.lots += trade.lots;
    if (trade.own) level.own += trade.lots;
  }
  return levels as unknown as LevelWalked[];
}

/** Half-ticks better than the middle, negative: worse. */
export function overMid({ side, price }: FillReport, { bid, ask }: Touch): number | null {
  if (bid === null || ask === null) return null;
  return side === "buy" ? bid + ask - 2 * price : 2 * price - bid - ask;
}

export const signedLots = ({ side, lots }: FillReport): number => (side === "buy" ? lots : -lots);

export const auctionStory = ({ price, lots, surplus }: Indicative): AuctionStory => ({
  price: price as Ticks,
  lots: lots as Lots,
  surplus: Math.abs(surplus) as Lots,
  side: surplus === 0 ? null : surplus > 0 ? "buy" : "sell",
});

/** The pair of trades that the fill is one leg of. They come near leg first. */
export function spreadStory(work: Work, entry: OrderEntered | null): SpreadStory | null {
  const { market, far, before, farBefore, trades, side } = work;
  const own = trades.findIndex((trade) => trade.own);
  if (far === null || farBefore === null || entry === null) return null;
  const first = own - (own % 2);
  return {
    near: market.symbol,
    far: far.symbol,
    side: sideName(side),
    limit: entry.price,
    nearPrice: trades[first].price as Ticks,
    farPrice: trades[first + 1].price as Ticks,
    nearBefore: before,
    farBefore,
  };
}
