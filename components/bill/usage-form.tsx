import { useLocale, useTranslations } from "next-intl";
import { choiceText, type PriceChoice, readChoice } from "@/tokens/bill/choices";
import { tokenKinds, type UsageRefusal } from "@/tokens/bill/usage";
import { workloads } from "@/tokens/bill/workloads";
import { sellerName } from "@/tokens/prices/sellers";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { count, percent } from "../ui/numerals";
import { type BillState, usageTexts } from "./bill-query";
import { useChoiceName } from "./choice-name";
import { yearMonth } from "./months";

interface UsageFormProps {
  state: BillState;
  onState: (state: BillState) => void;
  choices: readonly PriceChoice[];
  months: readonly string[];
  refusals: readonly UsageRefusal[];
}

const select =
  "min-h-(--ctl) w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 text-13 max-sm:text-[1rem]";
const fields = [...tokenKinds, "batchPercent"] as const;

/** What was used, at whose prices, when. */
export function UsageForm({ state, onState, choices, months, refusals }: UsageFormProps) {
  const t = useTranslations("bill");
  const locale = useLocale();
  return (
    <div className="grid content-start gap-3">
      <ChoiceField state={state} onState={onState} choices={choices} />
      <Field label={t("month")}>
        {(ids) => (
          <select
            {...ids}
            name="month"
            value={state.month}
            onChange={(event) => onState({ ...state, month: event.target.value })}
            className={select}
          >
            {[...new Set([...months, state.month])].toReversed().map((month) => (
              <option key={month} value={month}>
                {yearMonth(month, locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("workload")}>
        {(ids) => (
          <select
            {...ids}
            name="workload"
            value={state.workload}
            onChange={(event) => {
              const chosen = workloads.find(({ id }) => id === event.target.value);
              onState({
                ...state,
                workload: chosen?.id ?? "own",
                texts: chosen ? usageTexts(chosen.usage) : state.texts,
              });
            }}
            className={select}
          >
            {workloads.map(({ id }) => (
              <option key={id} value={id}>
                {t(`workloads.${id}.name`)}
              </option>
            ))}
            <option value="own">{t("workloads.own.name")}</option>
          </select>
        )}
      </Field>
      <p className="text-12 text-ink-3">
        <WorkloadStory id={state.workload} />
      </p>
      <div className="grid grid-cols-2 gap-3">
        {fields.map((field) => {
          const refusal = refusals.find((one) => fieldOf(one) === field);
          return (
            <Field
              key={field}
              label={t(`fields.${field}`)}
              note={refusal && <Note tone="warn">{refusedText(refusal, t, locale)}</Note>}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  name={field}
                  value={state.texts[field]}
                  inputMode={field === "batchPercent" ? "numeric" : "text"}
                  autoComplete="off"
                  aria-invalid={refusal ? true : undefined}
                  onChange={(event) =>
                    onState({ ...state, workload: "own", texts: { ...state.texts, [field]: event.target.value } })
                  }
                  className="text-right"
                />
              )}
            </Field>
          );
        })}
      </div>
      <p className="text-12 text-ink-3">{t("typing")}</p>
      <Button type="submit" variant="primary" className="[@media(scripting:enabled)]:hidden">
        {t("compute")}
      </Button>
    </div>
  );
}

function WorkloadStory({ id }: { id: BillState["workload"] }) {
  const t = useTranslations("bill");
  const workload = workloads.find((one) => one.id === id);
  const kind = workload ? t(`provenance.${workload.kind}`) : null;
  return [t(`workloads.${id}.story`), kind, workload?.source].filter(Boolean).join(" · ");
}

function ChoiceField({ state, onState, choices }: Pick<UsageFormProps, "state" | "onState" | "choices">) {
  const t = useTranslations("bill");
  const nameOf = useChoiceName();
  const providers = [...new Set(choices.map(({ provider }) => provider))];
  return (
    <Field label={t("model")}>
      {(ids) => (
        <select
          {...ids}
          name="model"
          value={choiceText(state.choice)}
          onChange={(event) => onState({ ...state, choice: readChoice(event.target.value) ?? state.choice })}
          className={select}
        >
          {providers.map((provider) => (
            <optgroup key={provider} label={sellerName(provider)}>
              {choices
                .filter((choice) => choice.provider === provider)
                .map((choice) => (
                  <option key={choiceText(choice)} value={choiceText(choice)}>
                    {nameOf(choice)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

const fieldOf = (refusal: UsageRefusal): (typeof fields)[number] =>
  refusal.reason === "over-100-percent"
    ? "batchPercent"
    : refusal.reason === "reasoning-over-output"
      ? "reasoning"
      : refusal.field;

type BillTexts = ReturnType<typeof useTranslations<"bill">>;

function refusedText(refusal: UsageRefusal, t: BillTexts, locale: string): string {
  switch (refusal.reason) {
    case "not-a-count":
      return t("refusals.not-a-count", { given: refusal.given });
    case "too-many":
      return t("refusals.too-many", { given: refusal.given });
    case "over-100-percent":
      return t("refusals.over-100-percent", { given: percent(String(refusal.percent), locale) });
    case "reasoning-over-output":
      return t("refusals.reasoning-over-output", {
        reasoning: count(refusal.reasoning),
        output: count(refusal.output),
      });
  }
}
