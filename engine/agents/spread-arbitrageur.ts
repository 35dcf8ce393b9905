import type { Hash } from "../digest";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import { fairPrice } from "./fair-value";
import { goHome, nextWake, stepTowards } from "./habits";
import type { Desk, Participant } from "./participant";
import type { ArbitrageConfig } from "./participant-config";

const SLIPPAGE = 3; // ticks, when only one leg filled

/**
 * Keeps neighbouring months in line. Where the market's difference between two of them is further from the expected one
 * than both spreads cost, it sells the dear month and buys the cheap one, both at the touch and in equal lots.
 */
export class SpreadArbitrageur implements Participant {
  private turn = 0;

  constructor(private readonly config: ArbitrageConfig) {}

  wake(desk: Desk, draws: Draws): number {
    const { benchmarks, wakeEvery } = this.config;
    if (desk.now >= desk.day.close) {
      goHome(desk, benchmarks);
      return desk.now + 1;
    }
    this.turn = (this.turn + 1) % benchmarks.length;
    const slots = desk.slotsOf(benchmarks[this.turn]);
    if (!this.straighten(desk, slots)) this.best(desk, slots);
    return nextWake(desk.now, wakeEvery / benchmarks.length, draws.uniform());
  }

  /** Legs that did not balance (one month expired, one order was refused) are brought back first. */
  private straighten(desk: Desk, slots: readonly number[]): boolean {
    let net = 0;
    let largest = -1;
    for (const slot of slots) {
      net += desk.net(slot);
      if (largest < 0 || Math.abs(desk.net(slot)) > Math.abs(desk.net(largest))) largest = slot;
    }
    if (net === 0 || desk.collecting(largest)) return net !== 0;
    return stepTowards(desk, largest, desk.net(largest) - net, Math.abs(net), SLIPPAGE) > 0;
  }

  /** The pair that is most out of line. */
  private best(desk: Desk, slots: readonly number[]): void {
    let most: number = this.config.edge;
    let chosen: { near: number; far: number; side: SideNo } | null = null;
    let farFair = slots.length > 0 ? fairPrice(desk, slots[0], 0, 0) : 0;
    for (let i = 0; i + 1 < slots.length; i++) {
      const [near, far] = [slots[i], slots[i + 1]];
      const nearFair = farFair;
      farFair = fairPrice(desk, far, i + 1, 0);
      if (desk.collecting(near) || desk.collecting(far)) continue;
      const expected = nearFair - farFair;
      for (const side of [BUY, SELL] as const) {
        const gain = gainOf(desk, near, far, side, expected);
        if (gain <= most) continue;
        most = gain;
        chosen = { near, far, side };
      }
    }
    if (chosen) this.trade(desk, chosen.near, chosen.far, chosen.side);
  }

  private trade(desk: Desk, near: number, far: number, side: SideNo): void {
    const other: SideNo = side === BUY ? SELL : BUY;
    const lots = Math.min(
      this.config.clipLots,
      shownTo(desk, near, side),
      shownTo(desk, far, other),
      this.room(desk, near, side),
      this.room(desk, far, other),
    );
    if (lots < 1) return;
    const filled = desk.take(near, side, touchFor(desk, near, side), lots);
    if (filled > 0) desk.take(far, other, touchFor(desk, far, other), filled);
  }

  private room(desk: Desk, slot: number, side: SideNo): number {
    const { mostLots } = this.config;
    const own = side === BUY ? mostLots - desk.net(slot) : mostLots + desk.net(slot);
    return Math.min(own, desk.positionRoom(slot, side));
  }

  snapshot(): { readonly turn: number } {
    return { turn: this.turn };
  }

  restore(saved: unknown): void {
    this.turn = (saved as { turn: number }).turn;
  }

  hashInto(hash: Hash): void {
    hash.number(this.turn);
  }
}

/** Where an order on this side would trade; 0: nowhere. */
const touchFor = (desk: Desk, slot: number, side: SideNo): number => (side === BUY ? desk.ask(slot) : desk.bid(slot));

const shownTo = (desk: Desk, slot: number, side: SideNo): number =>
  desk.lotsAt(slot, side === BUY ? SELL : BUY, touchFor(desk, slot, side));

/** Ticks that buying (or selling) near − far at the touch is better than what is expected of it. */
function gainOf(desk: Desk, near: number, far: number, side: SideNo, expected: number): number {
  const nearTouch = touchFor(desk, near, side);
  const farTouch = touchFor(desk, far, side === BUY ? SELL : BUY);
  if (nearTouch === 0 || farTouch === 0) return Number.NEGATIVE_INFINITY;
  return side === BUY ? expected - (nearTouch - farTouch) : nearTouch - farTouch - expected;
}
