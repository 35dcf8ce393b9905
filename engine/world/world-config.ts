/**
 * What the simulated sellers' world is made of. Yearly rates count 260 trading days; volatilities and sizes are in logs.
 * Where each default comes from: docs/world.md.
 */

/** What all sellers share: `RoomConfig.factors`. */
export interface FactorsConfig {
  /** Price of a GPU-hour: slow, pulled back, one path a region, of which `shared` of the variance is common. */
  readonly gpuHour: { readonly volatility: number; readonly pullPerYear: number; readonly shared: number };
  readonly power: MeanReverting;
  readonly utilisation: MeanReverting; // one path a region
  readonly markup: MeanReverting; // one path a benchmark
  /** Tokens wanted beyond what can be served, one path a region: jumps up, then halves every so many days. */
  readonly scarcity: {
    readonly volatility: number;
    readonly halfLifeDays: number;
    readonly jumpsPerYear: number;
    readonly meanJump: number;
  };
  readonly regimes: RegimesConfig;
}

export interface MeanReverting {
  readonly volatility: number;
  readonly pullPerYear: number;
}

/**
 * Tokens of a slot get cheaper where throughput grows faster than models, dearer where models grow faster. Which it is
 * changes by regime. Far from `rest` (log of the price since the start) a regime that leads on ends sooner, by `tiring`,
 * and the next is likelier to lead back, by `lean`.
 */
export interface RegimesConfig {
  readonly meanDays: number;
  readonly rest: number;
  readonly tiring: number;
  readonly cheaper: Drift;
  readonly dearer: Drift;
  readonly mixed: Drift; // each benchmark its own way
  readonly lean: number;
  readonly pullPerYear: number;
}

/** Log change of the price a year, as a mean and how far benchmarks differ. */
export interface Drift {
  readonly mean: number;
  readonly spread: number;
}

export type WorldConfig = TokenPrices | HourPrices;

/** List prices of tokens: they stand still and jump. With no jumps a year nothing of the list moves by itself. */
export interface TokenPrices {
  readonly kind: "tokens";
  /** Of a seller that charges what its costs and its market ask for. */
  readonly jumpsPerYear: number;
  /** So many times more often for each unit of log distance from there, up to `widestGap`. */
  readonly hurry: number;
  readonly widestGap: number;
  /** Of the distance, what jumps close on average a year, as a share of `jumpsPerYear`: it leans their direction. */
  readonly passThrough: number;
  /** Quantiles of the log size of a jump at equal steps from 0 to 1, up and down. */
  readonly upSizes: readonly number[];
  readonly downSizes: readonly number[];
  /** Of what nothing asked for in a jump, the share that is a new place in the market, and how fast that is given up. */
  readonly lasting: number;
  readonly homingPerYear: number;
  /** The seller whose jumps others copy: by which share of it, how likely each day, and how soon they let it be. */
  readonly follow: {
    readonly leader: string;
    readonly share: number;
    readonly perDay: number;
    readonly fadePerDay: number;
  } | null;
  /** Cuts with an end that is known, and jumps said in advance, as shares of the jumps; trading days on average. */
  readonly promotions: { readonly share: number; readonly meanDays: number };
  readonly announced: { readonly share: number; readonly meanDays: number };
  /** Rises that come with peak hours: `times` the price for the `usage` that falls into them. */
  readonly peakHours: { readonly share: number; readonly times: number; readonly usage: number };
  readonly entryErrors: EntryErrors;
  readonly costs: CostsConfig;
}

/** Prices that a feed got wrong, corrected after one to `mostDays` days, as a share of the jumps. */
export interface EntryErrors {
  readonly share: number;
  readonly factors: readonly number[]; // each as likely
  readonly yuan: number; // of sellers in China: entered as dollars, as likely as any factor
  readonly oneSource: number; // share of them that one feed alone has
  readonly mostDays: number;
}

/** A seller's costs at the start; its throughput is what makes its start price come out (engine/cost). */
export interface CostsConfig {
  readonly gpuHour: number;
  readonly power: number;
  readonly pue: number;
  readonly electricity: number;
  readonly utilisation: number;
  readonly markup: number;
}

/** Prices of an hour: sellers of one good reprice every few days, by what the market did, give or take. */
export interface HourPrices {
  readonly kind: "hours";
  readonly jumpsPerYear: number;
  /** Quantiles of how far a seller lands from the market. */
  readonly sizes: readonly number[];
  /** How much of the scarcity of tokens is one of hours. */
  readonly scarcity: number;
}
