import type { Cents } from "@/engine/units";
import type { Slot } from "@/tokens/prices/observation";
import { sellerRegion } from "@/tokens/prices/sellers";
import type { Bill, BillLine } from "./bill";
import type { PriceChoice } from "./choices";
import { type Exact, pricedAt, toCents } from "./money";

/** The benchmarks of tokens (2.1); GPUH is in hours. */
export const tokenBenchmarks = ["PREM", "CHNA", "ECON"] as const;
export type TokenBenchmark = (typeof tokenBenchmarks)[number];

/**
 * The benchmark nearest to a price: ECON for an economy model, else the home of the seller. `slot` is null for a model that
 * never was in a seller's slot; then it is the nearest by home alone.
 */
export function nearestBenchmark({ provider }: PriceChoice, slot: Slot | null): TokenBenchmark {
  if (slot === "economy") return "ECON";
  return sellerRegion(provider) === "CN" ? "CHNA" : "PREM";
}

/** A part of a bill as tokens of the benchmark's blend: as many as cost the same at the model's own prices. */
export interface HedgePart {
  readonly amount: Cents;
  /** Whole tokens of three parts of input and one of output, half up. */
  readonly tokens: number;
}

/**
 * What of a bill a benchmark can stand for. `listed`: input and output at list price, which is what its fixings are made of
 * (3.1). `shares`: cached input, cache writes, batches and long requests, each a share of list price that a benchmark does
 * not see; as long as the shares hold they move with it.
 */
export interface HedgeParts {
  readonly listed: HedgePart;
  readonly shares: HedgePart;
}

export function hedgeParts({ lines }: Bill): HedgeParts {
  const isListed = ({ kind, long }: BillLine) => !long && (kind === "input" || kind === "output");
  return { listed: partOf(lines.filter(isListed)), shares: partOf(lines.filter((line) => !isListed(line))) };
}

function partOf(lines: readonly BillLine[]): HedgePart {
  return {
    amount: lines.reduce((sum, { amount }) => sum + amount, 0) as Cents,
    tokens: lines.reduce((sum, line) => sum + blendTokens(line), 0),
  };
}

/** As many tokens at (3 × input + output) / 4 as cost what the line costs, both at the prices of its days. */
function blendTokens({ tokens, price, prices }: BillLine): number {
  const { input, output } = prices.observation.prices;
  const blendTimesFour = 3n * pricedAt(input.text) + pricedAt(output.text);
  const worth = 4n * BigInt(tokens) * pricedAt(price.text);
  return Number((2n * worth + blendTimesFour) / (2n * blendTimesFour));
}

/** Whole lots nearest to some tokens, half up, and what that leaves: positive is hedged too much, negative too little. */
export interface Lots {
  readonly lots: number;
  readonly over: number; // tokens
}

export function lotsFor(tokens: number, lotTokens: number): Lots {
  const lots = Math.floor((2 * tokens + lotTokens) / (2 * lotTokens));
  return { lots, over: lots * lotTokens - tokens };
}

/**
 * Whole lots nearest in money to `ratio` times an amount at a level, half up, and what they are worth there. The ratio is a
 * decimal as it is shown, so that anybody comes to the same lots.
 */
export function lotsWorth(
  amount: Cents,
  level: string,
  lotSize: number,
  ratio = "1",
): { readonly lots: number; readonly value: Cents } {
  const lotWorth = pricedAt(level) * BigInt(lotSize) * 1_000_000n;
  const wanted = BigInt(amount) * CENT * pricedAt(ratio);
  const lots = (2n * wanted + lotWorth * ONE) / (2n * lotWorth * ONE);
  return { lots: Number(lots), value: toCents((lots * lotWorth) as Exact) };
}

const CENT = 10n ** 16n; // of 10⁻¹⁸ dollars
const ONE = pricedAt("1");
