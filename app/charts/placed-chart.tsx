import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { type ChartAddresses, chartAddresses } from "@/components/chart/addresses";
import type { ChartSize } from "@/components/chart/chart-canvas";
import { ChartFrame } from "@/components/chart/chart-frame";
import type { Cited } from "@/components/chart/citation";
import { isHttps } from "@/server/access/csrf-cookie";
import { priceData } from "@/server/prices/data";
import { BASE_DATE } from "@/tokens/benchmark/definitions";
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

/** What of a chart says where it is. */
type Place = Pick<Chart, "page" | "query"> & { readonly view: Pick<Chart["view"], "id" | "title"> };

export async function placesOf(chart: Place, locale: string): Promise<{ addresses: ChartAddresses; cited: Cited }> {
  const { version } = priceData();
  const { view, page, query } = chart;
  const addresses = chartAddresses({ origin: await ownOrigin(), locale, chart: view.id, page, query, version });
  const seenOn = new Date().toISOString().slice(0, 10);
  const cited = {
    title: view.title,
    site: SITE,
    version,
    address: addresses.permalink,
    year: BASE_DATE.slice(0, 4),
    seenOn,
  };
  return { addresses, cited };
}

/** As the reader's browser calls us: what is copied into another page must lead back here. */
async function ownOrigin(): Promise<string> {
  const sent = await headers();
  const configured = process.env.NEXTAUTH_URL;
  return configured ? new URL(configured).origin : `${isHttps(sent) ? "https" : "http"}://${sent.get("host") ?? ""}`;
}
