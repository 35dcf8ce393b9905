import type { Hash } from "../digest";

/**
 * When a maker sold a full inventory its view rises by this many standard deviations of a day (the other way: bought). An
 * order says the more the less certain the value is: A. Kyle's λ, Econometrica 53 (1985).
 */
const IMPACT = 0.87;
const TRADING_DAY = 6 * 3_600_000;
/** Of a month's push, what the whole curve takes; the rest is that month's alone. */
const COMMON = 0.5;
/** Share of its distance to the market's middle that a maker gives up at every look. */
const FOLLOWING = 0.5;
/** The view of the level returns to what is expected with this time constant of trading, ms; that of one month sooner. */
const REVERSION = 6 * 3_600_000;
const OWN_REVERSION = 1 * 3_600_000;
/** How far a view may lean from what is expected, and one month's from the curve's. */
const MOST_LEAN = 0.04;
const MOST_OWN_LEAN = 0.015;
/** Volatility is remembered with these two time constants, ms; the recent part has this share of the whole. */
const RECENT = 25 * 60_000;
const LONGER = 8 * 3_600_000;
const RECENT_SHARE = 0.7;
/** What it is taken for before anything is seen, of the return, per ms; and what bounds it. */
const USUAL_VARIANCE = 4e-5 / TRADING_DAY; // 0.6 % a day
const LEAST_VARIANCE = USUAL_VARIANCE / 10;
const MOST_VARIANCE = USUAL_VARIANCE * 20;
/** How uncertain it is of the value: this share of what is usual, the rest as volatile as prices have been. */
const PRIOR = 0.1;
/** One look's move counts at most so many times what was expected of it: a single print is no new world. */
const MOST_SURPRISE = 30;
const LEAST_BOLDNESS = 0.3;
const MOST_BOLDNESS = 1.5;
/** How far takers reach beyond the touch, ticks: before anything is seen, and between what bounds. */
const USUAL_REACH = 1.5;
const LEAST_REACH = 0.5;
const MOST_REACH = 8;
/** Weight of one more fill in the mean reach. */
const REACH_NEWS = 0.03;

/**
 * What a maker has learnt about one benchmark from its own fills and the public market: where the level is and where each
 * month is against it, how fast the middle moves (σ), how far takers reach (k).
 */
export class MakerView {
  level = 0;
  private recent = USUAL_VARIANCE;
  private longer = USUAL_VARIANCE;
  /** 1 / k, ticks. */
  reach = USUAL_REACH;
  private own: number[] = []; // by slot
  private watched = -1; // slot whose middle is watched
  private watchedAt = 0;
  private middle = 0;
  private expected = 0;

  /** Per ms, of the middle's return. */
  get variance(): number {
    return RECENT_SHARE * this.recent + (1 - RECENT_SHARE) * this.longer;
  }

  lean(slot: number): number {
    return this.level + (this.own[slot] ?? 0);
  }

  /** Time passes: what was learnt from order flow fades. */
  fade(elapsed: number): void {
    this.level *= 1 - Math.min(1, elapsed / REVERSION);
    const kept = 1 - Math.min(1, elapsed / OWN_REVERSION);
    for (let slot = 0; slot < this.own.length; slot++) this.own[slot] = (this.own[slot] ?? 0) * kept;
  }

  /**
   * Bought (positive) or sold a share of its inventory limit in a month of which `open` is still to be priced: the less, the
   * less it says about the level. By the square root: large orders move prices less than their
   * size, which with sizes of tail 3/2 gives returns a tail of 3 (Gabaix, Gopikrishnan, Plerou and Stanley, Nature 423, 2003).
   */
  traded(slot: number, share: number, open: number): void {
    const uncertain = PRIOR * USUAL_VARIANCE + (1 - PRIOR) * this.variance;
    const size = IMPACT * Math.sqrt(uncertain * TRADING_DAY * Math.abs(share));
    const push = share > 0 ? -size : size;
    this.level = bounded(this.level + COMMON * open * push, MOST_LEAN);
    this.moveOwn(slot, (1 - COMMON) * push);
  }

  /** The market's middle is `gap` (a share) from what this maker thinks of each month; `common` is their mean. */
  follow(common: number): void {
    this.level = bounded(this.level + FOLLOWING * common, MOST_LEAN);
  }

  followOwn(slot: number, gap: number): void {
    this.moveOwn(slot, FOLLOWING * gap);
  }

  /** A fill reached so many ticks into this maker's quotes. */
  reached(ticks: number): void {
    const seen = Math.min(MOST_REACH, Math.max(LEAST_REACH, ticks));
    this.reach += REACH_NEWS * (seen - this.reach);
  }

  /** True if what is expected of a month is not what it was at the last look: news. */
  hears(expected: number): boolean {
    const news = expected !== this.expected;
    this.expected = expected;
    return news;
  }

  /** The middle of the watched month now; `share` of that month's average is open. */
  sees(slot: number, middle: number, now: number, share: number): void {
    const elapsed = now - this.watchedAt;
    if (slot === this.watched && elapsed > 0 && share > 0) {
      const move = (middle / this.middle - 1) / share;
      const seen = Math.min((move * move) / elapsed, MOST_SURPRISE * this.variance);
      this.recent = plausible(this.recent + Math.min(1, elapsed / RECENT) * (seen - this.recent));
      this.longer = plausible(this.longer + Math.min(1, elapsed / LONGER) * (seen - this.longer));
    }
    this.watched = slot;
    this.watchedAt = now;
    this.middle = middle;
  }

  /** How much it shows, as a share of the usual: less when prices move fast. */
  get boldness(): number {
    return Math.min(MOST_BOLDNESS, Math.max(LEAST_BOLDNESS, Math.sqrt(USUAL_VARIANCE / this.variance)));
  }

  /** A night has passed: the next middle is news, not volatility. */
  sleep(): void {
    this.watched = -1;
  }

  private moveOwn(slot: number, by: number): void {
    while (this.own.length <= slot) this.own.push(0);
    this.own[slot] = bounded(this.own[slot] + by, MOST_OWN_LEAN);
  }

  snapshot(): ViewState {
    const { level, recent, longer, reach, own, watched, watchedAt, middle, expected } = this;
    return { level, recent, longer, reach, own: [...own], watched, watchedAt, middle, expected };
  }

  static restore(saved: ViewState): MakerView {
    const view = new MakerView();
    view.level = saved.level;
    view.recent = saved.recent;
    view.longer = saved.longer;
    view.reach = saved.reach;
    view.own = [...saved.own];
    view.watched = saved.watched;
    view.watchedAt = saved.watchedAt;
    view.middle = saved.middle;
    view.expected = saved.expected;
    return view;
  }

  hashInto(hash: Hash): void {
    hash.number(this.level).number(this.recent).number(this.longer).number(this.reach).numbers(this.own);
    hash.number(this.watched).number(this.watchedAt).number(this.middle).number(this.expected);
  }
}

export interface ViewState {
  readonly level: number;
  readonly recent: number;
  readonly longer: number;
  readonly reach: number;
  readonly own: readonly number[];
  readonly watched: number;
  readonly watchedAt: number;
  readonly middle: number;
  readonly expected: number;
}

const bounded = (lean: number, most: number): number => Math.max(-most, Math.min(most, lean));
const plausible = (variance: number): number => Math.max(LEAST_VARIANCE, Math.min(MOST_VARIANCE, variance));
