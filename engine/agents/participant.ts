import type { TradingDay } from "../calendar";
import type { Hash } from "../digest";
import type { Draws } from "../random";
import type { SideNo } from "../units";
import type { Episode } from "./manipulation/episodes";

/**
 * Everything a participant sees and does: nothing a person could not (8.3). Slots are small integers that name listed
 * contracts for a day; prices are ticks and 0 where there is none.
 */
export interface Desk {
  readonly now: number;
  readonly day: TradingDay;
  /** Listed months, nearest first. */
  slotsOf(benchmark: string): readonly number[];
  /** "PREM-DEC26": a slot is given to another month later on. */
  symbol(slot: number): string;
  /** Orders gather for an auction: before the open, or in a halt (4.7). Only resting orders are accepted. */
  collecting(slot: number): boolean;
  bid(slot: number): number;
  ask(slot: number): number;
  last(slot: number): number;
  mark(slot: number): number;
  settlement(slot: number): number;
  limitLow(slot: number): number;
  limitHigh(slot: number): number;
  lotsAt(slot: number, side: SideNo, price: number): number;
  /** Last fixing of the benchmark, in 1/100 tick. */
  fixing(slot: number): number;
  /** What the sellers' published prices give now, in 1/100 tick. */
  implied(slot: number): number;
  /**
   * Expected mean of the month's fixings that are still to come, in 1/100 tick, from what is public alone: list prices,
   * what sellers' costs are, what is announced, and how prices usually follow. No risk premium.
   */
  expected(slot: number): number;
  /** Fixings of the contract's month: how many are known, of how many, and their sum. */
  knownFixings(slot: number): { known: number; total: number; sum: number };
  net(slot: number): number;
  openLots(slot: number, side: SideNo): number;
  /** Cents. */
  free(): number;
  equity(): number;
  initialMargin(slot: number): number;
  /** Lots that the position limit still allows on this side (5.3). */
  positionRoom(slot: number, side: SideNo): number;
  /** A limit order till the end of the day: its id, or 0 if it was refused or filled at once. */
  rest(slot: number, side: SideNo, price: number, lots: number): number;
  /** Lots that a limited immediate-or-cancel order filled. */
  take(slot: number, side: SideNo, price: number, lots: number): number;
  cancel(slot: number, id: number): void;
  cancelAll(slot: number): void;
}

/** A simulated participant: wakes, looks at its desk, acts, and says when it wants to wake next. */
export interface Participant {
  /** Returns the next wake-up, later than now. `draws` are this wake-up's own. */
  wake(desk: Desk, draws: Draws): number;
  snapshot(): unknown;
  restore(saved: unknown): void;
  hashInto(hash: Hash): void;
  /** A manipulator's own record: what it did on purpose (8.2). For grading, and for nobody in the room. */
  readonly episodes?: readonly Episode[];
}
