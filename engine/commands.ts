import type { AccountNo, Cents, Lots, OrderId, OwnerNo, RoomTime, Side, Ticks } from "./units";

export type TimeInForce = "gtc" | "ioc" | "fok" | "day";
/** Rule 4.5: whose order gives way when an owner would trade with themself. */
export type SelfTradeMode = "newest" | "oldest" | "both" | "decrement";

/** What a person asks for. `price` is present exactly for limit orders. */
export interface OrderDraft {
  readonly contract: string; // symbol, "PREM-DEC26"
  readonly side: Side;
  readonly type: "limit" | "market";
  readonly lots: Lots;
  readonly price?: Ticks;
  readonly timeInForce: TimeInForce;
  readonly postOnly: boolean;
  readonly selfTrade: SelfTradeMode;
  readonly clientOrderId?: string;
}

/** Everything a person, or an operator on their behalf, can do to a room. Plain JSON: this is what the journal holds. */
export type Command =
  /** An owner has one account: opening again answers with the one there is, so a retry after a crash finds it. */
  | { readonly kind: "open-account"; readonly owner: OwnerNo }
  | { readonly kind: "place-order"; readonly account: AccountNo; readonly order: OrderDraft }
  | {
      readonly kind: "replace-order";
      readonly account: AccountNo;
      readonly order: OrderId;
      readonly lots?: Lots;
      readonly price?: Ticks;
    }
  | { readonly kind: "cancel-order"; readonly account: AccountNo; readonly order: OrderId }
  | { readonly kind: "cancel-all"; readonly account: AccountNo; readonly contract?: string }
  /** Positive brings bank cash into margin cash, negative takes it out (7.1). */
  | { readonly kind: "transfer"; readonly account: AccountNo; readonly amount: Cents };

/** A stamped command. `seq` counts a room's commands from 1 without gaps (voided ones keep theirs). */
export interface Entry {
  readonly seq: number;
  readonly at: RoomTime;
  readonly command: Command;
}
