/**
 * Decimal strings ↔ whole numbers of their smallest unit: "4.638" with 3 decimals is 4638 ticks, "-12.40" with 2 is
 * −1240 cents. Digits are moved, never multiplied, so nothing is rounded on the way in or out.
 */
export type DecimalProblem = "blank" | "not-a-decimal" | "off-tick" | "too-large";
export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: DecimalProblem };

const unsigned = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/** No sign, no exponent, no leading zeros, no spaces. "4.6380" with 3 decimals is 4638: only the value must be on a tick. */
export function parseDecimal(text: string, decimals: number, most: number = Number.MAX_SAFE_INTEGER): Parsed {
  if (text.trim() === "") return refuse("blank");
  const match = unsigned.exec(text);
  if (!match) return refuse("not-a-decimal");
  const whole = match[1];
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return refuse("off-tick");
  if (whole.length + decimals > 17) return refuse("too-large"); // longer than any safe integer
  const value = Number(whole + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(value) && value <= most ? { ok: true, value } : refuse("too-large");
}

/** The same with an optional leading minus: amounts of money that may go either way. */
export function parseSignedDecimal(text: string, decimals: number): Parsed {
  const negative = text.startsWith("-");
  const parsed = parseDecimal(negative ? text.slice(1) : text, decimals);
  return parsed.ok && negative && parsed.value !== 0 ? { ok: true, value: -parsed.value } : parsed;
}

const refuse = (problem: DecimalProblem): Parsed => ({ ok: false, problem });

export function formatDecimal(value: number | bigint, decimals: number): string {
  const negative = value < 0;
  const digits = String(negative ? -value : value).padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return negative ? `-${text}` : text;
}

export const formatMoney = (cents: number): string => formatDecimal(cents, 2);

/** n ÷ d as a decimal string, half up (floor(x + ½), as everywhere in the rulebook). */
export function formatRatio(n: number, d: number, decimals: number): string {
  return formatDecimal(halfUpQuotient(BigInt(n) * 10n ** BigInt(decimals), BigInt(d)), decimals);
}

export function halfUpQuotient(n: bigint, d: bigint): bigint {
  const sign = d < 0n ? -1n : 1n;
  return floorDiv(2n * n * sign + d * sign, 2n * d * sign);
}

function floorDiv(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}

/** A rate in millionths as a percentage, without trailing zeros: 130,000 is "13". */
export const formatPercent = (millionths: number): string => formatDecimal(millionths, 4).replace(/\.?0+$/, "");

/** A dollar price that the engine holds as a double (sellers' list prices): at least cents, at most millionths. */
export function formatDollars(dollars: number): string {
  const [whole, fraction] = dollars.toFixed(6).split(".");
  return `${whole}.${fraction.replace(/0{1,4}$/, "")}`;
}
