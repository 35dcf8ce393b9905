import type { ParticipantConfig } from "../config";
import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { expectationOf, openShare } from "./fair-value";
import { goHome, nextWake } from "./habits";
import type { Desk, Participant } from "./participant";

type HedgerConfig = Extract<ParticipantConfig, { kind: "hedger" }>;

/** The near month's part of the hedge while its whole month is still to be priced. */
const NEAR_SHARE = 0.5;
/** Of what is not in the near month: the next contract's part, the rest is further out. */
const NEXT_SHARE = 0.7;
const PATIENT = 0.5; // chance to wait at the touch instead of crossing
const MOST_SLIPPAGE = 4; // ticks beyond the touch
/** What it expects to buy or sell is counted anew each day: standard deviation. */
const FORECAST_ERROR = 0.08;

/**
 * Buys (or sells) tokens and hours in its business every day, and hedges what is still to be priced. As a month's fixings
 * become known its hedge in that month is released and rolled into the next ones, so nothing is left for the last day.
 */
export class Hedger implements Participant {
  private day = 0;
  private forecast = 1;
  private turn: number;

  constructor(
    private readonly config: HedgerConfig,
    no: number,
  ) {
    this.turn = no; // hedgers start at different benchmarks
  }

  wake(desk: Desk, draws: Draws): number {
    if (desk.now >= desk.day.close) {
      goHome(desk, this.config.benchmarks);
      return desk.now + 1;
    }
    const fresh = desk.day.no !== this.day;
    this.day = desk.day.no;
    if (fresh) this.forecast = Math.max(0.5, 1 + FORECAST_ERROR * draws.normal());
    this.turn = (this.turn + 1) % this.config.benchmarks.length;
    this.work(desk, desk.slotsOf(this.config.benchmarks[this.turn]), draws);
    return nextWake(desk.now, this.config.wakeEvery / this.config.benchmarks.length, draws.uniform());
  }

  /** Brings the contract that is furthest from its target one clip nearer. */
  private work(desk: Desk, slots: readonly number[], draws: Draws): void {
    let widest = 0;
    let chosen = -1;
    const targets = this.targets(desk, slots);
    slots.forEach((slot, distance) => {
      if (desk.openLots(slot, BUY) + desk.openLots(slot, SELL) > 0) desk.cancelAll(slot);
      const gap = (targets[distance] ?? 0) - desk.net(slot);
      if (Math.abs(gap) <= Math.abs(widest)) return;
      widest = gap;
      chosen = slot;
    });
    if (chosen < 0 || Math.abs(widest) < this.config.clipLots) return;
    this.clip(desk, chosen, widest > 0 ? BUY : SELL, draws);
  }

  private clip(desk: Desk, slot: number, side: SideNo, draws: Draws): void {
    const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
    const lots = Math.min(this.config.clipLots, desk.positionRoom(slot, side));
    if (bid === 0 || ask === 0 || lots < 1) return; // a lock: the programme waits
    if (draws.uniform() < PATIENT) {
      desk.rest(slot, side, side === BUY ? bid : ask, lots);
      return;
    }
    const worst = side === BUY ? ask + MOST_SLIPPAGE : bid - MOST_SLIPPAGE;
    const limit = Math.min(desk.limitHigh(slot), Math.max(desk.limitLow(slot), worst));
    if (desk.collecting(slot)) desk.rest(slot, side, limit, lots);
    else desk.take(slot, side, limit, lots);
  }

  /** Signed lots it wants in the nearest contracts. */
  private targets(desk: Desk, slots: readonly number[]): number[] {
    if (slots.length === 0) return [];
    const near = slots.length > 1 ? NEAR_SHARE * openShare(expectationOf(desk, slots[0])) : 1;
    const next = slots.length > 2 ? (1 - near) * NEXT_SHARE : 1 - near;
    const all = this.config.targetLots * this.forecast * (this.config.side === "long" ? 1 : -1);
    return [near, next, 1 - near - next].map((share) => halfUp(all * share));
  }

  snapshot(): HedgerState {
    return { day: this.day, forecast: this.forecast, turn: this.turn };
  }

  restore(saved: unknown): void {
    const { day, forecast, turn } = saved as HedgerState;
    this.day = day;
    this.forecast = forecast;
    this.turn = turn;
  }

  hashInto(hash: Hash): void {
    hash.number(this.day).number(this.forecast).number(this.turn);
  }
}

interface HedgerState {
  readonly day: number;
  readonly forecast: number;
  readonly turn: number;
}
