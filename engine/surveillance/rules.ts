import type { Lots, Millionths } from "../units";

/** The numbers of rules 8.1 and 8.2. Where a number has a source it is named; the others are chosen, and docs/surveillance.md says how. */
export interface SurveillanceRules {
  readonly counters: CounterRules;
  readonly displayed: DisplayedRules;
  readonly wash: WashRules;
  readonly close: CloseRules;
}

/** 8.1, per account, contract and day. */
export interface CounterRules {
  readonly cancellations: number;
  readonly selfTrades: number;
}

/** 8.2: orders shown so that others see interest that is not there. Spoofing has few of them, layering one at each of many prices. */
export interface DisplayedRules {
  /** Withdrawn within so many ms of its entry. */
  readonly lifetime: number;
  /** Of its lots not filled. */
  readonly unfilled: Millionths;
  /** To the mean size of own orders that traded that day in that contract. */
  readonly sizeToUsual: Millionths;
  /** To the lots the account showed and traded on the other side. */
  readonly oneSidedness: Millionths;
  /** Of the lots shown at the best prices of its side, its own included. */
  readonly shareOfSide: Millionths;
  readonly nearPrices: number;
  /** Layers: at so many prices at least, entered and withdrawn within so many ms of each other. */
  readonly layers: number;
  readonly together: number;
}

/** 8.2: two accounts that trade with each other by arrangement and end where they began. */
export interface WashRules {
  readonly matchedTrades: number;
  /** The two orders of a matched trade were entered within so many ms. */
  readonly together: number;
  /** All of them within so many ms. */
  readonly window: number;
  /** Of all that either account traded in the contract meanwhile: who makes a market trades with many. */
  readonly shareOfOwn: Millionths;
  readonly netChange: Millionths;
}

/** 8.2: buying, or selling, in the closing window to move the settlement that an own position is paid by. */
export interface CloseRules {
  readonly shareOfWindow: Millionths;
  /** Of what the account took that day on that side. */
  readonly ownTaking: Millionths;
  readonly takingOrders: number;
  readonly pricePush: Millionths;
  /** Lots of the account's position before the window, per lot it took in it. */
  readonly positionToTaken: Millionths;
  readonly leastLots: Lots;
}
