import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseObservations } from "./schema";
import { parseTiers } from "./tier-rows";

const folder = join(import.meta.dirname, "../../content/prices");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const tags = new Set((JSON.parse(read("sources.json")) as { tag: string }[]).map(({ tag }) => tag));
const { observations } = parseObservations(
  ["slot-prices.csv", "price-points.csv"].map((file) => ({ file, text: read(file) })),
  tags,
);
const [headings] = read("price-tiers.csv").split("\n");
const row = (cells: Partial<Record<string, string>>) => {
  const usual: Record<string, string> = {
    id: "t9001",
    date: "2026-09-23",
    date_kind: "undated",
    known_on: "2026-09-23",
    provider: "openai",
    model: "gpt-6-sol",
    currency: "USD",
    unit: "Mtok",
    beside_input: "2",
    beside_output: "10",
    above: "272000",
    input: "4",
    output: "15",
    sources: "genai-prices",
    source_text: "genai-prices 0.1.8",
  };
  return headings
    .split(",")
    .map((name) => cells[name] ?? usual[name] ?? "")
    .join(",");
};
const problemsOf = (...rows: Partial<Record<string, string>>[]) =>
  parseTiers([headings, ...rows.map(row), ""].join("\n"), observations, tags).problems.map(
    ({ line, column, reason }) => `${line} ${column}: ${reason}`,
  );

test("the rows there are are in order", () => {
  expect(parseTiers(read("price-tiers.csv"), observations, tags).problems).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

describe("a row is refused with its reason", () => {
  test.each([
    [{ input: "4000" }, "2 input: 4000 is no surcharge on 2: at least as much, at most 4 times"],
    [{ output: "9" }, "2 output: 9 is no surcharge on 10: at least as much, at most 4 times"],
    [{ above: "272" }, "2 above: 272 is outside 1000 to 100000000 tokens"],
    [{ beside_input: "3" }, "2 beside_input: there is no price of 3 and 10 of openai gpt-6-sol"],
    [{ until: "2026-09-22" }, "2 until: 2026-09-22 is before 2026-09-23"],
    [{ sources: "hearsay" }, '2 sources: "hearsay" is not in sources.json'],
    [{ cache_write_1h: "40" }, "2 cache_write_1h: 40 does not go with an input of 4"],
    [{ above: "", input: "", output: "" }, "2 cache_write_1h: is empty: without above there is nothing else to say"],
    [{ supersedes: "t0001" }, "2 supersedes: t0001 is no row above"],
  ])("%o", (cells, problem) => {
    expect(problemsOf(cells)).toContain(problem);
  });

  test("an id twice", () => {
    expect(problemsOf({}, { date: "2026-09-24" })).toEqual(["3 id: t9001 is taken"]);
  });
});
