import type { SelfTradeMode, TimeInForce, TriggerSource } from "./commands";
import type { CancelReason, Refusal } from "./refusals";
import type { NewsItem, Ruling, Shock } from "./scenario/scenario";
import type { AccountNo, Cents, Level, Lots, OrderId, RoomTime, Side, Ticks } from "./units";

/** What anyone may see of a running room. Engine units; `wire/` turns them into decimal strings. */

export type Phase = "closed" | "pre-open" | "continuous" | "closing-window" | "settled"; // 1.2; settled: 15:00–15:30

export interface RoomView {
  readonly now: RoomTime;
  readonly day: number; // counts from 1
  readonly date: string; // ISO
  readonly phase: Phase;
  readonly nextPhaseAt: RoomTime;
  readonly eventSeq: number;
}

/** What a month's book is doing. `collecting`: orders gather for an auction, before the open or in a halt (1.2, 4.7). */
export type TradingState = "closed" | "collecting" | "continuous";

/** Where an auction would uncross now (4.7). Nothing overlaps: price and lots are null and 0. */
export interface AuctionView {
  readonly price: Ticks | null;
  readonly lots: Lots;
  /** Lots left over at that price, on `side`. */
  readonly surplus: Lots;
  readonly side: Side | null;
}

export interface ContractView {
  readonly symbol: string;
  readonly benchmark: string;
  readonly month: string; // "2026-12"
  readonly lotSize: number;
  readonly unit: "Mtok" | "h";
  readonly tickDecimals: number;
  readonly tickValue: Cents;
  readonly lastTradingDay: string; // ISO
  readonly settlementMonth: boolean; // 7.3
  readonly last: Ticks | null; // last trade since the settlement
  readonly mark: Ticks;
  readonly bid: Ticks | null;
  readonly ask: Ticks | null;
  readonly settlement: Ticks; // last settlement, or the start
  readonly settlementDate: string | null;
  readonly limitLow: Ticks;
  readonly limitHigh: Ticks;
  readonly limitRate: number; // millionths
  readonly locked: "up" | "down" | null;
  readonly state: TradingState;
  /** Halted, and until when at the latest; null: not halted. */
  readonly halted: { readonly until: RoomTime } | null;
  /** While orders are collected; else null. */
  readonly auction: AuctionView | null;
  readonly high: Ticks | null; // today's
  readonly low: Ticks | null;
  readonly volume: Lots; // today's
  readonly openInterest: Lots;
  readonly initialMargin: Cents; // per lot
  readonly fee: { readonly taker: Cents; readonly maker: Cents };
  readonly fixings: { readonly known: number; readonly total: number; readonly sum: number }; // 6.3: Σ of known levels of its month
}

/** A scenario that has begun, as far as it has come up: what is still to come is nobody's to know. */
export interface BegunScenarioView {
  readonly id: string;
  readonly title: string | null;
  readonly firstDay: string;
  readonly shocks: readonly Shock[];
  readonly rulings: readonly Ruling[];
  readonly news: readonly NewsItem[];
}

export interface BenchmarkView {
  readonly id: string;
  readonly unit: "Mtok" | "h";
  readonly level: Level; // last fixing
  readonly date: string | null; // null: the start level (3.5)
  readonly withheldDays: number; // 0: published
  readonly divisor: number;
  readonly sellers: readonly {
    readonly name: string;
    readonly input: number;
    readonly output: number;
    readonly slotPrice: number;
    readonly since: string | null;
  }[];
}

export interface DepthView {
  readonly symbol: string;
  readonly bids: readonly (readonly [price: Ticks, lots: Lots, orders: number])[]; // best first
  readonly asks: readonly (readonly [price: Ticks, lots: Lots, orders: number])[];
}

/** A stop as it stands. `firedAt` null: it waits. */
export interface StopView {
  readonly source: TriggerSource;
  readonly price: Ticks; // where it fires; a trailing stop's moves
  readonly trail: Ticks | null;
  readonly firedAt: RoomTime | null;
}

/** How an order hangs together with others of its account (4.2). */
export interface TieView {
  readonly role: "entry" | "target" | "stop" | "oco";
  /** The entry's exits, an exit's entry and other exit, the other of an OCO. */
  readonly others: readonly OrderId[];
}

export interface OrderReport {
  readonly id: OrderId;
  readonly account: AccountNo;
  readonly clientOrderId: string | null;
  readonly contract: string;
  readonly side: Side;
  readonly type: "limit" | "market";
  readonly lots: Lots;
  readonly filled: Lots;
  readonly price: Ticks | null;
  /** Σ price × lots of its fills: the average is value ÷ filled. */
  readonly filledValue: number;
  readonly timeInForce: TimeInForce;
  readonly goodTill: string | null;
  readonly postOnly: boolean;
  readonly reduceOnly: boolean;
  readonly display: Lots | null;
  readonly stop: StopView | null;
  readonly tie: TieView | null;
  /** Of a spread: its near and far month; its price and filled value are near − far (2.4). */
  readonly legs: readonly [near: string, far: string] | null;
  readonly selfTrade: SelfTradeMode;
  readonly status: "open" | "filled" | "cancelled" | "rejected";
  readonly cancelReason: CancelReason | null;
  readonly refusal: Refusal | null;
  readonly eventSeq: number; // of its last change
  readonly at: RoomTime; // of its last change
}

export interface FillReport {
  readonly eventSeq: number;
  readonly account: AccountNo;
  readonly order: OrderId;
  readonly contract: string;
  readonly side: Side;
  readonly price: Ticks;
  readonly lots: Lots;
  readonly fee: Cents;
  readonly liquidity: "maker" | "taker" | "auction";
  readonly at: RoomTime;
}

export interface PositionView {
  readonly contract: string;
  readonly net: Lots;
  readonly basis: number; // tick-lots (6.2)
  readonly cost: number; // tick-lots, signed (6.4)
  readonly mark: Ticks;
  readonly settlement: Ticks;
  readonly sinceSettlement: Cents; // (mark × net − basis) × tick value
  readonly unrealised: Cents; // (mark × net − cost) × tick value
  readonly realised: Cents; // 6.4, since the account opened
  readonly fees: Cents; // paid on this contract since the account opened
  readonly requirement: Cents; // its own margin alone, before spread credit
}

export interface MarginCallView {
  readonly amount: Cents;
  readonly deadline: RoomTime;
  readonly stage: "call" | "close-out";
}

export interface AccountView {
  readonly account: AccountNo;
  readonly marginCash: Cents;
  readonly bankCash: Cents;
  readonly deposits: Cents; // booked from outside
  readonly equity: Cents; // in margin (7.1)
  readonly requirement: Cents;
  readonly maintenance: Cents;
  readonly free: Cents;
  readonly transferable: Cents; // most that may be taken out (7.1)
  readonly call: MarginCallView | null;
  readonly positions: readonly PositionView[];
  readonly eventSeq: number;
}

/** What placing an order would do now. Nothing is changed by asking. */
export interface PreviewView {
  readonly refusal: Refusal | null;
  readonly fillsNow: Lots;
  readonly fillsNowValue: number; // tick-lots
  readonly rests: Lots;
  readonly fee: Cents; // of what fills now, taker's
  readonly requirementBefore: Cents;
  readonly requirementAfter: Cents; // if it all rests or fills
  readonly equity: Cents;
  readonly freeBefore: Cents;
  readonly freeAfter: Cents;
}

/** One row per account that is ranked: marked wealth (margin equity + bank cash). */
export interface StandingView {
  readonly account: AccountNo;
  readonly wealth: Cents;
  readonly deposits: Cents;
  readonly peak: Cents; // highest at a settlement
  readonly drawdown: number; // deepest fall from a peak at a settlement, millionths of that peak
  readonly trades: number;
}
