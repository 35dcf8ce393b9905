import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ListPrices } from "@/tokens/bill/choices";
import { percent } from "../../ui/numerals";
import type { BillState } from "../bill-query";
import { ImportedBills } from "../imported-bills";
import { Refusal } from "../refusal";
import type { Source } from "./file-rows";
import { MappingForm } from "./mapping-form";
import type { Reference } from "./read-file";
import { ReadReport } from "./read-report";
import { useImport } from "./use-import";

interface ImportDeskProps {
  source: Source;
  prices: ListPrices;
  state: BillState;
  openAt: string;
}

/** One file from its first look to its bills. */
export default function ImportDesk({ source, prices, state, openAt }: ImportDeskProps) {
  const t = useTranslations("bill.import");
  const locale = useLocale();
  const reference = useMemo(() => referenceOf(prices), [prices]);
  const { state: at, remap, read } = useImport(source, reference);
  return (
    <>
      <div role="status" className="mt-3">
        {at.step === "reading" && (
          <p className="text-ink-2">{t("reading", { share: percent(String(Math.floor(at.share * 100)), locale) })}</p>
        )}
        {at.step === "refused" && (
          <Refusal code={at.refusal.code}>
            {t(`refusals.${at.refusal.code}`, {
              name: "name" in at.refusal ? at.refusal.name : "",
              reason: "reason" in at.refusal ? at.refusal.reason : "",
            })}
          </Refusal>
        )}
        {at.step === "read" && <ReadReport look={at.look} file={at.file} onRemap={remap} />}
      </div>
      {at.step === "mapping" && <MappingForm look={at.look} onRead={read} />}
      {at.step === "read" && at.file.lines.length > 0 && (
        <ImportedBills lines={at.file.lines} prices={prices} state={state} openAt={openAt} />
      )}
    </>
  );
}

function referenceOf({ history, tiers }: ListPrices): Reference {
  const listed = history.models();
  return {
    today: new Date().toISOString().slice(0, 10),
    firstPrice: listed.reduce((first, { from }) => (from < first ? from : first), "9999"),
    lengths: tiers.lengths(),
    models: listed.map(({ model }) => model),
  };
}
