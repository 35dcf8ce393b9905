import type { SideNo } from "../units";

/** What becomes of the lots an incoming order cannot trade at once (4.2). */
export const REST = 0; // they rest in the book
export const IOC = 1; // they end
export const FOK = 2; // if there would be any, nothing trades at all
export type Mode = typeof REST | typeof IOC | typeof FOK;

/** Which order gives way when two orders of one owner meet (4.5). */
export const NEWEST = 0; // the incoming one
export const OLDEST = 1; // the resting one
export const BOTH = 2;
export const DECREMENT = 3; // the smaller open size leaves both
export type SelfTrade = typeof NEWEST | typeof OLDEST | typeof BOTH | typeof DECREMENT;

/** The whole of an order is shown. */
export const SHOW_ALL = 0;

/** Why lots of the incoming order neither traded nor rest. */
export const ENDED_NOT = 0;
export const ENDED_IOC = 1;
export const ENDED_FOK = 2;
export const ENDED_SELF_TRADE = 3;
export type Ending = typeof ENDED_NOT | typeof ENDED_IOC | typeof ENDED_FOK | typeof ENDED_SELF_TRADE;

/** How much room a book starts with. It shows in speed only, never in what the book does. */
export interface BookSpec {
  /** Prices the fast part of each side spans: a power of two from 32 to 32,768. Prices outside work too, more slowly. */
  readonly ladderTicks?: number;
  /** Orders there is space for at first; it grows without limit. */
  readonly capacity?: number;
}

/**
 * Hears what happens while an order is matched. The book is consistent during each call, and is read anew after it: the
 * listener may take lots out of other resting orders (`shrink`, `cancel`), as reduce-only orders and siblings demand (4.2).
 */
export interface BookSink {
  /** Called for every trade, in order, at the maker's price. `…Open`: lots of that order left after it. */
  trade(
    price: number,
    lots: number,
    maker: number,
    makerAccount: number,
    makerOpen: number,
    taker: number,
    takerAccount: number,
    takerOpen: number,
    takerSide: SideNo,
  ): void;
  /** Called for every pair that trades in an auction (4.7), best bid with best offer. Both rested. */
  auctionTrade(
    price: number,
    lots: number,
    bid: number,
    bidAccount: number,
    bidOpen: number,
    offer: number,
    offerAccount: number,
    offerOpen: number,
  ): void;
  /** Self-trade prevention took `lots` out of a resting order; `open` are left in it (0: it is gone from the book). */
  restingReduced(order: number, account: number, side: SideNo, price: number, lots: number, open: number): void;
  /** Self-trade prevention took `lots` out of the incoming order; `open` are left in it. */
  incomingReduced(order: number, account: number, lots: number, open: number): void;
}

/** Where an auction would uncross now (4.7): the lots that would trade, and what is left over at that price. */
export interface Indicative {
  readonly price: number;
  readonly lots: number;
  /** Bids left over, negative: offers. */
  readonly surplus: number;
}

/**
 * Resting orders in price-time priority, nine numbers each: id, account, owner, price, lots shown, lots hidden, lots shown
 * at a time (0: all), self-trade mode, arrival (rising over both sides). Plain JSON.
 */
export interface BookSnapshot {
  readonly bids: readonly number[];
  readonly asks: readonly number[];
  /** The book collects for an auction (4.7). */
  readonly collecting: boolean;
}
