import { type CostParameters, type Lever, levers, powerShare, pricePerMtok } from "@/engine/cost/model";

export type Elasticities = Readonly<Record<Lever, number>>;

/**
 * By how many percent the price moves for one percent of a lever, the others standing still: ∂ ln price / ∂ ln lever.
 * Three laws hold: the GPU-hour and the power price together move it one for one (the cost is linear in what it is made of);
 * the three levers of power move it alike, since only their product counts; throughput and utilisation are both −1.
 */
export function elasticities(parameters: CostParameters): Elasticities {
  const ofPower = powerShare(parameters);
  return {
    gpuHour: 1 - ofPower,
    power: ofPower,
    pue: ofPower,
    electricity: ofPower,
    throughput: -1,
    utilisation: -1,
    markup: parameters.markup / (1 + parameters.markup),
  };
}

/** The price's change, as a share of it, when one lever is multiplied by `factor`: exact, where an elasticity is the slope. */
export function changeWhen(parameters: CostParameters, lever: Lever, factor: number): number {
  const moved = { ...parameters, [lever]: parameters[lever] * factor };
  return pricePerMtok(moved) / pricePerMtok(parameters) - 1;
}

/** Levers by how much they move the price, the strongest first; as strong, in the formula's order. */
export function strongestFirst(of: Elasticities): Lever[] {
  return [...levers].sort((a, b) => Math.abs(of[b]) - Math.abs(of[a]) || levers.indexOf(a) - levers.indexOf(b));
}
