import type { getTranslations } from "next-intl/server";
import type { ScenarioWords } from "@/components/scenario/happenings";
import { presets } from "@/server/scenarios/presets";
import type { ScenarioFile } from "@/wire/scenario";

type Texts = Awaited<ReturnType<typeof getTranslations<"scenarios">>>;

/** A preset's own words in the reader's language. */
export function presetWords(t: Texts, { id, shocks, rulings, news }: ScenarioFile): ScenarioWords {
  const texts = (list: "shocks" | "rulings" | "news", items: readonly { readonly id: string }[]) =>
    Object.fromEntries(items.map((item) => [item.id, t(`presets.${id}.${list}.${item.id}`)]));
  return {
    title: t(`presets.${id}.title`),
    shocks: texts("shocks", shocks),
    rulings: texts("rulings", rulings),
    news: texts("news", news),
  };
}

/** Names of shocks: every preset's, and of what else ran in a room its own, which win where ids are shared. */
export const shockNames = (t: Texts, others: readonly ScenarioWords[]): Record<string, string> =>
  Object.assign(
    {},
    ...[...presets().values()].map((file) => presetWords(t, file).shocks),
    ...others.map((one) => one.shocks),
  );
