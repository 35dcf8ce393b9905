import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import { type ReplayRules, rulesOf } from "@/tokens/benchmark/replay";
import { isDate } from "@/tokens/prices/dates";
import type { Query } from "../chart/addresses";

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What a reader of a benchmark chose: rule 3 with parts of it switched, and a day to look at. */
export interface RulesChoice {
  readonly screens: boolean;
  readonly gate: number; // 3.3
  readonly confirmed: boolean; // "rows of the curated history count as confirmed" (3.2)
  readonly day: string | null; // null: the last one
}

export const MOST_GATE = 8;

export function parseRules(params: Params, { minSellers }: Pick<SlotBenchmark, "minSellers">): RulesChoice {
  const text = (name: string) => [params[name]].flat()[0] ?? "";
  const gate = Number(text("gate"));
  return {
    screens: text("screens") !== "off",
    gate: Number.isInteger(gate) && gate >= 1 && gate <= MOST_GATE ? gate : minSellers,
    confirmed: text("confirmed") !== "no",
    day: isDate(text("day")) ? text("day") : null,
  };
}

/** What of the rules is not as the rulebook has it. */
export function rulesQuery(
  { screens, gate, confirmed }: RulesChoice,
  { minSellers }: Pick<SlotBenchmark, "minSellers">,
): Query {
  return {
    ...(screens ? {} : { screens: "off" }),
    ...(gate === minSellers ? {} : { gate: String(gate) }),
    ...(confirmed ? {} : { confirmed: "no" }),
  };
}

export const replayRules = (benchmark: SlotBenchmark, { screens, gate, confirmed }: RulesChoice): ReplayRules => ({
  ...rulesOf(benchmark),
  screens,
  minSellers: gate,
  curatedConfirmed: confirmed,
});
