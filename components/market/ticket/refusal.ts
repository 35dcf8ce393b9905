import { parseSignedDecimal } from "@/wire/decimal";
import type { AccountSummary, ErrorBody } from "@/wire/views";
import { moneyOf } from "../exact";

/** What would make a refused order pass, worked out from the refusal's own numbers (7.4). */
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
  const cents = (name: string) => {
    const parsed = parseSignedDecimal(String(error.details[name] ?? ""), 2);
    return parsed.ok ? parsed.value : null;
  };
  const [before, required, fee, loss, equity, free] = [
    "requirementBefore",
    "required",
    "fee",
    "loss",
    "equity",
    "free",
  ].map(cents);
  if (before === null || required === null || fee === null || loss === null || equity === null || free === null)
    return null;
  const missing = required + fee + loss - equity;
  const bank = account ? parseSignedDecimal(account.bankCash, 2) : null;
  return {
    needs: moneyOf(required + fee + loss - before),
    free: moneyOf(free),
    fits: Number(error.details.fits ?? 0),
    bring: bank?.ok && missing > 0 && missing <= bank.value ? moneyOf(missing) : null,
  };
}
