import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL } from "../units";
import { fairPrice } from "./fair-value";
import { goHome, left, middleOf, nextWake, pickNear, stepTowards, withinLimits } from "./habits";
import type { Desk, Participant } from "./participant";
import type { ValueConfig } from "./participant-config";

/** An opinion is forgotten with this time constant of trading time, ms: a day and a half. */
const MEMORY = 9 * 3_600_000;
/** So much trading time a night counts for: people read and think. */
const NIGHT = 3 * 3_600_000;
/** A price so many edges away from its opinion is worth its full position. */
const FULL = 5;
const SLIPPAGE = 1; // ticks

/**
 * Believes that fair value, as published figures give it, is off by some share that it can argue for and slowly changes.
 * Holds the more of a month the further the market is from what it believes, and sells again when that has passed.
 */
export class ValueTrader implements Participant {
  private day = 0;
  private lastLook = 0;
  private turn = 0;
  /** Per benchmark: how far above fair value it believes the level to be, as a share. */
  private opinions: number[];

  constructor(private readonly config: ValueConfig) {
    this.opinions = config.benchmarks.map(() => 0);
  }

  wake(desk: Desk, draws: Draws): number {
    const { benchmarks, wakeEvery } = this.config;
    if (desk.now >= desk.day.close) {
      goHome(desk, benchmarks);
      return desk.now + 1;
    }
    this.think(desk, draws);
    this.turn = (this.turn + 1) % benchmarks.length;
    const slots = desk.slotsOf(benchmarks[this.turn]);
    if (slots.length > 0) this.work(desk, slots, pickNear(slots.length, draws), draws);
    return nextWake(desk.now, wakeEvery / benchmarks.length, draws.uniform());
  }

  private think(desk: Desk, draws: Draws): void {
    const first = this.day === 0;
    const elapsed = desk.day.no === this.day ? desk.now - this.lastLook : NIGHT;
    const kept = first ? 0 : left(elapsed, MEMORY);
    const step = (this.config.signalError / 1_000_000) * Math.sqrt(1 - kept * kept);
    for (let i = 0; i < this.opinions.length; i++) this.opinions[i] = kept * this.opinions[i] + step * draws.normal();
    this.day = desk.day.no;
    this.lastLook = desk.now;
  }

  private work(desk: Desk, slots: readonly number[], distance: number, draws: Draws): void {
    const slot = slots[distance];
    const worth = fairPrice(desk, slot, distance, this.opinions[this.turn]);
    const { clipLots, mostLots } = this.config;
    const edge = (this.config.edge / 1_000_000) * worth;
    if (desk.collecting(slot)) {
      desk.cancelAll(slot);
      const side = draws.uniform() < 0.5 ? BUY : SELL;
      const price = halfUp(side === BUY ? worth - edge : worth + edge);
      desk.rest(slot, side, withinLimits(desk, slot, price), Math.min(clipLots, desk.positionRoom(slot, side)));
      return;
    }
    const middle = middleOf(desk, slot);
    if (middle === 0) return;
    const away = (worth - middle) / edge;
    // Within an edge of its opinion it keeps what it has.
    if (Math.abs(away) < 1 && desk.net(slot) * away >= 0) return;
    const wanted = mostLots * Math.max(-1, Math.min(1, away / FULL));
    const beyond = desk.net(slot) * away > 0 && Math.abs(wanted) < Math.abs(desk.net(slot));
    if (!beyond) stepTowards(desk, slot, halfUp(wanted), clipLots, SLIPPAGE);
  }

  snapshot(): ValueState {
    return { day: this.day, lastLook: this.lastLook, turn: this.turn, opinions: [...this.opinions] };
  }

  restore(saved: unknown): void {
    const { day, lastLook, turn, opinions } = saved as ValueState;
    this.day = day;
    this.lastLook = lastLook;
    this.turn = turn;
    this.opinions = [...opinions];
  }

  hashInto(hash: Hash): void {
    hash.number(this.day).number(this.lastLook).number(this.turn).numbers(this.opinions);
  }
}

interface ValueState {
  readonly day: number;
  readonly lastLook: number;
  readonly turn: number;
  readonly opinions: readonly number[];
}
