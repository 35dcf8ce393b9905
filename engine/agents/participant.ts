import type { TradingDay } from "../calendar";
import type { Hash } from "../digest";
import type { Draws } from "../random";
import type { SideNo } from "../units";

/** Everything a participant can see and do: nothing a person could not (8.3). Prices in ticks, 0 for none; levels in 1/100 tick. */
export interface Desk {
  readonly now: number;
  readonly day: TradingDay;
  /** Listed months of a benchmark, nearest first. */
  slotsOf(benchmark: string): readonly number[];
  bid(slot: number): number;
  ask(slot: number): number;
  last(slot: number): number;
  mark(slot: number): number;
  settlement(slot: number): number;
  limitLow(slot: number): number;
  limitHigh(slot: number): number;
  lotsAt(slot: number, side: SideNo, price: number): number;
  /** Level of the last fixing. */
  fixing(slot: number): number;
  /** Level that the sellers' published list prices give now. */
  implied(slot: number): number;
  /** Fixings of the contract's month so far, of how many, and their sum. */
  knownFixings(slot: number): { known: number; total: number; sum: number };
  net(slot: number): number;
  openLots(slot: number, side: SideNo): number;
  free(): number;
  equity(): number;
  initialMargin(slot: number): number;
  /** Lots that 5.3 still allows on this side. */
  positionRoom(slot: number, side: SideNo): number;
  /** A good-till-cancelled limit order. Its id if lots of it rest, else 0. */
  rest(slot: number, side: SideNo, price: number, lots: number): number;
  /** An immediate-or-cancel limit order. Lots filled. */
  take(slot: number, side: SideNo, price: number, lots: number): number;
  cancel(id: number): void;
  cancelAll(slot: number): void;
}

/** A simulated participant. It is woken at the open, whenever it asked to be, and once after the close. */
export interface Participant {
  /** Acts, and returns when to wake next. Draws are keyed by (seed, participant, wake number). */
  wake(desk: Desk, draws: Draws): number;
  snapshot(): unknown;
  restore(saved: unknown): void;
  hashInto(hash: Hash): void;
}
