import { useLocale, useTranslations } from "next-intl";
import type { UsageRefusal } from "@/tokens/bill/usage";
import { workloads } from "@/tokens/bill/workloads";
import type { TieredSpell } from "@/tokens/prices/tiers";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { count, percent } from "../ui/numerals";
import { type BillState, isPercent, usageFields, usageTexts } from "./bill-query";
import type { ListedChoice } from "./catalogue";
import { ModelChoice } from "./model-choice";
import { MonthSelect, selectClass } from "./month-select";
import { Refusal } from "./refusal";

interface UsageFormProps {
  state: BillState;
  onState: (state: BillState) => void;
  catalogue: readonly ListedChoice[];
  months: readonly string[];
  refusals: readonly UsageRefusal[];
  /** The price at the end of the month; null: none. */
  spell: TieredSpell | null;
}

/** What was used, at whose prices, when. */
export function UsageForm({ state, onState, catalogue, months, refusals, spell }: UsageFormProps) {
  const t = useTranslations("bill");
  const locale = useLocale();
  return (
    <div className="grid content-start gap-3">
      <Field label={t("model")}>
        {(ids) => (
          <ModelChoice
            {...ids}
            choice={state.choice}
            catalogue={catalogue}
            onChoice={(choice) => onState({ ...state, choice })}
          />
        )}
      </Field>
      <Field label={t("month")}>
        {(ids) => (
          <MonthSelect
            {...ids}
            name="month"
            value={state.month}
            months={months}
            onValueChange={(month) => onState({ ...state, month })}
          />
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
            className={selectClass}
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
      <div className="grid grid-cols-2 items-start gap-3">
        {usageFields.map((field) => {
          const refusal = refusals.find((one) => fieldOf(one) === field);
          return (
            <Field
              key={field}
              label={t(`fields.${field}`)}
              note={refusal && <Refusal code={refusal.reason}>{refusedText(refusal, t, locale)}</Refusal>}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  name={field}
                  value={state.texts[field]}
                  inputMode={isPercent(field) ? "numeric" : "text"}
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
      <div className="grid gap-1 text-12 text-ink-3">
        {spell && <TierStory spell={spell} />}
        <p>{t("typing")}</p>
      </div>
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

/** Whether this model's long requests and hour-long cache writes cost more, as far as it is known. */
function TierStory({ spell: { observation, tiers, tiersFrom } }: { spell: TieredSpell }) {
  const t = useTranslations("bill.tiers");
  const { model } = observation;
  return (
    <p>
      {tiers.long?.above != null
        ? t("long", { model, above: count(tiers.long.above) })
        : tiersFrom.long === null
          ? t("no-long", { model })
          : t("long-other-days", { model, from: tiersFrom.long })}{" "}
      {tiers.hour ? t("hour") : tiersFrom.hour === null ? t("no-hour") : t("hour-other-days", { from: tiersFrom.hour })}
    </p>
  );
}

const fieldOf = (refusal: UsageRefusal): (typeof usageFields)[number] =>
  refusal.reason === "reasoning-over-output"
    ? "reasoning"
    : refusal.reason === "hour-over-cache-write"
      ? "cacheWriteHour"
      : refusal.field;

type BillTexts = ReturnType<typeof useTranslations<"bill">>;

function refusedText(refusal: UsageRefusal, t: BillTexts, locale: string): string {
  switch (refusal.reason) {
    case "not-a-count":
      return t(isPercent(refusal.field) ? "refusals.not-a-percentage" : "refusals.not-a-count", {
        given: refusal.given,
      });
    case "too-many":
      return t("refusals.too-many", { given: refusal.given });
    case "over-100-percent":
      return t("refusals.over-100-percent", { given: percent(String(refusal.percent), locale) });
    case "reasoning-over-output":
      return t("refusals.reasoning-over-output", {
        reasoning: count(refusal.reasoning),
        output: count(refusal.output),
      });
    case "hour-over-cache-write":
      return t("refusals.hour-over-cache-write", { hour: count(refusal.hour), cacheWrite: count(refusal.cacheWrite) });
  }
}
