import type { Millionths } from "../units";

/**
 * What a shock moves, in the words of the cost model (`engine/world`): the levers of everybody's cost, what buyers want,
 * what one seller asks, what the venue's operator rules, or a mistake in a feed.
 */
export type ShockLever =
  | "gpu-hour" // what an hour of hardware costs
  | "power" // what a kilowatt-hour costs
  | "throughput" // tokens a second: up is cheaper
  | "demand" // tokens wanted: more is scarcer
  | "utilisation" // share of paid hours that are busy: up is cheaper
  | "export-controls" // price of a region's hardware: 0.4 makes it forty percent dearer, and it is scarcer
  | "subsidy" // what is left to pay of a region's cost: −0.3 if somebody else pays, or a price war forgoes, thirty percent
  | "frontier-model" // what buyers still pay for the models of a benchmark now that a better one is out: −0.3, so they cut
  | "seller-price" // one seller cuts or raises its list price
  | "feed-error"; // what a seller's price was published as; it is corrected at the end

/** When, counted from the day the scenario begins: day 1 is its first trading day. */
export interface ScenarioTime {
  readonly day: number;
  /** Time of day in milliseconds after midnight UTC; left out: overnight, after that day's fixing. */
  readonly time?: number;
}

/** How a shock's size is there over its days. */
export type ShockShape =
  | "step" // at once, and stays
  | "pulse" // at once, and gone after its days
  | "ramp" // grows evenly over its days, and stays
  | "decay"; // at once, then half of it is gone every so many days

/** A dated cause from outside. What it does to prices is not here: that is the transmission. */
export interface Shock {
  readonly id: string; // unique in its scenario; names the cause in every decomposition
  readonly title?: string; // in the words of whoever wrote it; presets have theirs in the messages
  readonly at: ScenarioTime;
  readonly lever: ShockLever;
  /** Change of the lever as a share of it: −0.3 is thirty percent less. Above −1. */
  readonly size: number;
  readonly shape: ShockShape;
  /** Trading days: how long a pulse lasts, a ramp grows, a decay needs for half of it. Of a step: left out. */
  readonly days?: number;
  /** Left out: everywhere. */
  readonly region?: "US" | "CN";
  /** Which benchmark's sellers, for "seller-price", "frontier-model" and "feed-error". */
  readonly benchmark?: string;
  /** Name of the seller, for "seller-price" and "feed-error". */
  readonly seller?: string;
}

/** What the operator of the venue does: rules that change while the scenario runs. */
export interface Ruling {
  readonly id: string;
  readonly title?: string;
  readonly at: ScenarioTime;
  readonly benchmark: string;
  readonly rule:
    | { readonly kind: "limit"; readonly rate: Millionths } // 5.1: of the next trading days
    | { readonly kind: "margin"; readonly overLimit: Millionths } // 7.2
    | { readonly kind: "position-limit"; readonly lots: number } // 5.3: of the months beyond the settlement month
    | { readonly kind: "halt"; readonly minutes: number }; // 4.7: every month of the benchmark
}

/** What people are told, and how it compares with what was expected. A preset's text is in the messages, under its id. */
export interface NewsItem {
  readonly id: string;
  readonly headline?: string;
  readonly at: ScenarioTime;
  /** The shock or ruling it tells of. A rumour that proves wrong tells of none. */
  readonly about?: string;
  /** Figures in the news' own unit, e.g. dollars per Mtok. */
  readonly prior?: number;
  readonly expected?: number;
  readonly actual?: number;
}

/** How shocks reach list prices: assumed, and kept apart from what happened. */
export interface Transmission {
  /** How much of a lever's change in the cost a list price takes over, in log terms: 1 is all of it. */
  readonly passThrough: number;
  /** Mean trading days until a seller whose cost moved a good deal reprices. */
  readonly lagDays: number;
  /** Log change of the scarcity factor for a log change of demand. */
  readonly demandElasticity: number;
}

/** A file of dated shocks. The same file in the same room gives the same market. */
export interface Scenario {
  readonly id: string;
  readonly title?: string;
  readonly transmission: Transmission;
  readonly shocks: readonly Shock[];
  readonly rulings: readonly Ruling[];
  readonly news: readonly NewsItem[];
}
