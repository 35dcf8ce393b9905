import type { Ruling } from "./scenario/scenario";
import type { Alert, AlertPattern } from "./surveillance/alert";
import type { AccountNo, Cents, Level, Lots, RoomTime, Side, Ticks } from "./units";
import type { FillReport, OrderReport } from "./views";
import type { CausePart } from "./world/causes";

/**
 * What happened in a room. `seq` counts a room's events from 1 without gaps, and a replay gives every event the
 * same number. Orders, fills and ledger lines are emitted for people's accounts alone; trades are public.
 */
export type RoomEvent = { readonly seq: number; readonly at: RoomTime } & (
  | {
      readonly kind: "trade";
      readonly contract: string;
      readonly price: Ticks;
      readonly lots: Lots;
      /** Null in an auction: nobody was. */
      readonly aggressor: Side | null;
    }
  | { readonly kind: "order"; readonly report: OrderReport }
  | { readonly kind: "fill"; readonly report: FillReport }
  | { readonly kind: "ledger"; readonly line: LedgerLine }
  | { readonly kind: "account-opened"; readonly account: AccountNo; readonly owner: number }
  | {
      readonly kind: "session";
      readonly phase: "pre-open" | "open" | "closing-window" | "close" | "fixing";
      readonly day: number;
      readonly date: string;
    }
  | {
      readonly kind: "settlement";
      readonly contract: string;
      readonly date: string;
      readonly price: Ticks;
      readonly method: "limit" | "vwap" | "midpoint" | "curve" | "previous";
      readonly openInterest: Lots;
      readonly volume: Lots;
    }
  | {
      readonly kind: "final-settlement";
      readonly contract: string;
      readonly date: string;
      readonly price: Ticks;
      readonly method: "fixings" | "settlements";
      readonly fixings: number;
    }
  | {
      readonly kind: "fixing";
      readonly benchmark: string;
      readonly date: string;
      readonly level: Level | null;
      readonly withheldDays: number;
      /** Why the level is not the last one: hundredths of a tick, and they sum to the change. */
      readonly causes?: readonly CausePart[];
    }
  | {
      readonly kind: "limits";
      readonly contract: string;
      readonly low: Ticks;
      readonly high: Ticks;
      readonly rate: number;
    }
  /** An auction ended: `price` null if nothing overlapped (4.7). */
  | {
      readonly kind: "auction";
      readonly contract: string;
      readonly price: Ticks | null;
      readonly lots: Lots;
      readonly surplus: Lots;
      readonly side: Side | null;
    }
  | { readonly kind: "halt"; readonly contract: string; readonly until: RoomTime | null } // null: resumed
  | { readonly kind: "lock"; readonly contract: string; readonly locked: "up" | "down" | null }
  | { readonly kind: "listed"; readonly contract: string; readonly settlement: Ticks }
  | { readonly kind: "expired"; readonly contract: string }
  /** A seller's new list price: known from now on, in tomorrow's fixing. Dollars. */
  | {
      readonly kind: "list-price";
      readonly benchmark: string;
      readonly seller: string;
      readonly input: number;
      readonly output: number;
      readonly previousInput: number;
      readonly previousOutput: number;
      /** Why: log changes of the slot price, and they sum to its change. */
      readonly causes?: readonly CausePart[];
    }
  /** A seller says from which date on it will charge what: a step, or the end of a promotion. Dollars. */
  | {
      readonly kind: "price-announced";
      readonly benchmark: string;
      readonly seller: string;
      readonly input: number;
      readonly output: number;
      /** The first fixing it counts in. */
      readonly date: string;
      readonly because: "promotion" | "scheduled-step";
    }
  /** What everybody is told, from a scenario: its text is in the messages, under scenario and item. */
  | {
      readonly kind: "news";
      readonly scenario: string;
      readonly item: string;
      readonly shock: string | null;
      readonly prior: number | null;
      readonly expected: number | null;
      readonly actual: number | null;
    }
  /** What surveillance found (8.1, 8.2): everybody's to know, but for whose it was, which is the operator's. */
  | { readonly kind: "alert"; readonly alert: Alert }
  /** The same to a person it is about. */
  | {
      readonly kind: "alerted";
      readonly account: AccountNo;
      readonly alert: number;
      readonly pattern: AlertPattern;
      readonly contract: string;
    }
  /** The operator changed a rule, or halted a benchmark: which, says the ruling. */
  | {
      readonly kind: "ruling";
      readonly scenario: string;
      readonly ruling: string;
      readonly benchmark: string;
      readonly rule: Ruling["rule"];
    }
  | {
      readonly kind: "margin-call";
      readonly account: AccountNo;
      readonly amount: Cents;
      readonly equity: Cents;
      readonly maintenance: Cents;
      readonly deadline: RoomTime;
    }
  | { readonly kind: "margin-call-met"; readonly account: AccountNo }
  | {
      readonly kind: "close-out-step";
      readonly account: AccountNo;
      readonly contract: string;
      readonly side: Side;
      readonly lots: Lots;
      readonly limit: Ticks;
    }
  | {
      readonly kind: "default";
      readonly account: AccountNo;
      readonly deficit: Cents;
      readonly fromBank: Cents;
      readonly fromFund: Cents;
      readonly fromGains: Cents;
    }
  /** Lots of a person's position closed at the settlement in a default (7.6), the defaulter's own included. */
  | {
      readonly kind: "default-close";
      readonly account: AccountNo;
      readonly contract: string;
      readonly lots: Lots;
      readonly price: Ticks;
    }
  /** Marked wealth of a person's account at a settlement: the points of its equity curve. */
  | {
      readonly kind: "equity";
      readonly account: AccountNo;
      readonly date: string;
      readonly wealth: Cents;
      readonly equity: Cents;
      readonly requirement: Cents;
    }
);

/** One movement of an account's cash. The lines of an account sum to its balances. */
export interface LedgerLine {
  readonly account: AccountNo;
  readonly entry:
    | "deposit"
    | "fee"
    | "variation"
    | "final-settlement"
    | "transfer"
    | "default-deficit"
    | "default-haircut";
  readonly marginChange: Cents;
  readonly bankChange: Cents;
  readonly marginCash: Cents; // after
  readonly bankCash: Cents; // after
  readonly contract: string | null;
  readonly lots: Lots | null; // fee: lots filled; variation: net
  readonly price: Ticks | null; // fee: the fill's; variation: the settlement
  readonly previousPrice: Ticks | null; // variation: the settlement before
}
