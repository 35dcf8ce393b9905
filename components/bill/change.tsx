import { useLocale, useTranslations } from "next-intl";
import type { BillChange } from "@/tokens/bill/compare";
import { centsText } from "@/tokens/bill/money";
import { KeyValue, KeyValueList } from "../ui/key-value";
import { dollars } from "../ui/numerals";
import { Signed } from "../ui/signed";
import { yearMonth } from "./months";

/** Why one bill is not the other: how much by volume, how much by price. */
export function Change({ change, before, after }: { change: BillChange; before: string; after: string }) {
  const t = useTranslations("bill.change");
  const locale = useLocale();
  return (
    <KeyValueList className="max-w-96 gap-y-1.5">
      <KeyValue name={yearMonth(before, locale)}>{dollars(centsText(change.before))}</KeyValue>
      <KeyValue name={t("volume")}>
        <Signed value={centsText(change.volume)} as="dollars" coloured={false} />
      </KeyValue>
      <KeyValue name={t("price")}>
        <Signed value={centsText(change.price)} as="dollars" coloured={false} />
      </KeyValue>
      <KeyValue name={yearMonth(after, locale)} className="font-semibold">
        {dollars(centsText(change.after))}
      </KeyValue>
    </KeyValueList>
  );
}
