import { assert } from "@/engine/assert";
import { type Cents, cents } from "@/engine/units";

/**
 * Exact money: dollars in units of 10⁻¹⁸, so that one token at a price of twelve decimals a million is a whole number and
 * nothing is rounded before the cent.
 */
export type Exact = bigint & { readonly exact: unique symbol };

const PRICE_DECIMALS = 12; // dollars a million tokens × 10¹² = 10⁻¹⁸ dollars a token
const UNITS_A_CENT = 10n ** 16n;

/** Tokens at a price that is written as a decimal, dollars a million: "0.003625". */
export const priced = (tokens: number, price: string): Exact => (BigInt(tokens) * pricedAt(price)) as Exact;

/** One token at a price, in units of 10⁻¹⁸ dollars. */
export function pricedAt(price: string): bigint {
  const [whole, fraction = ""] = price.split(".");
  assert(/^\d+$/.test(whole) && /^\d*$/.test(fraction) && fraction.length <= PRICE_DECIMALS, `a price, not ${price}`);
  return BigInt(whole + fraction.padEnd(PRICE_DECIMALS, "0"));
}

/** Half a cent is rounded up, as on an invoice. */
export const toCents = (amount: Exact): Cents => cents(Number((amount + UNITS_A_CENT / 2n) / UNITS_A_CENT));

/** "1234.50", for `dollars` of the numerals. */
export function centsText(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
