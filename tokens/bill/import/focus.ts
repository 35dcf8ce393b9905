import { addDays } from "@/tokens/prices/dates";
import { noTokens, type Tokens } from "../usage";
import { countOf, daysOf, type Period, plainWriting } from "./cells";
import type { Charge, Reading, ReadRow, Row, RowRefusal } from "./reading";

/**
 * Rows of the FinOps Open Cost and Usage Specification, 1.0 to 1.4: one charge a row, so one kind of token a row. Which
 * kind, and of which model, stands in the text of its SKU; how much in ConsumedQuantity, in the unit that ConsumedUnit
 * writes as "Tokens" or "1000 Tokens".
 */
export const isFocus = (headings: readonly string[]): boolean =>
  ["ChargePeriodStart", "BilledCost"].every((name) => headings.includes(name)) &&
  (headings.includes("ConsumedQuantity") || headings.includes("PricingQuantity"));

/** Where the SKU tells what it is: the most exact first. */
const telling = [
  "SkuPriceDetails",
  "SkuMeter",
  "SkuId",
  "SkuPriceId",
  "ChargeDescription",
  "ResourceName",
  "ResourceId",
  "ServiceName",
] as const;

const others = [
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ChargeCategory",
  "ConsumedQuantity",
  "ConsumedUnit",
  "PricingQuantity",
  "PricingUnit",
  "BilledCost",
  "ListCost",
  "ContractedCost",
  "BillingCurrency",
] as const;

export function focusReading(headings: readonly string[], models: readonly string[]): Reading {
  const columns = [...others, ...telling].filter((name) => headings.includes(name));
  const longestFirst = [...new Set(models)].sort((a, b) => b.length - a.length);
  return { shape: "focus", columns, read: (row) => readCharge(row, longestFirst) };
}

function readCharge(row: Row, models: readonly string[]): ReadRow {
  const cell = (name: string) => (row[name] ?? "").trim();
  const refused = (refusal: RowRefusal, tokens = 0): ReadRow => ({ kind: "refused", refusal, tokens });
  const category = cell("ChargeCategory");
  if (category !== "" && !/^usage$/i.test(category)) return refused({ code: "not-usage", given: category });
  const [quantity, unitText] = cell("ConsumedQuantity")
    ? [cell("ConsumedQuantity"), cell("ConsumedUnit")]
    : [cell("PricingQuantity"), cell("PricingUnit")];
  const unit = tokensAUnit(unitText);
  if (unit === null) return refused({ code: "unit-not-tokens", given: unitText });
  const count = countOf(quantity, { decimal: ".", unit: Math.max(unit, 1) });
  if (count === null) return refused({ code: "not-a-count", column: "ConsumedQuantity", given: quantity.slice(0, 40) });
  const days = periodOf(cell("ChargePeriodStart"), cell("ChargePeriodEnd"));
  if (days === null) return refused({ code: "no-day", given: cell("ChargePeriodStart").slice(0, 40) }, count);
  const texts = telling.map(cell).filter(Boolean);
  const tokens = tokensOfKind(texts, count);
  if (tokens === null) return refused({ code: "unknown-kind", given: (texts[0] ?? "").slice(0, 60) }, count);
  const model = modelIn(row, texts, models);
  if (model === null) return refused({ code: "no-model" }, count);
  return { kind: "usage", usage: { ...days, model, tokens, prompt: null, requests: null, charge: chargeIn(row) } };
}

/** "Tokens", "1000 Tokens", "1M Tokens", "Million Tokens", "Ktok". Null: no tokens. */
export function tokensAUnit(unit: string): number | null {
  const [, number, scale] = /^\s*([\d,]*)\s*(k|m|thousand|million)?\s*-?\s*tok(?:ens?)?\s*$/i.exec(unit) ?? [];
  if (number === undefined) return null;
  const times = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 }[(scale ?? "").toLowerCase()] ?? 1;
  return (number === "" ? 1 : Number(number.replaceAll(",", ""))) * times;
}

/** Camel case, dots and dashes apart: "InputTokens-CacheRead" is "input tokens cache read". */
const words = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ");

/** Null: none of the texts names a kind. What is written to the cache is also input, so the narrower kinds come first. */
function tokensOfKind(texts: readonly string[], count: number): Tokens | null {
  for (const text of texts.map(words)) {
    const batch = /\bbatch\b/.test(text);
    if (/\bcache (write|writes|creation|storage)\b|\bcreation\b/.test(text)) {
      const hour = /\b(1 ?h|1 ?hour|60 ?m)\b/.test(text);
      return { ...noTokens, cacheWrite: count, cacheWriteHour: hour ? count : 0 };
    }
    if (/\buncached\b/.test(text)) return { ...noTokens, input: count, batchInput: batch ? count : 0 };
    if (/\bcached?\b/.test(text)) return { ...noTokens, cachedInput: count };
    if (/\b(reasoning|thinking|thoughts?)\b/.test(text)) return { ...noTokens, output: count, reasoning: count };
    if (/\b(output|completion|generated|outp)\b/.test(text)) {
      return { ...noTokens, output: count, batchOutput: batch ? count : 0 };
    }
    if (/\b(input|prompt|inp)\b/.test(text)) return { ...noTokens, input: count, batchInput: batch ? count : 0 };
  }
  return null;
}

/** By name in SkuPriceDetails, else the longest known model that a text names, else the resource's own name. */
function modelIn(row: Row, texts: readonly string[], models: readonly string[]): string | null {
  try {
    const details = JSON.parse(row.SkuPriceDetails ?? "") as Record<string, unknown>;
    const named = Object.entries(details ?? {}).find(([key]) => /^(x_)?model(name|id|version)?$/i.test(key))?.[1];
    if (typeof named === "string" && named.trim() !== "") return named.trim();
  } catch {
    // Not every seller writes it as an object: then it is a text as any other.
  }
  for (const text of texts.map(words)) {
    const found = models.find((model) => ` ${text} `.includes(` ${words(model).trim()} `));
    if (found) return found;
  }
  return null;
}

/** A charge of a day, an hour or a month; the end is the first moment after it. */
function periodOf(start: string, end: string): Period | null {
  const days = daysOf(start, plainWriting);
  const after = daysOf(end, plainWriting)?.from;
  if (days === null || after === undefined || after <= days.to) return days;
  const isMidnight = !/[T ]\d{2}:\d{2}/.test(end) || /[T ]00:00(:00(\.0*)?)?/.test(end);
  return { from: days.from, to: isMidnight ? addDays(after, -1) : after };
}

const chargeIn = (row: Row): Charge => ({
  currency: (row.BillingCurrency ?? "").trim().toUpperCase() || "USD",
  billed: amountIn(row.BilledCost),
  list: amountIn(row.ListCost),
  contracted: amountIn(row.ContractedCost),
});

const BILLIONTHS = 9;

/** Exact, in billionths: "42", "-0.5", "4.5e-05". Null: no amount. */
function amountIn(cell: string | undefined): bigint | null {
  const [, sign, whole, fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d*))?(?:e([-+]?\d{1,2}))?$/i.exec((cell ?? "").trim()) ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(whole + fraction);
  const power = BILLIONTHS + Number(exponent) - fraction.length;
  const amount = power >= 0 ? digits * 10n ** BigInt(power) : digits / 10n ** BigInt(-power);
  if (amount > MOST_BILLED) return null;
  return sign ? -amount : amount;
}

/** A thousand million dollars in one row is no bill, and sums of such rows would not be exact. */
const MOST_BILLED = 10n ** 18n;
