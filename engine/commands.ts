import type { Scenario } from "./scenario/scenario";
import type { AccountNo, Cents, Lots, OrderId, OwnerNo, RoomTime, Side, Ticks } from "./units";

export type TimeInForce = "gtc" | "ioc" | "fok" | "day" | "gtd";
/** Rule 4.5: whose order gives way when an owner would trade with themself. */
export type SelfTradeMode = "newest" | "oldest" | "both" | "decrement";

/** What fires a stop: the last trade, or the mark (4.2). */
export type TriggerSource = "last" | "mark";

/**
 * An order with these terms waits outside the book until the market reaches its trigger (4.2): buys fire at or above it,
 * sells at or below. Exactly one of `price` and `trail` is present.
 */
export interface StopTerms {
  readonly source: TriggerSource;
  readonly price?: Ticks;
  /** Trailing stop: the trigger stays this far behind the best price of its source since it was placed. */
  readonly trail?: Ticks;
}

/** What a person asks for. `price` is present exactly for limit orders. */
export interface OrderDraft {
  readonly contract: string; // symbol, "PREM-DEC26"
  readonly side: Side;
  readonly type: "limit" | "market";
  readonly lots: Lots;
  readonly price?: Ticks;
  readonly timeInForce: TimeInForce;
  /** ISO date of its last day: exactly for "gtd". */
  readonly goodTill?: string;
  readonly postOnly: boolean;
  /** Of a post-only order: slides a tick off the touch where it would have been refused. */
  readonly slide?: boolean;
  readonly reduceOnly?: boolean;
  /** Iceberg: lots shown at a time. */
  readonly display?: Lots;
  /** With a limit order a stop-limit, with a market order a stop or trailing stop. */
  readonly stop?: StopTerms;
  readonly selfTrade: SelfTradeMode;
  readonly clientOrderId?: string;
}

/**
 * What makes an order the entry of a bracket (4.2): exits on the other side, reduce-only, that grow with its fills and
 * shrink by what the other one filled. At least one is present.
 */
export interface BracketExits {
  /** Limit order that takes the profit. */
  readonly target?: { readonly price: Ticks };
  /** Stop that ends the loss; with `limit` a stop-limit. */
  readonly stop?: StopTerms & { readonly limit?: Ticks };
}

/** Rule 2.4. Buying buys the near month and sells the far one, at `price` = near − far or less; it may be negative. */
export interface SpreadDraft {
  readonly near: string;
  readonly far: string;
  readonly side: Side;
  readonly lots: Lots;
  readonly price: Ticks;
  readonly clientOrderId?: string;
}

/** Everything a person, or an operator on their behalf, can do to a room. Plain JSON: this is what the journal holds. */
export type Command =
  /** An owner has one account: opening again answers with the one there is, so a retry after a crash finds it. */
  | { readonly kind: "open-account"; readonly owner: OwnerNo }
  | {
      readonly kind: "place-order";
      readonly account: AccountNo;
      readonly order: OrderDraft;
      readonly exits?: BracketExits;
    }
  /** Two orders of which each shrinks by what the other fills, and ends with it (4.2). Both enter, or none. */
  | { readonly kind: "place-oco"; readonly account: AccountNo; readonly orders: readonly [OrderDraft, OrderDraft] }
  | { readonly kind: "place-spread"; readonly account: AccountNo; readonly spread: SpreadDraft }
  | {
      readonly kind: "replace-order";
      readonly account: AccountNo;
      readonly order: OrderId;
      readonly lots?: Lots;
      readonly price?: Ticks;
      /** Of a stop that waits. */
      readonly stopPrice?: Ticks;
      readonly trail?: Ticks;
    }
  | { readonly kind: "cancel-order"; readonly account: AccountNo; readonly order: OrderId }
  | { readonly kind: "cancel-all"; readonly account: AccountNo; readonly contract?: string }
  /** Positive brings bank cash into margin cash, negative takes it out (7.1). */
  | { readonly kind: "transfer"; readonly account: AccountNo; readonly amount: Cents }
  /** An operator's: a month collects orders until it is resumed, at the latest till the next opening (4.7, 8.1). */
  | { readonly kind: "halt"; readonly contract: string; readonly until?: RoomTime }
  | { readonly kind: "resume"; readonly contract: string }
  /** Its day 1 is the next trading day. One at a time. */
  | { readonly kind: "start-scenario"; readonly scenario: Scenario };

/**
 * What commands could say when the engine was first kept by its hash, and since: orders that wait, hang together, halts;
 * scenarios.
 */
const FIRST_COMMANDS = 1;
const WITH_HALTS = 2;
export const COMMANDS_VERSION = 3;

/** The version an engine must know to do all that this command says: an older one would leave out half of it. */
export function commandsVersionOf(command: Command): number {
  if (command.kind === "place-order") {
    const { stop, reduceOnly, display, slide, goodTill } = command.order;
    const plain = !stop && !reduceOnly && !slide && display === undefined && goodTill === undefined && !command.exits;
    return plain ? FIRST_COMMANDS : WITH_HALTS;
  }
  if (command.kind === "replace-order") {
    return command.stopPrice === undefined && command.trail === undefined ? FIRST_COMMANDS : WITH_HALTS;
  }
  if (command.kind === "start-scenario") return COMMANDS_VERSION;
  const kinds: readonly Command["kind"][] = ["place-oco", "place-spread", "halt", "resume"];
  return kinds.includes(command.kind) ? WITH_HALTS : FIRST_COMMANDS;
}

/** A stamped command. `seq` counts a room's commands from 1 without gaps (voided ones keep theirs). */
export interface Entry {
  readonly seq: number;
  readonly at: RoomTime;
  readonly command: Command;
}
