import { useTranslations } from "next-intl";
import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import type { Query } from "../chart/addresses";
import { Choose, PickOne } from "../prices/form-parts";
import { LiveForm } from "../prices/live-form";
import { Button } from "../ui/button";
import { MOST_GATE, type RulesChoice } from "./rules-choice";

interface OwnRulesProps {
  benchmark: SlotBenchmark;
  rules: RulesChoice;
  action: string;
  /** What else the address keeps. */
  carried: Query;
}

/** The parts of rule 3 that can be switched, as a plain form whose state is the address. */
export function OwnRules({ benchmark, rules, action, carried }: OwnRulesProps) {
  const t = useTranslations("benchmarks.recompute");
  const gates = Array.from({ length: MOST_GATE }, (_, i) => String(i + 1));
  return (
    <LiveForm
      action={action}
      carried={carried}
      label={t("rules")}
      usual={{ screens: "on", confirmed: "yes", gate: String(benchmark.minSellers) }}
      className="flex flex-wrap items-end gap-x-3 gap-y-2.5 py-3"
    >
      <PickOne
        name="screens"
        label={t("screens")}
        value={rules.screens ? "on" : "off"}
        options={(["on", "off"] as const).map((value) => ({ value, label: t(`screensOf.${value}`) }))}
        className="min-w-28"
      />
      <PickOne
        name="confirmed"
        label={t("confirmed")}
        value={rules.confirmed ? "yes" : "no"}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`confirmedOf.${value}`) }))}
        className="min-w-52"
      />
      <Choose
        name="gate"
        label={t("gate")}
        value={String(rules.gate)}
        options={gates.map((value) => ({ value, label: value }))}
        className="min-w-24"
      />
      {rules.day && <input type="hidden" name="day" value={rules.day} />}
      <Button type="submit" className="hidden noscript:inline-flex">
        {t("apply")}
      </Button>
    </LiveForm>
  );
}
