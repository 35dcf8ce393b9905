import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { constantQuality, constantSlot, gpuHour, qualities, tokensCompared } from "@/app/charts/benchmark-charts";
import { EditionNote } from "@/app/charts/edition-note";
import { monthAndYear } from "@/app/charts/in-words";
import { PlacedChart } from "@/app/charts/placed-chart";
import { shownPrices } from "@/app/charts/shown-prices";
import { BenchmarkMethod } from "@/components/benchmark/method";
import type { Params } from "@/components/benchmark/rules-choice";
import { openedIn, type Query, withQuery } from "@/components/chart/addresses";
import { fullDate } from "@/components/chart/days";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle, Section } from "@/components/layout/page";
import { PriceTabs } from "@/components/layout/price-tabs";
import { PickOne } from "@/components/prices/form-parts";
import { LiveForm } from "@/components/prices/live-form";
import { Button } from "@/components/ui/button";
import { rounded, signedPercent } from "@/components/ui/numerals";
import { Table, TableScroll, Td, Th, Tr } from "@/components/ui/table";
import { getPathname, Link } from "@/messages/navigation";
import type { MeasuredBenchmark, PriceEdition } from "@/server/prices/edition";
import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { MIN_RATE_CARDS } from "@/tokens/benchmark/gpu-hour";
import { levelText } from "@/tokens/benchmark/replay";
import { qualityLines } from "@/tokens/benchmark/series";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("benchmarks");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/benchmarks" });
}

export default async function BenchmarksPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [params, locale, t] = [await searchParams, await getLocale(), await getTranslations("benchmarks")];
  const shown = shownPrices(params);
  const { prices, carried } = shown;
  const here = getPathname({ href: "/benchmarks", locale });
  const openAt = openedIn(getPathname({ href: "/prices", locale }), carried);
  const levels = qualities(prices);
  const quality = levels.find((one) => one === [params.quality].flat()[0]) ?? levels[0];
  return (
    <Page>
      <PriceTabs here="benchmarks" />
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede")}</p>
      <EditionNote shown={shown} newest={here} />
      <ClientMessages use={["chart"]}>
        <Section title={t("compare.title")} className="mt-5">
          <p className="mb-3 max-w-[76ch] text-ink-2">{t("compare.text", changesSince(prices, locale))}</p>
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
            <PlacedChart
              chart={await tokensCompared(prices, locale, openAt)}
              prices={prices}
              size="half"
              heading="h3"
            />
            <PlacedChart chart={await gpuHour(prices, locale)} prices={prices} size="half" heading="h3" />
          </div>
        </Section>
        <BenchmarkList prices={prices} carried={carried} />
        <Section id="quality" title={t("quality.title")} className="mt-10 scroll-mt-4">
          <p className="max-w-[76ch] text-ink-2">{t("quality.text")}</p>
          <LiveForm
            action={here}
            carried={carried}
            label={t("quality.level")}
            usual={{ quality: levels[0] }}
            className="flex flex-wrap items-end gap-3 py-3"
          >
            <PickOne
              name="quality"
              label={t("quality.level")}
              value={quality}
              options={levels.map((value) => ({ value, label: value }))}
              className="min-w-72"
            />
            <Button type="submit" className="hidden noscript:inline-flex">
              {t("day.go")}
            </Button>
            <p className="basis-full text-ink-2">
              <Rate prices={prices} quality={quality} />
            </p>
          </LiveForm>
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
            <PlacedChart
              chart={await constantQuality(prices, quality, locale)}
              prices={prices}
              size="half"
              heading="h3"
            />
            <PlacedChart chart={await constantSlot(prices, locale)} prices={prices} size="half" heading="h3" />
          </div>
          <p className="mt-3 text-12 text-ink-3">{t("quality.credit")}</p>
        </Section>
      </ClientMessages>
      <BenchmarkMethod />
    </Page>
  );
}

/** From here on all four have a value. */
const COMMON_START = "2025-07-28";

/** What each moved since all four are there, in per cent. */
function changesSince(prices: PriceEdition, locale: string) {
  const change = (from: number | null | undefined, to: number | null | undefined) =>
    from && to ? signedPercent((100 * (to / from - 1)).toFixed(0), locale) : "";
  const fixing = (id: string) => {
    const { days } = prices.measured(id) as MeasuredBenchmark;
    return change(days.find(({ date }) => date >= COMMON_START)?.level, days.at(-1)?.level);
  };
  const hours = prices.gpuHour();
  const hour = change(
    hours.findLast(({ month, price }) => price !== null && `${month}-01` <= COMMON_START)?.price,
    hours.findLast(({ price }) => price !== null)?.price,
  );
  return { since: monthAndYear(COMMON_START, locale), chna: fixing("CHNA"), prem: fixing("PREM"), gpu: hour };
}

async function Rate({ prices, quality }: { prices: PriceEdition; quality: string }) {
  const t = await getTranslations("benchmarks.quality");
  const line = qualityLines(prices.data.frontier).find((one) => one.quality === quality);
  if (!line) return null;
  const { fell, years, perYear } = line;
  return t("perYear", {
    quality,
    fell: fell.toFixed(0),
    years: years.toFixed(1),
    perYear: perYear === null ? "none" : perYear.toFixed(1),
  });
}

/** The four, each leading to its own page. */
async function BenchmarkList({ prices, carried }: { prices: PriceEdition; carried: Query }) {
  const [t, locale] = await Promise.all([getTranslations("benchmarks"), getLocale()]);
  const rows = slotBenchmarks.map((benchmark) => {
    const { days } = prices.measured(benchmark.id) as MeasuredBenchmark;
    const last = days.findLast(({ level }) => level !== null);
    return {
      id: benchmark.id,
      level: last?.level == null ? "" : rounded(levelText(last.level, benchmark), benchmark.tickDecimals),
      on: last ? fullDate(last.date, locale) : "",
      sellers: last?.constituents.filter(({ state }) => state === "in").length ?? 0,
      least: benchmark.minSellers,
    };
  });
  const hour = prices.gpuHour().findLast(({ price }) => price !== null);
  const month = hour?.month ?? "";
  return (
    <Section title={t("list.title")} className="mt-10">
      <TableScroll label={t("list.title")}>
        <Table>
          <thead>
            <tr>
              <Th>{t("list.benchmark")}</Th>
              <Th>{t("list.tracks")}</Th>
              <Th numeric>{t("list.level")}</Th>
              <Th className="pl-6">{t("list.on")}</Th>
              <Th numeric>{t("list.sellers")}</Th>
              <Th numeric>{t("list.least")}</Th>
            </tr>
          </thead>
          <tbody>
            {[
              ...rows,
              {
                id: "GPUH",
                level: hour?.text ?? "",
                on: month === "" ? "" : monthAndYear(month, locale),
                sellers: hour?.providers ?? 0,
                least: MIN_RATE_CARDS,
              },
            ].map(({ id, level, on, sellers, least }) => (
              <Tr key={id}>
                <Td>
                  <Link href={withQuery(`/benchmarks/${id.toLowerCase()}`, carried)} className="link font-medium">
                    {id}
                  </Link>
                </Td>
                <Td>{t(`names.${id as "PREM"}`)}</Td>
                <Td numeric>{level}</Td>
                <Td className="pl-6">{on}</Td>
                <Td numeric>{sellers}</Td>
                <Td numeric>{least}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}
