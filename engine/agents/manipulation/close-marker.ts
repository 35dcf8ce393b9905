import type { Hash } from "../../digest";
import type { Draws } from "../../random";
import { BUY, SELL, type SideNo } from "../../units";
import { goHome } from "../habits";
import type { Desk, Participant } from "../participant";
import type { ManipulatorConfig } from "../participant-config";
import { type Episode, Episodes } from "./episodes";

const MINUTE = 60_000;
/** The position it wants before the close, in clips. */
const LEAST_CLIPS = 10;
const MOST_CLIPS = 16;
/** In the window it takes so many clips, at most of what it holds. */
const LEAST_TAKES = 4;
const MOST_TAKES = 9;
/** Of its days, so many it only trades: nobody marks every close. */
const DAYS_OFF = 0.4;
const MONTHS = 2;
const SLIPPAGE = 6; // ticks beyond the touch

/**
 * Builds a position in the day without hurry, then takes lots all through the closing window, so that the settlement its
 * position is paid by comes out better (6.1); next day it lets go of what it has.
 */
export class CloseMarker implements Participant {
  private day = 0;
  private slot = -1;
  private contract = "";
  private side: SideNo = BUY;
  private target = 0;
  private takes = 0;
  private taken = 0;
  private from = 0;
  private markBefore = 0;
  private push = 0;
  private readonly record = new Episodes();

  constructor(private readonly config: ManipulatorConfig) {}

  get episodes(): readonly Episode[] {
    return this.record.list;
  }

  wake(desk: Desk, draws: Draws): number {
    const { day, now } = desk;
    if (now >= day.close) {
      goHome(desk, this.config.benchmarks);
      this.end(now);
      return now + 1;
    }
    if (now < day.open) return day.open;
    if (day.no !== this.day) this.plan(desk, draws);
    if (this.slot < 0) {
      this.letGo(desk);
      return now + Math.floor(this.config.wakeEvery * (0.7 + 0.6 * draws.uniform()));
    }
    if (now < day.closingWindow) {
      this.build(desk);
      const next = now + Math.floor(this.config.wakeEvery * (0.7 + 0.6 * draws.uniform()));
      return Math.min(next, day.closingWindow + Math.floor(MINUTE * draws.uniform()));
    }
    this.mark(desk);
    return now + Math.floor(((day.close - day.closingWindow) / this.takes) * (0.7 + 0.5 * draws.uniform()));
  }

  private plan(desk: Desk, draws: Draws): void {
    this.day = desk.day.no;
    this.taken = 0;
    this.from = 0;
    this.push = 0;
    this.slot = -1;
    if (draws.uniform() < DAYS_OFF) return;
    const slots = desk.slotsOf(this.config.benchmarks[draws.below(this.config.benchmarks.length)]);
    this.slot = slots[1 + draws.below(MONTHS)]; // beyond the settlement month, whose mean is partly known
    this.contract = desk.symbol(this.slot);
    this.side = draws.uniform() < 0.5 ? BUY : SELL;
    this.target = this.config.lots * (LEAST_CLIPS + draws.below(MOST_CLIPS - LEAST_CLIPS + 1));
    this.takes = LEAST_TAKES + draws.below(MOST_TAKES - LEAST_TAKES + 1);
  }

  /** Towards its position by a clip at the touch; what the last look left there goes. */
  private build(desk: Desk): void {
    const { slot, side } = this;
    this.letGo(desk, slot);
    desk.cancelAll(slot);
    const held = side === BUY ? desk.net(slot) : -desk.net(slot);
    const price = side === BUY ? desk.bid(slot) : desk.ask(slot);
    const lots = Math.min(2 * this.config.lots, this.target - held, desk.positionRoom(slot, side));
    if (lots >= 1 && price > 0) desk.rest(slot, side, price, lots);
  }

  private mark(desk: Desk): void {
    const { slot, side } = this;
    if (this.taken === 0) {
      desk.cancelAll(slot);
      this.markBefore = desk.mark(slot);
    }
    const held = side === BUY ? desk.net(slot) : -desk.net(slot);
    const touch = side === BUY ? desk.ask(slot) : desk.bid(slot);
    if (touch === 0 || desk.collecting(slot) || held - this.taken < this.taken + this.config.lots) return;
    const worst = touch + (side === BUY ? SLIPPAGE : -SLIPPAGE);
    const limit = Math.min(desk.limitHigh(slot), Math.max(desk.limitLow(slot), worst));
    const lots = Math.min(this.config.lots, desk.positionRoom(slot, side));
    const filled = lots < 1 ? 0 : desk.take(slot, side, limit, lots);
    if (filled > 0) this.from ||= desk.now;
    this.taken += filled;
    this.push = (side === BUY ? 1 : -1) * (desk.mark(slot) - this.markBefore);
  }

  /** A clip out of each position but the one it is building. */
  private letGo(desk: Desk, but = -1): void {
    for (const benchmark of this.config.benchmarks) {
      for (const slot of desk.slotsOf(benchmark)) {
        const net = desk.net(slot);
        if (slot === but || net === 0 || desk.collecting(slot)) continue;
        const side: SideNo = net > 0 ? SELL : BUY;
        const touch = side === BUY ? desk.ask(slot) : desk.bid(slot);
        if (touch > 0) desk.take(slot, side, touch, Math.min(2 * this.config.lots, Math.abs(net)));
      }
    }
  }

  private end(now: number): void {
    const { taken, from, contract } = this;
    if (taken > 0) {
      const worked = this.push > 0;
      this.record.add({ scheme: "marking-the-close", contract, from, to: now - 1, worked });
    }
    this.taken = 0;
  }

  snapshot(): CloseMarkerState {
    const { day, slot, contract, side, target, takes, taken, from, markBefore, push } = this;
    return { day, slot, contract, side, target, takes, taken, from, markBefore, push, episodes: this.record.save() };
  }

  restore(saved: unknown): void {
    const { episodes, ...state } = saved as CloseMarkerState;
    Object.assign(this, state);
    this.record.load(episodes);
  }

  hashInto(hash: Hash): void {
    const { day, slot, side, target, takes, taken, from, markBefore, push } = this;
    hash.numbers([day, slot, side, target, takes, taken, from, markBefore, push]).text(this.contract);
    this.record.hashInto(hash);
  }
}

interface CloseMarkerState {
  readonly day: number;
  readonly slot: number;
  readonly contract: string;
  readonly side: SideNo;
  readonly target: number;
  readonly takes: number;
  readonly taken: number;
  readonly from: number;
  readonly markBefore: number;
  readonly push: number;
  readonly episodes: readonly Episode[];
}
