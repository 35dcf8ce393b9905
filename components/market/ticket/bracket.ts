import { parseDecimal } from "@/wire/decimal";
import type { ContractQuote } from "@/wire/views";
import { centsOf, decimalsOf, moneyOf, ticksOf } from "../exact";
import type { Side } from "./draft";

/**
 * What leaving at `exit` makes of `lots` that came in at `entry`, in dollars and before fees; null while the price is not
 * one yet. `side` is the entry's.
 */
export function resultAt(exit: string, entry: string, side: Side, lots: number, quote: ContractQuote): string | null {
  const decimals = decimalsOf(quote.tick);
  const parsed = parseDecimal(exit.trim(), decimals);
  if (!parsed.ok || lots <= 0) return null;
  const gained = (parsed.value - ticksOf(entry, decimals)) * (side === "buy" ? 1 : -1);
  return moneyOf(gained * centsOf(quote.tickValue) * lots);
}

/** A target lies on the gaining side of the entry and a stop on the losing one; null: as it should be, or not known yet. */
export function wrongSide(
  exit: string,
  role: "target" | "stop",
  entry: string,
  side: Side,
  quote: ContractQuote,
): boolean {
  const result = resultAt(exit, entry, side, 1, quote);
  if (result === null) return false;
  return role === "target" ? centsOf(result) <= 0 : centsOf(result) >= 0;
}
