import { levers } from "@/engine/cost/model";
import { type CostCase, costCase } from "@/tokens/cost-model/cases";
import { type LeverTexts, leverTexts } from "@/tokens/cost-model/ranges";
import { type Query, withQuery } from "../chart/addresses";

/** What the cost page shows, as its address has it: a case, the levers that differ from it, an observed price. */
export interface CostState {
  readonly costCase: CostCase;
  readonly texts: LeverTexts;
  /** A price somebody saw, dollars a million, as typed. */
  readonly seen: string;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export function readCostState(params: SearchParams, seenFirst: string): CostState {
  const one = (name: string): string | undefined => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 40);
  };
  const chosen = costCase(one("case"));
  const own = leverTexts(chosen.parameters);
  const texts = Object.fromEntries(levers.map((lever) => [lever, one(lever) ?? own[lever]])) as LeverTexts;
  return { costCase: chosen, texts, seen: one("seen") ?? seenFirst };
}

/** What of a state its address says: what is as in the case is left out. */
export function costQuery({ costCase: chosen, texts, seen }: CostState, seenFirst: string): Query {
  const own = leverTexts(chosen.parameters);
  const moved = levers.filter((lever) => texts[lever] !== own[lever]).map((lever) => [lever, texts[lever]]);
  return { case: chosen.id, ...Object.fromEntries(moved), ...(seen === seenFirst ? {} : { seen }) };
}

export const costAddress = (path: string, state: CostState, seenFirst: string): string =>
  withQuery(path, costQuery(state, seenFirst));
