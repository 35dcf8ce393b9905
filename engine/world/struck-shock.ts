import { exp, log } from "../math";
import type { Shock, Transmission } from "../scenario/scenario";
import type { Cause } from "./causes";
import { atTheStart, type Levers, type Region } from "./factors";
import type { TokenPrices } from "./world-config";

/** Where a seller is: what decides whether a shock concerns it, and how it answers. */
export interface Address {
  readonly benchmark: string;
  readonly region: Region;
  readonly seller: string;
  readonly unit: "Mtok" | "h";
  readonly follow: TokenPrices["follow"];
}

/** A shock that has happened, from the night of `day` on. */
export class StruckShock {
  readonly cause: Cause;

  constructor(
    readonly shock: Shock,
    readonly transmission: Transmission,
    readonly day: number,
  ) {
    this.cause = `shock:${shock.id}`;
  }

  /** It is about this very price list, which shows it at once. */
  isAbout({ benchmark, seller }: Address): boolean {
    const { lever } = this.shock;
    if (lever !== "seller-price" && lever !== "feed-error") return false;
    return this.shock.benchmark === benchmark && this.shock.seller === seller;
  }

  /** It is about the leader's price list, which this seller may copy. */
  leads({ benchmark, seller, follow }: Address): boolean {
    const { shock } = this;
    if (shock.lever !== "seller-price" || shock.benchmark !== benchmark) return false;
    return follow !== null && shock.seller === follow.leader && shock.seller !== seller;
  }

  /** By how much this seller's levers are moved for each unit of the shock's change; null: not at all. */
  reach({ benchmark, region }: Address): Levers | null {
    const { shock } = this;
    if (shock.region !== undefined && shock.region !== region) return null;
    const { demandElasticity } = this.transmission;
    switch (shock.lever) {
      case "gpu-hour":
        return { ...atTheStart, gpuHour: 1 };
      case "power":
        return { ...atTheStart, power: 1 };
      case "throughput":
        return { ...atTheStart, throughput: 1 };
      case "utilisation":
        return { ...atTheStart, utilisation: 1 };
      case "demand":
        return { ...atTheStart, scarcity: demandElasticity };
      case "export-controls": // fewer GPUs are like more tokens wanted of those there are
        return { ...atTheStart, gpuHour: 1, scarcity: demandElasticity };
      case "subsidy": // −0.3: sellers bear 30 % less, and ask for so much less
        return { ...atTheStart, markup: 1 };
      case "frontier-model":
        return shock.benchmark === benchmark ? { ...atTheStart, markup: 1 } : null;
      default:
        return null;
    }
  }

  /** Share of it that a price list takes over: sellers of hours sell what became dearer itself. */
  passThrough({ unit }: Address): number {
    return unit === "h" ? 1 : this.transmission.passThrough;
  }

  /** Chance a night that a seller answers: on average it waits `lagDays` nights. */
  get dailyChance(): number {
    return 1 / (1 + this.transmission.lagDays);
  }

  /** Log change of what it moves, in the night of `day`. */
  change(day: number): number {
    return log(1 + this.shock.size * this.share(day - this.day));
  }

  /** How much of its size is there after so many nights. */
  private share(nights: number): number {
    const { shape, days = 1 } = this.shock;
    switch (shape) {
      case "step":
        return 1;
      case "pulse":
        return nights < days ? 1 : 0;
      case "ramp":
        return Math.min(1, (nights + 1) / days);
      case "decay":
        return exp((-Math.LN2 * nights) / days);
    }
  }
}

const names = ["gpuHour", "power", "throughput", "utilisation", "markup", "scarcity"] as const;

/** Shocks take a lever, or a list price, no further than a thousandth or a thousandfold, however many strike (log). */
const FURTHEST = log(1_000);

export const withinReach = (change: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, change));

/** `levers` with all changes of shocks, each `by` times its `reach`. */
export function moved(levers: Levers, changes: readonly { readonly reach: Levers; readonly by: number }[]): Levers {
  const sum = { ...levers };
  for (const name of names) {
    sum[name] += withinReach(changes.reduce((change, { reach, by }) => change + by * reach[name], 0));
  }
  return sum;
}

/** Log change of an asking price, where each lever counts by its slope. */
export function effect(slopes: Levers, reach: Levers): number {
  let sum = 0;
  for (const name of names) sum += slopes[name] * reach[name];
  return sum;
}
