import { type ChartAddresses, chartAddresses, type Query } from "./addresses";
import type { Cited } from "./citation";

/** Where a page is served from, and of which version its data is. */
export interface Served {
  readonly origin: string;
  readonly version: string;
  readonly site: string;
  readonly year: string; // of the data
  readonly seenOn: string;
}

/** What of a chart says where it is. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly query: Query;
}

export interface Places {
  readonly addresses: ChartAddresses;
  readonly cited: Cited;
}

/** The addresses of a public chart, and how it is cited by them. */
export function placesAt({ origin, version, site, year, seenOn }: Served, locale: string, place: Place): Places {
  const { id, title, page, query } = place;
  const addresses = chartAddresses({ origin, locale, chart: id, page, query, version });
  return { addresses, cited: { title, site, version, address: addresses.permalink, year, seenOn } };
}
