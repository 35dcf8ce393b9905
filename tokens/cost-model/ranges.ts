import { type CostParameters, type Lever, levers } from "@/engine/cost/model";
import { kilowatts, markup, pue, tokensPerSecond, usdPerGpuHour, usdPerKwh, utilisation } from "@/engine/cost/units";

/** What a lever may be, what it usually is, and who says so. Shares are in percent, as people write them. */
export interface LeverRange {
  readonly unit: "usdPerGpuHour" | "kilowatts" | "times" | "usdPerKwh" | "tokensPerSecond" | "percent";
  readonly least: number;
  readonly most: number;
  /** Where most real cases lie. */
  readonly usual: readonly [number, number];
  /** One press of an arrow key. */
  readonly step: number;
  /** Tags of `costSources`. */
  readonly sources: readonly string[];
}

export const leverRanges: Readonly<Record<Lever, LeverRange>> = {
  gpuHour: {
    unit: "usdPerGpuHour",
    least: 0.1,
    most: 20,
    usual: [2, 7],
    step: 0.1,
    sources: ["gix", "deepseek-day", "techreaderdaily"],
  },
  power: { unit: "kilowatts", least: 0, most: 3, usual: [1, 1.4], step: 0.05, sources: ["saahilognawala"] },
  pue: { unit: "times", least: 1, most: 2, usual: [1.1, 1.3], step: 0.01, sources: ["assumption"] },
  electricity: { unit: "usdPerKwh", least: 0, most: 0.5, usual: [0.05, 0.12], step: 0.01, sources: ["assumption"] },
  throughput: {
    unit: "tokensPerSecond",
    least: 10,
    most: 50_000,
    usual: [500, 10_000],
    step: 50,
    sources: ["deepseek-day", "inferencemax"],
  },
  utilisation: { unit: "percent", least: 1, most: 100, usual: [30, 70], step: 1, sources: ["assumption"] },
  markup: { unit: "percent", least: -90, most: 2000, usual: [30, 500], step: 5, sources: ["5iter", "deepseek-day"] },
};

/** Levers as a person types them. */
export type LeverTexts = Readonly<Record<Lever, string>>;

export type LeverRefusal =
  | { readonly reason: "not-a-number"; readonly given: string }
  | { readonly reason: "out-of-range"; readonly given: string; readonly least: number; readonly most: number };

export interface ReadLevers {
  /** Refused levers have the value of `otherwise`. */
  readonly parameters: CostParameters;
  readonly refusals: Partial<Readonly<Record<Lever, LeverRefusal>>>;
}

/** Reads typed levers. What cannot be is refused with its bounds, and `otherwise` stands in for it. */
export function readLevers(texts: LeverTexts, otherwise: CostParameters): ReadLevers {
  const values: Record<string, number> = {};
  const refusals: Partial<Record<Lever, LeverRefusal>> = {};
  for (const lever of levers) {
    const refusal = refusalOf(lever, texts[lever]);
    if (refusal) refusals[lever] = refusal;
    values[lever] = refusal ? typedValue(lever, otherwise) : Number(texts[lever]);
  }
  return { parameters: fromTyped(values as Record<Lever, number>), refusals };
}

function refusalOf(lever: Lever, text: string): LeverRefusal | null {
  const { least, most } = leverRanges[lever];
  if (!/^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/.test(text)) return { reason: "not-a-number", given: text };
  const value = Number(text);
  return value < least || value > most ? { reason: "out-of-range", given: text, least, most } : null;
}

function fromTyped(typed: Readonly<Record<Lever, number>>): CostParameters {
  return {
    gpuHour: usdPerGpuHour(typed.gpuHour),
    power: kilowatts(typed.power),
    pue: pue(typed.pue),
    electricity: usdPerKwh(typed.electricity),
    throughput: tokensPerSecond(typed.throughput),
    utilisation: utilisation(typed.utilisation / 100),
    markup: markup(typed.markup / 100),
  };
}

/** As it is typed: shares in percent. */
const typedValue = (lever: Lever, parameters: CostParameters): number =>
  leverRanges[lever].unit === "percent" ? parameters[lever] * 100 : parameters[lever];

const MOST_DIGITS = 6;

/** The text that reads back as the lever: six digits, at most six decimals. */
export const leverText = (lever: Lever, parameters: CostParameters): string =>
  String(Number(Number(typedValue(lever, parameters).toPrecision(MOST_DIGITS)).toFixed(MOST_DIGITS)));

export const leverTexts = (parameters: CostParameters): LeverTexts =>
  Object.fromEntries(levers.map((lever) => [lever, leverText(lever, parameters)])) as LeverTexts;
