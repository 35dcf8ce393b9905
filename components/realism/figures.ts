import type { Measure } from "@/content/realism/results";

/** Four figures that count, and whole numbers whole; a minus is a minus. */
export const figure = (value: number): string => {
  const whole = Number.isInteger(value) || Math.abs(value) >= 1000;
  const text = whole ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(4)));
  return text.replace("-", "−");
};

/** "< 0.05", "2 to 5", "0": without words, as it stands in the table. */
export function bandText({ low, high, closed }: Pick<Measure, "low" | "high" | "closed">): string {
  if (low !== null && high !== null) return low === high ? figure(low) : `${figure(low)} … ${figure(high)}`;
  if (high !== null) return `${closed ? "≤" : "<"} ${figure(high)}`;
  return low === null ? "" : `${closed ? "≥" : ">"} ${figure(low)}`;
}
