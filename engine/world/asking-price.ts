import { type CostParameters, costAnHour, powerAnHour, pricePerMtok } from "../cost/model";
import { kilowatts, markup, pue, tokensPerSecond, usdPerGpuHour, usdPerKwh, utilisation } from "../cost/units";
import { exp, log, logMean } from "../math";
import type { CausePart } from "./causes";
import { atTheStart, type Levers } from "./factors";
import type { CostsConfig } from "./world-config";

/** What costs and the market ask for, as a log change since the start; how a change between two days splits by lever. */
export interface AskingPrice {
  at(levers: Levers): number;
  /** By how much each lever's change counts: Σ slope × change is `at(to) − at(from)`, for changes of any size. */
  slopes(from: Levers, to: Levers): Levers;
}

/**
 * The same as causes: parts that sum to the change. The hour's cost is a sum, of rent and power; weights of logarithmic
 * means split its log change exactly (LMDI, Ang 2004): Σ L(term) × Δln term = Σ Δterm = L(sum) × Δln sum.
 */
export function causesOfChange(asking: AskingPrice, from: Levers, to: Levers): CausePart[] {
  const slopes = asking.slopes(from, to);
  return levers.map(([lever, cause]) => ({ cause, part: slopes[lever] * (to[lever] - from[lever]) }));
}

const levers = [
  ["gpuHour", "gpu-hour"],
  ["power", "power"],
  ["throughput", "throughput"],
  ["utilisation", "utilisation"],
  ["markup", "markup"],
  ["scarcity", "scarcity"],
] as const;

/** Of a million tokens: the cost model's price, times scarcity. All sellers of a benchmark and region move alike. */
export class TokenAskingPrice implements AskingPrice {
  private readonly start: number;
  private latest = { levers: atTheStart, asked: 0 }; // sellers ask one after another for the same levers

  constructor(private readonly costs: CostsConfig) {
    this.start = pricePerMtok(this.parameters(atTheStart));
  }

  at(now: Levers): number {
    if (this.latest.levers !== now) {
      const asked = log(pricePerMtok(this.parameters(now)) / this.start) + now.scarcity;
      this.latest = { levers: now, asked };
    }
    return this.latest.asked;
  }

  slopes(from: Levers, to: Levers): Levers {
    const [before, after] = [this.parameters(from), this.parameters(to)];
    const hour = logMean(costAnHour(after), costAnHour(before));
    const busier = to.utilisation - from.utilisation;
    return {
      gpuHour: logMean(after.gpuHour, before.gpuHour) / hour,
      power: logMean(powerAnHour(after), powerAnHour(before)) / hour,
      throughput: -1,
      utilisation: busier === 0 ? -1 : log(before.utilisation / after.utilisation) / busier, // all hours busy is the most
      markup: 1,
      scarcity: 1,
    };
  }

  /** The seller's hour with the levers where they are. Its throughput is of no matter to changes: 1 stands for it. */
  private parameters(now: Levers): CostParameters {
    const { costs } = this;
    return {
      gpuHour: usdPerGpuHour(costs.gpuHour * exp(now.gpuHour)),
      power: kilowatts(costs.power),
      pue: pue(costs.pue),
      electricity: usdPerKwh(costs.electricity * exp(now.power)),
      throughput: tokensPerSecond(exp(now.throughput)),
      utilisation: utilisation(Math.min(1, costs.utilisation * exp(now.utilisation))),
      markup: markup((1 + costs.markup) * exp(now.markup) - 1),
    };
  }
}

/** Of an hour: what hours cost, and part of the scarcity of what is made in them. */
export class HourAskingPrice implements AskingPrice {
  private readonly weights: Levers;

  constructor(scarcity: number) {
    this.weights = { ...atTheStart, gpuHour: 1, scarcity };
  }

  at({ gpuHour, scarcity }: Levers): number {
    return gpuHour + this.weights.scarcity * scarcity;
  }

  slopes(): Levers {
    return this.weights;
  }
}
