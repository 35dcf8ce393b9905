import type { Hash } from "../digest";
import { exp } from "../math";
import { Draws, seedWords, streamOf } from "../random";
import type { AskingPrice } from "./asking-price";
import { Regimes, type SavedRegimes } from "./regimes";
import type { FactorsConfig, MeanReverting } from "./world-config";

export const DAYS_A_YEAR = 260;
const A_DAY = 1 / DAYS_A_YEAR;
const aNight = (perYear: number): number => perYear * A_DAY;
const DAILY = Math.sqrt(A_DAY);

export type Region = "US" | "CN";
const regions: readonly Region[] = ["US", "CN"];

/** Where the levers of the cost model stand for the sellers of a benchmark in a region: logs, 0 at the start. */
export interface Levers {
  readonly gpuHour: number;
  readonly power: number;
  readonly throughput: number;
  readonly utilisation: number;
  readonly markup: number;
  readonly scarcity: number;
}

export const atTheStart: Levers = { gpuHour: 0, power: 0, throughput: 0, utilisation: 0, markup: 0, scarcity: 0 };

interface Paths {
  gpuShared: number;
  power: number;
  gpu: Record<Region, number>;
  utilisation: Record<Region, number>;
  scarcity: Record<Region, number>;
  markup: number[]; // by benchmark
}

/** One source of noise: its variance a night, and what a unit of it comes to in an asking price so many nights later. */
export interface FactorNoise {
  readonly perNight: number;
  response(slopes: Levers, night: number): number;
}

export interface SavedFactors extends Paths {
  readonly regimes: SavedRegimes;
}

/**
 * What moves everybody's cost, a step a trading day. A step is the factor's own pull and a draw named by its day, so that
 * nothing that happens elsewhere moves it.
 */
export class Factors {
  private readonly words: Int32Array;
  private readonly regimes: Regimes;
  private paths: Paths;
  private readonly streams = new Map<string, number>();

  constructor(
    private readonly config: FactorsConfig,
    benchmarks: readonly string[],
    seed: string,
  ) {
    this.words = seedWords(seed);
    this.regimes = new Regimes(config.regimes, benchmarks, this.words);
    const none = () => ({ US: 0, CN: 0 });
    const markup = benchmarks.map(() => 0);
    this.paths = { gpuShared: 0, power: 0, gpu: none(), utilisation: none(), scarcity: none(), markup };
  }

  advance(day: number): void {
    const { gpuHour, power, utilisation, markup, scarcity } = this.config;
    const { paths } = this;
    const own = { ...gpuHour, volatility: gpuHour.volatility * Math.sqrt(1 - gpuHour.shared) };
    const common = { ...gpuHour, volatility: gpuHour.volatility * Math.sqrt(gpuHour.shared) };
    paths.gpuShared = this.step(paths.gpuShared, common, "gpu-hour", day);
    paths.power = this.step(paths.power, power, "power", day);
    for (const region of regions) {
      paths.gpu[region] = this.step(paths.gpu[region], own, `gpu-hour ${region}`, day);
      paths.utilisation[region] = this.step(paths.utilisation[region], utilisation, `utilisation ${region}`, day);
      const pulled = { ...scarcity, pullPerYear: scarcityPull(scarcity.halfLifeDays) };
      paths.scarcity[region] =
        this.step(paths.scarcity[region], pulled, `scarcity ${region}`, day) + this.spike(region, day);
    }
    paths.markup = paths.markup.map((value, i) => this.step(value, markup, `markup ${i}`, day));
    this.regimes.advance(day);
  }

  levers(benchmark: number, region: Region): Levers {
    const { gpuShared, gpu, power, utilisation, scarcity, markup } = this.paths;
    return {
      gpuHour: gpuShared + gpu[region],
      power,
      throughput: 0 - this.regimes.trends[benchmark], // never −0, which does not survive JSON
      utilisation: utilisation[region],
      markup: markup[benchmark],
      scarcity: scarcity[region],
    };
  }

  /** What a seller's costs and market are expected to ask for 0, 1, 2 … nights from now: pulls alone, no draws. */
  expectedAsked(benchmark: number, region: Region, asking: AskingPrice, nights: number): Float64Array<ArrayBuffer> {
    const { gpuHour, power, utilisation, markup, scarcity } = this.config;
    const now = this.levers(benchmark, region);
    const slopes = asking.slopes(now, now);
    const trends = this.regimes.expected(benchmark, nights);
    const fading = [
      [slopes.gpuHour * now.gpuHour, aNight(gpuHour.pullPerYear)],
      [slopes.power * now.power, aNight(power.pullPerYear)],
      [slopes.utilisation * now.utilisation, aNight(utilisation.pullPerYear)],
      [slopes.markup * now.markup, aNight(markup.pullPerYear)],
      [slopes.scarcity * now.scarcity, aNight(scarcityPull(scarcity.halfLifeDays))],
    ];
    const path = new Float64Array(nights + 1).fill(asking.at(now));
    for (const [part, pull] of fading) {
      let left = 1;
      for (let night = 1; night <= nights; night++) {
        left *= 1 - pull;
        path[night] -= part * (1 - left);
      }
    }
    for (let night = 1; night <= nights; night++) path[night] -= slopes.throughput * (trends[night] - trends[0]);
    return path;
  }

  /** The sources of noise in what sellers of a region are asked for: variance a night, and how one unit goes on. */
  noise(region: Region): FactorNoise[] {
    const { gpuHour, power, utilisation, markup, scarcity, regimes } = this.config;
    const jumps = scarcity.jumpsPerYear * 2 * scarcity.meanJump * scarcity.meanJump;
    const source = (lever: keyof Levers, perYear: number, pull: number, here: boolean): FactorNoise => {
      const kept = 1 - aNight(pull);
      const powers: number[] = [1];
      return {
        perNight: aNight(perYear),
        response: (slopes, night) => {
          while (powers.length <= night) powers.push(powers[powers.length - 1] * kept);
          return here ? slopes[lever] * powers[night] : 0;
        },
      };
    };
    const gpu = gpuHour.volatility * gpuHour.volatility;
    const ofRegions = regions.flatMap((one) => [
      source("gpuHour", gpu * (1 - gpuHour.shared), gpuHour.pullPerYear, one === region),
      source("utilisation", utilisation.volatility * utilisation.volatility, utilisation.pullPerYear, one === region),
      source(
        "scarcity",
        scarcity.volatility * scarcity.volatility + jumps,
        scarcityPull(scarcity.halfLifeDays),
        one === region,
      ),
    ]);
    return [
      source("gpuHour", gpu * gpuHour.shared, gpuHour.pullPerYear, true),
      source("power", power.volatility * power.volatility, power.pullPerYear, true),
      source("markup", markup.volatility * markup.volatility, markup.pullPerYear, true),
      ...ofRegions,
      {
        perNight: this.regimes.turnVariance,
        response: (slopes, night) =>
          -slopes.throughput * (aNight(1) * regimes.meanDays) * (1 - exp(-night / regimes.meanDays)),
      },
    ];
  }

  /** "cheaper", "dearer" or "mixed": what calibration groups drifts by. */
  get regime(): string {
    return this.regimes.kind;
  }

  save(): SavedFactors {
    return { ...structure(this.paths), regimes: this.regimes.save() };
  }

  load({ regimes, ...paths }: SavedFactors): void {
    this.paths = structure(paths);
    this.regimes.load(regimes);
  }

  hashInto(hash: Hash): void {
    const { gpuShared, power, gpu, utilisation, scarcity, markup } = this.paths;
    hash.number(gpuShared).number(power).numbers(markup);
    for (const region of regions) hash.number(gpu[region]).number(utilisation[region]).number(scarcity[region]);
    this.regimes.hashInto(hash);
  }

  private step(value: number, { volatility, pullPerYear }: MeanReverting, name: string, day: number): number {
    const shock = volatility * DAILY * this.draws(name, day).normal();
    return value - pullPerYear * A_DAY * value + shock;
  }

  private draws(name: string, day: number): Draws {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      stream = streamOf(`world ${name}`);
      this.streams.set(name, stream);
    }
    return new Draws(this.words, stream, day);
  }

  /** A spike of demand, less what spikes come to on average, so that scarcity is 0 in the long run. */
  private spike(region: Region, day: number): number {
    const { jumpsPerYear, meanJump } = this.config.scarcity;
    const draws = this.draws(`spike ${region}`, day);
    const comes = draws.uniform() < jumpsPerYear * A_DAY;
    return (comes ? draws.exponential(meanJump) : 0) - jumpsPerYear * A_DAY * meanJump;
  }
}

/** The pull a year that halves a value in so many trading days, a day's step at a time. */
const scarcityPull = (halfLifeDays: number): number => (1 - exp(-Math.LN2 / halfLifeDays)) * DAYS_A_YEAR;

const structure = (paths: Paths): Paths => ({
  gpuShared: paths.gpuShared,
  power: paths.power,
  gpu: { ...paths.gpu },
  utilisation: { ...paths.utilisation },
  scarcity: { ...paths.scarcity },
  markup: [...paths.markup],
});
