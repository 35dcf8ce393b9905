import { cents } from "@/engine/units";
import { centsText } from "@/tokens/bill/money";
import { dollars, grouped } from "../../ui/numerals";

/** An amount of a file, in billionths of its currency: "$42.00", "EUR 38.20"; null: the file does not tell it. */
export function amountText(billionths: bigint | null, currency: string): string {
  if (billionths === null) return "–";
  const text = centsText(cents(centsOf(billionths)));
  return currency === "USD" ? dollars(text) : `${currency} ${grouped(text)}`;
}

/** Half up to the cent. */
export function centsOf(billionths: bigint): number {
  const size = billionths < 0n ? -billionths : billionths;
  const inCents = Number((size + 5_000_000n) / 10_000_000n);
  return billionths < 0n ? -inCents : inCents;
}
