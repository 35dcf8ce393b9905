import { describe, expect, test } from "vitest";
import { getPriceFile, getPrices } from "@/server/api/prices";
import { parseCsv } from "@/tokens/prices/csv";
import { currentEdition, priceVersions } from "./data";
import { priceFiles } from "./files";

const ask = (path: string, headers: Record<string, string> = {}) => {
  const handler = path === "/prices" ? getPrices : getPriceFile;
  const request = new Request(`http://localhost/api/v1${path}`, { headers });
  return handler(request, { kind: "anonymous", address: "203.0.113.7" });
};
const prices = currentEdition();
const { version } = prices;

test("every table is there as CSV and as JSON, with the same rows and digits", () => {
  const files = priceFiles(prices);
  for (const name of [...files.keys()].filter((file) => file.endsWith(".csv"))) {
    const [head, ...rows] = parseCsv(files.get(name)?.text() ?? "");
    const objects = JSON.parse(files.get(name.replace(".csv", ".json"))?.text() ?? "");
    expect(objects.length, name).toBe(rows.length);
    if (rows.length === 0) continue;
    expect(Object.keys(objects[0])).toEqual(head.cells);
    expect(Object.values(objects.at(-1)).map((cell) => cell ?? "")).toEqual(rows.at(-1)?.cells);
  }
});

test("the benchmarks' last day is the one of the rulebook (3.5)", () => {
  const last = (name: string) => parseCsv(priceFiles(prices).get(name)?.text() ?? "").at(-1)?.cells;
  expect(last("benchmark-prem.csv")).toEqual(["2026-09-23", "published", "4.55901", "1.000000000", "4"]);
  expect(last("benchmark-chna.csv")?.[2]).toBe("1.90583");
  expect(last("benchmark-econ.csv")?.[2]).toBe("0.443870");
  expect(last("benchmark-gpuh.csv")).toEqual(["2026-09", "published", "3.7890", "3.7890", "8"]);
});

describe("addresses", () => {
  test("the index names the version, the files and the sources with their licences", async () => {
    const index = await (await ask("/prices")).json();
    expect(index.version).toBe(version);
    expect(index.files).toContain("slot-prices.csv");
    expect(index.sources.every(({ licence }: { licence: string }) => licence !== "")).toBe(true);
  });

  test("under its version a file never changes and is kept; the latest is asked for again", async () => {
    const fixed = await ask(`/prices/${version}/slot-prices.csv`);
    expect(fixed.headers.get("cache-control")).toContain("immutable");
    expect(fixed.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const latest = await ask("/prices/latest/slot-prices.csv");
    expect(latest.headers.get("cache-control")).toBe("public, max-age=300");
    expect(latest.headers.get("x-data-version")).toBe(version);
    expect(await latest.text()).toBe(await fixed.text());
  });

  test("whoever has this version is told so without the file", async () => {
    const etag = (await ask("/prices/latest/frontier.json")).headers.get("etag") as string;
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask("/prices/latest/frontier.json", { "if-none-match": header });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await ask("/prices/latest/frontier.json", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("another version, or another file, is not answered with something else", async () => {
    for (const path of ["/prices/0123456789ab/frontier.json", "/prices/latest/passwords.csv"]) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect((await answer.json()).error.details).toEqual({ version, versions: priceVersions() });
    }
  });
});
