import { chartCsv, chartJson } from "@/components/chart/chart-data";
import { answerFailure } from "@/server/api/failure";
import { refuse } from "@/server/api/respond";
import { currentEdition, editionOf, priceVersions } from "@/server/prices/data";
import type { PriceEdition } from "@/server/prices/edition";
import type { Chart } from "../../chart";
import { chartNamed, chartNames } from "../../charts";
import { placesOf } from "../../placed-chart";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;
/** What is simulated grows by the day; what is measured is of the version that the address names. */
const FRESH_FOR = "public, max-age=300";

/** The data of a chart as its address shows it: /charts/8ceb4d8e3aa1/prices.csv?mix=7:2:1. In English: for machines. */
export async function GET(request: Request, { params }: { params: Promise<{ version: string; file: string }> }) {
  const { version, file } = await params;
  const [, name, extension] = /^([a-z-]+)\.(csv|json)$/.exec(file) ?? [];
  const prices = editionOf(version);
  // A citation must not silently show other figures, so a version that is not kept is not answered with another.
  if (!name || !prices) return refuse("not-found", { version: currentEdition().version, versions: priceVersions() });
  const chart = await named(name, prices, new URL(request.url).searchParams);
  if (chart instanceof Response) return chart;
  if (!chart) return refuse("not-found", { version, charts: chartNames });
  const { addresses } = await placesOf(chart, prices, "en");
  const { title, unit } = chart.view;
  const origin = { title, unit, source: chart.source, version, address: addresses.permalink };
  return new Response(extension === "csv" ? chartCsv(chart.view, origin) : chartJson(chart.view, origin), {
    headers: {
      "content-type": types[extension as keyof typeof types],
      "content-disposition": `inline; filename="${version}-${file}"`,
      "cache-control": FRESH_FOR,
      "access-control-allow-origin": "*",
      "x-data-version": version,
    },
  });
}

/** Charts of the market ask its room, which may be away just now. */
async function named(name: string, prices: PriceEdition, params: URLSearchParams): Promise<Chart | Response | null> {
  try {
    return await chartNamed(name, { prices, params: Object.fromEntries(params), locale: "en" });
  } catch (thrown) {
    return answerFailure(thrown, `chart ${name}`);
  }
}
