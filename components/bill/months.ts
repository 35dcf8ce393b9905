import { longMonthName } from "../market/dates";

/** "September 2026", "2026年9月" */
export const yearMonth = (month: string, locale: string): string =>
  locale === "zh"
    ? `${month.slice(0, 4)}年${longMonthName(month, locale)}`
    : `${longMonthName(month, locale)} ${month.slice(0, 4)}`;
