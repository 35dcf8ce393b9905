import { getLocale } from "next-intl/server";
import { ChartFrame } from "@/components/chart/chart-frame";
import { type Places, placesAt, type Served } from "@/components/chart/places";
import type { ChartSize } from "@/components/chart/sizes";
import { priceData } from "@/server/prices/data";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
import { ownOrigin } from "../own-origin";
import type { Chart } from "./chart";

const SITE = "Tokenpit";

/** A chart in its frame, with the addresses it has on this server. */
export async function PlacedChart(props: { chart: Chart; size?: ChartSize; heading?: "h1" | "h2" | "h3" }) {
  const { chart, size, heading } = props;
  const { addresses, cited } = await placesOf(chart, await getLocale());
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

export async function placesOf({ view: { id, title }, page, query }: Placed, locale: string): Promise<Places> {
  return placesAt(await servedFrom(), locale, { id, title, page, query });
}

/** What a page gives to charts that its browser draws (`ServedFrom`). */
export async function servedFrom(): Promise<Served> {
  return {
    origin: await ownOrigin(),
    version: priceData().version,
    site: SITE,
    year: BASE_DATE.slice(0, 4),
    seenOn: new Date().toISOString().slice(0, 10),
  };
}
