import { parseDecimal } from "@/wire/decimal";
import type { AccountSummary, ErrorBody } from "@/wire/views";
import { moneyOf } from "../exact";

/** What would make a refused order pass, from the refusal's own numbers (7.4). */
export interface WayOut {
  /** What the order adds to the requirement, with its fee and its loss against the mark. */
  readonly needs: string;
  readonly free: string;
  /** Lots that would pass; 0: none. */
  readonly fits: number;
  /** Bank cash that would be enough for all of it; null when the bank holds less. */
  readonly bring: string | null;
}

export function wayOut(error: ErrorBody, account: Pick<AccountSummary, "bankCash"> | null): WayOut | null {
  if (error.code !== "insufficient-margin") return null;
  const { needs, free, fits } = error.details as { needs: string; free: string; fits: number };
  const [needed, held] = [cents(needs), cents(free)];
  const bank = cents(account?.bankCash ?? "0.00");
  const missing = needed - held;
  return { needs, free, fits, bring: missing > 0 && missing <= bank ? moneyOf(missing) : null };
}

/** Free margin may be below zero; then it counts as what is owed. */
function cents(amount: string): number {
  const negative = amount.startsWith("-");
  const parsed = parseDecimal(negative ? amount.slice(1) : amount, 2);
  return parsed.ok ? (negative ? -parsed.value : parsed.value) : 0;
}
