import { type CostParameters, costPerMtok, type Lever, powerAnHour, pricePerMtok } from "@/engine/cost/model";
import type { UsdPerMtok } from "@/engine/cost/units";
import { leverRanges } from "./ranges";

/** What a lever would have to be for the model to give an observed price, the others as they are. */
export type Explanation =
  | { readonly lever: Lever; readonly found: true; readonly value: number; readonly usual: boolean }
  | {
      readonly lever: Lever;
      readonly found: false;
      readonly needed: number;
      readonly least: number;
      readonly most: number;
    };

/** Levers that could explain a price. Power never could: it is too small a part. */
export const explainingLevers = ["gpuHour", "throughput", "utilisation", "markup"] as const;
export type ExplainingLever = (typeof explainingLevers)[number];

/** Each lever alone against the observed price. Shares are shares here, not percent. */
export function explain(parameters: CostParameters, observed: UsdPerMtok): Explanation[] {
  return explainingLevers.map((lever) => {
    const needed = solveFor(lever, parameters, observed);
    const { unit, least, most, usual } = leverRanges[lever];
    const typed = unit === "percent" ? needed * 100 : needed;
    if (typed < least || typed > most) {
      const scale = unit === "percent" ? 100 : 1;
      return { lever, found: false, needed, least: least / scale, most: most / scale };
    }
    return { lever, found: true, value: needed, usual: typed >= usual[0] && typed <= usual[1] };
  });
}

/** The formula turned round for one lever; may be outside what the lever can be, even negative. */
export function solveFor(lever: ExplainingLever, parameters: CostParameters, observed: UsdPerMtok): number {
  const ratio = observed / pricePerMtok(parameters);
  switch (lever) {
    case "gpuHour":
      return (parameters.gpuHour + powerAnHour(parameters)) * ratio - powerAnHour(parameters);
    case "throughput":
      return parameters.throughput / ratio;
    case "utilisation":
      return parameters.utilisation / ratio;
    case "markup":
      return observed / costPerMtok(parameters) - 1;
  }
}
