import type { useTranslations } from "next-intl";
import type { NewsInFile, RulingInFile, ShockInFile } from "@/wire/scenario";
import { count, percent, signedPercent } from "../ui/numerals";
import type { ScenarioWords } from "./happenings";

type Words = ReturnType<typeof useTranslations<"scenario-words">>;

/** What a scenario says of itself, be it a whole file or what a room has seen of one. */
export interface OwnScenario {
  readonly id: string;
  readonly title?: string | null;
  readonly shocks: readonly Pick<ShockInFile, "id" | "title" | "lever" | "size" | "region" | "benchmark" | "seller">[];
  readonly rulings: readonly Pick<RulingInFile, "id" | "title" | "benchmark" | "rule">[];
  readonly news: readonly Pick<NewsInFile, "id" | "about" | "headline">[];
}

/** The words of a scenario that is no preset: its own where it has some, else what each thing does. */
export function ownWords(t: Words, locale: string, { id, title, shocks, rulings, news }: OwnScenario): ScenarioWords {
  const shockNames = named(shocks, (shock) => shockInWords(t, locale, shock));
  const rulingNames = named(rulings, (ruling) => rulingInWords(t, locale, ruling));
  return {
    title: title ?? t("untitled", { id }),
    shocks: shockNames,
    rulings: rulingNames,
    news: Object.fromEntries(
      news.map(({ id, about = "", headline }) => {
        const what = shockNames[about] ?? rulingNames[about];
        return [id, headline ?? (what ? t("newsOf", { what }) : t("news", { id }))];
      }),
    ),
  };
}

const named = <T extends { readonly id: string; readonly title?: string }>(
  items: readonly T[],
  inWords: (item: T) => string,
): Record<string, string> => Object.fromEntries(items.map((item) => [item.id, item.title ?? inWords(item)]));

/** "A seller's list price −50 %, Alder (PREM)". */
function shockInWords(t: Words, locale: string, shock: OwnScenario["shocks"][number]): string {
  return t("shock", {
    lever: t(`leverNames.${shock.lever}`),
    size: signedPercent(inPercent(shock.size), locale),
    where: whereOf(shock) ?? t(shock.region ? `regions.${shock.region}` : "everywhere"),
  });
}

function rulingInWords(t: Words, locale: string, { benchmark, rule }: OwnScenario["rulings"][number]): string {
  switch (rule.kind) {
    case "limit":
      return t("rulings.limit", { benchmark, percent: percent(inPercent(rule.rate), locale) });
    case "margin":
      return t("rulings.margin", { benchmark, percent: percent(inPercent(rule.overLimit), locale) });
    case "position-limit":
      return t("rulings.position-limit", { benchmark, lots: count(rule.lots) });
    case "halt":
      return t("rulings.halt", { benchmark, minutes: rule.minutes });
  }
}

/** A share as percent, to a tenth. */
const inPercent = (share: number): string => String(Math.round(share * 1000) / 10);

/** Whose price list or which benchmark a shock is about; null: neither. */
export const whereOf = ({
  benchmark,
  seller,
}: Pick<OwnScenario["shocks"][number], "benchmark" | "seller">): string | null =>
  benchmark === undefined ? null : seller === undefined ? benchmark : `${seller} (${benchmark})`;
