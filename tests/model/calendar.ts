import type { RoomConfig } from "@/engine/config";

const DAY = 86_400_000;

/** The parts of the trading day that a moment belongs to (1.2): from 00:00 of a weekday, weekends to Monday. */
export interface Day {
  readonly date: string;
  readonly preOpen: number;
  readonly open: number;
  readonly close: number;
  /** The next opening after the moment asked about, and the next pre-open. */
  readonly opensAt: number;
  readonly takesOrdersAt: number;
}

export function dayOf(config: RoomConfig, moment: number): Day {
  const midnight = Math.floor(moment / DAY) * DAY;
  const { preOpen, open, close } = config.calendar;
  const nextWith = (part: number) => {
    let day = midnight;
    while (isWeekend(day) || day + part <= moment) day += DAY;
    return day + part;
  };
  return {
    date: isoDate(midnight),
    preOpen: midnight + preOpen,
    open: midnight + open,
    close: midnight + close,
    opensAt: nextWith(open),
    takesOrdersAt: nextWith(preOpen),
  };
}

/** Moments of the days that change what may be done, after `from` and up to `to`. */
export function boundaries(
  config: RoomConfig,
  from: number,
  to: number,
): { at: number; what: "pre-open" | "open" | "close" }[] {
  const found: { at: number; what: "pre-open" | "open" | "close" }[] = [];
  for (let midnight = Math.floor(from / DAY) * DAY; midnight <= to; midnight += DAY) {
    if (isWeekend(midnight)) continue;
    const { preOpen, open, close } = dayOf(config, midnight);
    found.push({ at: preOpen, what: "pre-open" }, { at: open, what: "open" }, { at: close, what: "close" });
  }
  return found.filter(({ at }) => at > from && at <= to);
}

export const isWeekend = (moment: number): boolean => [0, 6].includes(new Date(moment).getUTCDay());

export const isoDate = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The trading day that a moment belongs to: one begins with its pre-open. */
export function tradingDate(config: RoomConfig, moment: number): string {
  let midnight = Math.floor(moment / DAY) * DAY;
  while (isWeekend(midnight) || midnight + config.calendar.preOpen > moment) midnight -= DAY;
  return isoDate(midnight);
}

export function tradingDateBefore(date: string): string {
  let midnight = Date.parse(date) - DAY;
  while (isWeekend(midnight)) midnight -= DAY;
  return isoDate(midnight);
}

export function tradingDateAfter(date: string): string {
  let midnight = Date.parse(date) + DAY;
  while (isWeekend(midnight)) midnight += DAY;
  return isoDate(midnight);
}
