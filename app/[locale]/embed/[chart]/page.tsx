import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { chartNamed } from "@/app/charts/charts";
import { EditionNote } from "@/app/charts/edition-note";
import { PlacedChart, placesOf } from "@/app/charts/placed-chart";
import { shownPrices } from "@/app/charts/shown-prices";
import { withQuery } from "@/components/chart/addresses";
import { ClientMessages } from "@/components/layout/client-messages";
import type { Params } from "@/components/prices/choice";
import { getPathname } from "@/messages/navigation";

type Props = { params: Promise<{ chart: string }>; searchParams: Promise<Params> };

async function asked({ params, searchParams }: Props) {
  const [{ chart: name }, query, locale] = [await params, await searchParams, await getLocale()];
  const shown = shownPrices(query);
  return { shown, locale, chart: await chartNamed(name, { prices: shown.prices, params: query, locale }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { chart } = await asked(props);
  return { title: chart?.view.title, robots: { index: false } };
}

/** One chart for another site's page: no navigation, links open in a window of their own (proxy.ts leaves it framed). */
export default async function EmbeddedChart(props: Props) {
  const { chart, shown, locale } = await asked(props);
  if (!chart) notFound();
  const t = await getTranslations("chart.embed");
  const { addresses } = await placesOf(chart, shown.prices, locale);
  const newest = withQuery(getPathname({ href: chart.page, locale }), chart.query);
  return (
    <main id="content" data-density="read" className="px-3 py-2">
      <ClientMessages use={["chart"]}>
        <EditionNote shown={shown} newest={newest} />
        <PlacedChart chart={{ ...chart, method: addresses.permalink }} prices={shown.prices} heading="h1" />
      </ClientMessages>
      <p className="mt-1 text-12 text-ink-3">
        <a href={addresses.permalink} className="link">
          {t("from", { site: "Tokenpit" })}
        </a>
      </p>
    </main>
  );
}
