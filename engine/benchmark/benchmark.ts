import { assert } from "../assert";
import type { BenchmarkConfig, SellerConfig } from "../config";
import type { Hash } from "../digest";
import { ceilDiv } from "../integers";
import { exp, halfUp, log } from "../math";
import { type Level, level } from "../units";
import type { BenchmarkView } from "../views";
import type { CausePart } from "../world/causes";
import type { Panel } from "../world/world";
import { Attribution } from "./attribution";
import { Seller, type SellerState } from "./panel-seller";
import { type HeldBecause, heldByItself, outliers } from "./screens";

export const MOST_HELD_DAYS = 3; // 3.2
export const MOST_CARRIED_DAYS = 3; // 3.3
export const DIVISOR_ONE = 1_000_000_000; // 9 decimals (3.1)

/** What rule 3 needs to know of a benchmark. */
export type BenchmarkTerms = Pick<BenchmarkConfig, "id" | "unit" | "tickDecimals" | "minSellers" | "oneGood"> & {
  readonly startLevel: Level | null; // null: what the start prices give with the divisor it is opened with
  readonly sellers: readonly SellerConfig[];
  /** False: every reported price counts at once, to see what the screens of 3.2 do. */
  readonly screened?: boolean;
};

export interface Fixing {
  readonly level: Level | null;
  readonly withheldDays: number;
}

/** A seller on the day of a fixing: what it asks, what counts of it, and why not the same. */
export interface Constituent {
  readonly no: number;
  readonly name: string;
  readonly price: number; // slot price of its latest list price
  readonly counted: number; // slot price that counts
  readonly since: string | null; // the fixing at which it first counted
  readonly state: "in" | "out";
  readonly held: HeldBecause | null;
  readonly heldDays: number;
}

/**
 * Rule 3: sellers' list prices in, one published fixing a trading day out. It does not know whether a price was
 * observed or simulated.
 */
export class Benchmark {
  private sellers: Seller[];
  private divisor = DIVISOR_ONE;
  private current: Level;
  private withheldDays = 0;
  private date: string | null = null;
  private implied: Level | null = null; // of the prices as they are known; null: to be worked out again
  private known: Panel | null = null; // likewise
  private readonly attribution = new Attribution();
  private why: readonly CausePart[] = [];

  constructor(
    private readonly config: BenchmarkTerms,
    divisor = DIVISOR_ONE,
  ) {
    const { id, sellers, minSellers, startLevel } = config;
    assert(sellers.length >= minSellers, `${id} starts with enough sellers (3.3)`);
    this.sellers = sellers.map((seller) => new Seller(seller, this.slotPrice(seller.input, seller.output)));
    this.divisor = divisor;
    const start = this.mean(this.sellers.map((seller) => seller.confirmed));
    this.current = startLevel ?? this.levelOf(start);
    if (this.levelOf(start) !== this.current) this.divisor = halfUp((this.current / start) * DIVISOR_ONE);
    assert(this.levelOf(start) === this.current, `${id}: start prices give the start level (3.5)`);
  }

  /** The last counting fixing, carried ones included; at first the start level (3.3, 3.5). */
  get level(): Level {
    return this.current;
  }

  /**
   * A list price that is known from now on: it is in the next fixing, if it passes the screens (3.1, 3.2). `reports` says
   * how often it was seen by now: a row of the curated history counts as confirmed, so it comes with two. `causes` sum to
   * the log change of the slot price.
   */
  quote(no: number, input: number, output: number, sources: number, reports = 1, causes?: readonly CausePart[]): void {
    const seller = this.sellers[no];
    assert(seller !== undefined && seller.state !== "left", `${this.config.id} has seller ${no}`);
    const again = input === seller.input && output === seller.output;
    seller.seen = again ? seller.seen + reports : reports;
    seller.sources = again ? Math.max(sources, seller.sources) : sources;
    seller.input = input;
    seller.output = output;
    const price = this.slotPrice(input, output);
    seller.owe(causes ?? [{ cause: "own-decision", part: log(price / seller.price) }]);
    seller.price = price;
    this.changed();
  }

  /** The day's fixing (3.1–3.3): from the prices known before that day's news. */
  fix(date: string): Fixing {
    this.screen(date);
    this.changed();
    this.date = date;
    this.why = [];
    const prices = this.counted().map((seller) => seller.confirmed);
    if (prices.length >= this.config.minSellers) {
      this.withheldDays = 0;
      const before = this.current;
      this.current = this.levelOf(this.mean(prices));
      this.why = this.attribution.settle(before, this.current);
      return { level: this.current, withheldDays: 0 };
    }
    this.withheldDays++;
    return { level: this.withheldDays <= MOST_CARRIED_DAYS ? this.current : null, withheldDays: this.withheldDays };
  }

  /** Why the last fixing is not the one before: hundredths of a tick by cause, which sum to the change of the level. */
  get causes(): readonly CausePart[] {
    return this.why;
  }

  /** What the next fixing would be if no price changed before it. Everyone can compute it from the published prices. */
  impliedLevel(): Level {
    this.implied ??= this.levelOfKnown();
    return this.implied;
  }

  /** The level that the published prices give, and who is in it at what price: the same object until that changes. */
  panel(): Panel {
    if (this.known !== null) return this.known;
    const held = this.held();
    const counted = this.sellers.map(({ state, price, confirmed }, no) =>
      state !== "in" ? null : held[no] === null ? price : confirmed,
    );
    this.known = { level: this.impliedLevel(), counted };
    return this.known;
  }

  /** Weight of the heaviest seller, in millionths, rounded up: one seller's doubling sets the margin (7.2). */
  heaviestWeight(): number {
    return ceilDiv(1_000_000, Math.max(1, this.counted().length));
  }

  /** A new seller: the divisor changes so that the level does not (3.1). Returns its number. */
  enter(config: SellerConfig): number {
    this.change(() => this.sellers.push(new Seller(config, this.slotPrice(config.input, config.output))));
    return this.sellers.length - 1;
  }

  leave(no: number): void {
    assert(this.sellers[no]?.state !== "left", "a seller leaves once");
    this.move(this.sellers[no], "left");
  }

  /** From the next fixing on the divisor is 1: the level is the plain mean (3.1: so on 23 September 2026). */
  rebase(): void {
    this.divisor = DIVISOR_ONE;
    this.changed();
  }

  /** Who is in the panel and what of it counts, in the sellers' order; sellers that left are not. */
  constituents(): Constituent[] {
    const held = this.held();
    return this.sellers.flatMap(({ name, price, confirmed, since, state, heldDays }, no) =>
      state === "left" ? [] : [{ no, name, price, counted: confirmed, since, state, held: held[no], heldDays }],
    );
  }

  /** Geometric mean of the prices that count, in dollars, before divisor and rounding; null: none counts. */
  meanPrice(): number | null {
    const prices = this.counted().map((seller) => seller.confirmed);
    return prices.length === 0 ? null : this.mean(prices) / this.mean([1]);
  }

  view(): BenchmarkView {
    const { id, unit } = this.config;
    return {
      id,
      unit,
      level: this.current,
      date: this.date,
      withheldDays: this.withheldDays,
      divisor: this.divisor / DIVISOR_ONE,
      sellers: this.sellers
        .filter((seller) => seller.state !== "left")
        .map(({ name, input, output, price, since }) => ({ name, input, output, slotPrice: price, since })),
    };
  }

  snapshot(): BenchmarkSnapshot {
    const { divisor, current, withheldDays, date } = this;
    const sellers = this.sellers.map((seller) => seller.save());
    return { divisor, level: current, withheldDays, date, sellers, moved: this.attribution.save() };
  }

  static restore(config: BenchmarkTerms, saved: BenchmarkSnapshot): Benchmark {
    const benchmark = new Benchmark(config);
    benchmark.divisor = saved.divisor;
    benchmark.current = level(saved.level);
    benchmark.withheldDays = saved.withheldDays;
    benchmark.date = saved.date;
    benchmark.sellers = saved.sellers.map((seller) => Seller.load(seller));
    benchmark.attribution.add(saved.moved ?? [], 1);
    return benchmark;
  }

  hashInto(hash: Hash): void {
    hash
      .number(this.divisor)
      .number(this.current)
      .number(this.withheldDays)
      .text(this.date ?? "");
    for (const seller of this.sellers) seller.hashInto(hash);
    this.attribution.hashInto(hash);
  }

  /** (3 × input + output) / 4 of a million tokens, or the price of an hour (3.1). */
  private slotPrice(input: number, output: number): number {
    return this.config.unit === "Mtok" ? (3 * input + output) / 4 : input;
  }

  /** Takes over what passes the screens; who was held too long goes out, who passes again comes back (3.2). */
  private screen(date: string): void {
    const held = this.held();
    const weight = 1 / Math.max(1, this.counted().length);
    this.sellers.forEach((seller, i) => {
      seller.heldDays = held[i] === null ? 0 : seller.heldDays + 1;
      if (held[i] !== null) return;
      const causes = seller.explain();
      if (seller.state === "in") this.attribution.add(causes, weight); // who is out moves the divisor when it comes back
      if (seller.confirmed === seller.price) return;
      seller.confirmed = seller.price;
      seller.since = date;
    });
    for (const seller of this.sellers) {
      if (seller.state === "in" && seller.heldDays > MOST_HELD_DAYS) this.move(seller, "out");
      if (seller.state === "out" && seller.heldDays === 0) this.move(seller, "in");
    }
  }

  private changed(): void {
    this.implied = null;
    this.known = null;
  }

  private counted(): Seller[] {
    return this.sellers.filter((seller) => seller.state === "in");
  }

  /** Why sellers' latest prices do not count yet; null: this one does (3.2). */
  private held(): (HeldBecause | null)[] {
    const { screened = true, oneGood } = this.config;
    if (!screened) return this.sellers.map(() => null);
    const held = this.sellers.map(heldByItself);
    if (!oneGood) return held;
    const here = this.sellers.flatMap((seller, i) => (seller.state === "left" ? [] : [i]));
    const far = outliers(here.map((i) => (held[i] !== null ? this.sellers[i].confirmed : this.sellers[i].price)));
    here.forEach((i, k) => {
      if (far[k]) held[i] ??= "far-from-median";
    });
    return held;
  }

  private levelOfKnown(): Level {
    const held = this.held();
    const prices: number[] = [];
    this.sellers.forEach((seller, i) => {
      if (seller.state === "in") prices.push(held[i] !== null ? seller.confirmed : seller.price);
    });
    return prices.length >= this.config.minSellers ? this.levelOf(this.mean(prices)) : this.current;
  }

  /** Geometric mean in 1/100 tick, before divisor and rounding: equal weights, in the sellers' order (3.1). */
  private mean(prices: readonly number[]): number {
    let sum = 0;
    for (const price of prices) sum += log(price);
    let unit = 100;
    for (let i = 0; i < this.config.tickDecimals; i++) unit *= 10;
    return exp(sum / prices.length) * unit;
  }

  private levelOf(mean: number): Level {
    return level(halfUp((mean * this.divisor) / DIVISOR_ONE));
  }

  private move(seller: Seller, state: Seller["state"]): void {
    this.change(() => {
      seller.state = state;
    });
  }

  /** Lets sellers come or go, and moves the divisor so that the level stands still (3.1). */
  private change(comingOrGoing: () => void): void {
    const before = this.counted().map((seller) => seller.confirmed);
    const kept = before.length > 0 ? this.mean(before) * this.divisor : this.current * DIVISOR_ONE;
    comingOrGoing();
    const after = this.counted().map((seller) => seller.confirmed);
    if (after.length > 0) this.divisor = halfUp(kept / this.mean(after));
    this.changed();
  }
}

export interface BenchmarkSnapshot {
  readonly divisor: number;
  readonly level: number;
  readonly withheldDays: number;
  readonly date: string | null;
  readonly sellers: readonly SellerState[];
  /** Absent in snapshots of builds that kept no causes. */
  readonly moved?: readonly CausePart[];
}
