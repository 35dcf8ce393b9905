/** What every measure is held to. Bands follow the stylised facts of R. Cont, Quantitative Finance 1 (2001), 223–236. */

/** Minutes beyond the first ones, over which one-minute returns may not be correlated. */
export const LAGS = [5, 10, 15, 30, 60];
/** Minutes over which intraday returns are taken, and fixings over which a benchmark's are. */
export const HORIZONS = [1, 10, 60];
export const FIXING_HORIZONS = [1, 5, 21];
/** Tails: returns over so many minutes, and which share of them is the tail. */
export const TAIL_MINUTES = 1;
export const TAIL_SHARE = 0.01;
/** Absolute returns over so many minutes, at lags of so many minutes. */
export const ABSOLUTE_MINUTES = 5;
export const ABSOLUTE_LAGS = [5, 10, 20, 40, 60];
/** "Early" in a month: so many trading days before its last. */
export const EARLY_DAYS = 15;

interface Band {
  readonly low: number | null;
  readonly high: number | null;
  readonly closed: boolean;
}

const between = (low: number | null, high: number | null): Band => ({ low, high, closed: false });
const within = (low: number | null, high: number | null): Band => ({ low, high, closed: true });

const all = {
  "return-autocorrelation": between(null, 0.05),
  kurtosis: between(0, null),
  "kurtosis-falls": between(null, 0),
  "kurtosis-benchmark": between(0, null),
  "tail-intraday": within(2, 5),
  "tail-benchmark": within(2, 5),
  "absolute-autocorrelation": between(0, null),
  "absolute-decay": between(0, 1),
  "volume-volatility": between(0, null),
  spread: between(0, null),
  "depth-hump": within(3, 20),
  "depth-falls": between(null, 0.5),
  /** Model less data, and model over data: what two standard errors of a few dozen real jumps leave open. */
  "still-days": within(-0.02, 0.02),
  "jump-median": within(0.6, 1.7),
  "jump-large": within(0.6, 1.7),
  "lever-direction": between(0, null),
  "news-at-open": within(0.8, 1.25),
  "news-within-minutes": within(0.6, 1.25),
  "two-sided": within(0.999, null),
  "outside-limits": within(0, 0),
  convergence: between(null, 0.001),
  "convergence-falls": between(null, 0),
  "profit-identity": within(0, 0),
  "maker-inventory": between(null, 2),
  "coin-flip-holding": between(-2, 2),
  "coin-flip-loss": between(null, -2),
  budget: within(0, 100_000),
} as const satisfies Record<string, Band>;

export type BandId = keyof typeof all;

export const of = (id: BandId): Band => all[id];
