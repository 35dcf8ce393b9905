import { assert } from "../assert";

declare const unit: unique symbol;
/** A number that knows its unit: a rent and a token price are both dollars, and must not be mixed. */
type Measure<Name extends string> = number & { readonly [unit]: Name };

/** Dollars to rent or own one GPU for one hour. */
export type UsdPerGpuHour = Measure<"usd-per-gpu-hour">;
/** Power that one GPU draws with its share of the server around it. */
export type Kilowatts = Measure<"kilowatts">;
/** Power usage effectiveness: what the building draws for each unit that the servers draw; 1 is perfect. */
export type Pue = Measure<"pue">;
export type UsdPerKwh = Measure<"usd-per-kwh">;
/** Tokens that one busy GPU makes in a second. */
export type TokensPerSecond = Measure<"tokens-per-second">;
/** The share of the hours paid for in which the GPU is busy, 0 to 1. */
export type Utilisation = Measure<"utilisation">;
/** What the seller adds to cost, as a share of cost: 0.5 sells for one and a half times cost, −0.2 below cost. */
export type Markup = Measure<"markup">;
/** Dollars for a million tokens. */
export type UsdPerMtok = Measure<"usd-per-mtok">;
/** Tokens sold by one GPU in an hour paid for. */
export type TokensPerHour = Measure<"tokens-per-hour">;

const measure = (value: number, holds: boolean, what: string): number => {
  assert(Number.isFinite(value) && holds, `${what}, got ${value}`);
  return value;
};

export const usdPerGpuHour = (value: number) =>
  measure(value, value > 0, "a GPU-hour costs something") as UsdPerGpuHour;
export const kilowatts = (value: number) => measure(value, value >= 0, "power is not negative") as Kilowatts;
export const pue = (value: number) => measure(value, value >= 1, "a PUE is at least 1") as Pue;
export const usdPerKwh = (value: number) => measure(value, value >= 0, "power is not paid for taking") as UsdPerKwh;
export const tokensPerSecond = (value: number) =>
  measure(value, value > 0, "a busy GPU makes tokens") as TokensPerSecond;
export const utilisation = (value: number) =>
  measure(value, value > 0 && value <= 1, "utilisation is above 0 and at most 1") as Utilisation;
export const markup = (value: number) => measure(value, value > -1, "nobody pays for selling") as Markup;
export const usdPerMtok = (value: number) => measure(value, value >= 0, "a price is not negative") as UsdPerMtok;
