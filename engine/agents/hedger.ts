import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { expectationOf, openShare } from "./fair-value";
import { goHome, nextWake } from "./habits";
import type { Desk, Participant } from "./participant";
import type { HedgerConfig } from "./participant-config";

/** Layers of the programme: what part of the hedge each of the nearest months has while all of it is still to be priced. */
const LAYERS = [0.45, 0.3, 0.15, 0.1];
const PATIENT = 0.5; // chance to wait at the touch instead of crossing
const MOST_SLIPPAGE = 4; // ticks beyond the touch
/** What it expects to buy or sell is counted anew each day: standard deviation. */
const FORECAST_ERROR = 0.08;
/** A new quarter's programme is entered in so many trading days. */
const RAMP = 15;
const LEAST_PROGRAMME = 0.3;

/**
 * Buys (or sells) tokens and hours in its business every day, and hedges what is still to be priced, in layers: most of the
 * near months, less of later ones. Each quarter has a budget of its own, entered step by step. As a month's fixings become
 * known its hedge in that month is released and rolled into the next ones, so nothing is left for the last day.
 */
export class Hedger implements Participant {
  private day = 0;
  private forecast = 1;
  /** Its programme as a share of the usual one: now, and what this quarter's budget asks for. */
  private programme = 1;
  private budget = 1;
  private quarter = "";
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
    if (fresh) this.plan(desk, draws);
    this.turn = (this.turn + 1) % this.config.benchmarks.length;
    this.work(desk, desk.slotsOf(this.config.benchmarks[this.turn]), draws);
    return nextWake(desk.now, this.config.wakeEvery / this.config.benchmarks.length, draws.uniform());
  }

  private plan(desk: Desk, draws: Draws): void {
    this.forecast = Math.max(0.5, 1 + FORECAST_ERROR * draws.normal());
    const quarter = quarterOf(desk.day.month);
    if (quarter !== this.quarter) {
      const spread = (this.config.programme ?? 0) / 1_000_000;
      this.budget = Math.max(LEAST_PROGRAMME, 1 + spread * draws.normal());
      if (this.quarter === "") this.programme = this.budget;
      this.quarter = quarter;
    }
    this.programme += (this.budget - this.programme) / RAMP;
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

  /** Signed lots it wants in the nearest contracts: what the near month has released goes to the later layers. */
  private targets(desk: Desk, slots: readonly number[]): number[] {
    if (slots.length === 0) return [];
    const layers = LAYERS.slice(0, slots.length);
    layers[0] *= openShare(expectationOf(desk, slots[0]));
    const later = layers.slice(1).reduce((sum, layer) => sum + layer, 0);
    const all = this.config.targetLots * this.forecast * this.programme * (this.config.side === "long" ? 1 : -1);
    return layers.map((layer, i) => halfUp(all * (i === 0 || later === 0 ? layer : (layer / later) * (1 - layers[0]))));
  }

  snapshot(): HedgerState {
    const { day, forecast, programme, budget, quarter, turn } = this;
    return { day, forecast, programme, budget, quarter, turn };
  }

  restore(saved: unknown): void {
    const { day, forecast, programme, budget, quarter, turn } = saved as HedgerState;
    Object.assign(this, { day, forecast, programme, budget, quarter, turn });
  }

  hashInto(hash: Hash): void {
    hash.number(this.day).number(this.forecast).number(this.turn);
    hash.number(this.programme).number(this.budget).text(this.quarter);
  }
}

interface HedgerState {
  readonly day: number;
  readonly forecast: number;
  readonly programme: number;
  readonly budget: number;
  readonly quarter: string;
  readonly turn: number;
}

/** "2026-11" is in "2026 3", counted from 0. */
const quarterOf = (month: string): string => `${month.slice(0, 4)} ${Math.floor((Number(month.slice(5)) - 1) / 3)}`;
