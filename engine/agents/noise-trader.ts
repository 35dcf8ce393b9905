import type { ParticipantConfig } from "../config";
import type { Hash } from "../digest";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { goHome } from "./habits";
import type { Desk, Participant } from "./participant";

type NoiseConfig = Extract<ParticipantConfig, { kind: "noise" }>;

const MOOD_KEPT = 0.97; // per wake-up
const MOOD_STEP = 0.25;
const REGIME_CHANGE = 0.02; // chance per wake-up to turn from busy to quiet or back
const BUSY = 0.45; // times the usual interval
const QUIET = 1.55;
const MOST_RESTING = 10;
/** Position in a contract, in orders of the largest size, at which it mostly trades back. */
const MOST_ORDERS_ONE_WAY = 8;
/** Into an auction it bids up to so many ticks above the middle of what is quoted, or below it; offers likewise. */
const AUCTION_ABOVE = 5;
const AUCTION_BELOW = 3;

/**
 * Trades without knowing better: orders of random size and side, in busy and quiet stretches, with moods that last some
 * minutes. Its position pulls it back, so it is not a bet on the level.
 */
export class NoiseTrader implements Participant {
  private busy = false;
  private moods: number[];
  private resting: Resting[] = []; // oldest first

  constructor(private readonly config: NoiseConfig) {
    this.moods = config.benchmarks.map(() => 0);
  }

  wake(desk: Desk, draws: Draws): number {
    if (desk.now >= desk.day.close) {
      goHome(desk, this.config.benchmarks);
      this.resting = [];
      return desk.now + 1;
    }
    if (draws.uniform() < REGIME_CHANGE) this.busy = !this.busy;
    for (let i = 0; i < this.moods.length; i++) this.moods[i] = MOOD_KEPT * this.moods[i] + MOOD_STEP * draws.normal();
    const chosen = draws.below(this.config.benchmarks.length);
    const slots = desk.slotsOf(this.config.benchmarks[chosen]);
    if (slots.length > 0) {
      const slot = pickNear(slots, draws);
      this.trade(desk, slot, this.side(desk, slot, this.moods[chosen], draws), draws);
    }
    const mean = this.config.wakeEvery * (this.busy ? BUSY : QUIET);
    return desk.now + Math.max(1, Math.floor(draws.exponential(mean)));
  }

  /** Mood decides, until the position in this contract pulls it back. */
  private side(desk: Desk, slot: number, mood: number, draws: Draws): SideNo {
    const pull = desk.net(slot) / (MOST_ORDERS_ONE_WAY * this.config.maxLots);
    return draws.uniform() < 0.5 + 0.25 * mood - 0.5 * pull ? BUY : SELL;
  }

  private trade(desk: Desk, slot: number, side: SideNo, draws: Draws): void {
    if (desk.openLots(slot, side === BUY ? SELL : BUY) > 0) desk.cancelAll(slot); // it changed its mind
    const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
    if (bid === 0 || ask === 0) return; // not even noise trades into a lock
    const u = draws.uniform();
    const wanted = 1 + Math.floor(this.config.maxLots * u * u * u); // many small orders, few large
    const lots = Math.min(wanted, desk.positionRoom(slot, side));
    if (lots < 1) return;
    const forward = side === BUY ? 1 : -1;
    const inLimits = (price: number) => Math.min(desk.limitHigh(slot), Math.max(desk.limitLow(slot), price));
    if (desk.collecting(slot)) {
      const ahead = draws.below(AUCTION_ABOVE + AUCTION_BELOW + 1) - AUCTION_BELOW;
      this.rest(desk, slot, side, inLimits(Math.floor((bid + ask) / 2) + forward * ahead), lots);
      return;
    }
    if (draws.uniform() < this.config.marketShare / 1_000_000) {
      const touch = side === BUY ? ask : bid;
      desk.take(slot, side, inLimits(touch + forward * (1 + draws.below(3))), lots);
      return;
    }
    const own = side === BUY ? bid : ask;
    const inside = ask - bid > 2 && draws.uniform() < 0.4 ? forward : -forward * draws.below(6);
    this.rest(desk, slot, side, inLimits(own + inside), lots);
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
    return { busy: this.busy, moods: [...this.moods], resting: this.resting.map((order) => ({ ...order })) };
  }

  restore(saved: unknown): void {
    const { busy, moods, resting } = saved as NoiseState;
    this.busy = busy;
    this.moods = [...moods];
    this.resting = resting.map((order) => ({ ...order }));
  }

  hashInto(hash: Hash): void {
    hash.number(this.busy ? 1 : 0).numbers(this.moods);
    for (const { slot, id } of this.resting) hash.number(slot).number(id);
  }
}

interface Resting {
  readonly slot: number;
  readonly id: number;
}

interface NoiseState {
  readonly busy: boolean;
  readonly moods: readonly number[];
  readonly resting: readonly Resting[];
}

/** Nearer months more often: weights 1, ½, ⅓ … */
function pickNear(slots: readonly number[], draws: Draws): number {
  let all = 0;
  for (let i = 0; i < slots.length; i++) all += 1 / (i + 1);
  let at = draws.uniform() * all;
  for (let i = 0; i < slots.length; i++) {
    at -= 1 / (i + 1);
    if (at < 0) return slots[i];
  }
  return slots[slots.length - 1];
}
