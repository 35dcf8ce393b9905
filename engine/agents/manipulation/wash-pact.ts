import { assert } from "../../assert";
import type { Hash } from "../../digest";
import { Draws, seedWords, streamOf } from "../../random";
import { BUY, SELL, type SideNo } from "../../units";
import { goHome } from "../habits";
import type { Desk, Participant } from "../participant";
import type { ManipulatorConfig } from "../participant-config";
import { type Episode, Episodes } from "./episodes";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Trades of an episode: half of them one way, half the other. */
const FEWEST_TRADES = 4;
const MOST_TRADES = 10;
const BETWEEN = 40 * SECOND;
const TAKES_AFTER = 2 * SECOND;
const GIVES_UP_AFTER = 6 * SECOND;
const MONTHS = 3;

/** One trade the two have agreed on: when, where, how large, and which way the one who rests trades. */
interface Step {
  readonly at: number;
  readonly benchmark: string;
  readonly month: number;
  readonly lots: number;
  readonly side: SideNo;
  readonly last: boolean; // of its episode
}

/**
 * One of two accounts that have agreed beforehand to trade with each other: one rests an order between the quotes, the other
 * takes it a moment later, then the other way round, so that there was volume and neither has a position. What they agreed
 * on is their word alone (`pact`); at the venue each sees what everybody sees.
 */
export class WashPact implements Participant {
  private readonly words: Int32Array;
  private day = 0;
  /** Today's steps, worked out anew from the pact; this many are done. */
  private steps: readonly Step[] = [];
  private done = 0;
  /** Of the episode at work: since when, and whether it traded. */
  private from = 0;
  private traded = 0;
  private resting = 0;
  private readonly record = new Episodes();

  constructor(private readonly config: ManipulatorConfig) {
    assert(config.pact !== undefined, "wash trades take two: a pact");
    this.words = seedWords(config.pact.word);
  }

  get episodes(): readonly Episode[] {
    return this.record.list;
  }

  wake(desk: Desk): number {
    if (desk.now >= desk.day.close) {
      goHome(desk, this.config.benchmarks);
      return desk.now + 1;
    }
    if (desk.day.no !== this.day) this.agree(desk);
    const step = this.steps[this.done];
    if (!step) return desk.day.close + 1;
    const mine = step.at + (this.rests ? 0 : TAKES_AFTER);
    if (desk.now < mine) return mine;
    const slot = desk.slotsOf(step.benchmark)[step.month];
    if (this.rests && this.resting === 0 && desk.now < step.at + GIVES_UP_AFTER) {
      this.from ||= desk.now;
      this.resting = this.offer(desk, slot, step);
      return step.at + GIVES_UP_AFTER;
    }
    if (this.rests) this.takeBack(desk, slot);
    else if (slot !== undefined) this.take(desk, slot, step);
    this.finish(desk, slot, step);
    return this.wakeForNext(desk);
  }

  private get rests(): boolean {
    return this.config.pact?.role === "rests";
  }

  /** Today's steps: drawn from the word the two share, so both come to the same. */
  private agree(desk: Desk): void {
    this.day = desk.day.no;
    this.done = 0;
    this.from = 0;
    this.traded = 0;
    this.resting = 0;
    this.steps = stepsOf(this.config, this.words, desk);
  }

  /** Between the quotes, where the other will meet it first. 0: there is no room. */
  private offer(desk: Desk, slot: number | undefined, { side, lots }: Step): number {
    if (slot === undefined || desk.collecting(slot)) return 0;
    const [bid, ask] = [desk.bid(slot), desk.ask(slot)];
    if (bid === 0 || ask - bid < 2) return 0;
    return desk.rest(slot, side, side === BUY ? bid + 1 : ask - 1, lots);
  }

  private takeBack(desk: Desk, slot: number | undefined): void {
    if (this.resting === 0 || slot === undefined) return;
    desk.cancel(slot, this.resting);
    this.resting = 0;
  }

  /** The front of the book is exactly what they agreed on: it is the other's. */
  private take(desk: Desk, slot: number, { side, lots }: Step): void {
    this.from ||= desk.now;
    const price = side === BUY ? desk.bid(slot) : desk.ask(slot);
    if (desk.collecting(slot) || price === 0 || desk.lotsAt(slot, side, price) !== lots) return;
    this.traded += desk.take(slot, side === BUY ? SELL : BUY, price, lots);
  }

  private finish(desk: Desk, slot: number | undefined, step: Step): void {
    this.done += 1;
    if (!step.last) return;
    // The one who takes knows what they traded, and is the one who keeps the record.
    if (!this.rests && this.from > 0 && slot !== undefined) {
      const worked = this.traded >= FEWEST_TRADES * step.lots;
      const contract = desk.symbol(slot);
      this.record.add({ scheme: "wash-trades", contract, from: this.from, to: desk.now, worked });
    }
    this.from = 0;
    this.traded = 0;
  }

  private wakeForNext(desk: Desk): number {
    const next = this.steps[this.done];
    return next ? Math.max(desk.now + 1, next.at + (this.rests ? 0 : TAKES_AFTER)) : desk.day.close + 1;
  }

  snapshot(): WashState {
    const { day, steps, done, from, traded, resting } = this;
    return { day, steps: [...steps], done, from, traded, resting, episodes: this.record.save() };
  }

  restore(saved: unknown): void {
    const { episodes, ...state } = saved as WashState;
    Object.assign(this, state);
    this.record.load(episodes);
  }

  hashInto(hash: Hash): void {
    hash.numbers([this.day, this.done, this.from, this.traded, this.resting, this.steps.length]);
    this.record.hashInto(hash);
  }
}

interface WashState {
  readonly day: number;
  readonly steps: readonly Step[];
  readonly done: number;
  readonly from: number;
  readonly traded: number;
  readonly resting: number;
  readonly episodes: readonly Episode[];
}

function stepsOf(config: ManipulatorConfig, words: Int32Array, { day }: Desk): Step[] {
  const draws = new Draws(words, streamOf("pact"), day.no);
  const steps: Step[] = [];
  let at = day.open + 10 * MINUTE;
  while (true) {
    at += Math.floor(draws.exponential(config.wakeEvery));
    const trades = FEWEST_TRADES + 2 * draws.below((MOST_TRADES - FEWEST_TRADES) / 2 + 1);
    if (at + trades * 2 * BETWEEN >= day.close) return steps;
    const benchmark = config.benchmarks[draws.below(config.benchmarks.length)];
    const month = draws.below(MONTHS);
    const lots = Math.floor(config.lots * (0.6 + 0.8 * draws.uniform())) + 1;
    for (let trade = 1; trade <= trades; trade++) {
      const side: SideNo = trade % 2 === 1 ? BUY : SELL;
      steps.push({ at, benchmark, month, lots, side, last: trade === trades });
      at += Math.floor(BETWEEN * (0.6 + 0.8 * draws.uniform()));
    }
  }
}
