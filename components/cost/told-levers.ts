import type { useTranslations } from "next-intl";
import { type Lever, levers } from "@/engine/cost/model";
import { leverRanges, leverTexts, readLevers } from "@/tokens/cost-model/ranges";
import { MINUS, percent } from "../ui/numerals";
import type { CostState } from "./cost-query";

type Told = ReturnType<typeof useTranslations<"cost">>;

/** What the levers say together: the case's own story, or what of the case is another now. */
export function storyOf(state: CostState, t: Told, locale: string): string {
  const { costCase } = state;
  const [own, now] = [leverTexts(costCase.parameters), countedTexts(state)];
  const moved = levers.filter((lever) => now[lever] !== own[lever]);
  if (moved.length === 0) return t(`cases.${costCase.id}.story`);
  return t("figure.fromCase", {
    name: t(`cases.${costCase.id}.name`),
    moved: moved
      .map((lever) =>
        t("figure.moved", {
          lever: t(`formula.${lever}`),
          now: written(lever, now[lever], locale),
          before: written(lever, own[lever], locale),
        }),
      )
      .join(t("figure.comma")),
  });
}

/** Every lever as it counts, with its unit: a file has no fields beside it. */
export function leversInWords(state: CostState, t: Told, locale: string): string {
  const texts = countedTexts(state);
  return levers
    .map((lever) => {
      const { unit } = leverRanges[lever];
      const value = written(lever, texts[lever], locale);
      const bare = unit === "percent" || unit === "times";
      return `${t(`levers.${lever}.name`)} ${value}${bare ? "" : ` ${t(`units.${unit}`)}`}`;
    })
    .join(t("figure.join"));
}

/** As typed; where that cannot be, as in the case. */
function countedTexts({ costCase, texts }: CostState): Record<Lever, string> {
  const own = leverTexts(costCase.parameters);
  const { refusals } = readLevers(texts, costCase.parameters);
  return Object.fromEntries(
    levers.map((lever) => [lever, refusals[lever] ? own[lever] : texts[lever].trim()]),
  ) as Record<Lever, string>;
}

const written = (lever: Lever, text: string, locale: string): string =>
  leverRanges[lever].unit === "percent" ? percent(text, locale).replace("-", MINUS) : text;
