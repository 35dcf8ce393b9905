import type {
  Kilowatts,
  Markup,
  Pue,
  TokensPerHour,
  TokensPerSecond,
  UsdPerGpuHour,
  UsdPerKwh,
  UsdPerMtok,
  Utilisation,
} from "./units";

/** What one seller's token costs to make and what the seller adds: everything the model knows. */
export interface CostParameters {
  readonly gpuHour: UsdPerGpuHour;
  readonly power: Kilowatts;
  readonly pue: Pue;
  readonly electricity: UsdPerKwh;
  readonly throughput: TokensPerSecond;
  readonly utilisation: Utilisation;
  readonly markup: Markup;
}

/** In the order of the formula. */
export const levers = ["gpuHour", "power", "pue", "electricity", "throughput", "utilisation", "markup"] as const;
export type Lever = (typeof levers)[number];

const MILLION = 1e6;
const SECONDS_AN_HOUR = 3600;

/** Power of one GPU for an hour, with the building's share. */
export const powerAnHour = ({ power, pue, electricity }: CostParameters): UsdPerGpuHour =>
  (power * pue * electricity) as UsdPerGpuHour;

/** Everything an hour of one GPU costs, busy or not. */
export const costAnHour = (parameters: CostParameters): UsdPerGpuHour =>
  (parameters.gpuHour + powerAnHour(parameters)) as UsdPerGpuHour;

export const tokensAnHour = ({ throughput, utilisation }: CostParameters): TokensPerHour =>
  (throughput * SECONDS_AN_HOUR * utilisation) as TokensPerHour;

/** What a million tokens cost to make: every cost of the hour over what the hour makes. */
export const costPerMtok = (parameters: CostParameters): UsdPerMtok =>
  ((costAnHour(parameters) / tokensAnHour(parameters)) * MILLION) as UsdPerMtok;

/** (GPU-hour + kW × PUE × power price) ÷ (tokens per second × 3600 × utilisation) × 10⁶ × (1 + markup). */
export const pricePerMtok = (parameters: CostParameters): UsdPerMtok =>
  (costPerMtok(parameters) * (1 + parameters.markup)) as UsdPerMtok;

/** What a price is made of. The four parts sum to it. */
export interface PriceParts {
  readonly gpu: UsdPerMtok; // the GPU, were it busy every hour paid for
  readonly electricity: UsdPerMtok; // its power, likewise
  readonly idle: UsdPerMtok; // the hours paid for and not used
  readonly markup: UsdPerMtok; // negative when sold below cost
  readonly price: UsdPerMtok;
}

export function partsOf(parameters: CostParameters): PriceParts {
  const busy = parameters.throughput * SECONDS_AN_HOUR;
  const gpu = (parameters.gpuHour / busy) * MILLION;
  const electricity = (powerAnHour(parameters) / busy) * MILLION;
  const cost = costPerMtok(parameters);
  const price = pricePerMtok(parameters);
  return {
    gpu: gpu as UsdPerMtok,
    electricity: electricity as UsdPerMtok,
    idle: (cost - gpu - electricity) as UsdPerMtok,
    markup: (price - cost) as UsdPerMtok,
    price,
  };
}

/** The direct share of power in the cost: small, which is why power is a limit to capacity more than a driver of price. */
export const powerShare = (parameters: CostParameters): number => powerAnHour(parameters) / costAnHour(parameters);
