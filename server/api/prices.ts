import { currentEdition, editionOf, priceVersions } from "@/server/prices/data";
import { priceFiles } from "@/server/prices/files";
import { PriceIndex } from "@/wire/prices";
import { openEndpoint } from "./endpoint";
import { json, refuse } from "./respond";

const LATEST = "latest";

export const getPrices = openEndpoint(
  {
    id: "getPrices",
    method: "GET",
    path: "/prices",
    tag: "prices",
    summary: "What tokens and GPU-hours cost: the version of the data, its files, and its sources with their licences",
    answers: { 200: { schema: PriceIndex, text: "Measured list prices, never simulated ones" } },
  },
  async () => {
    const prices = currentEdition();
    const { version, sources } = prices.data;
    const files = [...priceFiles(prices).keys()];
    return json({ version, versions: priceVersions(), files, sources }, 200, freshFor("latest"));
  },
);

export const getPriceFile = openEndpoint(
  {
    id: "getPriceFile",
    method: "GET",
    path: "/prices/{version}/{file}",
    tag: "prices",
    summary: "One file of the price data as CSV or JSON, under its version or as `latest`",
    answers: {
      200: { text: "The file; `x-data-version` names its version, `etag` its content" },
      304: { text: "You have this version already" },
    },
    refusals: ["not-found"],
  },
  async ({ request, path }) => {
    const prices = path.version === LATEST ? currentEdition() : editionOf(path.version);
    const file = prices && priceFiles(prices).get(path.file);
    // A citation must not silently show other figures, so a version that is not kept is not answered with another.
    if (!file) return refuse("not-found", { version: currentEdition().version, versions: priceVersions() });
    const { version } = prices;
    const etag = `"${version}"`;
    const headers = { ...freshFor(path.version), etag, "x-data-version": version, "access-control-allow-origin": "*" };
    if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
    const named = { "content-type": file.type, "content-disposition": `inline; filename="${version}-${file.name}"` };
    return new Response(file.text(), { headers: { ...headers, ...named } });
  },
);

/** A version never changes; the latest may with the next start. */
const freshFor = (version: string): Record<string, string> => ({
  "cache-control": version === LATEST ? "public, max-age=300" : "public, max-age=31536000, immutable",
});

const isKnown = (header: string | null, etag: string): boolean =>
  header?.split(",").some((tag) => [etag, `W/${etag}`, "*"].includes(tag.trim())) ?? false;
