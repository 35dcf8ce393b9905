import type { Hash } from "../digest";
import { Draws, streamOf } from "../random";
import type { Drift, RegimesConfig } from "./world-config";

const A_DAY = 1 / 260;
const LEAST = 0.05; // chance of each of the two directed regimes

type Kind = "cheaper" | "dearer" | "mixed";

export interface SavedRegimes {
  readonly kind: Kind;
  readonly drifts: readonly number[];
  readonly trends: readonly number[];
}

/** Where throughput and the size of models take the price of a slot, by benchmark: long stretches of one direction. */
export class Regimes {
  kind: Kind = "mixed";
  trends: number[];
  private drifts: number[];
  private readonly stream = streamOf("world regimes");

  constructor(
    private readonly config: RegimesConfig,
    private readonly benchmarks: readonly string[],
    private readonly words: Int32Array,
  ) {
    this.trends = benchmarks.map(() => 0);
    this.drifts = this.drawn(new Draws(words, this.stream, 0));
  }

  advance(day: number): void {
    const draws = new Draws(this.words, this.stream, day);
    if (draws.uniform() < this.chanceOfTurn(mean(this.trends), mean(this.drifts))) this.turn(draws);
    this.trends = this.trends.map((trend, i) => this.after(trend, this.drifts[i]));
  }

  /** The trend of a benchmark 0, 1, 2 … nights from now, if regimes turn as they usually do. */
  expected(benchmark: number, nights: number): number[] {
    const path = [this.trends[benchmark]];
    let drift = this.drifts[benchmark];
    let level = mean(this.trends);
    let common = mean(this.drifts);
    for (let night = 1; night <= nights; night++) {
      const turns = this.chanceOfTurn(level, common);
      const next = this.nextDrift(level);
      drift += turns * (next - drift);
      common += turns * (next - common);
      level = this.after(level, common);
      path.push(this.after(path[night - 1], drift));
    }
    return path;
  }

  /** Variance that turning adds to a drift a night. */
  get turnVariance(): number {
    const { cheaper, dearer, mixed, meanDays } = this.config;
    let squares = 0;
    for (const { mean, spread } of [cheaper, dearer, mixed]) squares += (mean * mean + spread * spread) / 3;
    return squares / meanDays;
  }

  save(): SavedRegimes {
    return { kind: this.kind, drifts: [...this.drifts], trends: [...this.trends] };
  }

  load({ kind, drifts, trends }: SavedRegimes): void {
    this.kind = kind;
    this.drifts = [...drifts];
    this.trends = [...trends];
  }

  hashInto(hash: Hash): void {
    hash.text(this.kind).numbers(this.drifts).numbers(this.trends);
  }

  private after(trend: number, drift: number): number {
    return trend + (drift - this.config.pullPerYear * (trend - this.config.rest)) * A_DAY;
  }

  private turn(draws: Draws): void {
    const side = draws.uniform();
    const cheaper = this.chanceOfCheaper(mean(this.trends));
    this.kind = side < cheaper ? "cheaper" : side < 2 / 3 ? "dearer" : "mixed";
    this.drifts = this.drawn(draws);
  }

  /** A regime that has taken prices far ends sooner. */
  private chanceOfTurn(trend: number, drift: number): number {
    const { meanDays, rest, tiring } = this.config;
    const beyond = drift < 0 ? rest - trend : trend - rest;
    return (1 + tiring * Math.max(0, beyond)) / meanDays;
  }

  /** Of three kinds each is as likely, until prices have gone far one way. */
  private chanceOfCheaper(trend: number): number {
    const { lean, rest } = this.config;
    return Math.min(2 / 3 - LEAST, Math.max(LEAST, 1 / 3 + lean * (trend - rest)));
  }

  private nextDrift(trend: number): number {
    const { cheaper, dearer, mixed } = this.config;
    const chance = this.chanceOfCheaper(trend);
    return chance * cheaper.mean + (2 / 3 - chance) * dearer.mean + mixed.mean / 3;
  }

  private drawn(draws: Draws): number[] {
    const { mean, spread }: Drift = this.config[this.kind];
    return this.benchmarks.map(() => mean + spread * draws.normal());
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
