import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { optimalSpread, reservationPrice } from "./avellaneda-stoikov";
import { type Expectation, expectationOf, fairValue, openShare } from "./fair-value";
import { goHome, nextWake } from "./habits";
import { MakerView, type ViewState } from "./maker-view";
import type { Desk, Participant } from "./participant";
import type { MakerConfig } from "./participant-config";
import { type LadderState, QuoteLadder, type SidePlan } from "./quote-ladder";

/** γ of makers whose config says none. */
const USUAL_RISK_AVERSION = 1_000;
/** The horizon of the model is the close and a night's risk behind it, ms of trading. */
const NIGHT = 2 * 3_600_000;
/** Takers reach further where fewer trade: 1/k grows by this share per step in the list, and the least half spread too. */
const WIDENING = 0.5;
/** No half spread is wider than this share of the price in the nearest month. */
const MOST_HALF_SPREAD = 0.004;
/** Inventory never shifts a quote by more than this share of the price. */
const MOST_SHIFT = 0.006;
/** Of the risk, what is left when the month's average is known. */
const LEAST_RISK = 0.3;
/** A maker with its fill shows one quote on that side, so many times further out. */
const FULL_WIDENING = 5;
const SEARCHED_TICKS = 12;
/** Weight of the view it has against what the months it looks at say, each by the share that is open of its average. */
const DOUBT = 0.2;
/** Keeps this share of its equity free. */
const RESERVE = 0.25;
/** Every how many wake-ups it looks at a month, by place in the list: further out less happens. */
const LOOK_EVERY = [1, 2, 3, 5, 6, 8, 8, 8];
/** Every how many wake-ups it works out what its equity leaves free. */
const COUNT_EVERY = 8;
/** Quotes and inventory of a month are divided by 1 + THINNING per step in the list; each other step has a level fewer. */
const THINNING = 0.5;
const LEAST_LEVELS = 2;
/** The month whose middle it measures volatility by: the next, of which nothing is known yet. */
const WATCHED = 1;

/**
 * Quotes both sides of every listed contract as Avellaneda and Stoikov would: around the price at which it does not care to
 * hold one lot more, as wide as volatility and the takers' reach make pay, both estimated from what it sees. Its middle is
 * the expected mean of the month's fixings, leaning with order flow; it stands at the limit when that is beyond it.
 */
export class MarketMaker implements Participant {
  private day = 0;
  private lastLook = 0;
  private looks = 0;
  private mayAdd = true;
  private views: MakerView[]; // by benchmark
  private ladders: (QuoteLadder | null)[] = []; // by slot
  /** By slot, worked out anew on each day (and after a restore): the same all day long. */
  private expectations: (Expectation | null)[] = [];

  constructor(private readonly config: MakerConfig) {
    this.views = config.benchmarks.map(() => new MakerView());
  }

  wake(desk: Desk, draws: Draws): number {
    if (desk.now >= desk.day.close) {
      goHome(desk, this.config.benchmarks);
      this.ladders = [];
      for (const view of this.views) view.sleep();
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
    const news = this.hearsNews(desk);
    this.looks = today && !opening && !news ? this.looks + 1 : 0;
    if (this.looks % COUNT_EVERY === 0) this.mayAdd = desk.free() >= RESERVE * desk.equity();
    for (let i = 0; i < this.views.length; i++) {
      const slots = desk.slotsOf(this.config.benchmarks[i]);
      this.learn(desk, slots, this.views[i], elapsed);
      for (let distance = 0; distance < slots.length; distance++) {
        if (this.looksAt(desk, slots[distance], distance))
          this.quote(desk, slots[distance], distance, this.views[i], draws);
      }
    }
    return nextWake(desk.now, this.config.wakeEvery, draws.uniform());
  }

  private hearsNews(desk: Desk): boolean {
    let news = false;
    for (let i = 0; i < this.views.length; i++) {
      const slots = desk.slotsOf(this.config.benchmarks[i]);
      if (slots.length > 0 && this.views[i].hears(desk.expected(slots[slots.length - 1]))) news = true;
    }
    return news;
  }

  /**
   * As a day begins, again as it opens, and when there is news, at every month; then at each in its turn, and where all of
   * one side of its quotes is gone.
   */
  private looksAt(desk: Desk, slot: number, distance: number): boolean {
    if (this.looks % LOOK_EVERY[Math.min(distance, LOOK_EVERY.length - 1)] === 0) return true;
    return desk.openLots(slot, BUY) === 0 || desk.openLots(slot, SELL) === 0;
  }

  /** Updates the view of one benchmark from its fills, the market's middle, and time. */
  private learn(desk: Desk, slots: readonly number[], view: MakerView, elapsed: number): void {
    view.fade(elapsed);
    const gaps: { slot: number; gap: number; share: number }[] = [];
    let sum = 0;
    let weight = 0;
    for (let distance = 0; distance < slots.length; distance++) {
      const slot = slots[distance];
      if (!this.looksAt(desk, slot, distance)) continue;
      const ladder = this.ladder(desk, slot);
      const center = this.center(desk, slot, distance, view);
      const change = ladder.look(desk, slot);
      const share = openShare(this.expectation(desk, slot));
      if (change !== 0) view.traded(slot, (change * thinned(distance)) / this.config.inventoryLimit, share);
      if (ladder.reached > 0 && distance === 0) view.reached(ladder.reached);
      if (desk.collecting(slot)) continue; // orders that may never trade are nobody's opinion
      const enough = this.config.lotsPerLevel / thinned(distance) / 2;
      const bid = solid(desk, slot, BUY, enough);
      const ask = solid(desk, slot, SELL, enough);
      if (bid === 0 || ask === 0) continue;
      const middle = (bid + ask) / 2;
      if (distance === Math.min(WATCHED, slots.length - 1)) view.sees(slot, middle, desk.now, share);
      // A nearly known average says little about the level.
      gaps.push({ slot, gap: (share * (middle - center)) / center, share });
      sum += (share * (middle - center)) / center;
      weight += share * share;
    }
    const common = sum / (weight + DOUBT);
    view.follow(common);
    for (const { slot, gap, share } of gaps) view.followOwn(slot, gap - common * share * share);
  }

  /** Where this maker would trade either way: fair value, shifted so that its inventory shrinks. */
  private center(desk: Desk, slot: number, distance: number, view: MakerView): number {
    const expectation = this.expectation(desk, slot);
    const fair = fairValue(expectation, desk.expected(slot), distance, view.lean(slot));
    const units = (desk.net(slot) * thinned(distance)) / this.config.lotsPerLevel;
    const price = reservationPrice(fair, units, this.gamma(), this.variance(desk, expectation, view, fair));
    return Math.max(fair * (1 - MOST_SHIFT), Math.min(fair * (1 + MOST_SHIFT), price));
  }

  /** σ²(T − t) of a month, ticks²: what is known of its average moves no more. */
  private variance(desk: Desk, expectation: Expectation, view: MakerView, price: number): number {
    const share = LEAST_RISK + (1 - LEAST_RISK) * openShare(expectation);
    const horizon = desk.day.close - desk.now + NIGHT;
    return view.variance * horizon * price * price * share * share;
  }

  private gamma(): number {
    return (this.config.riskAversion ?? USUAL_RISK_AVERSION) / 1_000_000;
  }

  private halfSpread(desk: Desk, slot: number, distance: number, view: MakerView, center: number): number {
    const variance = this.variance(desk, this.expectation(desk, slot), view, center);
    const wider = 1 + WIDENING * distance;
    const best = optimalSpread(this.gamma(), variance, 1 / (view.reach * wider)) / 2;
    return Math.min(MOST_HALF_SPREAD * center * wider, Math.max(this.config.halfSpread * wider, best));
  }

  private quote(desk: Desk, slot: number, distance: number, view: MakerView, draws: Draws): void {
    const ladder = this.ladder(desk, slot);
    const center = this.center(desk, slot, distance, view);
    const half = this.halfSpread(desk, slot, distance, view, center);
    const lots = (this.config.lotsPerLevel * view.boldness) / thinned(distance);
    const bids = this.plan(desk, slot, distance, BUY, center, half, lots);
    const asks = this.plan(desk, slot, distance, SELL, center, half, lots);
    ladder.withdraw(desk, slot, BUY, bids);
    ladder.withdraw(desk, slot, SELL, asks);
    if (!this.mayAdd) return; // what rests may stay
    ladder.fill(desk, slot, BUY, bids, draws);
    ladder.fill(desk, slot, SELL, asks, draws);
  }

  private plan(
    desk: Desk,
    slot: number,
    distance: number,
    side: SideNo,
    center: number,
    half: number,
    lots: number,
  ): SidePlan {
    const { inventoryLimit, levels } = this.config;
    const net = desk.net(slot) * thinned(distance);
    const full = side === BUY ? net >= inventoryLimit : net <= -inventoryLimit;
    const forward = side === BUY ? 1 : -1;
    const price = halfUp(center - forward * (full ? FULL_WIDENING * half : half));
    return {
      best: within(desk, slot, side, price, halfUp(center + forward * half)),
      step: Math.max(2, halfUp(half)),
      tolerance: Math.floor(half / 2),
      levels: full ? 1 : Math.max(LEAST_LEVELS, levels - Math.floor(distance / 2)),
      lots,
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
    const { day, lastLook, looks, mayAdd, views, ladders } = this;
    return {
      day,
      lastLook,
      looks,
      mayAdd,
      views: views.map((view) => view.snapshot()),
      ladders: Array.from(ladders, (ladder) => ladder?.snapshot() ?? null),
    };
  }

  restore(saved: unknown): void {
    const state = saved as MakerState;
    this.day = state.day;
    this.lastLook = state.lastLook;
    this.looks = state.looks;
    this.mayAdd = state.mayAdd;
    this.views = state.views.map(MakerView.restore);
    this.expectations = [];
    this.ladders = state.ladders.map((ladder) => ladder && QuoteLadder.restore(ladder));
  }

  hashInto(hash: Hash): void {
    hash
      .number(this.day)
      .number(this.lastLook)
      .number(this.looks)
      .number(this.mayAdd ? 1 : 0);
    for (const view of this.views) view.hashInto(hash);
    for (let slot = 0; slot < this.ladders.length; slot++) this.ladders[slot]?.hashInto(hash.number(slot));
  }
}

interface MakerState {
  readonly day: number;
  readonly lastLook: number;
  readonly looks: number;
  readonly mayAdd: boolean;
  readonly views: readonly ViewState[];
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
