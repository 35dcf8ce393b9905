import { dayMonth, monthName } from "../market/dates";
import { grouped } from "../ui/numerals";
import { dateOfDay, dayNumber } from "./days";
import { textWidth } from "./labels";
import { roundTicks } from "./scale";

export interface Tick {
  readonly at: number;
  readonly text: string;
}

const leads = [[1, 1.5, 2, 3, 4, 5, 7], [1, 2, 5], [1, 3], [1]];

/** 1, 2 and 5 times powers of ten inside the domain; fewer of these over many decades, more within one. */
export function logTicks(low: number, high: number, most = 7): number[] {
  const byLeads = leads.map((some) => ticksAt(some, low, high));
  const [dense, usual] = byLeads;
  if (usual.length < 3) return dense.length >= 3 && dense.length <= most ? dense : roundTicks(low, high);
  return byLeads.slice(1).find((ticks) => ticks.length <= most) ?? [];
}

function ticksAt(some: readonly number[], low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const lead of some) {
      const tick = Number((lead * 10 ** power).toPrecision(6));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

/** The same number of decimals on every tick; on a narrow drawing each only as many as it needs. */
export function tickTexts(ticks: readonly number[], narrow: boolean, decimals?: number): Tick[] {
  if (decimals !== undefined) return fixedTexts(ticks, decimals);
  const needed = (tick: number) => String(tick).split(".")[1]?.length ?? 0;
  const most = Math.max(0, ...ticks.map(needed));
  const digits = most > 0 && Math.max(...ticks) < 1000 ? Math.max(2, most) : most;
  return ticks.map((at) => ({ at, text: grouped(narrow ? String(at) : at.toFixed(digits)) }));
}

/** Prices of a contract have no places after its tick's: a value between two of them is no price. */
const fixedTexts = (ticks: readonly number[], decimals: number): Tick[] =>
  ticks
    .filter((at) => Math.abs(at - Number(at.toFixed(decimals))) < 1e-9)
    .map((at) => ({ at, text: grouped(at.toFixed(decimals)) }));

/** Months of a year at which an axis may have ticks, by the least room between two. */
const ROOM = 58;
const SIZE = 11;
const BETWEEN = 4;
/** Over less than this many days months are too few to read by. */
const SHORT = 100;

/** Januaries by their year, and quarters or months between them where there is room. */
export function timeTicks(from: number, to: number, width: number, locale: string): Tick[] {
  if (to - from < SHORT) return dayTicks(from, to, width, locale);
  const aMonth = (width / Math.max(1, to - from)) * 30.4;
  const apart = [1, 3, 6, 12, 24].find((months) => months * aMonth >= ROOM) ?? 24;
  const first = Number(dateOfDay(from).slice(0, 4));
  const last = Number(dateOfDay(to).slice(0, 4));
  const ticks: Tick[] = [];
  for (let month = first * 12; month < (last + 1) * 12; month += apart) {
    const iso = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const at = dayNumber(`${iso}-01`);
    if (at < from || at > to) continue;
    ticks.push({ at, text: iso.endsWith("-01") ? yearText(iso, locale) : monthName(iso, locale) });
  }
  const room = ticks.length === 0 ? to - from : ticks[0].at - from;
  const lead = yearText(dateOfDay(from), locale);
  // The year an axis begins in stands from its left end on, the next in the middle under its tick.
  const needed = textWidth(lead, SIZE) + textWidth(ticks[0]?.text ?? "", SIZE) / 2 + BETWEEN;
  return (room / (to - from || 1)) * width >= needed && ticks[0]?.text !== lead
    ? [{ at: from, text: lead }, ...ticks]
    : ticks;
}

/** Every day, second day or week, from the first. */
function dayTicks(from: number, to: number, width: number, locale: string): Tick[] {
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  const aDay = width / Math.max(1, to - from);
  const apart = [1, 2, 7, 14, 28].find((days) => days * aDay >= ROOM) ?? 28;
  const count = Math.floor((last - first) / apart) + 1;
  return Array.from({ length: count }, (_, i) => first + i * apart).map((at) => ({
    at,
    text: dayMonth(dateOfDay(at), locale),
  }));
}

const yearText = (iso: string, locale: string): string => (locale === "zh" ? `${iso.slice(0, 4)}年` : iso.slice(0, 4));
