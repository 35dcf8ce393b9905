/** Room time is UTC of the room's own calendar, so it is never shown in the viewer's zone. */

const part = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-US", { ...options, timeZone: "UTC" });

const weekday = { en: part("en", { weekday: "short" }), zh: part("zh", { weekday: "short" }) };
const month = { en: part("en", { month: "short" }), zh: part("zh", { month: "short" }) };
const longMonth = { en: part("en", { month: "long" }), zh: month.zh };
const of = <T>(table: { en: T; zh: T }, locale: string): T => (locale === "zh" ? table.zh : table.en);

const asDate = (when: string | number): Date =>
  new Date(typeof when === "string" && when.length === 10 ? `${when}T00:00:00Z` : when);

/** "17 Nov", "11月17日" */
export function dayMonth(when: string | number, locale: string): string {
  const date = asDate(when);
  return locale === "zh"
    ? `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
    : `${date.getUTCDate()} ${month.en.format(date)}`;
}

/** "Tue", "周二" */
export const weekdayName = (when: string | number, locale: string): string => of(weekday, locale).format(asDate(when));

/** "Tue 17 Nov", "11月17日 周二" */
export const weekdayAndDay = (when: string | number, locale: string): string =>
  locale === "zh"
    ? `${dayMonth(when, locale)} ${weekdayName(when, locale)}`
    : `${weekdayName(when, locale)} ${dayMonth(when, locale)}`;

/** "Nov", "11月" of an ISO month. */
export const monthName = (isoMonth: string, locale: string): string =>
  of(month, locale).format(asDate(`${isoMonth}-01`));
export const longMonthName = (isoMonth: string, locale: string): string =>
  of(longMonth, locale).format(asDate(`${isoMonth}-01`));

export const clockTime = (when: string | number): string => asDate(when).toISOString().slice(11, 19);
export const hourMinute = (when: string | number): string => asDate(when).toISOString().slice(11, 16);

/** Whole calendar days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000);
