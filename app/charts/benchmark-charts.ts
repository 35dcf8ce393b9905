import { getTranslations } from "next-intl/server";
import { fixingSeries, gpuHourSeries, indexSeries, qualitySeries } from "@/components/benchmark/benchmark-series";
import { type RulesChoice, rulesQuery } from "@/components/benchmark/rules-choice";
import type { Query } from "@/components/chart/addresses";
import { dateOfDay, dayNumber, fullDate } from "@/components/chart/days";
import { beginningAt, type ChartSeries, type ChartView } from "@/components/chart/view";
import type { MeasuredBenchmark, PriceEdition } from "@/server/prices/edition";
import { BASE_DATE, type SlotBenchmark, slotBenchmarks } from "@/tokens/benchmark/definitions";
import { chainSteps, qualityLines } from "@/tokens/benchmark/series";
import type { Chart } from "./chart";
import { linesInWords } from "./in-words";
import { fixingsBy } from "./own-rules";

/** From here on three of the four have fixings: the comparison begins. */
const COMPARED_FROM = "2023-12-13";
/** The first day of a year on which PREM and ECON have fixings. */
const INDEX_BASE = "2024-01-02";

interface Made {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly scale: "log" | "linear";
  readonly series: readonly ChartSeries[];
  readonly from: string;
  readonly source: string;
  readonly page: string;
  readonly query?: Query;
  readonly method?: string;
  readonly openAt: string | null;
}

const words = (locale: string) => getTranslations({ locale, namespace: "benchmarks.charts" });

async function chartOf(made: Made, { version }: PriceEdition, locale: string): Promise<Chart> {
  const t = await words(locale);
  const view: ChartView = {
    id: made.id,
    title: made.title,
    unit: made.unit,
    scale: made.scale,
    x: { kind: "date", from: dayNumber(made.from), to: dayNumber(BASE_DATE) },
    seam: null,
    series: made.series.map((one) => beginningAt(one, dayNumber(made.from))),
    events: [],
    openAt: made.openAt,
  };
  return {
    view,
    summary: `${made.title}. ${await linesInWords(view, locale)}`,
    source: t("source", { source: made.source, version, date: fullDate(BASE_DATE, locale) }),
    page: made.page,
    query: made.query ?? {},
    method: made.method ?? "#method",
  };
}

const measured = (prices: PriceEdition, { id }: SlotBenchmark) => prices.measured(id) as MeasuredBenchmark;

/** The three token benchmarks, one unit. */
export async function tokensCompared(prices: PriceEdition, locale: string, openAt: string | null): Promise<Chart> {
  const t = await words(locale);
  const series = slotBenchmarks.map((benchmark) => ({
    ...fixingSeries(benchmark, measured(prices, benchmark).days),
    note: t(`notes.${benchmark.id as "PREM"}`),
  }));
  return chartOf(
    {
      id: "benchmarks",
      title: t("compared"),
      unit: t("tokensUnit"),
      scale: "log",
      series,
      from: COMPARED_FROM,
      source: t("listPrices"),
      page: "/benchmarks",
      openAt,
    },
    prices,
    locale,
  );
}

/** The GPU-hour: another unit, so another panel. */
export async function gpuHour(prices: PriceEdition, locale: string): Promise<Chart> {
  const t = await words(locale);
  return chartOf(
    {
      id: "gpu-hour",
      title: t("gpuHour"),
      unit: t("hourUnit"),
      scale: "linear",
      series: [{ ...gpuHourSeries(prices.gpuHour(), BASE_DATE), note: t("notes.GPUH") }],
      from: COMPARED_FROM,
      source: t("rateCards"),
      page: "/benchmarks",
      openAt: null,
    },
    prices,
    locale,
  );
}

export const qualities = ({ data }: PriceEdition): string[] =>
  qualityLines(data.frontier).map(({ quality }) => quality);

/** What a level of quality costs: it falls without a stop. */
export async function constantQuality(prices: PriceEdition, quality: string, locale: string): Promise<Chart> {
  const t = await words(locale);
  const lines = qualityLines(prices.data.frontier);
  const chosen = lines.find((line) => line.quality === quality) ?? lines[0];
  const series = qualitySeries(lines, chosen.quality, BASE_DATE).map((one) => ({
    ...one,
    name: t("level", { quality: one.id }),
  }));
  return chartOf(
    {
      id: "constant-quality",
      title: t("quality", { quality: chosen.quality, times: chosen.fell.toFixed(0) }),
      unit: t("qualityUnit"),
      scale: "log",
      series,
      from: dateOfDay(Math.min(...series.flatMap(({ points }) => points.map(({ x }) => x)))),
      source: t("frontier"),
      page: "/benchmarks",
      query: chosen === lines[0] ? {} : { quality: chosen.quality },
      openAt: null,
    },
    prices,
    locale,
  );
}

/** What the flagship and the small model of each seller cost, whatever they can do. */
export async function constantSlot(prices: PriceEdition, locale: string): Promise<Chart> {
  const t = await words(locale);
  const series = slotBenchmarks
    .filter(({ id }) => id !== "CHNA") // it begins later than the base
    .map((benchmark) => indexSeries(benchmark.id, chainSteps(measured(prices, benchmark).days, INDEX_BASE), BASE_DATE));
  return chartOf(
    {
      id: "constant-slot",
      title: t("slot"),
      unit: t("indexUnit", { date: fullDate(INDEX_BASE, locale) }),
      scale: "log",
      series,
      from: COMPARED_FROM,
      source: t("listPrices"),
      page: "/benchmarks",
      openAt: null,
    },
    prices,
    locale,
  );
}

/** Fixings that were never published are dashed. */
const asWhatIf = (series: ChartSeries): ChartSeries => ({
  ...series,
  points: series.points.map((point) => ({ ...point, as: "estimated" })),
});

/** One benchmark's fixings; with rules of the reader's own, these beside the published ones. */
export async function oneBenchmark(
  prices: PriceEdition,
  benchmark: SlotBenchmark,
  rules: RulesChoice,
  locale: string,
  openAt: string | null,
): Promise<Chart> {
  const t = await words(locale);
  const { days } = measured(prices, benchmark);
  const query = rulesQuery(rules, benchmark);
  const published = fixingSeries(benchmark, days);
  const isOwn = Object.keys(query).length > 0;
  const own = isOwn ? fixingSeries(benchmark, fixingsBy(prices, benchmark, rules)) : null;
  const series = own
    ? [
        { ...asWhatIf(own), id: "own", name: t("ownRules") },
        // In front of the other and named: where they agree both are seen.
        { ...published, name: t("published"), tone: "ink-3" as const },
      ]
    : [published];
  const id = benchmark.id.toLowerCase();
  return chartOf(
    {
      id: `benchmark-${id}`,
      title: isOwn ? t("byOwnRules", { benchmark: benchmark.id }) : t("fixings", { benchmark: benchmark.id }),
      unit: t("tokensUnit"),
      scale: "log",
      series,
      from: dateOfDay(Math.min(...series.flatMap(({ points }) => points.slice(0, 1).map(({ x }) => x)))),
      source: t("listPrices"),
      page: `/benchmarks/${id}`,
      query,
      openAt,
    },
    prices,
    locale,
  );
}
