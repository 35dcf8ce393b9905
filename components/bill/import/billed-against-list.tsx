import { useLocale, useTranslations } from "next-intl";
import { cents } from "@/engine/units";
import type { Sums } from "@/tokens/bill/import/priced";
import { centsText } from "@/tokens/bill/money";
import { dollars, percent } from "../../ui/numerals";
import { centsOf } from "./amounts";

/** What was billed against list prices: ours of the days of use, and the seller's own where the file has it. */
export function BilledAgainstList({ total: { own, charge } }: { total: Sums }) {
  const t = useTranslations("bill.imported");
  const locale = useLocale();
  const against = (amount: number, list: number) => {
    const off = amount - list;
    const tenths = list === 0 ? 0 : Math.round((Math.abs(off) * 1000) / list);
    return {
      side: off === 0 ? "same" : off < 0 ? "less" : "more",
      amount: dollars(centsText(cents(Math.abs(off)))),
      share: percent((tenths / 10).toFixed(1), locale),
    };
  };
  const billed = charge.billed === null ? null : centsOf(charge.billed);
  const list = charge.list === null ? null : centsOf(charge.list);
  return (
    <div className="mt-2 grid gap-1">
      {billed !== null && <p>{t("against", against(billed, own))}</p>}
      {list !== null && <p>{t("againstOwnList", against(list, own))}</p>}
      <p className="text-12 text-ink-3">{t(list === null ? "billedHow" : "listHow")}</p>
    </div>
  );
}
