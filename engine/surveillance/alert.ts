import type { AccountNo, RoomTime, Side } from "../units";

/** What surveillance looks for: the counters of 8.1 at their bounds, and the patterns of 8.2. */
export type AlertPattern =
  | "cancellations"
  | "self-trades"
  | "spoofing"
  | "layering"
  | "wash-trades"
  | "marking-the-close";

/** What was measured. Counts, lots, milliseconds, ticks; shares and ratios in millionths. All of them whole. */
export type Measure =
  | "orders" // of the day, replaces included
  | "cancellations" // of the day
  | "trades" // of the day
  | "order-to-trade" // orders per trade, a ratio
  | "self-trades" // of the day: orders that met an own one, so that 4.5 prevented a trade
  | "size-to-usual" // lots of the order, or of all its layers, to the mean size of own orders that traded: a ratio
  | "one-sidedness" // those lots to what the account showed and traded on the other side: a ratio
  | "share-of-side" // those lots in what the near prices of their side showed: a share
  | "unfilled" // of those lots: a share
  | "lifetime" // of the order, or of the layer that stood longest: ms
  | "prices" // at how many the layers stood
  | "lots-on-other-side" // traded by the account meanwhile
  | "matched-trades" // between the two: both orders of one size, filled whole, entered together
  | "lots-both-ways" // of those trades, all of them
  | "share-of-own" // those lots in all that either account traded there meanwhile, the lesser: a share
  | "net-change" // what is left of their lots for either account: a share
  | "share-of-window" // lots the account took, in the volume of the closing window: a share
  | "own-taking" // those lots in all that the account took that day on that side: a share
  | "taking-orders" // of the account in the closing window that took lots
  | "price-push" // of the mark within the window, in its direction: a share
  | "position"; // the account had as the window began, in that direction: lots

/** One number that decided. `bound`: what it was held against, null for what is told beside. */
export interface AlertFigure {
  readonly measure: Measure;
  readonly value: number;
  readonly bound: number | null;
  readonly sense: "at-least" | "at-most" | null;
}

/** One thing an account did. `party`: place in the alert's parties, so that evidence alone names nobody. */
export interface AlertDeed {
  readonly at: RoomTime;
  readonly party: number;
  readonly act: "entered" | "withdrawn" | "traded" | "prevented";
  readonly side: Side;
  readonly price: number; // ticks; 0: a spread's leg, which has none of its own
  readonly lots: number;
}

export interface AlertParty {
  readonly account: AccountNo;
  readonly person: boolean;
}

/** One alert: what the account did, where and when, the numbers that decided and the events behind them (8.2). */
export interface Alert {
  readonly no: number; // counts a room's alerts from 1
  readonly pattern: AlertPattern;
  readonly parties: readonly AlertParty[];
  readonly contract: string;
  readonly from: RoomTime;
  readonly to: RoomTime;
  readonly figures: readonly AlertFigure[];
  readonly evidence: readonly AlertDeed[];
}
