import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { csvLine, parseCsv } from "./csv";
import { countsAsPrice, type Observation } from "./observation";
import { inWords } from "./problems";
import { columns, parseObservations } from "./schema";

const folder = join(import.meta.dirname, "../../content/prices");
const shipped = ["price-points.csv", "slot-prices.csv"].map((file) => ({
  file,
  text: readFileSync(join(folder, file), "utf8"),
}));
const tags = new Set<string>(
  JSON.parse(readFileSync(join(folder, "sources.json"), "utf8")).map(({ tag }: { tag: string }) => tag),
);

type Cells = Partial<Record<(typeof columns)[number], string>>;
const usual: Cells = {
  id: "p1",
  date: "2026-09-23",
  date_kind: "effective",
  known_on: "2026-09-23",
  provider: "openai",
  model: "gpt-7",
  currency: "USD",
  unit: "Mtok",
  input: "2.5",
  output: "10",
  cached_input: "0.25",
  sources: "announcement",
  source_text: "OpenAI price page",
};
const parse = (...rows: Cells[]) => {
  const lines = rows.map((row, i) =>
    csvLine(columns.map((name) => ({ ...usual, id: `p${i + 1}`, ...row })[name] ?? "")),
  );
  return parseObservations([{ file: "prices.csv", text: `${columns.join(",")}\n${lines.join("\n")}\n` }], tags);
};
const reasons = (...rows: Cells[]) => parse(...rows).problems.map(inWords);

describe("the shipped history", () => {
  const { observations, problems } = parseObservations(shipped, tags);

  test("is in order, row by row", () => {
    expect(problems).toEqual([]);
    expect(observations).toHaveLength(shipped.reduce((sum, { text }) => sum + parseCsv(text).length - 1, 0));
  });

  test("a price written a thousand times too high or too low is refused in every row", () => {
    const passed: string[] = [];
    const slipped = (text: string, factor: number) => (text === "" ? "" : String(Number(text) * factor));
    for (const { file, text } of shipped) {
      const [head, ...rows] = parseCsv(text);
      const at = (name: string) => head.cells.indexOf(name);
      for (const { cells } of rows) {
        if (cells[at("confirmed")] === "yes" || ["feed-error", "disputed", "cancelled"].includes(cells[at("flag")]))
          continue;
        for (const factor of [1000, 1 / 1000]) {
          const wrong = cells.map((cell, i) =>
            [at("input"), at("output"), at("cached_input")].includes(i) ? slipped(cell, factor) : cell,
          );
          const alone = { file, text: [head.cells, wrong].map(csvLine).join("\n") };
          if (parseObservations([alone], tags).problems.length === 0) passed.push(`${cells[0]} × ${factor}`);
        }
      }
    }
    expect(passed).toEqual([]);
  });

  test("keeps the known feed errors, each with what was wrong, and counts none of them as a price", () => {
    const kept = (provider: string, model: string, input: string): Observation | undefined =>
      observations.find((o) => o.provider === provider && o.model === model && o.prices.input.text === input && o.flag);
    const known: [string, string, string][] = [
      ["zhipuai", "glm-5.1", "6"],
      ["openai", "gpt-4", "10"],
      ["openai", "gpt-5.4-pro", "20"],
      ["openai", "gpt-5.5-pro", "60"],
      ["anthropic", "claude-haiku-4-5-20251001", "1"],
      ["moonshotai", "kimi-thinking-preview", "30"],
      ["google", "gemini-3-flash-preview", "0.15"],
      ["google", "gemini-3.6-flash", "1.5"],
      ["anthropic", "claude-sonnet-5", "3"],
    ];
    for (const [provider, model, input] of known) {
      const row = kept(provider, model, input);
      expect(row?.note, model).toMatch(/\w+ \w+/);
      expect(row && countsAsPrice(row), model).toBe(false);
    }
    expect(observations.filter((o) => o.slot !== null && !countsAsPrice(o))).toEqual([]);
  });

  test("names a source for every figure", () => {
    expect(observations.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });
});

describe("a row is refused with its file, row and reason", () => {
  test("a good one is read as it is written", () => {
    const { observations, problems } = parse({ input: "2.50" });
    expect(problems).toEqual([]);
    expect(observations[0].prices.input).toEqual({ text: "2.50", value: 2.5 });
  });

  test.each<[string, Cells, RegExp]>([
    ["a date that is none", { date: "2026-02-30" }, /row 2, date: "2026-02-30" is no date/],
    ["a date before tokens were sold", { date: "2019-01-01" }, /before 2020/],
    ["known before it was so, and not scheduled", { known_on: "2026-09-01" }, /flagged scheduled/],
    ["scheduled for a day that had come", { flag: "scheduled" }, /had come/],
    ["an unknown source", { sources: "announcement gossip" }, /"gossip" is not in sources.json/],
    ["no source", { sources: "" }, /sources: is empty/],
    ["a thousands separator", { input: "1,500" }, /no decimal/],
    ["a sign", { input: "-2" }, /no decimal/],
    ["another currency", { currency: "CNY" }, /"CNY" is none of USD/],
    ["another unit", { unit: "Ktok" }, /"Ktok" is none of Mtok/],
    ["input a thousand times too high", { input: "2500", cached_input: "" }, /outside 0.05 to 30/],
    ["output a thousand times too low", { output: "0.01" }, /slip of unit/],
    ["cached input dearer than input", { cached_input: "3" }, /no discount/],
    ["a feed error without a word on it", { flag: "feed-error" }, /say what was wrong/],
    ["a slot without a region", { slot: "premium", confidence: "A" }, /stand together/],
    ["a correction of nothing", { supersedes: "p9" }, /p9 is no row above/],
  ])("%s", (_, cells, reason) => {
    const found = reasons(cells);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^prices\.csv, row 2, /);
    expect(found[0]).toMatch(reason);
  });

  test("a price beyond ×5 or ÷5 of the same model's last one, unless it says confirmed", () => {
    const cut = (more: Cells): Cells => ({ date: "2026-10-01", known_on: "2026-10-01", cached_input: "", ...more });
    expect(reasons({}, cut({ input: "0.5", output: "2" }))).toEqual([]); // exactly ÷5
    expect(reasons({}, cut({ input: "0.49" }))[0]).toMatch(
      /row 3, input: 0.49 is beyond ×5 or ÷5 of 2.5 on 2026-09-23/,
    );
    expect(reasons({}, cut({ output: "50.1" }))[0]).toMatch(/row 3, output/);
    expect(reasons({}, cut({ input: "0.49", confirmed: "yes" }))).toEqual([]);
    expect(reasons({ flag: "feed-error", note: "ten times" }, cut({ input: "0.49" }))).toEqual([]); // the last right one
  });

  test("the order of rows is not the order of dates", () => {
    const earlier: Cells = { date: "2026-08-01", known_on: "2026-10-01", input: "13", output: "52", cached_input: "" };
    expect(reasons({}, earlier)[0]).toMatch(/row 2, input: 2.5 is beyond/);
  });

  test("the same row twice, and an id that is taken", () => {
    expect(reasons({}, { source_text: "OpenAI price page" })).toEqual(["prices.csv, row 3: repeats prices.csv, row 2"]);
    expect(reasons({}, { id: "p1", date: "2026-09-22" })[0]).toMatch(/p1 is taken by prices.csv, row 2/);
  });

  test("a row of another width, and other headings", () => {
    expect(
      parseObservations([{ file: "a.csv", text: `${columns.join(",")}\np1,x` }], tags).problems.map(inWords),
    ).toEqual(["a.csv, row 2: has 2 cells, not 21"]);
    expect(inWords(parseObservations([{ file: "a.csv", text: "id,date\n" }], tags).problems[0])).toMatch(/headings/);
  });

  test("a bad row is not among the observations, its neighbours are", () => {
    const { observations } = parse({}, { model: "other", input: "x" }, { model: "third" });
    expect(observations.map(({ id }) => id)).toEqual(["p1", "p3"]);
  });
});

test("cells may hold commas, quotes and lines; row numbers are an editor's", () => {
  const rows = parseCsv('a,b\n"x, ""y""","two\nlines"\n\nlast,1\n');
  expect(rows).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ['x, "y"', "two\nlines"] },
    { line: 5, cells: ["last", "1"] },
  ]);
  expect(csvLine(['x, "y"', 2, null])).toBe('"x, ""y""",2,');
});
