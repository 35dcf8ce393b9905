/**
 * The vocabulary of what a token costs. An observation is one row of content/prices: it is never edited. A correction is a
 * new row that names the one it supersedes.
 */

/** A decimal as its source wrote it, beside the number: pages show the text, calculations use the number. */
export interface Amount {
  readonly text: string; // "0.003625"
  readonly value: number;
}

/** Dollars for a million tokens of each kind; null: not observed. */
export interface TokenPrices {
  readonly input: Amount;
  readonly output: Amount;
  readonly cachedInput: Amount | null;
  readonly cacheWrite: Amount | null;
}

/**
 * What `date` is. `effective`: the source dates the change. `release`: the model's release. `announcement`: the seller
 * said so that day. `first_seen`: the first day a source shows it, so the change is of that day or earlier.
 */
export const dateKinds = ["effective", "release", "announcement", "first_seen"] as const;
export type DateKind = (typeof dateKinds)[number];

/** A: a dated source within 130 days shows the same price. B: a source shows it, later. C: an announcement alone. */
export const confidences = ["A", "B", "C"] as const;
export type Confidence = (typeof confidences)[number];

/**
 * Why a row is not simply a price in force. `feed-error`: the feed was wrong, kept as a teaching case. `disputed`: sources
 * of the same days disagree and later rows side with another. `cancelled`: announced, then withdrawn. These three count
 * nowhere but in the list of such cases. `promotional`: less than this was charged; `off-peak`: at other hours it costs
 * more; `scheduled`: announced for a later day. These count, with the remark.
 */
export const flags = ["feed-error", "disputed", "cancelled", "promotional", "off-peak", "scheduled"] as const;
export type Flag = (typeof flags)[number];

/** The two places in each seller's price list that benchmarks follow. */
export const slots = ["premium", "economy"] as const;
export type Slot = (typeof slots)[number];
export const regions = ["US", "CN", "EU"] as const;
export type Region = (typeof regions)[number];

/** One dated, sourced list price of one model at one seller. */
export interface Observation {
  readonly id: string; // "p0042" of price-points.csv, "s0042" of slot-prices.csv: stable, cited by pages
  readonly date: string; // since when, "2026-09-23"
  readonly dateKind: DateKind;
  readonly knownOn: string; // the first day a source of this collection shows it, or the seller said so
  readonly provider: string; // "anthropic"
  readonly model: string;
  /** Curated rows alone: whose slot this price is from `date` on. */
  readonly slot: Slot | null;
  readonly region: Region | null;
  readonly currency: "USD";
  readonly unit: "Mtok";
  readonly prices: TokenPrices;
  readonly confidence: Confidence | null; // null: as the feed had it, not looked at
  readonly sources: readonly string[]; // tags of sources.json
  readonly sourceText: string; // as recorded, with versions and dates
  readonly flag: Flag | null;
  /** A second look said that an unusual value is right; the guards let it pass. */
  readonly confirmed: boolean;
  readonly supersedes: string | null; // the id of the row this one corrects
  readonly note: string; // in plain words: what was wrong, what else was charged
  readonly file: string;
  readonly line: number;
}

/** Rows that never count as a price (3.2 and the known feed errors). */
export const countsAsPrice = ({ flag }: Observation): boolean =>
  flag !== "feed-error" && flag !== "disputed" && flag !== "cancelled";

/** A source by its tag: shown with its licence wherever its figures are. */
export interface Source {
  readonly tag: string;
  readonly name: string;
  readonly covers: string;
  readonly address: string | null; // where it is public
  readonly licence: string;
}

/** A day worth marking on a chart. */
export interface PriceEvent {
  readonly date: string;
  readonly kind: "cut" | "rise" | "launch" | "market" | "scheduled" | "cancelled";
  readonly title: { readonly en: string; readonly zh: string };
  readonly providers: readonly string[];
  readonly observations: readonly string[]; // ids, when the collection has the prices
  readonly source: string;
}
