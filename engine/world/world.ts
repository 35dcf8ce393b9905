import { assert } from "../assert";
import type { BenchmarkConfig, RoomConfig } from "../config";
import type { Hash } from "../digest";
import { exp } from "../math";
import { seedWords } from "../random";
import type { Scenario, Shock } from "../scenario/scenario";
import { HourAskingPrice, TokenAskingPrice } from "./asking-price";
import { Factors, type Region, type SavedFactors } from "./factors";
import { expectedChange, type Start } from "./forecast";
import type { ListPrice } from "./list-figures";
import { HourPricing, type Pricing, TokenPricing } from "./pricing";
import { type ListChange, type SavedSeller, Seller } from "./seller";
import { type SavedShocks, Shocks } from "./shocks";
import { varianceAhead } from "./spread";
import type { Address } from "./struck-shock";

/** A seller's new list price, in dollars, with the one it replaces; its causes sum to the log change of the slot price. */
export interface News extends ListChange {
  readonly benchmark: number;
  readonly seller: number;
}

/** A list price that a seller says it will have from the fixing of trading day `from` on. */
export interface Announcement extends ListPrice {
  readonly benchmark: number;
  readonly seller: number;
  readonly from: number;
  readonly because: "promotion" | "scheduled-step";
}

/** What counts of a benchmark's sellers now, which everybody can see: the level it gives, and who is in it at what price. */
export interface Panel {
  readonly level: number; // 1/100 tick
  /** Slot price by seller; null: not in the panel. */
  readonly counted: readonly (number | null)[];
}

/** The sellers of one benchmark. */
interface Line {
  readonly unit: BenchmarkConfig["unit"];
  readonly pricing: Pricing;
  readonly sellers: readonly Seller[];
  readonly regions: readonly Region[];
  readonly leader: number; // −1: nobody is copied
  /** Of the log level, so many nights ahead; as far as it was asked for. */
  variance: Float64Array;
  forecast: { readonly version: number; readonly panel: Panel; readonly sums: Float64Array } | null;
}

/**
 * Where simulated list prices come from: factors move what a token costs and what the market bears, sellers follow in
 * jumps of their own, and scenarios shock both. The path depends on the seed, the day and its own past alone, so it is
 * the same whatever anyone trades.
 */
export class World {
  private readonly factors: Factors;
  private readonly shocks: Shocks;
  private readonly lines: Line[];
  private lastDay = 0;
  private version = 0; // of all that a forecast is made from

  constructor(config: Pick<RoomConfig, "benchmarks" | "factors">, seed: string) {
    const { benchmarks, factors } = config;
    const words = seedWords(seed);
    this.factors = new Factors(
      factors,
      benchmarks.map(({ id }) => id),
      seed,
    );
    this.lines = benchmarks.map((benchmark) => lineOf(benchmark, words));
    this.shocks = new Shocks(benchmarks.map(addressesOf), words);
  }

  /** The first day whose fixing has the news that is out. */
  get nextFixing(): number {
    return this.lastDay + 1;
  }

  /** The overnight news of trading day `day`; days come one after another (1.2). */
  newsOf(day: number): News[] {
    assert(day === this.lastDay + 1, "every day has its news, in order");
    this.lastDay = day;
    this.version += 1;
    this.factors.advance(day);
    this.shocks.strikeDue(day);
    for (const [benchmark, { sellers, pricing, regions, leader }] of this.lines.entries()) {
      const levers = { US: this.factors.levers(benchmark, "US"), CN: this.factors.levers(benchmark, "CN") };
      let led = 0;
      for (const [no, seller] of sellers.entries()) {
        const jump = pricing.night(seller, no, levers[regions[no]], day);
        if (no === leader) led = jump;
        this.shocks.night(benchmark, no, seller, levers[regions[no]], day);
      }
      if (led === 0) continue;
      const share = pricing.average.follow?.share ?? 0;
      for (const [no, seller] of sellers.entries()) if (no !== leader) seller.follow += share * led;
    }
    return this.publish();
  }

  /** What sellers said in the night of the last day that they will charge. */
  announced(): Announcement[] {
    return this.lines.flatMap(({ sellers }, benchmark) =>
      sellers.flatMap((seller, no) => {
        const { promotion, step } = seller;
        const list = seller.announced(this.shocks.offset(benchmark, no));
        if (promotion?.saidOn === this.lastDay)
          return { benchmark, seller: no, ...list, from: promotion.until + 1, because: "promotion" as const };
        if (step?.saidOn === this.lastDay)
          return { benchmark, seller: no, ...list, from: step.day + 1, because: "scheduled-step" as const };
        return [];
      }),
    );
  }

  /** A scenario whose day 1 is trading day `firstDay`, whose news is not out yet. Overnight shocks strike by themselves. */
  begin(scenario: Scenario, firstDay: number): void {
    assert(firstDay > this.lastDay, "a scenario begins on a day that is to come");
    this.shocks.begin(scenario, firstDay);
  }

  /** Scenarios this world was given, with what of them has struck. */
  begun(): ReturnType<Shocks["begun"]> {
    return this.shocks.begun();
  }

  /** A shock in trading hours of `day`: price lists it is about change at once, and what else follows does overnight. */
  strike(shock: Shock, day: number): News[] {
    assert(day === this.lastDay + 1, "a shock strikes on the day whose news comes next");
    this.version += 1;
    this.shocks.strike(shock, day);
    for (const [benchmark, { sellers }] of this.lines.entries()) {
      for (const [no, seller] of sellers.entries()) this.shocks.touch(benchmark, no, seller, day);
    }
    return this.publish();
  }

  /**
   * Expected mean level of the fixings of trading days `from` to `to`, in 1/100 tick, from what is public: list prices and
   * what is announced, where the levers are, shocks that have struck, and how sellers usually follow. Never draws to come.
   */
  expected(benchmark: number, from: number, to: number, panel: Panel): number {
    const first = from - this.nextFixing;
    const last = to - this.nextFixing;
    assert(first >= 0 && last >= first, "what is expected is still to come");
    const line = this.lines[benchmark];
    const { forecast } = line;
    const fresh = forecast?.version === this.version && forecast.panel === panel && last + 1 < forecast.sums.length;
    const sums = fresh ? (forecast as NonNullable<Line["forecast"]>).sums : this.forecast(benchmark, panel, last);
    return (sums[last + 1] - sums[first]) / (last - first + 1);
  }

  /** "cheaper", "dearer" or "mixed": where the price of a slot is heading. */
  get regime(): string {
    return this.factors.regime;
  }

  snapshot(): WorldSnapshot {
    return {
      lastDay: this.lastDay,
      factors: this.factors.save(),
      shocks: this.shocks.save(),
      sellers: this.lines.map(({ sellers }) => sellers.map((seller) => seller.save())),
    };
  }

  static restore(config: Pick<RoomConfig, "benchmarks" | "factors">, seed: string, saved: WorldSnapshot): World {
    const world = new World(config, seed);
    world.lastDay = saved.lastDay;
    world.factors.load(saved.factors);
    world.shocks.load(saved.shocks);
    for (const [i, { sellers }] of world.lines.entries()) {
      for (const [no, seller] of sellers.entries()) seller.load(saved.sellers[i][no]);
    }
    return world;
  }

  /** The world of a room that an older build kept as list prices alone: sellers mean to stay where they are. */
  static settled(
    config: Pick<RoomConfig, "benchmarks" | "factors">,
    seed: string,
    lastDay: number,
    lists: readonly (readonly ListPrice[])[],
  ): World {
    const world = new World(config, seed);
    world.lastDay = lastDay;
    for (const [i, { sellers, regions }] of world.lines.entries()) {
      for (const [no, seller] of sellers.entries()) seller.settleAt(lists[i][no], world.factors.levers(i, regions[no]));
    }
    return world;
  }

  hashInto(hash: Hash): void {
    hash.number(this.lastDay);
    this.factors.hashInto(hash);
    this.shocks.hashInto(hash);
    for (const { sellers } of this.lines) for (const seller of sellers) seller.hashInto(hash);
  }

  private publish(): News[] {
    return this.lines.flatMap(({ sellers }, benchmark) =>
      sellers.flatMap((seller, no) => {
        const change = seller.publish(this.shocks.offset(benchmark, no));
        return change === null ? [] : { benchmark, seller: no, ...change };
      }),
    );
  }

  /** Σ of expected levels over the first 0, 1, 2 … fixings to come, for at least `nights` nights. */
  private forecast(benchmark: number, panel: Panel, nights: number): Float64Array {
    const line = this.lines[benchmark];
    const { pricing, sellers, leader, regions } = line;
    if (line.variance.length <= nights) line.variance = this.varianceOf(line, nights + SPARE);
    const reach = line.variance.length - 1;
    const asked = (["US", "CN"] as const).map((region) => {
      const no = regions.indexOf(region);
      return no < 0 ? NOTHING : this.factors.expectedAsked(benchmark, region, sellers[no].asking, reach);
    });
    const starts = sellers.map((seller, no): Start => {
      const levers = this.factors.levers(benchmark, regions[no]);
      const own = pricing.chance(seller.gap(levers));
      const stands = seller.standing() + this.shocks.offset(benchmark, no, true);
      const price = panel.counted[no];
      return {
        seller,
        leads: no === leader,
        asked: asked[regions[no] === "US" ? 0 : 1],
        shocks: this.shocks.expected(benchmark, no, seller, levers, this.lastDay, reach, own),
        off: price === null ? 0 : seller.since(price) - stands,
        counts: price !== null,
      };
    });
    const change = expectedChange(starts, pricing.average, this.lastDay, reach);
    const sums = new Float64Array(reach + 2);
    for (let night = 0; night <= reach; night++) {
      sums[night + 1] = sums[night] + panel.level * exp(change[night] + line.variance[night] / 2);
    }
    line.forecast = { version: this.version, panel, sums };
    return sums;
  }

  private varianceOf({ sellers, regions, leader, pricing }: Line, nights: number): Float64Array {
    const noise = { US: this.factors.noise("US"), CN: this.factors.noise("CN") };
    const noisy = sellers.map((seller, no) => ({ seller, leads: no === leader, noise: noise[regions[no]] }));
    return varianceAhead(noisy, pricing.average, nights);
  }
}

const SPARE = 64; // nights that a forecast reaches further than it was asked, so that it is not made anew for each month
const NOTHING = new Float64Array(0);

export interface WorldSnapshot {
  readonly lastDay: number;
  readonly factors: SavedFactors;
  readonly shocks: SavedShocks;
  readonly sellers: readonly (readonly SavedSeller[])[];
}

function lineOf({ id, unit, sellers, world }: BenchmarkConfig, words: Int32Array): Line {
  const regions = sellers.map(({ region }) => region ?? "US");
  const tokens = world.kind === "tokens";
  const asking = tokens ? new TokenAskingPrice(world.costs) : new HourAskingPrice(world.scarcity);
  return {
    unit,
    pricing: tokens ? new TokenPricing(world, words, id, regions) : new HourPricing(world, words, id, sellers.length),
    sellers: sellers.map((start) => new Seller(unit, start, asking)),
    regions,
    leader: tokens ? sellers.findIndex(({ name }) => name === world.follow?.leader) : -1,
    variance: NOTHING,
    forecast: null,
  };
}

const addressesOf = ({ id, unit, sellers, world }: BenchmarkConfig): Address[] =>
  sellers.map(({ name, region }) => ({
    benchmark: id,
    region: region ?? "US",
    seller: name,
    unit,
    follow: world.kind === "tokens" ? world.follow : null,
  }));
