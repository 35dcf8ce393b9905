import { type Cents, cents } from "@/engine/units";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { type Bill, type Billed, billFor, type NoPriceYet } from "./bill";
import type { Usage } from "./usage";

/** Every month from `first` to `last`, both included: "2026-09". */
export function monthsFrom(first: string, last: string): string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: Math.max(0, number(last) - number(first) + 1) }, (_, i) => {
    const month = number(first) + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/** What the same usage cost in each month from the first price to `last`. */
export function billsByMonth(usage: Usage, spells: readonly TieredSpell[], last: string): Bill[] {
  if (spells.length === 0) return [];
  return monthsFrom(spells[0].from.slice(0, 7), last).flatMap((month) => {
    const billed = billFor(usage, spells, month);
    return billed.ok ? [billed.bill] : [];
  });
}

/** Usage of a month at the prices of a choice. */
export interface BilledUsage {
  readonly usage: Usage;
  readonly month: string;
}

/**
 * Why one bill is not the other. Volume: the new usage at the old prices, less the old bill. Price: the new bill, less
 * that. So what is used more and has become dearer counts with price, and the two sum to the change to the cent.
 */
export interface BillChange {
  readonly before: Cents;
  readonly after: Cents;
  readonly volume: Cents;
  readonly price: Cents;
}

export function changeBetween(
  before: BilledUsage,
  after: BilledUsage,
  spells: readonly TieredSpell[],
): { readonly ok: true; readonly change: BillChange } | { readonly ok: false; readonly refusal: NoPriceYet } {
  const [old, used, now] = [
    billFor(before.usage, spells, before.month),
    billFor(after.usage, spells, before.month),
    billFor(after.usage, spells, after.month),
  ] as const satisfies Billed[];
  if (!old.ok) return old;
  if (!used.ok) return used;
  if (!now.ok) return now;
  return {
    ok: true,
    change: {
      before: old.bill.total,
      after: now.bill.total,
      volume: cents(used.bill.total - old.bill.total),
      price: cents(now.bill.total - used.bill.total),
    },
  };
}
