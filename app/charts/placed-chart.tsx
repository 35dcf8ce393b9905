import { getLocale } from "next-intl/server";
import { ChartFrame } from "@/components/chart/chart-frame";
import { type Places, placesAt, type Served } from "@/components/chart/places";
import type { ChartSize } from "@/components/chart/sizes";
import { currentEdition } from "@/server/prices/data";
import type { PriceEdition } from "@/server/prices/edition";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { ownOrigin } from "../own-origin";
import type { Chart } from "./chart";

const SITE = "Tokenpit";

/** A chart in its frame, with the addresses it has on this server. */
export async function PlacedChart(props: {
  chart: Chart;
  prices: PriceEdition;
  size?: ChartSize;
  heading?: "h1" | "h2" | "h3";
}) {
  const { chart, prices, size, heading } = props;
  const { addresses, cited } = await placesOf(chart, prices, await getLocale());
  return (
    <ChartFrame
      view={chart.view}
      summary={chart.summary}
      source={chart.source}
      method={chart.method}
      addresses={addresses}
      cited={cited}
      size={size}
      heading={heading}
    />
  );
}

type Placed = Pick<Chart, "page" | "query"> & { readonly view: Pick<Chart["view"], "id" | "title"> };

export async function placesOf(placed: Placed, prices: PriceEdition, locale: string): Promise<Places> {
  const { view, page, query } = placed;
  return placesAt(await servedFrom(prices), locale, { id: view.id, title: view.title, page, query });
}

/** What a page gives to charts that its browser draws (`ServedFrom`). */
export async function servedFrom({ version }: PriceEdition = currentEdition()): Promise<Served> {
  return {
    origin: await ownOrigin(),
    version,
    site: SITE,
    year: BASE_DATE.slice(0, 4),
    seenOn: new Date().toISOString().slice(0, 10),
  };
}
