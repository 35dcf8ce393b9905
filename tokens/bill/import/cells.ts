import { isDate, isMonth, lastDayOf } from "@/tokens/prices/dates";
import { MOST_TOKENS } from "../usage";

/** How numbers and days are written in a file. */
export interface Writing {
  readonly decimal: "." | ",";
  /** "03/05/2026": the third of May, or the fifth of March. */
  readonly days: "day-first" | "month-first";
  /** Tokens that one unit of a count stands for: 1, a thousand, a million. */
  readonly unit: number;
}

export const plainWriting: Writing = { decimal: ".", days: "day-first", unit: 1 };

/**
 * A whole number of tokens; an empty cell is none. Null: no count. Thousands may be set apart by the mark that is not the
 * decimal one, by spaces, apostrophes or underscores.
 */
export function countOf(cell: string, { decimal, unit }: Pick<Writing, "decimal" | "unit">): number | null {
  const text = cell.trim().replace(/[\s\u00a0\u202f'’_]/g, "");
  if (text === "" || /^(null|none|n\/a|-)$/i.test(text)) return 0;
  const between = decimal === "." ? "," : "\\.";
  const point = decimal === "." ? "\\." : ",";
  const shape = new RegExp(
    `^(\\d{1,3}(?:${between}\\d{2,3})*${between}\\d{3}|\\d+)(?:${point}(\\d*))?(?:[eE]\\+?(\\d{1,2}))?$`,
  );
  const [, whole, fraction = "", exponent = "0"] = shape.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(whole.replace(/\D/g, "") + fraction);
  const scaled = digits * 10n ** BigInt(exponent) * BigInt(unit);
  const parts = 10n ** BigInt(fraction.length);
  if (unit === 1 && scaled % parts !== 0n) return null; // no seller bills a part of a token
  const tokens = (2n * scaled + parts) / (2n * parts);
  return tokens <= BigInt(MOST_TOKENS) ? Number(tokens) : null;
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The day as "2026-05-03"; of a month alone its first. Null: no day. */
export function dayOf(cell: string, { days }: Pick<Writing, "days">): string | null {
  const text = cell.trim();
  if (/^\d{9,10}(\.0*)?$/.test(text)) return new Date(Number.parseInt(text, 10) * 1000).toISOString().slice(0, 10);
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text)).toISOString().slice(0, 10);
  const [, y, m, d] =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?|$)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (y) return whole(y, m, d ?? "1");
  const [, a, b, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(text) ?? [];
  if (year) return days === "day-first" ? whole(year, b, a) : whole(year, a, b);
  const [, named, dayAfter, yearAfter] = /^([a-z]{3})[a-z]*\.? (?:(\d{1,2}),? )?(\d{4})\b/i.exec(text) ?? [];
  if (yearAfter) return whole(yearAfter, monthNo(named), dayAfter ?? "1");
  const [, dayBefore, name, last] = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})\b/i.exec(text) ?? [];
  return last ? whole(last, monthNo(name), dayBefore) : null;
}

/** The days that a cell names: one, or all of a month that stands without a day. Null: none. */
export function daysOf(cell: string, writing: Pick<Writing, "days">): Period | null {
  const from = dayOf(cell, writing);
  return from === null ? null : { from, to: isMonthAlone(cell.trim()) ? lastDayOf(from.slice(0, 7)) : from };
}

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** "2026-05", "2026年5月", "May 2026" */
const isMonthAlone = (text: string): boolean => /^\d{4}[-/.年]\d{1,2}月?$|^[a-z]{3,}\.? \d{4}$/i.test(text);

const monthNo = (name: string): string => String(monthNames.indexOf(name.toLowerCase()) + 1);

function whole(year: string, month: string, day: string): string | null {
  const date = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  return isMonth(date.slice(0, 7)) && isDate(date) ? date : null;
}

export const isYes = (cell: string): boolean => /^(true|1|yes|y|batch)$/i.test(cell.trim()) || /\bbatch\b/i.test(cell);
