import { type ModelKey, modelName, type PriceHistory } from "./history";
import type { Observation, TokenPrices } from "./observation";
import type { TierPrice, Tiers } from "./tiers";

/**
 * How a price that no source shows was worked out: `share` of the price of input or output. `why` names the reason, for the
 * page to put in words: a usual discount, or that there was none so that full price is charged.
 */
export interface Derived {
  readonly of: "input" | "output";
  readonly share: number;
  readonly why: "no-discount-known" | "no-surcharge-known" | "usual-cache-write" | "usual-batch" | "billed-as-output";
}

/** Dollars a million tokens. `derived` null: observed, and `observation` is where. */
export interface BillPrice {
  readonly value: number;
  readonly text: string;
  readonly derived: Derived | null;
}

/** What each kind of token costs; batch is null where the seller offers none, an hour's write where no price is known. */
export interface KindPrices {
  readonly input: BillPrice;
  readonly cachedInput: BillPrice;
  readonly cacheWrite: BillPrice;
  readonly cacheWriteHour: BillPrice | null;
  readonly output: BillPrice;
  readonly reasoning: BillPrice;
  readonly batchInput: BillPrice | null;
  readonly batchOutput: BillPrice | null;
}

/** The prices of one bill over the days of one price. */
export interface BillPrices extends KindPrices {
  readonly from: string;
  readonly to: string;
  readonly observation: Observation;
  /** The row that `cacheWriteHour` is from. */
  readonly hour: TierPrice | null;
  /** Of requests with a long prompt; null: the seller asks no more for them, or it is not known. */
  readonly long: (KindPrices & { readonly tier: TierPrice & { readonly above: number } }) | null;
}

const noTiers: Tiers = { long: null, hour: null };

/** Since when each seller sells batches at half price. */
const batchSince: Readonly<Record<string, string>> = {
  openai: "2024-04-15",
  anthropic: "2024-10-08",
  mistral: "2024-11-07",
  google: "2025-07-07",
};
const BATCH_SHARE = 0.5;

/** Writing to the cache for minutes; GPT asks for it from 5.6 on, Claude as long as it has a cache. */
const cacheWriteShares: readonly { readonly model: RegExp; readonly share: number }[] = [
  { model: /^claude-3-haiku/, share: 1.2 },
  { model: /^claude-/, share: 1.25 },
  { model: /^gpt-(5\.6|[6-9])/, share: 1.25 },
];

/** The prices of a past month for a bill, one for each stretch of days between changes. Empty: no price is known then. */
export const billPricesIn = (history: PriceHistory, key: ModelKey, month: string): BillPrices[] =>
  history.inMonth(key, month).map(({ from, to, observation }) => billPrices(observation, from, to ?? from));

export function billPrices(
  observation: Observation,
  from: string,
  to: string,
  { long, hour }: Tiers = noTiers,
): BillPrices {
  const pricesOf = (prices: TokenPrices, tier: TierPrice | null) => kindPrices(prices, tier, observation, to);
  return {
    from,
    to,
    observation,
    hour,
    ...pricesOf(observation.prices, hour),
    long:
      long?.prices && long.above !== null
        ? { ...pricesOf(long.prices, long), tier: { ...long, above: long.above } }
        : null,
  };
}

function kindPrices(
  prices: TokenPrices,
  tier: TierPrice | null,
  { provider, model }: Observation,
  to: string,
): KindPrices {
  const { input, output, cachedInput, cacheWrite } = prices;
  const share = (of: Derived["of"], part: number, why: Derived["why"]): BillPrice => {
    const value = roundedPrice((of === "input" ? input : output).value * part);
    return { value, text: String(value), derived: { of, share: part, why } };
  };
  const seen = (amount: { readonly value: number; readonly text: string }): BillPrice => ({ ...amount, derived: null });
  const writeShare =
    cachedInput && cacheWriteShares.find(({ model: named }) => named.test(modelName({ model })))?.share;
  const hasBatch = batchSince[provider] !== undefined && batchSince[provider] <= to;
  return {
    input: seen(input),
    cachedInput: cachedInput ? seen(cachedInput) : share("input", 1, "no-discount-known"),
    cacheWrite: cacheWrite
      ? seen(cacheWrite)
      : writeShare
        ? share("input", writeShare, "usual-cache-write")
        : share("input", 1, "no-surcharge-known"),
    cacheWriteHour: tier?.cacheWriteHour ? seen(tier.cacheWriteHour) : null,
    output: seen(output),
    reasoning: share("output", 1, "billed-as-output"),
    batchInput: hasBatch ? share("input", BATCH_SHARE, "usual-batch") : null,
    batchOutput: hasBatch ? share("output", BATCH_SHARE, "usual-batch") : null,
  };
}

/** To a ten-thousandth of a cent, so that 0.1 × 1.25 is written 0.125. */
const roundedPrice = (value: number): number => Math.round(value * 1e6) / 1e6;
