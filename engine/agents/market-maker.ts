import type { ParticipantConfig } from "../config";
import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { type Expectation, expectationOf, fairValue, openShare } from "./fair-value";
import { goHome, nextWake } from "./habits";
import type { Desk, Participant } from "./participant";
import { type LadderState, QuoteLadder, type SidePlan } from "./quote-ladder";

type MakerConfig = Extract<ParticipantConfig, { kind: "market-maker" }>;

/** Order flow moves a maker's view by this share of the price per full inventory it sold (the other way when it bought). */
const IMPACT = 0.012;
/** The view returns to what list prices say with this time constant of trading, ms. */
const REVERSION = 2.5 * 3_600_000;
/** Share of its distance to the market's middle that a maker gives up at every look. */
const FOLLOWING = 0.25;
/** Restlessness of the view, as a share of the price per square root of a minute. */
const RESTLESSNESS = 4e-4;
/** How far a view may lean from what list prices say. */
const MOST_LEAN = 0.03;
/** Price shift at a full inventory, as a share of the price. */
const SKEW = 0.003;
/** Of that, what is left when the month's average is known. */
const LEAST_SKEW = 0.3;
/** Half spread is never below this share of the price, and grows by WIDENING per step in the list. */
const LEAST_HALF_SPREAD = 5e-4;
const WIDENING = 0.5;
/** A maker with its fill shows one quote on that side, so many times further out. */
const FULL_WIDENING = 5;
const SEARCHED_TICKS = 12;
/** Keeps this share of its equity free. */
const RESERVE = 0.25;
/** Every how many wake-ups it looks at a month, by place in the list: further out less happens. */
const LOOK_EVERY = [1, 2, 2, 4, 4, 8, 8, 8];
/** Quotes and inventory of a month are divided by 1 + THINNING per step in the list; each other step has a level fewer. */
const THINNING = 0.5;
const LEAST_LEVELS = 2;

/**
 * Quotes both sides of every listed contract around the expected mean of its month's fixings, leans with order flow and
 * against its own inventory, follows the market's middle, and stands at the limit when fair value is beyond it.
 */
export class MarketMaker implements Participant {
  private day = 0;
  private lastLook = 0;
  private looks = 0;
  /** Per benchmark: fraction by which this maker sees the level above what list prices give. */
  private leans: number[];
  private ladders: (QuoteLadder | null)[] = []; // by slot
  /** By slot, worked out anew on each day (and after a restore): the same all day long. */
  private expectations: (Expectation | null)[] = [];

  constructor(private readonly config: MakerConfig) {
    this.leans = config.benchmarks.map(() => 0);
  }

  wake(desk: Desk, draws: Draws): number {
    if (desk.now >= desk.day.close) {
      goHome(desk, this.config.benchmarks);
      this.ladders = [];
      return desk.now + 1;
    }
    const today = desk.day.no === this.day;
    const elapsed = today ? desk.now - this.lastLook : 0;
    const opening = today && this.lastLook < desk.day.open && desk.now >= desk.day.open;
    if (!today) {
      this.ladders = [];
      this.expectations = [];
    }
    this.day = desk.day.no;
    this.lastLook = desk.now;
    this.looks = today && !opening ? this.looks + 1 : 0;
    const mayAdd = desk.free() >= RESERVE * desk.equity();
    for (let i = 0; i < this.leans.length; i++) {
      const slots = desk.slotsOf(this.config.benchmarks[i]);
      this.learn(desk, slots, i, elapsed, draws);
      for (let distance = 0; distance < slots.length; distance++) {
        if (this.looksAt(distance)) this.quote(desk, slots[distance], distance, this.leans[i], mayAdd, draws);
      }
    }
    return nextWake(desk.now, this.config.wakeEvery, draws.uniform());
  }

  /** As a day begins, and again as it opens, at every month; then at each in its turn. */
  private looksAt(distance: number): boolean {
    return (this.looks + distance) % LOOK_EVERY[Math.min(distance, LOOK_EVERY.length - 1)] === 0 || this.looks === 0;
  }

  /** Updates the view of one benchmark from its fills, the market's middle, and time. */
  private learn(desk: Desk, slots: readonly number[], i: number, elapsed: number, draws: Draws): void {
    const before = this.leans[i];
    let lean = before * (1 - Math.min(1, elapsed / REVERSION));
    let gap = 0;
    let weight = 0;
    for (let distance = 0; distance < slots.length; distance++) {
      if (!this.looksAt(distance)) continue;
      const slot = slots[distance];
      lean -= (IMPACT * this.ladder(desk, slot).look(desk, slot)) / this.config.inventoryLimit;
      if (desk.collecting(slot)) continue; // orders that may never trade are nobody's opinion
      const enough = this.config.lotsPerLevel / thinned(distance) / 2;
      const bid = solid(desk, slot, BUY, enough);
      const ask = solid(desk, slot, SELL, enough);
      if (bid === 0 || ask === 0) continue;
      const share = openShare(this.expectation(desk, slot));
      const center = this.center(desk, slot, distance, before);
      gap += (share * ((bid + ask) / 2 - center)) / center; // a nearly known average says little about the level
      weight += share * share;
    }
    if (weight > 0) lean += (FOLLOWING * gap) / weight;
    lean += RESTLESSNESS * Math.sqrt(elapsed / 60_000) * draws.normal();
    this.leans[i] = Math.max(-MOST_LEAN, Math.min(MOST_LEAN, lean));
  }

  /** Where this maker would trade either way: fair value, shifted so that its inventory shrinks. */
  private center(desk: Desk, slot: number, distance: number, lean: number): number {
    const expectation = this.expectation(desk, slot);
    const fair = fairValue(expectation, desk.implied(slot), distance, lean);
    const limit = this.config.inventoryLimit / thinned(distance);
    const full = Math.max(-1, Math.min(1, desk.net(slot) / limit));
    return fair * (1 - SKEW * (LEAST_SKEW + (1 - LEAST_SKEW) * openShare(expectation)) * full);
  }

  private quote(desk: Desk, slot: number, distance: number, lean: number, mayAdd: boolean, draws: Draws): void {
    const ladder = this.ladder(desk, slot);
    const center = this.center(desk, slot, distance, lean);
    const half = Math.max(this.config.halfSpread, LEAST_HALF_SPREAD * center) * (1 + WIDENING * distance);
    const bids = this.plan(desk, slot, distance, BUY, center, half);
    const asks = this.plan(desk, slot, distance, SELL, center, half);
    ladder.withdraw(desk, slot, BUY, bids);
    ladder.withdraw(desk, slot, SELL, asks);
    if (!mayAdd) return; // what rests may stay
    ladder.fill(desk, slot, BUY, bids, draws);
    ladder.fill(desk, slot, SELL, asks, draws);
  }

  private plan(desk: Desk, slot: number, distance: number, side: SideNo, center: number, half: number): SidePlan {
    const { inventoryLimit, levels, lotsPerLevel } = this.config;
    const net = desk.net(slot) * thinned(distance);
    const full = side === BUY ? net >= inventoryLimit : net <= -inventoryLimit;
    const forward = side === BUY ? 1 : -1;
    const price = halfUp(center - forward * (full ? FULL_WIDENING * half : half));
    return {
      best: within(desk, slot, side, price, halfUp(center + forward * half)),
      step: Math.max(2, halfUp(half)),
      tolerance: Math.floor(half / 2),
      levels: full ? 1 : Math.max(LEAST_LEVELS, levels - Math.floor(distance / 2)),
      lots: lotsPerLevel / thinned(distance),
    };
  }

  private ladder(desk: Desk, slot: number): QuoteLadder {
    const ladder = this.ladders[slot] ?? new QuoteLadder(desk.net(slot));
    this.ladders[slot] = ladder;
    return ladder;
  }

  private expectation(desk: Desk, slot: number): Expectation {
    const expectation = this.expectations[slot] ?? expectationOf(desk, slot);
    this.expectations[slot] = expectation;
    return expectation;
  }

  snapshot(): MakerState {
    const { day, lastLook, looks, leans, ladders } = this;
    return {
      day,
      lastLook,
      looks,
      leans: [...leans],
      ladders: Array.from(ladders, (ladder) => ladder?.snapshot() ?? null),
    };
  }

  restore(saved: unknown): void {
    const state = saved as MakerState;
    this.day = state.day;
    this.lastLook = state.lastLook;
    this.looks = state.looks;
    this.leans = [...state.leans];
    this.expectations = [];
    this.ladders = state.ladders.map((ladder) => ladder && QuoteLadder.restore(ladder));
  }

  hashInto(hash: Hash): void {
    hash.number(this.day).number(this.lastLook).number(this.looks).numbers(this.leans);
    for (let slot = 0; slot < this.ladders.length; slot++) this.ladders[slot]?.hashInto(hash.number(slot));
  }
}

interface MakerState {
  readonly day: number;
  readonly lastLook: number;
  readonly looks: number;
  readonly leans: readonly number[];
  readonly ladders: readonly (LadderState | null)[];
}

const thinned = (distance: number): number => 1 + THINNING * distance;

/** The price at which `lots` could be traded: a few lots in front of it are nobody's opinion. 0 if there is none near. */
function solid(desk: Desk, slot: number, side: SideNo, lots: number): number {
  const touch = side === BUY ? desk.bid(slot) : desk.ask(slot);
  if (touch === 0) return 0;
  let seen = 0;
  for (let behind = 0; behind <= SEARCHED_TICKS; behind++) {
    const price = side === BUY ? touch - behind : touch + behind;
    seen += desk.lotsAt(slot, side, price);
    if (seen >= lots) return price;
  }
  return 0;
}

/**
 * A price inside the limits. Where even the better price of this maker's other side is beyond them it stands on that side
 * alone, at the limit: a lock (5.2).
 */
function within(desk: Desk, slot: number, side: SideNo, price: number, other: number): number {
  const low = desk.limitLow(slot);
  const high = desk.limitHigh(slot);
  if (side === BUY ? other <= low : other >= high) return 0;
  return Math.max(low, Math.min(high, price));
}
