import type { BenchmarkConfig } from "../config";
import { exp, halfUp } from "../math";

/** A list price, in dollars. */
export interface ListPrice {
  readonly input: number;
  readonly output: number;
}

/** (3 × input + output) / 4 of a million tokens, or the price of an hour (3.1). */
export const slotOf = (unit: BenchmarkConfig["unit"], { input, output }: ListPrice): number =>
  unit === "Mtok" ? (3 * input + output) / 4 : input;

/** The price list of a seller that moved by `change` (log) from where it started: in figures that price lists show. */
export function listed(unit: BenchmarkConfig["unit"], start: ListPrice, change: number): ListPrice {
  if (Math.abs(change) < 1e-9) return start; // as it was, in figures of its own
  const factor = exp(change);
  // Input and output move together, as most real changes do.
  return unit === "Mtok"
    ? { input: figure(start.input * factor, tokenSteps), output: figure(start.output * factor, tokenSteps) }
    : { input: figure(start.input * factor, hourSteps), output: start.output };
}

/** Steps to a dollar that price lists of tokens show: finer for cheap models. An hour's price is in cents. */
const tokenSteps = (price: number): number =>
  price < 0.2 ? 200 : price < 1 ? 100 : price < 3 ? 20 : price < 12 ? 4 : 2;
const hourSteps = (): number => 100;

/** The nearest such figure, never below one step. */
function figure(price: number, stepsToDollar: (price: number) => number): number {
  const steps = stepsToDollar(price);
  return Math.max(1, halfUp(price * steps)) / steps;
}
