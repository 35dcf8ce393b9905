import type { Cents, Lots, Millionths, Ticks } from "../units";

/** A simulated participant (8.3). `kind` selects the behaviour in engine/agents; the rest is its parameters. */
export type ParticipantConfig =
  | MakerConfig
  | NoiseConfig
  | HedgerConfig
  | ValueConfig
  | MomentumConfig
  | ArbitrageConfig
  | CrowdConfig
  | ManipulatorConfig;

interface Funded {
  readonly benchmarks: readonly string[];
  readonly marginCash: Cents;
  readonly bankCash: Cents;
  readonly wakeEvery: number; // ms on the whole; those who look at one benchmark at a time: for each of them
}

/** Quotes both sides of every month for the spread. */
export interface MakerConfig extends Funded {
  readonly kind: "market-maker";
  readonly halfSpread: Ticks; // never less, in the nearest month
  readonly levels: number;
  readonly lotsPerLevel: Lots;
  readonly inventoryLimit: Lots;
  /** γ of Avellaneda and Stoikov, per tick, with inventory counted in `lotsPerLevel`. Left out in the first rooms. */
  readonly riskAversion?: Millionths;
}

/** Trades without knowing better, in clusters. */
export interface NoiseConfig extends Funded {
  readonly kind: "noise";
  readonly maxLots: Lots;
  readonly marketShare: Millionths; // of its orders that take
  /** Orders that an order sets off, on the whole. Left out in the first rooms. */
  readonly branching?: Millionths;
}

/** Buys or sells tokens and hours in its business, and hedges what is still to be priced. */
export interface HedgerConfig extends Funded {
  readonly kind: "hedger";
  readonly side: "long" | "short";
  readonly targetLots: Lots;
  readonly clipLots: Lots;
  /** How far the programme of a quarter is from the usual one: standard deviation. Left out in the first rooms. */
  readonly programme?: Millionths;
}

/** Has an opinion of what a month is worth, near fair value, and trades towards it. */
export interface ValueConfig extends Funded {
  readonly kind: "value";
  readonly signalError: Millionths; // standard deviation of its opinion around fair value
  readonly edge: Millionths; // of the price: nearer than that it does nothing
  readonly clipLots: Lots;
  readonly mostLots: Lots; // in one contract
}

/** Buys what rises and sells what falls. */
export interface MomentumConfig extends Funded {
  readonly kind: "momentum";
  readonly threshold: Millionths; // of the price: a trend of that size is worth a full position
  readonly clipLots: Lots;
  readonly mostLots: Lots;
}

/** Keeps neighbouring months in line: sells the dear one, buys the cheap one. */
export interface ArbitrageConfig extends Funded {
  readonly kind: "arbitrage";
  readonly edge: Ticks; // what a pair must earn beyond the spreads it crosses
  readonly clipLots: Lots;
  readonly mostLots: Lots; // in one contract
}

/** Many who read the news, some at once and most some minutes later, and trade in its direction. */
export interface CrowdConfig extends Funded {
  readonly kind: "crowd";
  readonly delay: number; // ms until it has reacted, on the whole
  readonly lotsPerPercent: Lots; // wanted for news that moves fair value by a percent
  readonly mostLots: Lots; // in one contract
}

/** Breaks 8.2 on purpose, in one style, every `wakeEvery` on the whole: for those who are to notice it. */
export interface ManipulatorConfig extends Funded {
  readonly kind: "manipulator";
  readonly style: "spoofing" | "layering" | "wash" | "marking-the-close";
  readonly lots: Lots; // of the orders it means
  /** Wash trades take two accounts, of one word and both roles: everything they agreed on comes from the word. */
  readonly pact?: { readonly word: string; readonly role: "rests" | "takes" };
}
