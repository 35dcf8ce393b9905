import type { Hash } from "../digest";
import { halfUp } from "../math";
import type { Draws } from "../random";
import { BUY, SELL, type SideNo } from "../units";
import type { Desk } from "./participant";

/** One of the maker's orders as it knows it. */
interface Quote {
  readonly id: number;
  readonly price: number;
  lots: number;
}

/** The prices and sizes one side should show. */
export interface SidePlan {
  readonly best: number; // 0: nothing on this side
  readonly step: number; // between levels
  readonly tolerance: number; // how far from `best` the best quote may stand
  readonly levels: number;
  readonly lots: number; // of a level, on the whole
}

const WALK_TRIES = 14;
/** Sizes grow by this share per level: most is shown a little behind the touch, where being picked off pays better. */
const GROWTH = 0.8;

/**
 * A maker's quotes in one contract, kept with few commands: quotes that are too good go, one is added where the best is
 * missing, the furthest make room. What is near enough stays, and keeps its place in the queue.
 */
export class QuoteLadder {
  private sides: [Quote[], Quote[]] = [[], []]; // best first
  /** How far the fills seen by the last look reached into these quotes, ticks behind the best; 0: none did. */
  reached = 0;

  /** `net`: the position at the last look. */
  constructor(private net: number) {}

  /** Takes note of fills since the last look; returns by how much the position changed. */
  look(desk: Desk, slot: number): number {
    const change = desk.net(slot) - this.net;
    const bought = this.missing(desk, slot, BUY);
    const sold = this.missing(desk, slot, SELL);
    this.reached = 0;
    if (bought - sold !== change) {
      // The venue ended some of them (limits, margin): which is not ours to guess.
      this.clear(desk, slot);
    } else {
      this.reached = Math.max(this.drop(BUY, bought), this.drop(SELL, sold));
    }
    this.net = desk.net(slot);
    return change;
  }

  clear(desk: Desk, slot: number): void {
    if (this.sides[BUY].length + this.sides[SELL].length > 0) desk.cancelAll(slot);
    this.sides = [[], []];
  }

  /** Own quotes that the plan no longer wants so near. Both sides first, so that no own quote meets another. */
  withdraw(desk: Desk, slot: number, side: SideNo, plan: SidePlan): void {
    const quotes = this.sides[side];
    const best = away(side, plan.best, -plan.tolerance);
    while (quotes.length > 0 && (plan.best === 0 || better(side, quotes[0].price, best))) {
      desk.cancel(slot, (quotes.shift() as Quote).id);
    }
  }

  fill(desk: Desk, slot: number, side: SideNo, plan: SidePlan, draws: Draws): void {
    if (plan.best === 0) return;
    const quotes = this.sides[side];
    const gap = quotes.length === 0 ? Number.POSITIVE_INFINITY : Math.abs(plan.best - quotes[0].price);
    if (gap > plan.tolerance) {
      let quote = this.walkTo(desk, slot, side, plan.best, sized(plan.lots, 0, draws));
      if (quote?.lots === 0) quote = this.walkTo(desk, slot, side, plan.best, sized(plan.lots, 0, draws));
      if (quote === null || quote.lots === 0) return; // what stands in the way is larger than one look's business
      quotes.unshift(quote);
    }
    while (quotes.length > plan.levels) desk.cancel(slot, (quotes.pop() as Quote).id);
    while (quotes.length < plan.levels) {
      const price = away(side, quotes[quotes.length - 1].price, plan.step);
      if (price < desk.limitLow(slot) || price > desk.limitHigh(slot)) return;
      const quote = this.place(desk, slot, side, price, sized(plan.lots, quotes.length, draws));
      if (quote === null || quote.lots === 0) return;
      quotes.push(quote);
    }
  }

  /**
   * Rests at `target`. After a jump that is further through the mark than the band admits (4.3): then order by order, each
   * moving the mark as W7 shows, in steps the venue accepts.
   */
  private walkTo(desk: Desk, slot: number, side: SideNo, target: number, lots: number): Quote | null {
    let price = target;
    for (let tries = 0; tries < WALK_TRIES; tries++) {
      const mark = desk.mark(slot);
      const quote = this.place(desk, slot, side, price, lots);
      if (quote !== null) {
        if (price === target || quote.lots === 0 || desk.mark(slot) === mark) return quote;
        desk.cancel(slot, quote.id);
        price = target;
      } else {
        if (!better(side, price, mark)) return null; // refused, and not for the band
        price = mark + Math.trunc((price - mark) / 2);
      }
    }
    return null;
  }

  /** Null: refused. A quote of 0 lots: filled at once. */
  private place(desk: Desk, slot: number, side: SideNo, price: number, wanted: number): Quote | null {
    const lots = Math.min(wanted, desk.positionRoom(slot, side));
    if (lots < 1) return null;
    const net = desk.net(slot);
    const id = desk.rest(slot, side, price, lots);
    const filled = Math.abs(desk.net(slot) - net);
    this.net += desk.net(slot) - net;
    return id === 0 && filled === 0 ? null : { id, price, lots: lots - filled };
  }

  /** Lots of this side that are no longer open. */
  private missing(desk: Desk, slot: number, side: SideNo): number {
    let placed = 0;
    for (const quote of this.sides[side]) placed += quote.lots;
    return placed - desk.openLots(slot, side);
  }

  /** Fills take the best price first. Returns how far they reached: a level half taken counts half of the way to the next. */
  private drop(side: SideNo, lots: number): number {
    const quotes = this.sides[side];
    let left = lots;
    let reached = 0;
    while (left > 0 && quotes.length > 0) {
      const [{ price, lots: shown }, next] = quotes;
      const taken = Math.min(left, shown);
      if (next) reached += (Math.abs(next.price - price) * taken) / shown;
      left -= taken;
      if (taken === shown) quotes.shift();
      else quotes[0].lots -= taken;
    }
    return reached;
  }

  snapshot(): LadderState {
    const list = (side: SideNo) => this.sides[side].map(({ id, price, lots }) => [id, price, lots] as const);
    return { net: this.net, bids: list(BUY), asks: list(SELL) };
  }

  static restore(saved: LadderState): QuoteLadder {
    const ladder = new QuoteLadder(saved.net);
    const quotes = (list: LadderState["bids"]): Quote[] => list.map(([id, price, lots]) => ({ id, price, lots }));
    ladder.sides = [quotes(saved.bids), quotes(saved.asks)];
    return ladder;
  }

  hashInto(hash: Hash): void {
    hash.number(this.net);
    for (const quotes of this.sides) {
      hash.number(quotes.length);
      for (const { id, price, lots } of quotes) hash.number(id).number(price).number(lots);
    }
  }
}

export interface LadderState {
  readonly net: number;
  readonly bids: readonly (readonly [id: number, price: number, lots: number])[];
  readonly asks: readonly (readonly [id: number, price: number, lots: number])[];
}

/** Sizes differ from order to order, and grow with the distance from the touch. */
const sized = (lots: number, place: number, draws: Draws): number =>
  Math.max(1, halfUp(lots * (0.6 + 0.8 * draws.uniform()) * (1 + GROWTH * place)));
const better = (side: SideNo, a: number, b: number): boolean => (side === BUY ? a > b : a < b);
const away = (side: SideNo, price: number, by: number): number => (side === BUY ? price - by : price + by);
