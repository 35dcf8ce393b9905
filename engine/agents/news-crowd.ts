import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL } from "../units";
import { goHome, left, nextWake, pickNear, stepTowards, withinLimits } from "./habits";
import type { Desk, Participant } from "./participant";
import type { CrowdConfig } from "./participant-config";

/** News below this share of the price moves nobody. */
const LEAST_NEWS = 0.001;
/** After it has reacted it loses interest with this time constant of trading time, ms. */
const INTEREST = 4 * 3_600_000;
/** Wanted beyond what news is worth, or short of it: standard deviation, drawn anew for each piece. */
const DISAGREEMENT = 0.4;
/** Of what is still wanted, a wake-up trades between nothing and this share of it, times the share of the delay that passed. */
const EAGERNESS = 2;
const SLIPPAGE = 3; // ticks
/** Into an auction it bids or offers so many ticks beyond the last settlement moved by the news. */
const AUCTION_AHEAD = 2;

/**
 * People who watch what sellers charge and what is announced. When that moves what a benchmark is expected to fix at, they
 * buy or sell in its direction: the quick ones at once, most over the next minutes, and after a night's news in the opening
 * auction and behind it. What they hold they give back within a day or so.
 */
export class NewsCrowd implements Participant {
  private turn = 0;
  private readonly moods: Mood[];

  constructor(private readonly config: CrowdConfig) {
    this.moods = config.benchmarks.map(() => ({ day: 0, at: 0, slot: -1, expected: 0, wanted: 0 }));
  }

  wake(desk: Desk, draws: Draws): number {
    const { benchmarks, wakeEvery } = this.config;
    if (desk.now >= desk.day.close) {
      goHome(desk, benchmarks);
      return desk.now + 1;
    }
    this.turn = (this.turn + 1) % benchmarks.length;
    const slots = desk.slotsOf(benchmarks[this.turn]);
    if (slots.length > 0) this.react(desk, slots, this.moods[this.turn], draws);
    return nextWake(desk.now, wakeEvery / benchmarks.length, draws.uniform());
  }

  private react(desk: Desk, slots: readonly number[], mood: Mood, draws: Draws): void {
    const sameDay = mood.day === desk.day.no;
    const elapsed = sameDay ? desk.now - mood.at : 0;
    this.read(desk, slots, mood, draws);
    mood.day = desk.day.no;
    mood.at = desk.now;
    const slot = slots[pickNear(slots.length, draws)];
    const missing = mood.wanted - held(desk, slots);
    if (desk.collecting(slot)) {
      this.intoAuction(desk, slot, missing, draws);
      return;
    }
    mood.wanted *= left(elapsed, INTEREST);
    const hurry = Math.min(1, elapsed / this.config.delay) * EAGERNESS * draws.uniform();
    const lots = halfUp(missing * Math.min(1, hurry));
    if (lots !== 0) stepTowards(desk, slot, this.capped(desk.net(slot) + lots), Math.abs(lots), SLIPPAGE);
  }

  /** Compares what is expected now with what it last saw, of the month after the nearest. */
  private read(desk: Desk, slots: readonly number[], mood: Mood, draws: Draws): void {
    const slot = slots[Math.min(1, slots.length - 1)];
    const expected = desk.expected(slot);
    const change = mood.slot === slot ? expected / mood.expected - 1 : 0;
    mood.slot = slot;
    mood.expected = expected;
    if (Math.abs(change) < LEAST_NEWS) return;
    const felt = Math.max(0, 1 + DISAGREEMENT * draws.normal());
    const all = mood.wanted + 100 * change * felt * this.config.lotsPerPercent;
    const most = this.config.mostLots * 2;
    mood.wanted = Math.max(-most, Math.min(most, all));
  }

  private intoAuction(desk: Desk, slot: number, wanted: number, draws: Draws): void {
    desk.cancelAll(slot);
    const side = wanted > 0 ? BUY : SELL;
    const lots = Math.min(halfUp((Math.abs(wanted) * draws.uniform()) / 2), desk.positionRoom(slot, side));
    const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
    if (lots < 1 || bid === 0 || ask === 0) return;
    const middle = Math.floor((bid + ask) / 2);
    const price = side === BUY ? middle + AUCTION_AHEAD : middle - AUCTION_AHEAD;
    desk.rest(slot, side, withinLimits(desk, slot, price), lots);
  }

  private capped(lots: number): number {
    return Math.max(-this.config.mostLots, Math.min(this.config.mostLots, lots));
  }

  snapshot(): CrowdState {
    return { turn: this.turn, moods: this.moods.map((mood) => ({ ...mood })) };
  }

  restore(saved: unknown): void {
    const { turn, moods } = saved as CrowdState;
    this.turn = turn;
    for (const [i, mood] of moods.entries()) Object.assign(this.moods[i], mood);
  }

  hashInto(hash: Hash): void {
    hash.number(this.turn);
    for (const { day, at, slot, expected, wanted } of this.moods) {
      hash.number(day).number(at).number(slot).number(expected).number(wanted);
    }
  }
}

const held = (desk: Desk, slots: readonly number[]): number => {
  let net = 0;
  for (const slot of slots) net += desk.net(slot);
  return net;
};

interface Mood {
  day: number;
  at: number;
  slot: number; // the month whose expectation it watches; −1: none yet
  expected: number; // as it last saw it, 1/100 tick
  wanted: number; // lots over all months, signed
}

interface CrowdState {
  readonly turn: number;
  readonly moods: readonly Mood[];
}
