import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { monthAndYear } from "@/app/charts/in-words";
import { PlacedChart } from "@/app/charts/placed-chart";
import { pricesChart } from "@/app/charts/prices-chart";
import { simulatedFixings } from "@/app/charts/simulated-fixings";
import { withQuery } from "@/components/chart/addresses";
import { dateOfDay, fullDate } from "@/components/chart/days";
import { ClientMessages } from "@/components/layout/client-messages";
import { Page, PageTitle } from "@/components/layout/page";
import { PriceTabs } from "@/components/layout/price-tabs";
import { choiceQuery, type Params, parseChoice, presets, sameMix, versionIn } from "@/components/prices/choice";
import { Controls } from "@/components/prices/controls";
import { catalogueOf, explorerSeries } from "@/components/prices/explorer-series";
import { Method } from "@/components/prices/method";
import { SourcePanel } from "@/components/prices/source-panel";
import { TeachingCases } from "@/components/prices/teaching-cases";
import { Timeline } from "@/components/prices/timeline";
import { Note } from "@/components/ui/note";
import { percent } from "@/components/ui/numerals";
import { getPathname } from "@/messages/navigation";
import { priceData } from "@/server/prices/data";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { teachingCases } from "@/tokens/prices/history";
import { EARLIEST } from "@/tokens/prices/schema";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("prices");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/prices" });
}

export default async function PricesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [params, locale, t] = [await searchParams, await getLocale(), await getTranslations("prices")];
  const data = priceData();
  const catalogue = catalogueOf(data);
  const choice = parseChoice(params, catalogue);
  const here = getPathname({ href: "/prices", locale });
  const query = choiceQuery(choice, catalogue);
  const closed = withQuery(here, query);
  const openAt = `${closed}${closed.includes("?") ? "&" : "?"}open=`;
  const chart = await pricesChart(choice, catalogue, await simulatedFixings(choice), locale, openAt);
  const version = versionIn(params);
  const rows = [...data.points, ...data.slotPrices];
  const isEmpty = chart.view.series.every(({ context }) => context);
  return (
    <Page>
      <PriceTabs here="explorer" />
      <PageTitle>{t("title")}</PageTitle>
      <p className="mt-1.5 max-w-[720px] text-15 leading-[23px] text-ink-2">{t("lede", ledeNumbers(locale))}</p>
      <div className="mt-5 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div className="min-w-0">
          <Controls
            choice={choice}
            catalogue={catalogue}
            ownMix={[params.mix].flat()[0] === "own" || !presets.some((one) => sameMix(one, choice.mix))}
            action={here}
            days={{ first: EARLIEST, last: BASE_DATE }}
          />
          {version !== null && version !== data.version && (
            <Note tone="warn" className="mb-3">
              {t("version", { asked: version, shown: data.version })}
            </Note>
          )}
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
          {isEmpty && choice.show === "models" && <Note className="mb-3">{t("nothing", { model: choice.model })}</Note>}
          <ClientMessages use={["chart"]}>
            <PlacedChart chart={chart} />
          </ClientMessages>
          {choice.open.length > 0 && (
            <SourcePanel
              opened={choice.open.map((id) => ({
                id,
                observation: rows.find((row) => row.id === id) ?? null,
                correctedBy: rows.find(({ supersedes }) => supersedes === id) ?? null,
              }))}
              sources={data.sources}
              openAt={openAt}
              closeAt={closed}
            />
          )}
        </div>
        <Timeline listed={chart.listed} openAt={openAt} />
      </div>
      <TeachingCases cases={teachingCases(rows)} openAt={openAt} />
      <Method sources={data.sources} />
    </Page>
  );
}

/** The numbers of the first sentence, from the data itself. */
function ledeNumbers(locale: string) {
  const data = priceData();
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
