import { useTranslations } from "next-intl";
import { changeBetween } from "@/tokens/bill/compare";
import { scaled, type Usage } from "@/tokens/bill/usage";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { Field, TextInput } from "../ui/field";
import type { BillState } from "./bill-query";
import { Change } from "./change";
import { MonthSelect } from "./month-select";
import { Refusal } from "./refusal";

interface ChangeBoxProps {
  state: BillState;
  onState: (state: BillState) => void;
  usage: Usage | null;
  spells: readonly TieredSpell[] | null;
  months: readonly string[];
}

/** Another month of the same model: how much of the difference is volume, how much price. */
export function ChangeBox({ state, onState, usage, spells, months }: ChangeBoxProps) {
  const t = useTranslations("bill");
  const percent = /^\s*\d{1,5}\s*$/.test(state.againstPercent) ? Number(state.againstPercent) : null;
  const compared =
    usage && spells && percent !== null
      ? changeBetween({ usage: scaled(usage, percent), month: state.against }, { usage, month: state.month }, spells)
      : null;
  return (
    <>
      <div className="mb-3 grid max-w-96 grid-cols-[repeat(auto-fit,minmax(148px,1fr))] items-end gap-3">
        <Field label={t("change.then")}>
          {(ids) => (
            <MonthSelect
              {...ids}
              name="against"
              value={state.against}
              months={months}
              onValueChange={(against) => onState({ ...state, against })}
            />
          )}
        </Field>
        <Field label={t("change.percent")}>
          {(ids) => (
            <TextInput
              {...ids}
              name="againstPercent"
              value={state.againstPercent}
              inputMode="numeric"
              autoComplete="off"
              aria-invalid={percent === null || undefined}
              onChange={(event) => onState({ ...state, againstPercent: event.target.value })}
              className="text-right"
            />
          )}
        </Field>
      </div>
      {percent === null && (
        <Refusal code="not-a-count">{t("refusals.not-a-percentage", { given: state.againstPercent })}</Refusal>
      )}
      {compared?.ok && <Change change={compared.change} before={state.against} after={state.month} />}
      {compared && !compared.ok && (
        <Refusal code="no-price-yet">{t("no-price-yet", { first: compared.refusal.first ?? "" })}</Refusal>
      )}
      <p className="mt-2 text-12 text-ink-3">{t("change.how")}</p>
    </>
  );
}
