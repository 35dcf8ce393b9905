import { chartCsv, chartJson } from "@/components/chart/chart-data";
import { answerFailure } from "@/server/api/failure";
import { refuse } from "@/server/api/respond";
import { priceData } from "@/server/prices/data";
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
  const current = priceData().version;
  // A citation must not silently show other figures, so another version is not answered with this one.
  if (!name || version !== current) return refuse("not-found", { version: current });
  const chart = await named(name, new URL(request.url).searchParams);
  if (chart instanceof Response) return chart;
  if (!chart) return refuse("not-found", { version, charts: chartNames });
  const { addresses } = await placesOf(chart, "en");
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
async function named(name: string, params: URLSearchParams): Promise<Chart | Response | null> {
  try {
    return await chartNamed(name, Object.fromEntries(params), "en");
  } catch (thrown) {
    return answerFailure(thrown, `chart ${name}`);
  }
}
