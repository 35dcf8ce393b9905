import { assert } from "./assert";
import type { CalendarConfig } from "./config";

const DAY = 86_400_000;

/** The moments of one trading day (1.2), in room time. `no` counts trading days from 1. */
export interface TradingDay {
  readonly no: number;
  readonly date: string; // "2026-10-01"
  readonly month: string; // "2026-10"
  readonly preOpen: number;
  readonly open: number;
  readonly closingWindow: number;
  readonly close: number;
  readonly fixing: number;
}

/** Rule 1: trading days are Monday to Friday, no holidays. Civil dates by integer arithmetic: the engine has no Date. */
export class Calendar {
  /** Day 1 is trading day `weekday` (Monday 0) of the week whose Monday is epoch day `monday`. */
  private readonly monday: number;
  private readonly weekday: number;
  private readonly made: TradingDay[] = [];
  private readonly lengths = new Map<string, number>(); // of months, asked for at every look at a contract
  private latest: TradingDay;

  constructor(private readonly config: CalendarConfig) {
    const { preOpen, open, closingWindow, close, fixing } = config;
    assert(0 <= preOpen && preOpen <= open && open <= closingWindow, "the parts of a day follow one another (1.2)");
    assert(closingWindow <= close && close <= fixing && fixing < DAY, "the parts of a day follow one another (1.2)");
    const asked = epochDay(config.firstDay);
    const first = weekdayOf(asked) > 4 ? asked + 7 - weekdayOf(asked) : asked; // a weekend starts on its Monday
    this.weekday = weekdayOf(first);
    this.monday = first - this.weekday;
    this.latest = this.day(1);
  }

  /** Trading day `no`, from 1. */
  day(no: number): TradingDay {
    assert(Number.isSafeInteger(no) && no >= 1, "trading days count from 1");
    this.made[no] ??= this.make(no);
    return this.made[no];
  }

  /** The latest day that has begun at `t`; day 1 before any has. */
  dayAt(t: number): TradingDay {
    const { latest } = this;
    if (latest.preOpen <= t && t < this.day(latest.no + 1).preOpen) return latest;
    const today = Math.floor(t / DAY);
    const begun = this.noOn(today);
    const no = this.epochDayOf(begun) === today && t < today * DAY + this.config.preOpen ? begun - 1 : begun;
    this.latest = this.day(Math.max(1, no));
    return this.latest;
  }

  /** The last trading day of a month: its contracts end then (2.3). */
  lastDayOf(month: string): TradingDay {
    const last = this.day(this.noOn(epochDay(`${nextMonth(month)}-01`) - 1));
    assert(last.month === month, `${month} has a trading day`);
    return last;
  }

  /** Trading days of a month; the room's first month counts from day 1 (W11). */
  daysIn(month: string): number {
    const known = this.lengths.get(month);
    if (known !== undefined) return known;
    const before = this.noOn(epochDay(`${month}-01`) - 1);
    const days = this.lastDayOf(month).no - Math.max(0, before);
    this.lengths.set(month, days);
    return days;
  }

  /** When `ms` of continuous trading, [open, close) of each day, have passed after `t`. */
  addContinuous(t: number, ms: number): number {
    return this.addWithin(t, ms, "open", "close");
  }

  /** When `ms` of active time, [pre-open, fixing] of each day, have passed after `t`: nights and weekends take none. */
  addActive(t: number, ms: number): number {
    return this.addWithin(t, ms, "preOpen", "fixing");
  }

  activeDay(): number {
    return this.config.fixing - this.config.preOpen;
  }

  private addWithin(t: number, ms: number, from: "open" | "preOpen", to: "close" | "fixing"): number {
    if (ms === 0) return t;
    const length = this.config[to] - this.config[from];
    let day = this.dayAt(t);
    let start = Math.max(t, day[from]);
    if (start >= day[to]) {
      day = this.day(day.no + 1);
      start = day[from];
    }
    const today = day[to] - start;
    if (ms <= today) return start + ms;
    const whole = Math.ceil((ms - today) / length); // days after this one that are needed, the last perhaps in part
    return this.day(day.no + whole)[from] + (ms - today - (whole - 1) * length);
  }

  private make(no: number): TradingDay {
    const epoch = this.epochDayOf(no);
    const date = isoDate(epoch);
    const { preOpen, open, closingWindow, close, fixing } = this.config;
    const midnight = epoch * DAY;
    return {
      no,
      date,
      month: date.slice(0, 7),
      preOpen: midnight + preOpen,
      open: midnight + open,
      closingWindow: midnight + closingWindow,
      close: midnight + close,
      fixing: midnight + fixing,
    };
  }

  private epochDayOf(no: number): number {
    const since = this.weekday + no - 1;
    return this.monday + Math.floor(since / 5) * 7 + (((since % 5) + 5) % 5);
  }

  /** Number of the latest trading day on or before an epoch day; 0 and less before day 1. */
  private noOn(epoch: number): number {
    const since = epoch - this.monday;
    const weeks = Math.floor(since / 7);
    return weeks * 5 + Math.min(4, since - weeks * 7) - this.weekday + 1;
  }
}

/** Rule 2.3: `months` months from `current` on, then the next `quarters` of March, June, September and December. */
export function listedMonths(
  listing: { readonly months: number; readonly quarters: number },
  current: string,
): string[] {
  const listed: string[] = [];
  let month = current;
  for (let i = 0; i < listing.months; i++, month = nextMonth(month)) listed.push(month);
  for (let quarters = 0; quarters < listing.quarters; month = nextMonth(month)) {
    if (Number(month.slice(5)) % 3 !== 0) continue;
    listed.push(month);
    quarters++;
  }
  return listed;
}

/** The calendar date of a moment, ISO. */
export const dateOf = (t: number): string => isoDate(Math.floor(t / DAY));

const NAMES = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** "PREM" and "2026-12" make "PREM-DEC26" (2.3). */
export const symbolOf = (benchmark: string, month: string): string =>
  `${benchmark}-${NAMES[Number(month.slice(5)) - 1]}${month.slice(2, 4)}`;

export function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5)) + 1;
  return next > 12 ? `${digits(year + 1, 4)}-01` : `${digits(year, 4)}-${digits(next, 2)}`;
}

/** Days since 1 January 1970 of an ISO date, in the proleptic Gregorian calendar; years start in March inside. */
function epochDay(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  assert(isoShape.test(date) && month >= 1 && month <= 12 && day >= 1 && day <= 31, `${date} must be an ISO date`);
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function isoDate(epoch: number): string {
  const z = epoch + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** Monday 0 … Sunday 6. 1 January 1970 was a Thursday. */
const weekdayOf = (epoch: number): number => (((epoch + 3) % 7) + 7) % 7;
const digits = (n: number, width: number): string => String(n).padStart(width, "0");
const isoShape = /^\d{4}-\d{2}-\d{2}$/;
