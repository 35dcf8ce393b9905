import { dayMonth } from "../market/dates";

/** Days since 1970 of an ISO date: the x of everything that happens once a day. */
export const dayNumber = (date: string): number =>
  Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000);

/** The ISO date of a day number. */
export const dateOfDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** "23 Sep 2026", "2026年9月23日" */
export const fullDate = (iso: string, locale: string): string =>
  locale === "zh" ? `${iso.slice(0, 4)}年${dayMonth(iso, locale)}` : `${dayMonth(iso, locale)} ${iso.slice(0, 4)}`;
