import type { AccountNo, Cents, Lots, RoomTime, Side, Ticks } from "./units";
import type { FillReport } from "./views";

/**
 * Why things came out as they did, in numbers. None of it is stored: a replay with somebody watching makes it again
 * (`Room.watchFill`, `Room.watchMargin`), so an explanation holds only what its account and the public could know.
 */

/** The best prices of a book and the mark at one moment. */
export interface Touch {
  readonly bid: Ticks | null;
  readonly ask: Ticks | null;
  readonly mark: Ticks;
}

/** An account at one moment (7.1, 7.3). */
export interface AccountFigures {
  readonly equity: Cents;
  readonly requirement: Cents;
  readonly free: Cents;
}

/** How the order came into the book, the last time it queued anew. `exit`: of a bracket, as its entry filled. */
export interface OrderEntered {
  readonly how: "placed" | "replaced" | "stop" | "exit" | "close-out";
  readonly at: RoomTime;
  /** The worst price it could trade at: of a market order its protection (4.3), of a spread near − far. */
  readonly price: Ticks;
  readonly lots: Lots;
  readonly before: Touch;
}

/** Its place at its price, from when it came to rest, or its next tranche did, or an auction traded, until it was reached (4.1). */
export interface QueueStory {
  readonly since: RoomTime;
  readonly tranche: boolean;
  readonly ahead: Lots;
  /** Of those ahead: traded, or taken out by their owners, before it was reached. */
  readonly traded: Lots;
  readonly left: Lots;
}

/** What fired a stop (4.2). */
export interface TriggerStory {
  readonly source: "last" | "mark";
  readonly price: Ticks;
  readonly trail: Ticks | null;
  /** The price of its source that reached it. */
  readonly reached: Ticks;
  readonly at: RoomTime;
  /** Event number of the trade that did; null: the mark did, or a last trade that was there before. */
  readonly trade: number | null;
}

/** One price that an incoming order traded at. */
export interface LevelWalked {
  readonly price: Ticks;
  readonly lots: Lots;
  /** Lots of the fill that is explained. */
  readonly own: Lots;
}

/** The incoming order that made the fill, from its first trade to its last. */
export interface Sweep {
  readonly at: RoomTime;
  readonly aggressor: Side;
  /** The incoming order was the account's own. */
  readonly own: boolean;
  readonly before: Touch;
  readonly levels: readonly LevelWalked[];
}

export interface AuctionStory {
  readonly price: Ticks;
  readonly lots: Lots;
  readonly surplus: Lots;
  readonly side: Side | null;
}

/** Of a fill of a spread: the other leg it traded with (2.4). */
export interface SpreadStory {
  readonly near: string;
  readonly far: string;
  readonly side: Side;
  readonly limit: Ticks;
  readonly nearPrice: Ticks;
  readonly farPrice: Ticks;
  readonly nearBefore: Touch;
  readonly farBefore: Touch;
}

export interface FillExplanation {
  readonly fill: FillReport;
  /** Null: it entered before the engine of its day could tell. */
  readonly entry: OrderEntered | null;
  /** Of an order that rested in continuous trading. */
  readonly queue: QueueStory | null;
  readonly trigger: TriggerStory | null;
  /** Null in an auction. */
  readonly sweep: Sweep | null;
  readonly auction: AuctionStory | null;
  readonly spread: SpreadStory | null;
  /** Half-ticks better than the middle of the book before the incoming order, negative: worse; null: no middle. */
  readonly overMid: number | null;
  readonly fee: { readonly perLot: Cents; readonly due: Cents; readonly charged: Cents };
  /** The position in its contract. */
  readonly net: { readonly before: Lots; readonly after: Lots };
  /** Right before and after the trade; of a spread, before and after the pair. */
  readonly before: AccountFigures;
  readonly after: AccountFigures;
}

export interface PositionAtMark {
  readonly contract: string;
  readonly net: Lots;
  readonly mark: Ticks;
  readonly settlement: Ticks;
  readonly initial: Cents; // per lot
}

export interface MarginFigures {
  readonly equity: Cents;
  readonly requirement: Cents;
  readonly maintenance: Cents;
}

/** One thing that was done to an account under 7.5, and how it stood after it. */
export type MarginStep = { readonly at: RoomTime; readonly after: MarginFigures } & (
  | { readonly kind: "orders-cancelled"; readonly orders: number; readonly keptReducing: boolean }
  | { readonly kind: "called"; readonly amount: Cents; readonly deadline: RoomTime }
  /** `deadline`: it passed; `critical`: `equity`, before the account's orders ended, was below `bound`: half of maintenance. */
  | {
      readonly kind: "close-out-begun";
      readonly why: "deadline" | "critical";
      readonly equity: Cents;
      readonly bound: Cents;
      readonly positions: readonly PositionAtMark[];
    }
  | CloseOutOrder
  | { readonly kind: "met" }
  | {
      readonly kind: "defaulted";
      readonly deficit: Cents;
      readonly fromBank: Cents;
      readonly fromFund: Cents;
      readonly fromGains: Cents;
    }
);

/** An order of the venue: the smallest of `share`, `left` and, unless it rests in a lock, `shown`. */
export interface CloseOutOrder {
  readonly kind: "close-out-order";
  readonly contract: string;
  readonly side: Side;
  readonly lots: Lots;
  readonly limit: Ticks;
  readonly mark: Ticks;
  /** A fifth of the position as the close-out began, rounded up. */
  readonly share: Lots;
  readonly left: Lots;
  /** Lots the other side shows within the limit; null: the month is locked, and the order rests at the limit. */
  readonly shown: Lots | null;
  readonly fills: readonly { readonly at: RoomTime; readonly price: Ticks; readonly lots: Lots }[];
}

/** A margin call, and the close-out it may have led to, step by step (7.5, 7.6). */
export interface MarginExplanation {
  readonly account: AccountNo;
  /** Event number of the call. */
  readonly eventSeq: number;
  /** As the check found it, before anything was done. */
  readonly found: MarginFigures;
  readonly positions: readonly PositionAtMark[];
  readonly steps: readonly MarginStep[];
  /** Null: it is not over. */
  readonly ended: "met" | "default" | null;
}

/** Somebody who looks on while a room goes on, and changes nothing. */
export interface Watch<Explanation> {
  /** What it waits for has happened and is complete. */
  readonly done: boolean;
  /** Null: it has not happened yet. */
  explanation(): Explanation | null;
  /** What it has seen so far, as plain JSON: for a watch in the same room under another engine build. */
  notes(): unknown;
}

/** The mean that a month ended at: `sum` ÷ `count` ÷ `perTick`, in ticks before it was rounded (6.3). */
export interface FinalSettlementExplanation {
  readonly method: "fixings" | "settlements";
  /** Trading days of the month: fixings on fewer than half of them do not count. */
  readonly days: number;
  readonly sum: number;
  readonly count: number;
  readonly perTick: number;
  readonly price: Ticks;
}
