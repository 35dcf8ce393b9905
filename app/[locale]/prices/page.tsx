import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EditionNote } from "@/app/charts/edition-note";
import { monthAndYear } from "@/app/charts/in-words";
import { PlacedChart } from "@/app/charts/placed-chart";
import { pricesChart } from "@/app/charts/prices-chart";
import { shownPrices } from "@/app/charts/shown-prices";
import { simulatedFixings } from "@/app/charts/simulated-fixings";
import { openedIn, withQuery } from "@/components/chart/addresses";
import { dateOfDay, fullDate } from "@/components/chart/days";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle } from "@/components/layout/page";
import { PriceTabs } from "@/components/layout/price-tabs";
import { choiceQuery, type Params, parseChoice, presets, sameMix } from "@/components/prices/choice";
import { Controls } from "@/components/prices/controls";
import { catalogueOf, explorerSeries } from "@/components/prices/explorer-series";
import { Method } from "@/components/prices/method";
import { SourcePanel } from "@/components/prices/source-panel";
import { TeachingCases } from "@/components/prices/teaching-cases";
import { OtherEvents, Timeline } from "@/components/prices/timeline";
import { Note } from "@/components/ui/note";
import { percent } from "@/components/ui/numerals";
import { getPathname } from "@/messages/navigation";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { teachingCases } from "@/tokens/prices/history";
import type { Observation } from "@/tokens/prices/observation";
import type { PriceData } from "@/tokens/prices/parse-data";
import { EARLIEST } from "@/tokens/prices/schema";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("prices");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/prices" });
}

export default async function PricesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [params, locale, t] = [await searchParams, await getLocale(), await getTranslations("prices")];
  const shown = shownPrices(params);
  const { prices, carried } = shown;
  const { data } = prices;
  const catalogue = catalogueOf(data);
  const choice = parseChoice(params, catalogue);
  const here = getPathname({ href: "/prices", locale });
  const query = { ...choiceQuery(choice, catalogue), ...carried };
  const closed = withQuery(here, query);
  const openAt = openedIn(here, query);
  const chart = await pricesChart(prices, choice, catalogue, await simulatedFixings(choice), locale, openAt);
  const rows = [...data.points, ...data.slotPrices];
  const isEmpty = chart.view.series.every(({ context }) => context);
  return (
    <Page>
      <PriceTabs here="explorer" />
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede", ledeNumbers(data, locale))}</p>
      <div className="mt-5 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div className="min-w-0">
          <Controls
            choice={choice}
            catalogue={catalogue}
            ownMix={[params.mix].flat()[0] === "own" || !presets.some((one) => sameMix(one, choice.mix))}
            action={here}
            carried={carried}
            days={{ first: EARLIEST, last: BASE_DATE }}
          />
          <EditionNote shown={shown} newest={withQuery(here, choiceQuery(choice, catalogue))} />
          {choice.known !== null && (
            <Note className="mb-3">
              {t("known", {
                date: fullDate(choice.known, locale),
                later: rows.filter(({ knownOn }) => knownOn > (choice.known as string)).length,
              })}{" "}
              <a href={withQuery(here, { ...query, known: "" })} className="link">
                {t("knownClear")}
              </a>
            </Note>
          )}
          {choice.known !== null && chart.view.series.every(({ points }) => points.length === 0) && (
            <Note tone="warn" className="mb-3">
              {t("nothingKnown", { date: fullDate(choice.known, locale), first: fullDate(firstKnown(rows), locale) })}
            </Note>
          )}
          {isEmpty && choice.show === "models" && <Note className="mb-3">{t("nothing", { model: choice.model })}</Note>}
          <ClientMessages use={["chart"]}>
            <PlacedChart chart={chart} prices={prices} />
          </ClientMessages>
          {choice.open.length > 0 && (
            <SourcePanel
              opened={choice.open.map((id) => ({
                id,
                observation: rows.find((row) => row.id === id) ?? null,
                correctedBy: rows.find(({ supersedes }) => supersedes === id) ?? null,
                tier: data.tiers.find((row) => row.id === id) ?? null,
              }))}
              sources={data.sources}
              openAt={openAt}
              closeAt={closed}
            />
          )}
        </div>
        <Timeline listed={chart.listed} openAt={openAt} />
      </div>
      <OtherEvents listed={chart.listed} openAt={openAt} />
      <TeachingCases cases={teachingCases(rows)} openAt={openAt} />
      <Method sources={data.sources} />
    </Page>
  );
}

const firstKnown = (rows: readonly Observation[]): string =>
  rows.reduce((first, { knownOn }) => (knownOn < first ? knownOn : first), BASE_DATE);

/** The numbers of the first sentence, from the data itself. */
function ledeNumbers(data: PriceData, locale: string) {
  const catalogue = catalogueOf(data);
  const ends = (id: string, measure: string) => {
    const series = explorerSeries(parseChoice({ measure }, catalogue), data, {}).find((one) => one.id === id);
    const points = series?.points ?? [];
    return { first: points[0], last: points[points.length - 1] };
  };
  const prem = ends("PREM", "average");
  const premLike = ends("PREM", "like-for-like");
  const chna = ends("CHNA", "like-for-like");
  const ratio = ({ first, last }: ReturnType<typeof ends>) => (last.y ?? 1) / (first.y ?? 1);
  return {
    premFirst: (prem.first.y ?? 0).toFixed(2),
    premLast: (prem.last.y ?? 0).toFixed(2),
    premSince: monthAndYear(dateOfDay(prem.first.x), locale),
    premFell: percent((100 * (1 - ratio(premLike))).toFixed(0), locale),
    chnaTimes: ratio(chna).toFixed(1),
    chnaSince: monthAndYear(dateOfDay(chna.first.x), locale),
  };
}
