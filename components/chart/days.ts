import { dayMonth } from "../market/dates";

export { dayNumber } from "../figure/scale";

/** The ISO date of a day number. */
export const dateOfDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** "23 Sep 2026", "2026年9月23日" */
export const fullDate = (iso: string, locale: string): string =>
  locale === "zh" ? `${iso.slice(0, 4)}年${dayMonth(iso, locale)}` : `${dayMonth(iso, locale)} ${iso.slice(0, 4)}`;
