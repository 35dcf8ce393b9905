import type { CostParameters } from "@/engine/cost/model";
import { kilowatts, markup, pue, tokensPerSecond, usdPerGpuHour, usdPerKwh, utilisation } from "@/engine/cost/units";

/** A seller's case worked with the model, from sources. Title and story are in messages, under the id. */
export interface CostCase {
  readonly id: "rented-h100" | "deepseek-all" | "deepseek-output" | "h800-decode" | "b200";
  /** Where the usage or the hardware is. */
  readonly region: "US" | "CN";
  /** measured: every input was counted by the seller or read off a rate card. */
  readonly kind: "measured" | "estimated";
  readonly parameters: CostParameters;
  readonly sources: readonly string[]; // tags of `costSources`
}

/** DeepSeek, 24 hours to 28 February 2025: 226.75 nodes of 8 H800 on average. Power is within the rent of 2 dollars. */
const deepSeekDay = {
  gpuHours: 226.75 * 8 * 24,
  inputTokens: 608e9,
  outputTokens: 168e9,
  /** At list prices: 342 billion at 0.14, 266 billion at 0.55, 168 billion at 2.19. */
  revenue: 342e3 * 0.14 + 266e3 * 0.55 + 168e3 * 2.19,
  usdPerGpuHour: 2,
} as const;

function dayOf(tokens: number): CostParameters {
  const { gpuHours, revenue, usdPerGpuHour: rent } = deepSeekDay;
  return {
    gpuHour: usdPerGpuHour(rent),
    power: kilowatts(0),
    pue: pue(1),
    electricity: usdPerKwh(0),
    throughput: tokensPerSecond(tokens / (gpuHours * 3600)),
    utilisation: utilisation(1), // the throughput is that of all hours paid for, idle ones included
    markup: markup(revenue / (gpuHours * rent) - 1),
  };
}

const owned = (gpuHour: number, kw: number, throughput: number, busy: number): CostParameters => ({
  gpuHour: usdPerGpuHour(gpuHour),
  power: kilowatts(kw),
  pue: pue(1.25),
  electricity: usdPerKwh(0.08),
  throughput: tokensPerSecond(throughput),
  utilisation: utilisation(busy),
  markup: markup(0),
});

export const costCases: readonly CostCase[] = [
  {
    id: "rented-h100",
    region: "US",
    kind: "estimated",
    parameters: { ...owned(3, 1, 1000, 0.5), markup: markup(0.5) },
    sources: ["gix", "saahilognawala", "assumption"],
  },
  {
    id: "b200",
    region: "US",
    kind: "estimated",
    parameters: owned(6.6, 1.4, 10_000, 0.5),
    sources: ["gix", "inferencemax"],
  },
  {
    id: "deepseek-all",
    region: "CN",
    kind: "measured",
    parameters: dayOf(deepSeekDay.inputTokens + deepSeekDay.outputTokens),
    sources: ["deepseek-day"],
  },
  {
    id: "deepseek-output",
    region: "CN",
    kind: "measured",
    parameters: dayOf(deepSeekDay.outputTokens),
    sources: ["deepseek-day"],
  },
  {
    id: "h800-decode",
    region: "CN",
    kind: "estimated",
    parameters: owned(2, 1, 1850, 1),
    sources: ["deepseek-day", "assumption"],
  },
];

export const DEFAULT_CASE = costCases[0];
export const costCase = (id: string | undefined): CostCase => costCases.find((one) => one.id === id) ?? DEFAULT_CASE;
