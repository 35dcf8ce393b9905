import { useTranslations } from "next-intl";
import { cents } from "@/engine/units";
import { billFor } from "@/tokens/bill/bill";
import { type ListPrices, type PriceChoice, tieredSpellsOf } from "@/tokens/bill/choices";
import type { PricedRow } from "@/tokens/bill/import/priced";
import { noUsage, plus, type Usage } from "@/tokens/bill/usage";
import { Note } from "../../ui/note";
import { Change } from "../change";

interface ImportedChangeProps {
  rows: readonly PricedRow[];
  prices: ListPrices;
  choice: PriceChoice;
  name: string;
}

/** Why the last month of a file costs what it does beside the first, all of it at the chosen model's prices. */
export function ImportedChange({ rows, prices, choice, name }: ImportedChangeProps) {
  const t = useTranslations("bill.imported");
  const months = [...new Set(rows.map(({ from }) => from.slice(0, 7)))].sort();
  const [first, last] = [months[0], months[months.length - 1]];
  if (first === last) return null;
  const inMonth = (month: string) => rows.filter(({ from, leftOut }) => leftOut === null && from.startsWith(month));
  const [old, now] = [inMonth(first), inMonth(last)];
  if (old.length === 0 || now.length === 0) return null;
  const total = (some: readonly PricedRow[]) => some.reduce((all, { chosen }) => all + (chosen ?? 0), 0);
  const usage = now.reduce<Usage>((all, row) => plus(all, row.usage), noUsage);
  const used = billFor(usage, tieredSpellsOf(prices, choice), first);
  if (!used.ok) return null;
  return (
    <div className="mt-5">
      <h3 className="mb-2 font-medium">{t("change", { model: name })}</h3>
      <Change
        change={{
          before: cents(total(old)),
          after: cents(total(now)),
          volume: cents(used.bill.total - total(old)),
          price: cents(total(now) - used.bill.total),
        }}
        before={first}
        after={last}
      />
      <Note className="mt-2">{t("changeHow")}</Note>
    </div>
  );
}
