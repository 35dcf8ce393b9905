/** Where a view of a chart is found: each address carries the whole view, and the version of the data it shows. */

export type Query = Readonly<Record<string, string>>;

/** Null: there is no such way to take it away; of what is private nothing is for other people's pages. */
export interface ChartAddresses {
  readonly permalink: string;
  readonly csv: string | null;
  readonly json: string | null;
  readonly embed: string | null;
}

interface Placed {
  readonly origin: string; // "https://tokenpit.example"
  readonly locale: string;
  readonly chart: string; // "prices": names the data and the embedded page
  readonly page: string; // "/prices": the page it is part of
  readonly query: Query; // what of the view is not as it is by itself
  readonly version: string;
}

/** The version's name in a query. */
export const VERSION = "data";

export function chartAddresses({ origin, locale, chart, page, query, version }: Placed): ChartAddresses {
  const prefix = locale === "en" ? "" : `/${locale}`;
  const data = `${origin}/charts/${version}/${chart}`;
  return {
    permalink: `${origin}${withQuery(`${prefix}${page}`, { ...query, [VERSION]: version })}`,
    csv: withQuery(`${data}.csv`, query),
    json: withQuery(`${data}.json`, query),
    embed: `${origin}${withQuery(`${prefix}/embed/${chart}`, { ...query, [VERSION]: version })}`,
  };
}

/** Keys in order, so that one view has one address; colons and commas are readable in a query as they are. */
export function withQuery(path: string, query: Query): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2C/g, ",")}`);
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** An address that wants the ids of observations at its end (`ChartView.openAt`). */
export const openedIn = (path: string, query: Query): string => {
  const closed = withQuery(path, query);
  return `${closed}${closed.includes("?") ? "&" : "?"}open=`;
};

/** What somebody puts into their own page. */
export const embedCode = (address: string, title: string): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;

const attribute = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** Data that the page itself holds, for a link that saves it: works without scripts, and nothing of it is sent. */
export const dataAddress = (type: "text/csv" | "application/json", text: string): string =>
  `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
