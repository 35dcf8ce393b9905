import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { goHome, left, middleOf, nextWake, stepTowards } from "./habits";
import type { Desk, Participant } from "./participant";
import type { MomentumConfig } from "./participant-config";

/** Time constants of the two averages whose difference is the trend, ms. */
const FAST = 8 * 60_000;
const SLOW = 45 * 60_000;
const SLIPPAGE = 2; // ticks
/** It trades the month after the nearest: an average that is half known has no trend of its own. */
const PLACE = 1;

/** Follows trends: long while the recent average is above the longer one, the more the further, and out when they meet. */
export class MomentumTrader implements Participant {
  private turn = 0;
  private readonly trends: Trend[];

  constructor(private readonly config: MomentumConfig) {
    this.trends = config.benchmarks.map(() => ({ slot: -1, at: 0, fast: 0, slow: 0 }));
  }

  wake(desk: Desk, draws: Draws): number {
    const { benchmarks, wakeEvery } = this.config;
    if (desk.now >= desk.day.close) {
      goHome(desk, benchmarks);
      return desk.now + 1;
    }
    this.turn = (this.turn + 1) % benchmarks.length;
    const slots = desk.slotsOf(benchmarks[this.turn]);
    if (slots.length > 0) this.follow(desk, slots, this.trends[this.turn]);
    return nextWake(desk.now, wakeEvery / benchmarks.length, draws.uniform());
  }

  private follow(desk: Desk, slots: readonly number[], trend: Trend): void {
    const slot = slots[Math.min(PLACE, slots.length - 1)];
    // A month that has become the nearest is left to its hedgers.
    for (const old of slots) if (old !== slot && desk.net(old) !== 0) this.leave(desk, old);
    const middle = middleOf(desk, slot);
    if (middle === 0 || desk.collecting(slot)) return;
    if (trend.slot !== slot || trend.at < desk.day.open) {
      Object.assign(trend, { slot, at: desk.now, fast: middle, slow: middle }); // a night's gap is news, not a trend
    }
    const elapsed = desk.now - trend.at;
    trend.fast = middle + (trend.fast - middle) * left(elapsed, FAST);
    trend.slow = middle + (trend.slow - middle) * left(elapsed, SLOW);
    trend.at = desk.now;
    const { threshold, clipLots, mostLots } = this.config;
    const strength = (trend.fast - trend.slow) / trend.slow / (threshold / 1_000_000);
    const target = halfUp(mostLots * Math.max(-1, Math.min(1, strength)));
    if (Math.abs(target - desk.net(slot)) >= clipLots) stepTowards(desk, slot, target, clipLots, SLIPPAGE);
  }

  private leave(desk: Desk, slot: number): void {
    if (!desk.collecting(slot)) stepTowards(desk, slot, 0, this.config.clipLots, SLIPPAGE);
  }

  snapshot(): MomentumState {
    return { turn: this.turn, trends: this.trends.map((trend) => ({ ...trend })) };
  }

  restore(saved: unknown): void {
    const { turn, trends } = saved as MomentumState;
    this.turn = turn;
    for (const [i, trend] of trends.entries()) Object.assign(this.trends[i], trend);
  }

  hashInto(hash: Hash): void {
    hash.number(this.turn);
    for (const { slot, at, fast, slow } of this.trends) hash.number(slot).number(at).number(fast).number(slow);
  }
}

interface Trend {
  slot: number;
  at: number;
  fast: number;
  slow: number;
}

interface MomentumState {
  readonly turn: number;
  readonly trends: readonly Trend[];
}
