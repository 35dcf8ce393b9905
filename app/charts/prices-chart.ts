import { getTranslations } from "next-intl/server";
import { dateOfDay, fullDate } from "@/components/chart/days";
import { type ChartView, provenances } from "@/components/chart/view";
import type { Catalogue, Choice } from "@/components/prices/choice";
import { choiceQuery, mixText } from "@/components/prices/choice";
import { lastDay, type SimulatedFixings } from "@/components/prices/explorer-series";
import { type Explored, explore } from "@/components/prices/explorer-view";
import type { PriceEdition } from "@/server/prices/edition";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { sellerName } from "@/tokens/prices/sellers";
import type { Chart } from "./chart";
import { linesInWords } from "./in-words";

export interface PricesChart extends Chart<ChartView> {
  readonly listed: Explored["listed"];
}

/** The price explorer's chart for a choice. */
export async function pricesChart(
  { data }: PriceEdition,
  choice: Choice,
  catalogue: Catalogue,
  simulated: SimulatedFixings,
  locale: string,
  openAt: string | null,
): Promise<PricesChart> {
  const t = await getTranslations({ locale, namespace: "prices.chart" });
  const what = t("what", { kind: choice.kind, mix: mixText(choice.mix) });
  const titles = {
    benchmarks: () =>
      choice.measure === "average" ? t("means", { what }) : t("benchmarks", { what: t("likeForLike", { what }) }),
    premium: () => t("slot", { slot: "premium", what }),
    economy: () => t("slot", { slot: "economy", what }),
    models: () => t("models", { model: choice.model, seller: sellerName(choice.provider), what }),
  };
  const title = titles[choice.show]();
  const until = lastOf(simulated);
  const { view, listed } = explore(
    choice,
    data,
    simulated,
    {
      title: choice.known === null ? title : t("knownOn", { title, date: fullDate(choice.known, locale) }),
      unit: t("unit", { scale: choice.scale }),
      measured: t("measured", { date: fullDate(BASE_DATE, locale) }),
      simulated: t("simulated"),
      nameOf: ({ id, name }) =>
        isBenchmark(id) && (choice.show !== "benchmarks" || choice.measure === "average")
          ? t("mean", { of: id })
          : name,
      noteOf: ({ id, points }) => {
        const last = points.at(-1);
        if (last?.as === "simulated") return t("notes.simulated", { date: fullDate(dateOfDay(last.x), locale) });
        return isBenchmark(id) ? t(`notes.${id}`) : undefined;
      },
    },
    openAt,
  );
  return {
    view,
    listed,
    summary: t("summary", { title: view.title, lines: await linesInWords(view, locale) }),
    source: t("source", {
      version: data.version,
      date: fullDate(lastDay(choice), locale),
      simulated: provenances(view).includes("simulated") ? "yes" : "no",
    }),
    page: "/prices",
    // What the room fixes tomorrow is not what was cited today.
    query: { ...choiceQuery(choice, catalogue), ...(until && { until }) },
    method: "#method",
  };
}

const lastOf = (simulated: SimulatedFixings): string | null =>
  Object.values(simulated)
    .flatMap((fixings) => fixings.at(-1)?.date ?? [])
    .sort()
    .at(-1) ?? null;

const isBenchmark = (id: string): id is "PREM" | "CHNA" | "ECON" => id === "PREM" || id === "CHNA" || id === "ECON";
