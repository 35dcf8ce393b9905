/** Civil dates as "2026-09-23", which sort as text. UTC days; no clock is read. */
const DAY = 86_400_000;

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dateOf(time) === text;
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const addDays = (date: string, days: number): string => dateOf(timeOf(date) + days * DAY);

export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / DAY);

/** Every day from `from` to `to`, both included. */
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));

/** Trading days are Monday to Friday, no holidays (1.1). */
export const isTradingDay = (date: string): boolean => ![0, 6].includes(new Date(timeOf(date)).getUTCDay());

export const tradingDaysFrom = (from: string, to: string): string[] => daysFrom(from, to).filter(isTradingDay);

export const lastDayOf = (month: string): string => {
  const [year, no] = month.split("-").map(Number);
  return dateOf(Date.UTC(year, no, 0));
};

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
