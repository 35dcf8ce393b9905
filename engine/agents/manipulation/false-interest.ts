import type { Hash } from "../../digest";
import type { Draws } from "../../random";
import { BUY, SELL, type SideNo } from "../../units";
import { goHome } from "../habits";
import type { Desk, Participant } from "../participant";
import type { ManipulatorConfig } from "../participant-config";
import { type Episode, Episodes } from "./episodes";

const SECOND = 1000;
/** How long it waits for a trade on its small order before it crosses the spread. */
const LEAST_PATIENCE = 20 * SECOND;
const MEAN_PATIENCE = 90 * SECOND;
const LOOK_EVERY = 4 * SECOND;
/** It works in the nearest months, where there is somebody to deceive. */
const MONTHS = 3;
/** The false order in its own small ones, and in what the side shows: it is to impress. */
const LEAST_TIMES = 4;
const MOST_TIMES = 16;
const LEAST_OF_SIDE = 0.25;
const MOST_OF_SIDE = 1.1;
const SEEN_TICKS = 20;
const FEWEST_LAYERS = 4;
const MOST_LAYERS = 6;
/** It lets go of a position in so many small orders. */
const MOST_ORDERS_ONE_WAY = 6;

/** What it is about while its false orders stand. */
interface Show {
  readonly slot: number;
  readonly contract: string;
  readonly side: SideNo; // of the small order that is meant
  readonly from: number;
  readonly until: number;
  readonly net: number; // before
  readonly meant: number; // id, 0 if it filled at once
  readonly shown: readonly number[];
  readonly nearest: number; // price of the false order that would trade first
}

/**
 * Shows large orders on one side that it does not mean, trades a small one on the other against those who believe them, and
 * takes them back: all of it at one price (spoofing), or spread over several (layering).
 */
export class FalseInterest implements Participant {
  private day = 0;
  private nextAt = 0;
  private show: Show | null = null;
  private readonly record = new Episodes();

  constructor(
    private readonly config: ManipulatorConfig,
    private readonly scheme: "spoofing" | "layering",
  ) {}

  get episodes(): readonly Episode[] {
    return this.record.list;
  }

  wake(desk: Desk, draws: Draws): number {
    if (desk.now >= desk.day.close) {
      goHome(desk, this.config.benchmarks);
      this.end(desk, false);
      return desk.now + 1;
    }
    if (desk.now < desk.day.open) return desk.day.open;
    if (desk.day.no !== this.day) {
      this.day = desk.day.no;
      this.show = null;
      this.nextAt = desk.now + Math.floor(draws.exponential(this.config.wakeEvery));
    }
    if (this.show) this.look(desk, this.show, draws);
    else if (desk.now >= this.nextAt) this.begin(desk, draws);
    return this.show
      ? desk.now + Math.floor(LOOK_EVERY * (0.5 + draws.uniform()))
      : Math.max(this.nextAt, desk.now + 1);
  }

  private begin(desk: Desk, draws: Draws): void {
    this.nextAt = desk.now + LEAST_PATIENCE + Math.floor(draws.exponential(this.config.wakeEvery));
    const slots = desk.slotsOf(this.config.benchmarks[draws.below(this.config.benchmarks.length)]);
    const slot = slots[draws.below(Math.min(MONTHS, slots.length))];
    const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
    if (desk.collecting(slot) || bid === 0 || ask === 0) return;
    const pull = desk.net(slot) / (MOST_ORDERS_ONE_WAY * this.config.lots);
    const side: SideNo = draws.uniform() < 0.5 - 0.5 * pull ? BUY : SELL;
    const improved = ask - bid > 1 ? 1 : 0;
    const net = desk.net(slot);
    const meant = desk.rest(slot, side, side === BUY ? bid + improved : ask - improved, this.config.lots);
    const other: SideNo = side === BUY ? SELL : BUY;
    const touch = other === BUY ? bid : ask;
    const behind = 1 + draws.below(3);
    const lots = this.falseLots(desk, slot, other, touch, draws);
    const shown = this.showAt(desk, slot, other, touch, behind, lots, draws);
    this.show = {
      slot,
      contract: desk.symbol(slot),
      side,
      from: desk.now,
      until: desk.now + LEAST_PATIENCE + Math.floor(draws.exponential(MEAN_PATIENCE)),
      net,
      meant,
      shown,
      nearest: touch + (other === BUY ? -behind : behind),
    };
    if (shown.length === 0) this.end(desk, false);
  }

  /** Large beside its small orders, and beside what the side shows anyway. */
  private falseLots(desk: Desk, slot: number, side: SideNo, touch: number, draws: Draws): number {
    let seen = 0;
    for (let ticks = 0; ticks < SEEN_TICKS; ticks++) {
      seen += desk.lotsAt(slot, side, side === BUY ? touch - ticks : touch + ticks);
    }
    const times = LEAST_TIMES + draws.uniform() * (MOST_TIMES - LEAST_TIMES);
    const ofSide = LEAST_OF_SIDE + draws.uniform() * (MOST_OF_SIDE - LEAST_OF_SIDE);
    return Math.floor(Math.max(times * this.config.lots, ofSide * seen));
  }

  private showAt(
    desk: Desk,
    slot: number,
    side: SideNo,
    touch: number,
    behind: number,
    lots: number,
    draws: Draws,
  ): number[] {
    const layers = this.scheme === "spoofing" ? 1 : FEWEST_LAYERS + draws.below(MOST_LAYERS - FEWEST_LAYERS + 1);
    const ids: number[] = [];
    for (let layer = 0; layer < layers; layer++) {
      const away = behind + layer;
      const size = Math.min(Math.floor(lots / layers), desk.positionRoom(slot, side));
      if (size < 1) break;
      const id = desk.rest(slot, side, side === BUY ? touch - away : touch + away, size);
      if (id > 0) ids.push(id);
    }
    return ids;
  }

  /** Takes everything back once it has traded, once its false orders might, or once it has waited long enough. */
  private look(desk: Desk, show: Show, draws: Draws): void {
    const { slot, side, net, nearest, until } = show;
    const best = side === BUY ? desk.ask(slot) : desk.bid(slot);
    const inDanger = side === BUY ? best >= nearest : best <= nearest && best > 0;
    if (desk.net(slot) === net && !inDanger && desk.now < until) return;
    if (desk.net(slot) === net && best > 0) {
      if (show.meant > 0) desk.cancel(slot, show.meant);
      // Those who believed the show have moved towards it: what is quoted there now is better than it was.
      desk.take(slot, side, best + (side === BUY ? 1 : -1) * draws.below(2), this.config.lots);
    }
    this.end(desk, desk.net(slot) !== net);
  }

  private end(desk: Desk, worked: boolean): void {
    const { show } = this;
    if (!show) return;
    for (const id of show.shown) desk.cancel(show.slot, id);
    if (show.meant > 0) desk.cancel(show.slot, show.meant);
    this.show = null;
    const { contract, from } = show;
    if (show.shown.length > 0) this.record.add({ scheme: this.scheme, contract, from, to: desk.now, worked });
  }

  snapshot(): FalseInterestState {
    const { day, nextAt, show } = this;
    return { day, nextAt, show: show && { ...show, shown: [...show.shown] }, episodes: this.record.save() };
  }

  restore(saved: unknown): void {
    const { day, nextAt, show, episodes } = saved as FalseInterestState;
    this.day = day;
    this.nextAt = nextAt;
    this.show = show && { ...show, shown: [...show.shown] };
    this.record.load(episodes);
  }

  hashInto(hash: Hash): void {
    const { show } = this;
    hash.number(this.day).number(this.nextAt);
    if (show) {
      const { slot, side, from, until, net, meant, nearest, shown } = show;
      hash.numbers([slot, side, from, until, net, meant, nearest, ...shown]);
    }
    this.record.hashInto(hash);
  }
}

interface FalseInterestState {
  readonly day: number;
  readonly nextAt: number;
  readonly show: Show | null;
  readonly episodes: readonly Episode[];
}
