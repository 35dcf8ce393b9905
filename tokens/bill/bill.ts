import { type Cents, cents } from "@/engine/units";
import { type BillPrice, type BillPrices, billPrices } from "@/tokens/prices/bill-prices";
import { daysBetween, lastDayOf } from "@/tokens/prices/dates";
import type { PriceSpell } from "@/tokens/prices/history";
import { type Exact, priced, toCents } from "./money";
import type { Usage } from "./usage";

export const lineKinds = ["input", "batchInput", "cachedInput", "cacheWrite", "output", "batchOutput"] as const;
export type LineKind = (typeof lineKinds)[number];

/** One kind of token over the days of one price. */
export interface BillLine {
  readonly kind: LineKind;
  readonly prices: BillPrices;
  readonly tokens: number;
  readonly price: BillPrice;
  readonly amount: Cents;
  /** A batch that the seller did not offer yet: billed at the full price. */
  readonly noBatch: boolean;
}

/** Each line is exact and then rounded to the cent, half up; the total is the sum of the lines, so that it adds up. */
export interface Bill {
  readonly month: string;
  readonly lines: readonly BillLine[];
  readonly total: Cents;
  /** Of the total: reasoning, inside output. */
  readonly reasoning: Cents;
  /** Days of the month on which a price is known; usage is spread evenly over these. */
  readonly days: number;
  readonly daysInMonth: number;
}

export interface NoPriceYet {
  readonly reason: "no-price-yet";
  readonly month: string;
  readonly first: string | null; // the day of the first price; null: there is none
}

export type Billed = { readonly ok: true; readonly bill: Bill } | { readonly ok: false; readonly refusal: NoPriceYet };

/** What `usage` cost in `month` at the prices of `spells`. */
export function billFor(usage: Usage, spells: readonly PriceSpell[], month: string): Billed {
  const stretches = stretchesOf(spells, month);
  if (stretches.length === 0) {
    return { ok: false, refusal: { reason: "no-price-yet", month, first: spells[0]?.from ?? null } };
  }
  const days = stretches.map(({ from, to }) => daysBetween(from, to) + 1);
  const tokens = {
    input: spread(usage.input - usage.batchInput, days),
    batchInput: spread(usage.batchInput, days),
    cachedInput: spread(usage.cachedInput, days),
    cacheWrite: spread(usage.cacheWrite, days),
    output: spread(usage.output - usage.batchOutput, days),
    batchOutput: spread(usage.batchOutput, days),
  };
  const lines = stretches.flatMap((prices, i) =>
    lineKinds.flatMap((kind) => (tokens[kind][i] === 0 ? [] : [lineOf(kind, tokens[kind][i], prices)])),
  );
  const bill: Bill = {
    month,
    lines,
    total: sum(lines),
    reasoning: ofReasoning(usage, lines),
    days: days.reduce((a, b) => a + b, 0),
    daysInMonth: Number(lastDayOf(month).slice(8)),
  };
  return { ok: true, bill };
}

/** The prices of one calendar month, each with its days. */
function stretchesOf(spells: readonly PriceSpell[], month: string): BillPrices[] {
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  return spells
    .filter(({ from, to }) => from <= last && (to === null || to >= first))
    .map(({ from, to, observation }) =>
      billPrices(observation, from < first ? first : from, to === null || to > last ? last : to),
    )
    .filter(({ from, to }) => from <= to); // a price replaced on its own day had none
}

function lineOf(kind: LineKind, tokens: number, prices: BillPrices): BillLine {
  const price = prices[kind] ?? (kind === "batchInput" ? prices.input : prices.output);
  return { kind, prices, tokens, price, amount: toCents(priced(tokens, price.text)), noBatch: prices[kind] === null };
}

/** Whole tokens for each stretch by its days; the shares sum to all of them. */
function spread(tokens: number, days: readonly number[]): number[] {
  const all = BigInt(days.reduce((a, b) => a + b, 0));
  let until = 0n;
  let given = 0n;
  return days.map((some) => {
    until += BigInt(some);
    const share = (BigInt(tokens) * until) / all - given;
    given += share;
    return Number(share);
  });
}

const sum = (lines: readonly BillLine[]): Cents => cents(lines.reduce((total, { amount }) => total + amount, 0));

/** Reasoning is a part of output alike in batches and outside, so it has its share of every output line. */
function ofReasoning({ reasoning, output }: Usage, lines: readonly BillLine[]): Cents {
  if (reasoning === 0) return cents(0);
  const exact = lines
    .filter(({ kind }) => kind === "output" || kind === "batchOutput")
    .reduce((total, { tokens, price }) => total + priced(tokens, price.text), 0n);
  return toCents(((exact * BigInt(reasoning)) / BigInt(output)) as Exact);
}
