import { log } from "../math";
import { Draws, streamOf } from "../random";
import { DAYS_A_YEAR, type Levers, type Region } from "./factors";
import type { AveragePricing } from "./forecast";
import { JumpSizes } from "./jump-sizes";
import type { Seller } from "./seller";
import type { HourPrices, TokenPrices } from "./world-config";

const LEAST_CHANCE = 0.04; // of either direction of a jump
const TYPICAL_GAP = 0.54; // of sellers from what is asked for, over many years
const SHORTEST = 5; // trading days of a promotion, or between a step and its announcement

/** How the sellers of one benchmark set their prices in a night. */
export interface Pricing {
  /** Returns the jump that others may copy; 0: none. */
  night(seller: Seller, no: number, levers: Levers, day: number): number;
  /** Chance a night that this seller sets its price anew. */
  chance(gap: number): number;
  readonly average: AveragePricing;
}

/**
 * Sellers of tokens charge a price of their own, and now and then another. How often, and in which direction, hangs on how
 * far they are from what their costs and their market ask for; how far they jump is as price lists have jumped.
 */
export class TokenPricing implements Pricing {
  private readonly up: JumpSizes;
  private readonly down: JumpSizes;
  readonly average: AveragePricing;
  private readonly streams: Record<"jumps" | "follow" | "promotion" | "error", number>[];

  constructor(
    private readonly config: TokenPrices,
    private readonly words: Int32Array,
    id: string,
    private readonly regions: readonly Region[],
  ) {
    this.up = new JumpSizes(config.upSizes);
    this.down = new JumpSizes(config.downSizes);
    const { passThrough, jumpsPerYear, promotions } = config;
    this.average = {
      closedANight: (passThrough * jumpsPerYear) / DAYS_A_YEAR,
      lasting: config.lasting,
      homingANight: config.homingPerYear / DAYS_A_YEAR,
      follow: config.follow,
      promotion: {
        sizeANight: -(promotions.share * jumpsPerYear * this.down.mean) / DAYS_A_YEAR,
        meanDays: promotions.meanDays,
      },
      announcedShare: config.announced.share,
      varianceANight: this.chance(TYPICAL_GAP) * ((this.up.meanSquare + this.down.meanSquare) / 2),
    };
    this.streams = regions.map((_, no) => ({
      jumps: streamOf(`world ${id} seller ${no}`),
      follow: streamOf(`world ${id} seller ${no} follows`),
      promotion: streamOf(`world ${id} seller ${no} promotion`),
      error: streamOf(`world ${id} seller ${no} error`),
    }));
  }

  night(seller: Seller, no: number, levers: Levers, day: number): number {
    const { config } = this;
    this.endWhatEnds(seller, levers, day);
    seller.place -= (config.homingPerYear / DAYS_A_YEAR) * seller.place;
    if (config.jumpsPerYear === 0) return 0;
    this.mistype(seller, no, day);
    if (!seller.bound) this.copy(seller, no, day);
    if (!seller.bound) this.promote(seller, no, day);
    return seller.bound ? 0 : this.decide(seller, no, levers, day);
  }

  chance(gap: number): number {
    return this.rate(gap) / DAYS_A_YEAR;
  }

  /** Jumps a year at this distance from what is asked for. */
  private rate(gap: number): number {
    const { jumpsPerYear, hurry, widestGap } = this.config;
    return jumpsPerYear * (1 + hurry * Math.min(widestGap, Math.abs(gap)));
  }

  /** Chance that a jump at this distance goes up: so that on average it closes its share of the distance. */
  private chanceOfUp(gap: number): number {
    const { up, down } = this;
    const wanted = (this.config.passThrough * this.config.jumpsPerYear * gap) / this.rate(gap);
    const chance = (wanted + down.mean) / (up.mean + down.mean);
    return Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
  }

  private endWhatEnds(seller: Seller, levers: Levers, day: number): void {
    const { promotion, step } = seller;
    if (promotion?.until === day) {
      seller.owe("promotion", -promotion.size);
      seller.promotion = null;
    }
    if (step?.day === day) {
      seller.step = null;
      seller.jump(day, step.size, levers, "scheduled-step");
      seller.place += this.config.lasting * (step.size - step.asked);
    }
    const { error } = seller;
    if (error?.until === day) {
      seller.owe("feed-error", -error.size);
      seller.error = null;
    }
  }

  /** Follows the leader, lets it be, or waits on. */
  private copy(seller: Seller, no: number, day: number): void {
    const { follow, lasting } = this.config;
    if (follow === null || seller.follow === 0) return;
    const chance = new Draws(this.words, this.streams[no].follow, day).uniform();
    if (chance >= follow.perDay + follow.fadePerDay) return;
    if (chance < follow.perDay) {
      seller.owe("follows-leader", seller.follow);
      seller.position += seller.follow;
      seller.place += lasting * seller.follow;
    }
    seller.follow = 0;
  }

  private promote(seller: Seller, no: number, day: number): void {
    const { promotions, jumpsPerYear } = this.config;
    const draws = new Draws(this.words, this.streams[no].promotion, day);
    if (draws.uniform() >= (promotions.share * jumpsPerYear) / DAYS_A_YEAR) return;
    const size = -this.down.at(draws.uniform());
    seller.promotion = { size, saidOn: day, until: day + lasts(draws, promotions.meanDays) };
    seller.owe("promotion", size);
  }

  /** Somebody enters its price wrong; somebody else may see it (3.2). */
  private mistype(seller: Seller, no: number, day: number): void {
    const { entryErrors, jumpsPerYear } = this.config;
    const draws = new Draws(this.words, this.streams[no].error, day);
    if (draws.uniform() >= (entryErrors.share * jumpsPerYear) / DAYS_A_YEAR || seller.error !== null) return;
    const kinds = this.regions[no] === "CN" ? [...entryErrors.factors, entryErrors.yuan] : entryErrors.factors;
    const size = log(kinds[draws.below(kinds.length)]);
    const sources = draws.uniform() < entryErrors.oneSource ? 1 : 2;
    seller.error = { size, until: day + 1 + draws.below(entryErrors.mostDays), sources };
    seller.owe("feed-error", size);
  }

  private decide(seller: Seller, no: number, levers: Levers, day: number): number {
    const { announced, lasting } = this.config;
    const draws = new Draws(this.words, this.streams[no].jumps, day);
    const gap = seller.gap(levers);
    if (draws.uniform() >= this.chance(gap)) return 0;
    const chance = this.chanceOfUp(gap);
    const asked = chance * this.up.mean - (1 - chance) * this.down.mean;
    const place = draws.uniform();
    const size = draws.uniform() < chance ? this.up.at(place) : -this.down.at(place);
    if (draws.uniform() < announced.share) {
      seller.step = { size, asked, saidOn: day, day: day + lasts(draws, announced.meanDays) };
      return 0;
    }
    seller.jump(day, size, levers, "own-decision");
    seller.place += lasting * (size - asked);
    this.peakHours(seller, size, draws);
    return size;
  }

  /** Who asks more in peak hours earns there a part of what the list price would have to; a cut ends it. */
  private peakHours(seller: Seller, size: number, draws: Draws): void {
    const { share, times, usage } = this.config.peakHours;
    const begins = size > 0 && !seller.peak && draws.uniform() < share;
    if (!begins && !(size < 0 && seller.peak)) return;
    const part = log(1 + usage * (times - 1));
    seller.owe("peak-hours", begins ? -part : part);
    seller.owe("own-decision", begins ? part : -part);
    seller.peak = begins;
  }
}

/** Sellers of hours reprice every few days, by what the market did since, give or take a little. */
export class HourPricing implements Pricing {
  readonly average: AveragePricing;
  private readonly sizes: JumpSizes;
  private readonly streams: number[];

  constructor(
    private readonly config: HourPrices,
    private readonly words: Int32Array,
    id: string,
    sellers: number,
  ) {
    this.sizes = new JumpSizes(config.sizes);
    this.average = {
      closedANight: this.chance(),
      lasting: 0,
      homingANight: 0,
      follow: null,
      promotion: { sizeANight: 0, meanDays: 1 },
      announcedShare: 0,
      varianceANight: this.chance() * this.sizes.meanSquare,
    };
    this.streams = Array.from({ length: sellers }, (_, no) => streamOf(`world ${id} seller ${no}`));
  }

  night(seller: Seller, no: number, levers: Levers, day: number): number {
    const draws = new Draws(this.words, this.streams[no], day);
    if (draws.uniform() >= this.chance()) return 0;
    const off = this.sizes.at(draws.uniform());
    seller.jump(day, seller.gap(levers) + (draws.uniform() < 0.5 ? off : -off), levers, "own-decision");
    return 0;
  }

  chance(): number {
    return this.config.jumpsPerYear / DAYS_A_YEAR;
  }
}

const lasts = (draws: Draws, mean: number): number => SHORTEST + Math.floor(draws.exponential(mean - SHORTEST));
