import type { useTranslations } from "next-intl";
import { levers, type PriceParts, partsOf } from "@/engine/cost/model";
import { leverTexts, readLevers } from "@/tokens/cost-model/ranges";
import type { Query } from "../chart/addresses";
import type { Bar, BarView } from "../chart/bars";
import type { Provenance } from "../chart/view";
import { MINUS } from "../ui/numerals";
import { type CostState, costQuery } from "./cost-query";
import { estimate, share } from "./numbers";
import { leversInWords } from "./told-levers";

type Told = ReturnType<typeof useTranslations<"cost">>;

const parts = ["gpu", "electricity", "idle", "markup"] as const;

export interface Waterfall {
  readonly view: BarView;
  readonly summary: string;
  readonly source: string;
  readonly query: Query;
}

/** Whether every lever is as in its case; if so it is as sure as the case is. */
function kindOf({ costCase, texts }: CostState): Provenance {
  const own = leverTexts(costCase.parameters);
  return levers.every((lever) => texts[lever] === own[lever]) ? costCase.kind : "estimated";
}

/** What the price is made of: each part's bar begins where the one before it ended. */
export function waterfall(state: CostState, t: Told, locale: string): Waterfall {
  const of = partsOf(readLevers(state.texts, state.costCase.parameters).parameters);
  const as = kindOf(state);
  const bars = barsOf(of, as, (part) => t(`waterfall.${part}`), locale);
  return {
    view: {
      id: "cost-model",
      title: t("figure.title"),
      unit: t("waterfall.unit"),
      bars,
      table: {
        columns: [
          { name: "part", title: t("waterfall.part") },
          { name: "value", title: t("waterfall.price"), numeric: true },
          { name: "share", title: t("waterfall.share"), numeric: true },
          { name: "as", title: t("waterfall.as") },
        ],
        rows: bars.map((bar) => [bar.name, plain(bar.text), plain(bar.share), as]),
      },
    },
    summary: t("figure.summary", {
      price: estimate(of.price),
      parts: bars
        .map(({ name, text, share: part }) => t("figure.part", { name, text, share: part }))
        .join(t("figure.join")),
    }),
    source: t("figure.source", { levers: leversInWords(state, t, locale) }),
    query: costQuery(state, state.seen),
  };
}

function barsOf(
  of: PriceParts,
  as: Provenance,
  nameOf: (part: (typeof parts)[number] | "total") => string,
  locale: string,
): Bar[] {
  let until = 0;
  const bars = parts.map((part): Bar => {
    const from = until;
    until += of[part];
    return { name: nameOf(part), from, to: until, ...written(of[part], of.price, locale), as };
  });
  return [
    ...bars,
    { name: nameOf("total"), from: 0, to: of.price, ...written(of.price, of.price, locale), as, total: true },
  ];
}

const written = (value: number, price: number, locale: string) => ({
  text: value < 0 ? `${MINUS}${estimate(-value)}` : estimate(value),
  share: share(value / price, locale).replace("-", MINUS),
});

/** As a program reads it; the percent sign stays with a share. */
const plain = (text: string): string => text.replace(MINUS, "-").replace(/\s/g, "");
