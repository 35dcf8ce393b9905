import data from "./premium-us.json";

/** One change of a seller's slot price, blended dollars per million tokens. */
export interface SlotChange {
  seller: string;
  from: string;
  to: string;
  before: string;
  after: string;
}

/** A measured price from `date` on, until the next step. */
export interface MeasuredStep {
  date: string;
  price: string;
  changes: SlotChange[];
}

/** Measured list prices, made by scripts/build-history.mjs. `to` is the last day of measured history: the seam. */
export interface MeasuredHistory {
  benchmark: string;
  from: string;
  to: string;
  unit: string;
  method: string;
  source: string;
  licence: string;
  steps: MeasuredStep[];
}

export const premiumUs: MeasuredHistory = data;
