import type { Cents, Lots, OrderId, Ticks } from "./units";

/** Why the venue said no, with the numbers that decided it. A refusal changes nothing but its own order. */
export type Refusal =
  | { readonly reason: "unknown-contract"; readonly contract: string; readonly listed: readonly string[] }
  | { readonly reason: "unknown-account" }
  | { readonly reason: "unknown-order"; readonly order: OrderId } // 4.4
  | { readonly reason: "closed"; readonly opensAt: number } // 1.2
  | { readonly reason: "auction"; readonly opensAt: number } // 1.2
  /** Terms that contradict each other: `field` cannot go with `conflict`, or with nothing at all. */
  | { readonly reason: "order-terms"; readonly field: OrderField; readonly conflict: OrderField | null } // 4.2
  | { readonly reason: "stop-price"; readonly price: number; readonly least: number; readonly most: number } // 4.2
  | { readonly reason: "good-till"; readonly goodTill: string; readonly earliest: string } // 4.2
  | { readonly reason: "reduce-only"; readonly net: Lots } // 4.2: no position for it to reduce
  | { readonly reason: "not-adjacent"; readonly near: string; readonly far: string } // 2.4
  | { readonly reason: "leg-locked"; readonly leg: string; readonly why: LegTrouble } // 2.4
  | { readonly reason: "not-halted"; readonly contract: string } // 4.7
  /** One scenario at a time: this one goes on until that date. */
  | { readonly reason: "scenario-running"; readonly scenario: string; readonly until: string }
  | { readonly reason: "lots"; readonly lots: number; readonly least: number; readonly most: number } // 4.2
  | { readonly reason: "outside-limits"; readonly price: Ticks; readonly low: Ticks; readonly high: Ticks } // 5.1
  | { readonly reason: "price-band"; readonly price: Ticks; readonly mark: Ticks; readonly bound: Ticks } // 4.3
  | { readonly reason: "no-opposite-side"; readonly contract: string } // 4.3: a market order meets an empty book
  | { readonly reason: "post-only"; readonly price: Ticks; readonly touch: Ticks } // 4.2
  | { readonly reason: "fok-unfilled"; readonly lots: Lots; readonly available: Lots } // 4.2
  | { readonly reason: "duplicate-id"; readonly clientOrderId: string } // 4.6
  | { readonly reason: "already-filled"; readonly lots: Lots; readonly filled: Lots } // 4.4: replace to no more than filled
  | { readonly reason: "position-limit"; readonly worst: Lots; readonly limit: Lots; readonly benchmark: string } // 5.3
  /** `required`: what the account must hold after the order, `free`: equity − requirement before it, `fits`: lots that would pass. */
  | {
      readonly reason: "insufficient-margin";
      readonly requirementBefore: Cents;
      readonly required: Cents;
      readonly fee: Cents;
      readonly loss: Cents;
      readonly equity: Cents;
      readonly free: Cents;
      readonly fits: Lots;
    } // 7.4
  | { readonly reason: "margin-call"; readonly call: Cents; readonly deadline: number } // 7.5: only reducing orders
  | { readonly reason: "close-out" } // 7.5: the venue is closing this account's positions
  | { readonly reason: "transfer-limit"; readonly asked: Cents; readonly most: Cents }; // 7.1

/** What an order may say, by the name a client knows it by. */
export type OrderField =
  | "price"
  | "lots"
  | "time-in-force"
  | "good-till"
  | "post-only"
  | "slide"
  | "reduce-only"
  | "display"
  | "stop"
  | "trail"
  | "exits"
  | "market"
  | "side"
  | "contract";

/** Why one leg of a spread cannot trade (2.4). */
export type LegTrouble = "locked" | "halted" | "auction" | "closed";

/** Why an order ended before it was filled. */
export type CancelReason =
  | "by-owner"
  | "ioc"
  | "fok"
  | "market-protection"
  | "day-end"
  | "good-till-date"
  | "expired"
  | "reduce-only" // its position is gone
  | "sibling" // the other order of an OCO or bracket filled, or ended
  | "entry-ended" // exits of an entry that ended without a fill
  | "self-trade"
  | "outside-limits"
  | "margin"
  | "close-out"
  | "default";
