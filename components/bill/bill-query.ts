import { choiceText, type PriceChoice, readChoice } from "@/tokens/bill/choices";
import {
  percentFields,
  type TokenKind,
  tokenKinds,
  type Usage,
  type UsageField,
  type UsageTexts,
} from "@/tokens/bill/usage";
import { DEFAULT_WORKLOAD, type Workload, workloads } from "@/tokens/bill/workloads";
import { isMonth } from "@/tokens/prices/dates";
import type { Query } from "../chart/addresses";
import { grouped } from "../ui/numerals";

/** What the bill page shows, as its address has it. An imported file is never part of it. */
export interface BillState {
  readonly choice: PriceChoice;
  readonly month: string;
  readonly workload: Workload["id"] | "own";
  readonly texts: UsageTexts;
  /** The month to compare with, and how much was used then in percent of now. */
  readonly against: string;
  readonly againstPercent: string;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export const usageFields: readonly UsageField[] = [...tokenKinds, ...percentFields];
export const isPercent = (field: UsageField): boolean => percentFields.some((one) => one === field);

const FIRST_CHOICE: PriceChoice = { kind: "slot", provider: "anthropic", slot: "premium" };
const ALL = "100";

/** `last` is the latest month with prices; the month to compare with is a year before unless it is named. */
export function readBillState(params: SearchParams, last: string): BillState {
  const one = (name: string): string | undefined => [params[name]].flat()[0]?.slice(0, 80);
  const asked = workloads.find(({ id }) => id === one("workload"));
  const own = one("workload") === "own" || (!asked && tokenKinds.some((kind) => one(kind) !== undefined));
  const workload = asked ?? DEFAULT_WORKLOAD;
  const texts = own
    ? (Object.fromEntries(
        usageFields.map((field) => [field, one(field) ?? (isPercent(field) ? "0" : "")]),
      ) as unknown as UsageTexts)
    : usageTexts(workload.usage);
  const pastMonth = (text: string | undefined, otherwise: string) =>
    text && isMonth(text) && text <= last ? text : otherwise;
  const month = pastMonth(one("month"), last);
  return {
    choice: readChoice(one("model") ?? "") ?? FIRST_CHOICE,
    month,
    workload: own ? "own" : workload.id,
    texts,
    against: pastMonth(one("against"), yearBefore(month)),
    againstPercent: one("againstPercent") ?? ALL,
  };
}

/** What of the state an address must name. */
export function billQuery({ choice, month, workload, texts, against, againstPercent }: BillState): Query {
  const usage =
    workload === "own"
      ? { workload, ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "" && text !== "0")) }
      : { workload };
  return {
    model: choiceText(choice),
    month,
    ...usage,
    ...(against === yearBefore(month) ? {} : { against }),
    ...(againstPercent === ALL ? {} : { againstPercent }),
  };
}

const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** Usage as somebody would type it: of a workload, none of it in long requests. */
export function usageTexts(usage: Usage): UsageTexts {
  const texts = Object.fromEntries(tokenKinds.map((kind) => [kind, shortTokens(usage[kind])]));
  const batch = usage.input > 0 ? usage.batchInput / usage.input : 0;
  return {
    ...(texts as Record<TokenKind, string>),
    batchPercent: String(Math.round(batch * 100)),
    longPercent: "0",
  };
}

/** "60M" where it is whole millions, else every digit: "1,234,567". */
export const shortTokens = (tokens: number): string =>
  tokens > 0 && tokens % 1e6 === 0 ? `${grouped(String(tokens / 1e6))}M` : grouped(String(tokens));
