import type { ParticipantConfig } from "./agents/participant-config";
import type { Scenario } from "./scenario/scenario";
import type { SurveillanceRules } from "./surveillance/rules";
import type { Cents, Level, Lots, Millionths, Ticks } from "./units";
import type { FactorsConfig, WorldConfig } from "./world/world-config";

export type { ParticipantConfig } from "./agents/participant-config";

/** Every number of the rulebook that a class may change. The comments name the rule. */
export interface RoomConfig {
  readonly calendar: CalendarConfig;
  readonly benchmarks: readonly BenchmarkConfig[];
  readonly factors: FactorsConfig; // what moves all sellers' costs
  readonly listing: { readonly months: number; readonly quarters: number }; // 2.3
  readonly orders: OrderRules;
  readonly limits: LimitRules;
  readonly settlement: SettlementRules;
  readonly margin: MarginRules;
  readonly money: { readonly marginCash: Cents; readonly bankCash: Cents; readonly fund: Cents }; // 7.1, 7.6
  readonly participants: readonly ParticipantConfig[];
  /** Runs from day 1. Left out: none, until somebody starts one. */
  readonly scenario?: Scenario;
  /** Rules 8.1 and 8.2. Left out: nobody watches. */
  readonly surveillance?: SurveillanceRules;
}

/** Rule 1. Times of day in milliseconds after midnight UTC. */
export interface CalendarConfig {
  readonly firstDay: string; // ISO date of day 1
  readonly preOpen: number;
  readonly open: number;
  readonly closingWindow: number;
  readonly close: number;
  readonly fixing: number;
}

/** What is priced, how its futures are cut into lots and ticks, and who sells it. */
export interface BenchmarkConfig {
  readonly id: string; // "PREM"
  readonly unit: "Mtok" | "h";
  readonly currency: "USD";
  readonly lotSize: number; // units in one lot (2.1)
  readonly tickDecimals: number; // 3: one tick is 0.001 (2.2)
  readonly tickValue: Cents; // of one tick on one lot (2.2)
  readonly fee: { readonly taker: Cents; readonly maker: Cents }; // per lot filled (4.1)
  readonly positionLimit: Lots; // net per benchmark (5.3)
  readonly positionLimitSettlementMonth: Lots; // (5.3)
  readonly fixedInitial?: Cents; // initial margin of a lot, instead of 7.2: for classes that want round numbers
  readonly startLevel: Level; // last real fixing (3.5)
  readonly minSellers: number; // fewer: withheld (3.3)
  readonly oneGood: boolean; // many sellers of one good: outliers are screened against the day's median (3.2)
  readonly sellers: readonly SellerConfig[];
  readonly world: WorldConfig; // how its sellers' list prices move
}

/** A simulated seller. Its slot price is (3 × input + output) / 4 for tokens, `input` alone for GPU-hours. Dollars. */
export interface SellerConfig {
  readonly name: string;
  readonly input: number;
  readonly output: number;
  /** Whose hardware and rivals it has; left out: US. */
  readonly region?: "US" | "CN";
}

/** Rule 4. */
export interface OrderRules {
  readonly marketProtection: Millionths; // 4.3, from the touch
  readonly priceBand: Millionths; // 4.3, through the mark
  readonly maxLots: Lots; // 4.2
  readonly clientIdDays: number; // 4.6
}

/** Rule 5. */
export interface LimitRules {
  readonly steps: readonly Millionths[]; // 10 → 13 → 15 %
  readonly lockWindow: number; // milliseconds before the close
}

/** Rule 6.1. */
export interface SettlementRules {
  readonly minLots: Lots;
  readonly minPairs: number;
  readonly maxSpread: Millionths;
  readonly maxSpreadTicks: Ticks;
}

/** Rule 7. */
export interface MarginRules {
  readonly overLimit: Millionths; // points above the limit (7.2)
  readonly maintenance: Millionths; // of the requirement (7.2)
  readonly spreadCredit: Millionths; // weight of the netted part (7.3): 750,000
  readonly checkEvery: number; // ms of continuous trading (7.5)
  readonly callTime: number; // ms of continuous trading (7.5)
  readonly closeOutAtOnce: Millionths; // of maintenance (7.5)
  readonly closeOutEvery: number; // ms (7.5)
  readonly closeOutShare: Millionths; // of the position as close-out began (7.5)
  readonly closeOutBand: Millionths; // around the mark (7.5)
}
