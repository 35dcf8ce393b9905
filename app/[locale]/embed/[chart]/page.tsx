import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { chartNamed } from "@/app/charts/charts";
import { PlacedChart, placesOf } from "@/app/charts/placed-chart";
import { ClientMessages } from "@/components/layout/client-messages";
import type { Params } from "@/components/prices/choice";

type Props = { params: Promise<{ chart: string }>; searchParams: Promise<Params> };

const asked = async ({ params, searchParams }: Props) =>
  chartNamed((await params).chart, await searchParams, await getLocale());

export async function generateMetadata(props: Props): Promise<Metadata> {
  const chart = await asked(props);
  return { title: chart?.view.title, robots: { index: false } };
}

/** One chart for another site's page: no navigation, links open in a window of their own (proxy.ts leaves it framed). */
export default async function EmbeddedChart(props: Props) {
  const chart = await asked(props);
  if (!chart) notFound();
  const [t, locale] = await Promise.all([getTranslations("chart.embed"), getLocale()]);
  const { addresses } = await placesOf(chart, locale);
  return (
    <main id="content" data-density="read" className="px-3 py-2">
      <ClientMessages use={["chart"]}>
        <PlacedChart chart={{ ...chart, method: addresses.permalink }} heading="h1" />
      </ClientMessages>
      <p className="mt-1 text-12 text-ink-3">
        <a href={addresses.permalink} className="link">
          {t("from", { site: "Tokenpit" })}
        </a>
      </p>
    </main>
  );
}
