import published from "./results.json";

/** One number that is held to a band, and what it was measured on: a benchmark, a horizon, a lever; "all". */
export interface Reading {
  readonly of: string;
  readonly value: number;
  readonly passed: boolean;
}

export interface Measure {
  readonly id: string;
  /** Values above `low` and below `high` pass; null: no bound. Where `closed`, the bounds themselves too. */
  readonly low: number | null;
  readonly high: number | null;
  readonly closed: boolean;
  readonly readings: readonly Reading[];
  readonly passed: boolean;
}

/** What a run of `npm run realism` found. */
export interface RealismResults {
  /** So many rooms: seeds 1, 2, … */
  readonly seeds: number;
  readonly days: number;
  readonly leverSeeds: number;
  readonly measures: readonly Measure[];
}

/** The run that was published last. */
export const results: RealismResults = published;
