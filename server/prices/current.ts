import type { ModelInfo, ModelPrice, Provider } from "@pydantic/genai-prices";

/** Today's list prices come from the package genai-prices: its data is of this day, whatever today is. */
export const currentSource = {
  tag: "genai-prices",
  version: "0.1.8",
  date: "2026-09-23",
  licence: "MIT",
} as const;

/** Dollars a million tokens in the smallest context tier. A kind that the seller does not price is left out. */
export interface CurrentRates {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number;
  readonly cacheWrite?: number; // kept for minutes
  readonly cacheWriteHour?: number;
}

export interface CurrentPrice {
  readonly provider: string; // as in our data: "xai"
  readonly model: string;
  readonly rates: CurrentRates;
  /** Since when the package has this price; null: it does not say. */
  readonly since: string | null;
  /** Longer prompts cost this from so many input tokens on. */
  readonly longContext: { readonly above: number; readonly rates: CurrentRates } | null;
  /** Hours of the day, UTC, at which it costs this; `rates` are off-peak then. */
  readonly peak: { readonly hours: readonly string[]; readonly rates: CurrentRates } | null;
  /** Prices announced for later days. */
  readonly scheduled: readonly { readonly from: string; readonly rates: CurrentRates }[];
  readonly remark: string | null; // the package's own, English
  readonly pages: readonly string[]; // the seller's price pages
  readonly source: typeof currentSource;
}

/** The package's names of our sellers. Alibaba, Xiaomi and StepFun are not in it as sellers of their own. */
const idsThere: Readonly<Record<string, string>> = {
  anthropic: "anthropic",
  cohere: "cohere",
  deepseek: "deepseek",
  google: "google",
  minimax: "minimax",
  mistral: "mistral",
  moonshotai: "moonshotai",
  openai: "openai",
  perplexity: "perplexity",
  xai: "x-ai",
  zai: "zai",
};

/** 466 KiB of prices: loaded when first asked for, on the server alone. */
const load = () => import("@pydantic/genai-prices");

/** The list price in force on the day of `at`; null: the package does not know the model at this seller. */
export async function currentPrice(provider: string, model: string, at: Date): Promise<CurrentPrice | null> {
  const id = idsThere[provider];
  if (!id) return null;
  const { calcPrice, findProvider } = await load();
  // One token each way: a million at once would be priced in the long-context tier.
  const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, model, { providerId: id, timestamp: at });
  const seller = findProvider({ providerId: id });
  if (!found || !seller || found.provider.id !== id) return null; // it also looks at other sellers of the name
  return describe(provider, model, found.model, seller, at);
}

/** Every model of the sellers we follow that has a price of input and output. */
export async function currentPrices(at: Date): Promise<CurrentPrice[]> {
  const { findProvider } = await load();
  return Object.entries(idsThere).flatMap(([provider, id]) => {
    const seller = findProvider({ providerId: id });
    return (seller?.models ?? []).flatMap((info) => describe(provider, info.id, info, seller as Provider, at) ?? []);
  });
}

/**
 * The package's list of prices read by hand, for two things its own rule gets wrong: a window of hours also applies to days
 * before it was introduced, and it knows no weekends. So the price of the day is the latest dated entry, hours aside.
 */
function describe(provider: string, model: string, info: ModelInfo, seller: Provider, at: Date): CurrentPrice | null {
  const entries = Array.isArray(info.prices) ? info.prices : [{ prices: info.prices }];
  const today = at.toISOString().slice(0, 10);
  const dated = entries.flatMap(({ constraint, prices }) =>
    constraint?.type === "time_of_date"
      ? []
      : [{ from: constraint?.type === "start_date" ? constraint.start_date : null, prices }],
  );
  const now = dated.findLast(({ from }) => from === null || from <= today);
  const rates = now && ratesOf(now.prices, 0);
  if (!now || !rates) return null;
  const above = firstTier(now.prices);
  const long = above === null ? null : ratesOf(now.prices, above + 1);
  const hours = entries.flatMap(({ constraint, prices }) =>
    constraint?.type === "time_of_date"
      ? [{ hours: `${constraint.start_time.slice(0, 5)}–${constraint.end_time.slice(0, 5)}`, prices }]
      : [],
  );
  const peakRates = hours.length > 0 ? ratesOf(hours[0].prices, 0) : null;
  return {
    provider,
    model,
    rates,
    since: now.from,
    longContext: above !== null && long ? { above, rates: long } : null,
    peak: peakRates ? { hours: hours.map((window) => window.hours), rates: peakRates } : null,
    scheduled: dated.flatMap(({ from, prices }) => {
      const later = from !== null && from > today ? ratesOf(prices, 0) : null;
      return from !== null && later ? [{ from, rates: later }] : [];
    }),
    remark: info.price_comments ?? null,
    pages: seller.pricing_urls ?? [],
    source: currentSource,
  };
}

const keys = {
  input: "input_mtok",
  output: "output_mtok",
  cachedInput: "cache_read_mtok",
  cacheWrite: "cache_write_mtok",
  cacheWriteHour: "cache_write_1h_mtok",
} as const;

/** Unit prices for a prompt of `tokens`; null for what is not sold by the token. */
function ratesOf(prices: ModelPrice, tokens: number): CurrentRates | null {
  const rate = (key: string): number | undefined => {
    const price = prices[key];
    if (price === undefined || typeof price === "number") return price;
    return price.tiers.findLast(({ start }) => tokens > start)?.price ?? price.base;
  };
  const [input, output] = [rate(keys.input), rate(keys.output)];
  if (!input || !output) return null;
  const more = (["cachedInput", "cacheWrite", "cacheWriteHour"] as const).flatMap((kind) => {
    const price = rate(keys[kind]);
    return price === undefined ? [] : [[kind, price] as const];
  });
  return { input, output, ...Object.fromEntries(more) };
}

function firstTier(prices: ModelPrice): number | null {
  const price = prices[keys.input];
  return price === undefined || typeof price === "number" ? null : (price.tiers[0]?.start ?? null);
}
