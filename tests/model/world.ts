import type { SelfTradeMode, TimeInForce, TriggerSource } from "@/engine/commands";
import type { BenchmarkConfig, RoomConfig } from "@/engine/config";
import type { CancelReason, Refusal } from "@/engine/refusals";
import type { Side } from "@/engine/units";
import type { TradingState } from "@/engine/views";

/**
 * Everything the naive venue knows: plain lists, sorted when asked. It is written from the rulebook for clarity, looks at
 * nothing of the engine but its vocabulary, and is as slow as it likes to be.
 */
export interface World {
  readonly config: RoomConfig;
  now: number;
  readonly months: Month[];
  readonly people: Person[];
  readonly orders: Order[];
  readonly trades: Trade[];
  orderCount: number;
  arrivals: number;
  /** Where the two venues read the rulebook differently, and both can: a history ends there. */
  readonly disputes: string[];
  /** Entries of brackets that filled, in the order in which they did: their exits grow next. */
  readonly growing: Order[];
  /** Stops that were reached, in the order in which they will run (4.2). */
  readonly reached: Order[];
}

/** One listed month of one benchmark. */
export interface Month {
  readonly symbol: string;
  readonly benchmark: BenchmarkConfig;
  readonly month: string;
  state: TradingState;
  haltedUntil: number | null;
  settlement: number;
  rate: number;
  low: number;
  high: number;
  mark: number;
  last: number | null;
  dayHigh: number | null;
  dayLow: number | null;
  volume: number;
  initial: number;
  settlementMonth: boolean;
  /** Trades of the closing window (6.1). */
  window: { lots: number; value: number; pairs: string[] };
  /** Since when one side rests at the limit while the other is empty (5.2). */
  lock: { side: "up" | "down"; since: number } | null;
}

export interface Person {
  readonly account: number;
  readonly owner: number;
  marginCash: number;
  bankCash: number;
  readonly deposits: number;
  readonly positions: Record<string, Position>;
}

export interface Position {
  net: number;
  basis: number;
  cost: number;
  realised: number;
  fees: number;
}

export interface Order {
  readonly id: number;
  readonly account: number;
  readonly clientOrderId: string | null;
  /** What was asked, word for word, and the day it ended: what its client id stands for, and for how long (4.6). */
  readonly request: string;
  endedOn: string | null;
  readonly contract: string;
  readonly side: Side;
  readonly type: "limit" | "market";
  lots: number;
  filled: number;
  filledValue: number;
  price: number | null;
  readonly timeInForce: TimeInForce;
  readonly goodTill: string | null;
  readonly postOnly: boolean;
  readonly slide: boolean;
  readonly reduceOnly: boolean;
  readonly display: number | null;
  readonly selfTrade: SelfTradeMode;
  readonly legs: readonly [string, string] | null;
  stop: Stop | null;
  tie: Tie | null;
  status: "open" | "filled" | "cancelled" | "rejected";
  cancelReason: CancelReason | null;
  /** Why it was refused: every reason that is true. The venue names one of them. */
  refusals: Refusal[];
  /** In the book, waiting for its trigger, or neither: on its way, or without lots. */
  place: "book" | "waiting" | "nowhere";
  /** Its turn at its price; as a waiting stop, its turn among those reached at once. */
  arrival: number;
  /** Lots of its tranche in the book that are left (4.2). */
  shown: number;
}

export interface Stop {
  readonly source: TriggerSource;
  price: number;
  trail: number | null;
  /** Best price of its source since it was placed: what a trailing stop stays behind. */
  reference: number;
  firedAt: number | null;
}

export interface Tie {
  readonly role: "entry" | "target" | "stop" | "oco";
  others: number[];
  /** Of an entry: what it had filled when its exits last grew. */
  grownTo: number;
  /** Of an exit without lots: why it would end if its entry did. */
  asleep: CancelReason | null;
}

export interface Trade {
  readonly contract: string;
  readonly price: number;
  readonly lots: number;
  readonly aggressor: Side | null;
}

/** What a command came to, as far as the rulebook decides it. `refusals`: every reason that is true. */
export type Answer =
  | { readonly kind: "order"; readonly order: Order; readonly repeated: boolean }
  | { readonly kind: "cancelled"; readonly orders: readonly number[] }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "account-opened" | "transferred" | "halted" | "resumed" };

export const openLots = (order: Order): number => (order.status === "open" ? order.lots - order.filled : 0);

export const monthOf = (world: World, symbol: string): Month => find(world.months, ({ symbol: s }) => s === symbol);
export const personOf = (world: World, account: number): Person =>
  find(world.people, (person) => person.account === account);
export const orderOf = (world: World, id: number): Order => find(world.orders, (order) => order.id === id);
export const ownerOf = (world: World, order: Order): number => personOf(world, order.account).owner;
export const netOf = (person: Person, contract: string): number => person.positions[contract]?.net ?? 0;

/** Lots of the account's position that an order on `side` could close. */
export const closable = (person: Person, contract: string, side: Side): number =>
  Math.max(0, side === "sell" ? netOf(person, contract) : -netOf(person, contract));

export const isReducing = (order: Order): boolean =>
  order.reduceOnly || order.tie?.role === "target" || order.tie?.role === "stop";

/** The orders of one side that rest, the next to trade first (4.1). */
export function queueOf(world: World, contract: string, side: Side): Order[] {
  return world.orders
    .filter((order) => order.place === "book" && order.contract === contract && order.side === side)
    .sort((a, b) => (side === "buy" ? b.price! - a.price! : a.price! - b.price!) || a.arrival - b.arrival);
}

export const bestOf = (world: World, contract: string, side: Side): number | null =>
  queueOf(world, contract, side)[0]?.price ?? null;

/** Would an order on `side` up to `bound` trade with one resting at `price`? */
export const reaches = (side: Side, bound: number, price: number): boolean =>
  side === "buy" ? price <= bound : price >= bound;

export function nextArrival(world: World): number {
  world.arrivals += 1;
  return world.arrivals;
}

/** Puts the open lots of an order into the book, behind all others at its price. */
export function rest(world: World, order: Order): void {
  order.place = "book";
  order.arrival = nextArrival(world);
  order.shown = Math.min(order.display ?? openLots(order), openLots(order));
}

function find<T>(list: readonly T[], matches: (item: T) => boolean): T {
  const found = list.find(matches);
  if (found === undefined) throw new Error("the naive venue asked for something it never made");
  return found;
}
