import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ListPrices } from "@/tokens/bill/choices";
import { pricedFile } from "@/tokens/bill/import/priced";
import type { ExportedUsage } from "@/tokens/bill/import/reading";
import { count } from "../ui/numerals";
import type { BillState } from "./bill-query";
import { useChoiceName } from "./choice-name";
import { BilledAgainstList } from "./import/billed-against-list";
import { ImportedChange } from "./import/imported-change";
import { LeftOutRows } from "./import/left-out-rows";
import { PricedRows } from "./import/priced-rows";

interface ImportedBillsProps {
  lines: readonly ExportedUsage[];
  prices: ListPrices;
  state: BillState;
  openAt: string;
}

/** Each model of a file at the list price of its own days, and at the chosen model's. */
export function ImportedBills({ lines, prices, state, openAt }: ImportedBillsProps) {
  const t = useTranslations("bill.imported");
  const nameOf = useChoiceName();
  const file = useMemo(() => pricedFile(lines, prices, state.choice), [lines, prices, state.choice]);
  const unknown = lines.reduce((sum, { unknownLength }) => sum + unknownLength, 0);
  const hasPeriods = lines.some(({ from, to }) => from !== to);
  return (
    <>
      <PricedRows file={file} chosen={nameOf(state.choice)} openAt={openAt} />
      <LeftOutRows leftOut={file.leftOut} chosen={nameOf(state.choice)} />
      {file.total?.charge.billed != null && <BilledAgainstList total={file.total} />}
      <div className="mt-1.5 grid gap-1 text-12 text-ink-3">
        <p>{t(hasPeriods ? "periods" : "dates")}</p>
        {unknown > 0 && <p>{t("unknown-length", { tokens: count(unknown) })}</p>}
      </div>
      <ImportedChange rows={file.rows} prices={prices} choice={state.choice} name={nameOf(state.choice)} />
    </>
  );
}
