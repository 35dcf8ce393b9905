import type { ParticipantConfig } from "../config";
import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { fairValue, nextWake, openShare } from "./fair-value";
import type { Desk, Participant } from "./participant";
import { type LadderState, QuoteLadder, type SidePlan } from "./quote-ladder";

type MakerConfig = Extract<ParticipantConfig, { kind: "market-maker" }>;

/** Order flow moves a maker's view by this share of the price per lot it sold (the other way when it bought). */
const IMPACT_PER_LOT = 2e-5;
/** The view returns to what list prices say with this time constant of trading, ms. */
const REVERSION = 2.5 * 3_600_000;
/** Share of its distance to the market's middle that a maker gives up at every look. */
const FOLLOWING = 0.25;
/** Restlessness of the view, as a share of the price per square root of a minute. */
const RESTLESSNESS = 1e-4;
/** How far a view may lean from what list prices say. */
const MOST_LEAN = 0.03;
/** Price shift at a full inventory, as a share of the price. */
const SKEW = 0.002;
/** Half spread is never below this share of the price, and grows by WIDENING per step in the list. */
const LEAST_HALF_SPREAD = 5e-4;
const WIDENING = 0.6;
/** Keeps this share of its equity free. */
const RESERVE = 0.25;

/**
 * Quotes both sides of every listed contract around the expected mean of its month's fixings, leans with order flow and
 * against its own inventory, follows the market's middle, and stands at the limit when fair value is beyond it.
 */
export class MarketMaker implements Participant {
  private day = 0;
  private lastLook = 0;
  /** Per benchmark: fraction by which this maker sees the level above what list prices give. */
  private leans: number[];
  private ladders: (QuoteLadder | null)[] = []; // by slot

  constructor(private readonly config: MakerConfig) {
    this.leans = config.benchmarks.map(() => 0);
  }

  wake(desk: Desk, draws: Draws): number {
    const fresh = desk.day.no !== this.day;
    if (fresh) this.ladders = [];
    this.config.benchmarks.forEach((benchmark, i) => {
      const slots = desk.slotsOf(benchmark);
      for (const slot of slots) this.ladders[slot] ??= newLadder(desk.net(slot));
      this.learn(desk, slots, i, fresh ? 0 : desk.now - this.lastLook, draws);
      slots.forEach((slot, distance) => {
        this.quote(desk, slot, distance, this.leans[i], draws);
      });
    });
    this.day = desk.day.no;
    this.lastLook = desk.now;
    return nextWake(desk.now, this.config.wakeEvery, draws.uniform());
  }

  /** Updates the view of one benchmark from its fills, the market's middle, and time. */
  private learn(desk: Desk, slots: readonly number[], i: number, elapsed: number, draws: Draws): void {
    let lean = this.leans[i] * (1 - Math.min(1, elapsed / REVERSION));
    let gap = 0;
    let weight = 0;
    slots.forEach((slot, distance) => {
      const bought = this.ladder(slot).look(desk, slot);
      lean -= IMPACT_PER_LOT * bought;
      const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
      const share = openShare(desk, slot);
      if (bid === 0 || ask === 0) return;
      const center = this.center(desk, slot, distance, this.leans[i]);
      gap += (share * ((bid + ask) / 2 - center)) / center; // a nearly known average says little about the level
      weight += share * share;
    });
    if (weight > 0) lean += (FOLLOWING * gap) / weight;
    lean += RESTLESSNESS * Math.sqrt(elapsed / 60_000) * draws.normal();
    this.leans[i] = Math.max(-MOST_LEAN, Math.min(MOST_LEAN, lean));
  }

  /** Where this maker would trade either way: fair value, shifted so that its inventory shrinks. */
  private center(desk: Desk, slot: number, distance: number, lean: number): number {
    const fair = fairValue(desk, slot, distance, lean);
    const full = Math.max(-1, Math.min(1, desk.net(slot) / this.config.inventoryLimit));
    return fair * (1 - SKEW * openShare(desk, slot) * full);
  }

  private quote(desk: Desk, slot: number, distance: number, lean: number, draws: Draws): void {
    const ladder = this.ladder(slot);
    const center = this.center(desk, slot, distance, lean);
    const half = Math.max(this.config.halfSpread, LEAST_HALF_SPREAD * center) * (1 + WIDENING * distance);
    const bids = this.plan(desk, slot, BUY, center, half, draws);
    const asks = this.plan(desk, slot, SELL, center, half, draws);
    ladder.withdraw(desk, BUY, bids);
    ladder.withdraw(desk, SELL, asks);
    if (desk.free() < RESERVE * desk.equity()) return; // what rests may stay, nothing is added
    ladder.fill(desk, slot, BUY, bids);
    ladder.fill(desk, slot, SELL, asks);
  }

  private plan(desk: Desk, slot: number, side: SideNo, center: number, half: number, draws: Draws): SidePlan {
    const { inventoryLimit, levels, lotsPerLevel } = this.config;
    const net = desk.net(slot);
    const full = side === BUY ? net >= inventoryLimit : net <= -inventoryLimit;
    const offset = full ? 5 * half : half;
    return {
      best: within(desk, slot, side, center, halfUp(side === BUY ? center - offset : center + offset)),
      step: Math.max(2, halfUp(half)),
      levels: full ? 1 : levels,
      tolerance: Math.floor(half / 2),
      lots: (level) => Math.max(1, halfUp(lotsPerLevel * (0.6 + 0.8 * draws.uniform()) * (1 + level / 2))),
    };
  }

  private ladder(slot: number): QuoteLadder {
    const ladder = this.ladders[slot] ?? newLadder(0);
    this.ladders[slot] = ladder;
    return ladder;
  }

  snapshot(): MakerState {
    const { day, lastLook, leans, ladders } = this;
    return { day, lastLook, leans: [...leans], ladders: Array.from(ladders, (ladder) => ladder?.snapshot() ?? null) };
  }

  restore(saved: unknown): void {
    const state = saved as MakerState;
    this.day = state.day;
    this.lastLook = state.lastLook;
    this.leans = [...state.leans];
    this.ladders = state.ladders.map((ladder) => ladder && QuoteLadder.restore(ladder));
  }

  hashInto(hash: Hash): void {
    hash.number(this.day).number(this.lastLook).numbers(this.leans);
    for (let slot = 0; slot < this.ladders.length; slot++) this.ladders[slot]?.hashInto(hash.number(slot));
  }
}

interface MakerState {
  readonly day: number;
  readonly lastLook: number;
  readonly leans: readonly number[];
  readonly ladders: readonly (LadderState | null)[];
}

function newLadder(net: number): QuoteLadder {
  const ladder = new QuoteLadder();
  ladder.newDay(net);
  return ladder;
}

/** A price inside the limits: where fair value itself is beyond them, only the side that gains by waiting stands there. */
function within(desk: Desk, slot: number, side: SideNo, center: number, price: number): number {
  const [low, high] = [desk.limitLow(slot), desk.limitHigh(slot)];
  if (side === BUY) return center < low ? 0 : Math.max(low, Math.min(high, price));
  return center > high ? 0 : Math.min(high, Math.max(low, price));
}
