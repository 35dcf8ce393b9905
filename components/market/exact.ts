import { formatDecimal, parseSignedDecimal } from "@/wire/decimal";

/** Wire decimals as whole ticks and cents, so that nothing the desk decides or adds up passes through a fraction. */

/** "0.001" → 3. Prices of a contract are whole numbers of its last decimal. */
export const decimalsOf = (tick: string): number => tick.split(".")[1]?.length ?? 0;

/** The room sends no price off its tick, so one that does not parse is a fault of ours. */
export function ticksOf(price: string, decimals: number): number {
  const parsed = parseSignedDecimal(price, decimals);
  if (!parsed.ok) throw new Error(`${price} is no number of ${decimals} decimals`);
  return parsed.value;
}

export const priceOf = (ticks: number, decimals: number): string => formatDecimal(ticks, decimals);
export const centsOf = (amount: string): number => ticksOf(amount, 2);
export const moneyOf = (cents: number): string => formatDecimal(cents, 2);

export const sumMoney = (amounts: readonly string[]): string =>
  moneyOf(amounts.reduce((total, amount) => total + centsOf(amount), 0));

/** A level is finer than a price; the desk shows it to the tick (or to `decimals`), half away from zero. */
export function levelText(level: string, decimals: number): string {
  if (level.startsWith("-")) return `-${levelText(level.slice(1), decimals)}`;
  const [whole, fraction = ""] = level.split(".");
  const kept = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return formatDecimal(kept + (Number(fraction[decimals] ?? 0) >= 5 ? 1 : 0), decimals);
}

/** What `lots` at `price` stand for, in cents: price × tick value × lots, the worth of the goods behind the order. */
export function notional(priceTicks: number, tickValue: string, lots: number): string {
  return moneyOf(priceTicks * centsOf(tickValue) * lots);
}
