import { assert } from "../assert";
import type { BenchmarkConfig, SellerConfig, WorldConfig } from "../config";
import type { Hash } from "../digest";
import { exp, halfUp, log } from "../math";
import { Draws, seedWords, streamOf } from "../random";
import type { Scenario, Shock } from "../scenario/scenario";
import type { CausePart } from "./causes";

const TRADING_DAYS_A_YEAR = 260;
const MILLION = 1_000_000;
/** No jump passes the screen's ×5 (3.2): list prices that do are feed errors, not the world. */
const LARGEST_JUMP = log(4.5);
const LEAST_UP_CHANCE = 0.05;

/** A seller's new list price, in dollars, with the one it replaces. */
export interface News {
  readonly benchmark: number;
  readonly seller: number;
  readonly input: number;
  readonly output: number;
  readonly previousInput: number;
  readonly previousOutput: number;
  /** How many feeds show it; fewer than two do not count yet (3.2). */
  readonly sources: number;
  /** Log changes that sum to that of the slot price. */
  readonly causes: readonly CausePart[];
}

/** What counts of a benchmark's sellers now, which everybody can see: the level it gives, and who is in it at what price. */
export interface Panel {
  readonly level: number; // 1/100 tick
  /** Slot price by seller; null: not in the panel. */
  readonly counted: readonly (number | null)[];
}

/**
 * Simulated list prices: they stand still and jump. Each seller's jump on a day depends on the seed, the day and its own
 * past alone, so the path is the same whatever anyone trades.
 */
export class World {
  private readonly seed: Int32Array;
  private readonly lines: Line[];
  private lastDay = 0;

  constructor(benchmarks: readonly BenchmarkConfig[], seed: string) {
    this.seed = seedWords(seed);
    this.lines = benchmarks.map((config) => new Line(config));
  }

  /** The first day whose fixing has the news that is out. */
  get nextFixing(): number {
    return this.lastDay + 1;
  }

  /** The overnight news of trading day `day`; days come one after another (1.2). */
  newsOf(day: number): News[] {
    assert(day === this.lastDay + 1, "every day has its news, in order");
    this.lastDay = day;
    const news: News[] = [];
    this.lines.forEach((line, benchmark) => {
      line.followMarket(this.seed, day);
      line.prices.forEach((previous, seller) => {
        const draws = new Draws(this.seed, line.streams[seller], day);
        const next = line.next(seller, draws);
        if (next === null) return;
        line.prices[seller] = next;
        news.push({
          benchmark,
          seller,
          input: next.input,
          output: next.output,
          previousInput: previous.input,
          previousOutput: previous.output,
          sources: 2,
          causes: [{ cause: "own-decision", part: log(line.slot(next) / line.slot(previous)) }],
        });
      });
    });
    return news;
  }

  /** A scenario whose day 1 is trading day `firstDay`, not yet over. Overnight shocks strike by themselves. */
  begin(_scenario: Scenario, _firstDay: number): void {}

  /** A shock in trading hours of `day`: what it changes at once in price lists. The rest follows overnight. */
  strike(_shock: Shock, _day: number): News[] {
    return [];
  }

  /** Expected mean level of the fixings of trading days `from` to `to`, in 1/100 tick, from what is public alone. */
  expected(_benchmark: number, _from: number, _to: number, panel: Panel): number {
    return panel.level;
  }

  snapshot(): WorldSnapshot {
    return {
      lastDay: this.lastDay,
      lines: this.lines.map(({ market, prices }) => ({
        market,
        prices: prices.map(({ input, output }) => ({ input, output })),
      })),
    };
  }

  static restore(benchmarks: readonly BenchmarkConfig[], seed: string, saved: WorldSnapshot): World {
    const world = new World(benchmarks, seed);
    world.lastDay = saved.lastDay;
    saved.lines.forEach(({ market, prices }, i) => {
      world.lines[i].market = market;
      world.lines[i].prices = prices.map(({ input, output }) => ({ input, output }));
    });
    return world;
  }

  hashInto(hash: Hash): void {
    hash.number(this.lastDay);
    for (const { market, prices } of this.lines) {
      hash.number(market);
      for (const { input, output } of prices) hash.number(input).number(output);
    }
  }
}

export interface WorldSnapshot {
  readonly lastDay: number;
  readonly lines: readonly { readonly market: number; readonly prices: readonly Price[] }[];
}

interface Price {
  readonly input: number;
  readonly output: number;
}

/** The sellers of one benchmark and the market they may follow. */
class Line {
  /** Log of the market's level, 0 at the start: what sellers of one good follow. */
  market = 0;
  prices: Price[];
  readonly streams: number[];
  private readonly marketStream: number;
  private readonly start: readonly SellerConfig[];
  private readonly world: WorldConfig;
  private readonly tokens: boolean;

  constructor(config: BenchmarkConfig) {
    this.start = config.sellers;
    this.world = config.world;
    this.tokens = config.unit === "Mtok";
    this.prices = config.sellers.map(({ input, output }) => ({ input, output }));
    this.streams = config.sellers.map((_, seller) => streamOf(`world ${config.id} seller ${seller}`));
    this.marketStream = streamOf(`world ${config.id} market`);
  }

  /** One day of the common market: a random walk, pulled towards its start. */
  followMarket(seed: Int32Array, day: number): void {
    const { marketVolatility, pullPerYear } = this.world;
    if (marketVolatility === 0) return;
    const step = marketVolatility / MILLION / Math.sqrt(TRADING_DAYS_A_YEAR);
    this.market +=
      step * new Draws(seed, this.marketStream, day).normal() - (pullPerYear / TRADING_DAYS_A_YEAR) * this.market;
  }

  /** The seller's price after a day, or null: it stands still. */
  next(seller: number, draws: Draws): Price | null {
    if (draws.uniform() >= this.world.jumpsPerYear / TRADING_DAYS_A_YEAR) return null;
    const { input, output } = this.prices[seller];
    const factor = exp(this.moveOf(seller, draws));
    // Input and output move together, as most real changes do, each to a figure a price list would show.
    const next = this.tokens
      ? { input: listed(input * factor, tokenSteps), output: listed(output * factor, tokenSteps) }
      : { input: listed(input * factor, hourSteps), output };
    return next.input === input && next.output === output ? null : next;
  }

  /** Log change of a seller that moves today. */
  private moveOf(seller: number, draws: Draws): number {
    const { upShare, pullPerYear, jumpsPerYear, marketVolatility, jumpSizes } = this.world;
    const away = log(this.slot(this.prices[seller]) / this.slot(this.start[seller]));
    const size = Math.min(LARGEST_JUMP, quantile(jumpSizes, draws.uniform()));
    const side = draws.uniform();
    if (marketVolatility > 0) return this.market - away + (side < upShare / MILLION ? size : -size);
    // Each jump of mean size m up or down moves the level by m × (2p − 1): p leans so that the pull is that a year.
    const lean = (pullPerYear * away) / (2 * jumpsPerYear * meanOf(jumpSizes));
    const up = Math.min(1 - LEAST_UP_CHANCE, Math.max(LEAST_UP_CHANCE, upShare / MILLION - lean));
    return side < up ? size : -size;
  }

  slot({ input, output }: Price): number {
    return this.tokens ? (3 * input + output) / 4 : input;
  }
}

/** Steps to a dollar that price lists of tokens show: finer for cheap models. An hour's price is in cents. */
const tokenSteps = (price: number): number =>
  price < 0.2 ? 200 : price < 1 ? 100 : price < 3 ? 20 : price < 12 ? 4 : 2;
const hourSteps = (): number => 100;

/** The nearest figure a price list would show, never below one step. */
function listed(price: number, stepsToDollar: (price: number) => number): number {
  const steps = stepsToDollar(price);
  return Math.max(1, halfUp(price * steps)) / steps;
}

/** Quantiles at equal steps from 0 to 1, linear between them. */
function quantile(sizes: readonly number[], p: number): number {
  const at = p * (sizes.length - 1);
  const below = Math.min(sizes.length - 2, Math.floor(at));
  return sizes[below] + (sizes[below + 1] - sizes[below]) * (at - below);
}

/** Mean of that distribution: the trapezoids under its quantiles. */
function meanOf(sizes: readonly number[]): number {
  let sum = (sizes[0] + sizes[sizes.length - 1]) / 2;
  for (let i = 1; i < sizes.length - 1; i++) sum += sizes[i];
  return sum / (sizes.length - 1);
}
