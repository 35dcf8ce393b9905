import { type Cents, cents } from "@/engine/units";
import { type BillPrice, type BillPrices, billPrices, type KindPrices } from "@/tokens/prices/bill-prices";
import { daysBetween, lastDayOf } from "@/tokens/prices/dates";
import type { TieredSpell, TierPrice } from "@/tokens/prices/tiers";
import { type Exact, priced, toCents } from "./money";
import type { Tokens, Usage } from "./usage";

export const lineKinds = [
  "input",
  "batchInput",
  "cachedInput",
  "cacheWrite",
  "cacheWriteHour",
  "output",
  "batchOutput",
] as const;
export type LineKind = (typeof lineKinds)[number];

/**
 * Why a line is billed at another price than it would be: the seller sells no batches then, or no price of an hour's write
 * or of long requests is known. `from`: the first day on which one is known of this model; null: none is.
 */
export type Remark =
  | { readonly why: "no-batch" }
  | { readonly why: "no-hour-price" | "no-long-price"; readonly from: string | null };

/** One kind of token over the days of one price. */
export interface BillLine {
  readonly kind: LineKind;
  /** Of requests with a long prompt. */
  readonly long: boolean;
  readonly prices: BillPrices;
  readonly tokens: number;
  readonly price: BillPrice;
  /** The row of price-tiers.csv that the price is from; null: it is a plain price. */
  readonly tier: TierPrice | null;
  readonly amount: Cents;
  readonly remarks: readonly Remark[];
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
export function billFor(usage: Usage, spells: readonly TieredSpell[], month: string): Billed {
  const stretches = stretchesOf(spells, `${month}-01`, lastDayOf(month));
  if (stretches.length === 0) {
    return { ok: false, refusal: { reason: "no-price-yet", month, first: spells[0]?.from ?? null } };
  }
  const lines = linesOver(stretches, usage);
  const bill: Bill = {
    month,
    lines,
    total: sum(lines),
    reasoning: ofReasoning(usage, lines),
    days: stretches.reduce((all, stretch) => all + daysIn(stretch), 0),
    daysInMonth: Number(lastDayOf(month).slice(8)),
  };
  return { ok: true, bill };
}

/** What `usage` of the days `from` to `to` cost, not rounded, spread over those with a price. Null: none of them has one. */
export function costOver(usage: Usage, spells: readonly TieredSpell[], from: string, to: string): Exact | null {
  const stretches = stretchesOf(spells, from, to);
  if (stretches.length === 0) return null;
  const lines = linesOver(stretches, usage);
  return lines.reduce((all, { tokens, price }) => all + priced(tokens, price.text), 0n) as Exact;
}

function linesOver(stretches: readonly Stretch[], usage: Usage): BillLine[] {
  const days = stretches.map(daysIn);
  const usual = spreadOver(days, usage);
  const long = spreadOver(days, usage.long);
  return stretches.flatMap((stretch, i) => [...linesOf(usual[i], stretch, false), ...linesOf(long[i], stretch, true)]);
}

interface Stretch {
  readonly prices: BillPrices;
  readonly spell: TieredSpell;
}

const daysIn = ({ prices: { from, to } }: Stretch): number => daysBetween(from, to) + 1;

/** The prices of the days `first` to `last`, each with its own. */
function stretchesOf(spells: readonly TieredSpell[], first: string, last: string): Stretch[] {
  return spells
    .filter(({ from, to }) => from <= last && (to === null || to >= first))
    .map((spell) => {
      const { from, to, observation, tiers } = spell;
      const days = [from < first ? first : from, to === null || to > last ? last : to] as const;
      return { prices: billPrices(observation, ...days, tiers), spell };
    })
    .filter(({ prices: { from, to } }) => from <= to); // a price replaced on its own day had none
}

type Counts = Readonly<Record<LineKind, number>>;

/** Each kind apart from what is inside it. */
function spreadOver(days: readonly number[], tokens: Tokens): Counts[] {
  const apart: Counts = {
    input: tokens.input - tokens.batchInput,
    batchInput: tokens.batchInput,
    cachedInput: tokens.cachedInput,
    cacheWrite: tokens.cacheWrite - tokens.cacheWriteHour,
    cacheWriteHour: tokens.cacheWriteHour,
    output: tokens.output - tokens.batchOutput,
    batchOutput: tokens.batchOutput,
  };
  const shares = lineKinds.map((kind) => spread(apart[kind], days));
  return days.map((_, i) => Object.fromEntries(lineKinds.map((kind, k) => [kind, shares[k][i]])) as unknown as Counts);
}

const linesOf = (counts: Counts, stretch: Stretch, long: boolean): BillLine[] =>
  lineKinds.flatMap((kind) => (counts[kind] === 0 ? [] : [lineOf(kind, counts[kind], stretch, long)]));

function lineOf(kind: LineKind, tokens: number, { prices, spell }: Stretch, long: boolean): BillLine {
  const at: KindPrices = (long && prices.long) || prices;
  const remarks: Remark[] = [];
  if (long && !prices.long) remarks.push({ why: "no-long-price", from: spell.tiersFrom.long });
  if (at[kind] === null) {
    const isHour = kind === "cacheWriteHour";
    remarks.push(isHour ? { why: "no-hour-price", from: spell.tiersFrom.hour } : { why: "no-batch" });
  }
  const price = at[kind] ?? at[instead[kind]];
  const tier = long && prices.long ? prices.long.tier : kind === "cacheWriteHour" ? prices.hour : null;
  return { kind, long, prices, tokens, price, tier, amount: toCents(priced(tokens, price.text)), remarks };
}

/** What is charged where the seller has no price of a kind. */
const instead = {
  input: "input",
  batchInput: "input",
  cachedInput: "cachedInput",
  cacheWrite: "cacheWrite",
  cacheWriteHour: "cacheWrite",
  output: "output",
  batchOutput: "output",
} as const satisfies Record<LineKind, keyof KindPrices>;

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

/** Reasoning is a part of output alike in batches and outside, so it has its share of every output line of its requests. */
function ofReasoning(usage: Usage, lines: readonly BillLine[]): Cents {
  const share = ({ reasoning, output }: Tokens, long: boolean): bigint => {
    if (reasoning === 0) return 0n;
    const exact = lines
      .filter((line) => line.long === long && (line.kind === "output" || line.kind === "batchOutput"))
      .reduce((total, { tokens, price }) => total + priced(tokens, price.text), 0n);
    return (exact * BigInt(reasoning)) / BigInt(output);
  };
  return toCents((share(usage, false) + share(usage.long, true)) as Exact);
}
