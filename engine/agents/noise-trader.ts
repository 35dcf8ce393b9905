import type { Hash } from "../digest";
import { exp, log } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { goHome, left, pickNear, withinLimits } from "./habits";
import type { Desk, Participant } from "./participant";
import type { NoiseConfig } from "./participant-config";

/** Orders that an order sets off in rooms whose config does not say. */
const USUAL_BRANCHING = 500_000;
/**
 * Each order makes others likelier for a while: two exponential kernels, so that the sum decays slower than either. Time
 * constants in ms, and the part of the branching each has.
 */
const KERNELS = [
  { constant: 3 * 60_000, part: 0.5 },
  { constant: 60 * 60_000, part: 0.5 },
] as const;
/** What a night fades of it, ms of trading: what was busy in the evening opens busy. */
const NIGHT = 10 * 60_000;
/** Busyness is bounded, so that no burst feeds on itself for ever: times the usual rate. */
const MOST_EXCITED = 12;
const MOOD_KEPT = 0.97; // per order
const MOOD_STEP = 0.25;
const MOOD_WEIGHT = 0.08;
/** Sizes have a power tail with exponent 3/2 from the smallest, this part of the largest, upwards (as trades in stocks do). */
const SMALLEST = 1 / 75;
const TAIL = 1.5;
/** The largest is divided by 1 + this per step in the list: further out less is shown. */
const THINNING = 0.5;
/** Some of its orders want to be done at any price near: that share of those that take, so far beyond the touch. */
const IMPATIENT = 0.3;
const IMPATIENT_REACH = 0.01;
const MOST_RESTING = 10;
/** Position in a contract, in orders of the largest size, at which it mostly trades back. */
const MOST_ORDERS_ONE_WAY = 2;
/** Into an auction it bids up to so many ticks above the middle of what is quoted, or below it; offers likewise. */
const AUCTION_ABOVE = 5;
const AUCTION_BELOW = 3;

/**
 * Many who trade without knowing better: orders of random size and side that come in clusters, each making others likelier
 * (A. Hawkes, Biometrika 58, 1971), with moods that last some minutes. Their position pulls them back, so they are no bet on
 * the level. Arrivals are thinned as Ogata does: it wakes as often as the rate after the last order could ask for.
 */
export class NoiseTrader implements Participant {
  private lastLook = 0;
  /** Orders a ms that past orders still add, by kernel. */
  private excited: number[] = KERNELS.map(() => 0);
  /** The rate this wake-up was drawn with. */
  private asked = 0;
  private moods: number[];
  private resting: Resting[] = []; // oldest first

  constructor(private readonly config: NoiseConfig) {
    this.moods = config.benchmarks.map(() => 0);
  }

  wake(desk: Desk, draws: Draws): number {
    const { benchmarks } = this.config;
    if (desk.now >= desk.day.close) {
      goHome(desk, benchmarks);
      this.resting = [];
      return desk.now + 1;
    }
    this.calmDown(desk.now);
    if (this.asked === 0 || draws.uniform() * this.asked < this.rate()) {
      this.act(desk, draws);
      this.excite();
    }
    this.asked = this.rate();
    return desk.now + Math.max(1, Math.floor(draws.exponential(1 / this.asked)));
  }

  /** Orders a ms now: what comes of itself, and what past orders set off. */
  private rate(): number {
    let rate = this.own();
    for (const more of this.excited) rate += more;
    return Math.min(rate, MOST_EXCITED / this.config.wakeEvery);
  }

  /** So that, with what each order sets off, one comes every `wakeEvery` on the whole. */
  private own(): number {
    return (1 - this.branching()) / this.config.wakeEvery;
  }

  private branching(): number {
    return (this.config.branching ?? USUAL_BRANCHING) / 1_000_000;
  }

  private calmDown(now: number): void {
    const elapsed = Math.min(now - this.lastLook, NIGHT);
    for (const [i, { constant }] of KERNELS.entries()) this.excited[i] *= left(elapsed, constant);
    this.lastLook = now;
  }

  private excite(): void {
    for (const [i, { constant, part }] of KERNELS.entries()) {
      this.excited[i] += (this.branching() * part) / constant;
    }
  }

  private act(desk: Desk, draws: Draws): void {
    for (let i = 0; i < this.moods.length; i++) this.moods[i] = MOOD_KEPT * this.moods[i] + MOOD_STEP * draws.normal();
    const chosen = draws.below(this.config.benchmarks.length);
    const slots = desk.slotsOf(this.config.benchmarks[chosen]);
    if (slots.length === 0) return;
    const distance = pickNear(slots.length, draws);
    const maxLots = this.config.maxLots / (1 + THINNING * distance);
    const slot = slots[distance];
    this.trade(desk, slot, this.side(desk, slot, this.moods[chosen], draws), sizeOf(maxLots, draws), draws);
  }

  /** Mood decides, until the position in this contract pulls it back. */
  private side(desk: Desk, slot: number, mood: number, draws: Draws): SideNo {
    const pull = desk.net(slot) / (MOST_ORDERS_ONE_WAY * this.config.maxLots);
    return draws.uniform() < 0.5 + MOOD_WEIGHT * mood - 0.5 * pull ? BUY : SELL;
  }

  private trade(desk: Desk, slot: number, side: SideNo, wanted: number, draws: Draws): void {
    if (desk.openLots(slot, side === BUY ? SELL : BUY) > 0) this.withdraw(desk, slot); // it changed its mind
    const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
    if (bid === 0 || ask === 0) return; // not even noise trades into a lock
    const lots = Math.min(wanted, desk.positionRoom(slot, side));
    if (lots < 1) return;
    const forward = side === BUY ? 1 : -1;
    const inLimits = (price: number) => withinLimits(desk, slot, price);
    if (desk.collecting(slot)) {
      const ahead = draws.below(AUCTION_ABOVE + AUCTION_BELOW + 1) - AUCTION_BELOW;
      this.rest(desk, slot, side, inLimits(Math.floor((bid + ask) / 2) + forward * ahead), lots);
      return;
    }
    if (draws.uniform() < this.config.marketShare / 1_000_000) {
      const touch = side === BUY ? ask : bid;
      const reach = draws.uniform() < IMPATIENT ? Math.floor(touch * IMPATIENT_REACH) : 1 + draws.below(3);
      desk.take(slot, side, inLimits(touch + forward * reach), lots);
      return;
    }
    const own = side === BUY ? bid : ask;
    const inside = ask - bid > 2 && draws.uniform() < 0.4 ? forward : -forward * draws.below(6);
    this.rest(desk, slot, side, inLimits(own + inside), lots);
  }

  private withdraw(desk: Desk, slot: number): void {
    for (const order of this.resting) if (order.slot === slot) desk.cancel(slot, order.id);
    this.resting = this.resting.filter((order) => order.slot !== slot);
  }

  /** Leaves an order in the book; the oldest of too many goes. */
  private rest(desk: Desk, slot: number, side: SideNo, price: number, lots: number): void {
    const id = desk.rest(slot, side, price, lots);
    if (id > 0) this.resting.push({ slot, id });
    if (this.resting.length <= MOST_RESTING) return;
    const oldest = this.resting.shift() as Resting;
    desk.cancel(oldest.slot, oldest.id);
  }

  snapshot(): NoiseState {
    const { lastLook, excited, asked, moods, resting } = this;
    const orders = resting.map((order) => ({ ...order }));
    return { lastLook, excited: [...excited], asked, moods: [...moods], resting: orders };
  }

  restore(saved: unknown): void {
    const { lastLook, excited, asked, moods, resting } = saved as NoiseState;
    this.lastLook = lastLook;
    this.excited = [...excited];
    this.asked = asked;
    this.moods = [...moods];
    this.resting = resting.map((order) => ({ ...order }));
  }

  hashInto(hash: Hash): void {
    hash.number(this.lastLook).numbers(this.excited).number(this.asked).numbers(this.moods);
    for (const { slot, id } of this.resting) hash.number(slot).number(id);
  }
}

interface Resting {
  readonly slot: number;
  readonly id: number;
}

interface NoiseState {
  readonly lastLook: number;
  readonly excited: readonly number[];
  readonly asked: number;
  readonly moods: readonly number[];
  readonly resting: readonly Resting[];
}

/** Many small orders, few large, none above the largest. */
function sizeOf(maxLots: number, draws: Draws): number {
  const smallest = Math.max(1, maxLots * SMALLEST);
  return Math.floor(Math.min(maxLots, smallest * exp(-log(1 - draws.uniform()) / TAIL)));
}
