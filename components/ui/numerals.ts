/**
 * How numbers are written (VISUAL.md §4). Input is a decimal string as the API sends it ("-12.40"), so that nothing is
 * ever rounded on the way to the screen.
 */

export const MINUS = "\u2212";
const THIN_SPACE = "\u2009";

/** Thousands with a comma, a true minus: "-1234.50" → "−1,234.50". */
export function grouped(decimal: string): string {
  const negative = decimal.startsWith("-");
  const [whole, fraction] = (negative ? decimal.slice(1) : decimal).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return (negative ? MINUS : "") + (fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** Whether a decimal is above, below or exactly zero. */
export function signOf(decimal: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(decimal)) return 0;
  return decimal.startsWith("-") ? -1 : 1;
}

/** Sign on every change: "0.026" → "+0.026"; zero has none. */
export function signed(decimal: string): string {
  return (signOf(decimal) > 0 ? "+" : "") + grouped(signOf(decimal) === 0 ? decimal.replace("-", "") : decimal);
}

/** "-12.40" → "−$12.40". */
export function dollars(decimal: string): string {
  return decimal.startsWith("-") ? `${MINUS}$${grouped(decimal.slice(1))}` : `$${grouped(decimal)}`;
}

/** A change in dollars: "+$1,424.85". */
export function signedDollars(decimal: string): string {
  return (signOf(decimal) > 0 ? "+" : "") + dollars(signOf(decimal) === 0 ? decimal.replace("-", "") : decimal);
}

/** A thin space before the sign in English, none in Chinese. */
export function percent(decimal: string, locale: string): string {
  return `${grouped(decimal)}${locale === "zh" ? "" : THIN_SPACE}%`;
}

export function signedPercent(decimal: string, locale: string): string {
  return `${signed(decimal)}${locale === "zh" ? "" : THIN_SPACE}%`;
}

/**
 * A decimal to fewer digits, half up as everywhere in the rulebook: a benchmark level is finer than the tick it is shown
 * in. More digits than it has are zeros: measured prices come as they were compiled.
 */
export function rounded(decimal: string, decimals: number): string {
  const [whole, fraction = ""] = decimal.replace("-", "").split(".");
  const kept = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  const [next = "0", ...rest] = fraction.slice(decimals);
  const negative = decimal.startsWith("-");
  const tie = next === "5" && !rest.some((digit) => digit !== "0");
  const up = negative && tie ? false : next >= "5";
  const digits = String(up ? kept + 1n : kept).padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** "0.001" → 3: how many decimals a contract's prices have. */
export const decimalsOf = (tick: string): number => tick.split(".")[1]?.length ?? 0;

/** Sizes in lots and other whole numbers. */
export const count = (n: number): string => grouped(String(n));
