import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { costSources } from "@/tokens/cost-model/sources";
import { parseCsv } from "@/tokens/prices/csv";

const content = join(import.meta.dirname, "..", "..", "content");
const read = (path: string) => readFileSync(join(content, path), "utf8");
const chinese: Record<string, string> = JSON.parse(read("in-chinese.json"));

const notes = ["price-points.csv", "slot-prices.csv"].flatMap((file) => {
  const [head, ...rows] = parseCsv(read(`prices/${file}`));
  return rows.map(({ cells }) => cells[head.cells.indexOf("note")]).filter((note) => note !== "");
});
const prices = [
  ...notes,
  ...JSON.parse(read("prices/sources.json")).flatMap((one: Record<string, string>) => [
    one.name,
    one.covers,
    one.licence,
  ]),
  ...JSON.parse(read("prices/events.json")).map(({ source }: { source: string }) => source),
];
const scenarioTitles = readdirSync(join(content, "scenarios")).flatMap((file) =>
  (JSON.parse(read(`scenarios/${file}`)).sources ?? []).map(({ title }: { title: string }) => title),
);

test("every note, source and licence of the price data can be read in Chinese", () => {
  expect(prices.length).toBeGreaterThan(80);
  expect([...new Set(prices)].filter((text) => !chinese[text])).toEqual([]);
});

test("nothing is kept in Chinese that no data says any more", () => {
  const said = new Set([...prices, ...scenarioTitles, ...costSources.map(({ name }) => name)]);
  expect(Object.keys(chinese).filter((text) => !said.has(text))).toEqual([]);
});
