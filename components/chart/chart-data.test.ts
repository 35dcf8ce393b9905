import { describe, expect, test } from "vitest";
import { parseCsv } from "@/tokens/prices/csv";
import { chartAddresses, embedCode, withQuery } from "./addresses";
import { chartCsv, chartJson } from "./chart-data";
import { bibtex, plainCitation } from "./citation";
import { dayNumber } from "./days";
import type { ChartView } from "./view";

const view = {
  x: { kind: "date", from: dayNumber("2026-01-01"), to: dayNumber("2026-09-23") },
  series: [
    {
      id: "PREM",
      name: "PREM, premium",
      tone: "s-prem",
      shape: "step",
      until: dayNumber("2026-09-23"),
      points: [
        { x: dayNumber("2026-01-05"), y: 5.5, text: "5.50", as: "measured", open: ["s0001", "s0002"] },
        { x: dayNumber("2026-03-02"), y: null, text: "", as: "measured" },
      ],
    },
  ],
} as unknown as ChartView;
const origin = {
  title: "Prices",
  unit: "$ per Mtok",
  source: "Ours",
  version: "8ceb4d8e3aa1",
  address: "https://x/prices",
};

describe("a chart's data", () => {
  test("CSV says what it is, then has every step with the digits of its source, oldest first", () => {
    const lines = chartCsv(view, origin).split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "# title: Prices",
      "# unit: $ per Mtok",
      "# source: Ours",
      "# version: 8ceb4d8e3aa1",
      "# address: https://x/prices",
    ]);
    expect(parseCsv(lines.slice(5).join("\n")).map(({ cells }) => cells)).toEqual([
      ["from", "series", "value", "as", "observations"],
      ["2026-01-05", "PREM, premium", "5.50", "measured", "s0001 s0002"],
      ["2026-03-02", "PREM, premium", "", "measured", ""],
    ]);
  });

  test("JSON has the same rows", () => {
    const { version, rows } = JSON.parse(chartJson(view, origin));
    expect(version).toBe("8ceb4d8e3aa1");
    expect(rows.map((row: { value: string }) => row.value)).toEqual(["5.50", null]);
  });

  test("money is a plain number in files, whatever it looks like on the page", () => {
    const [series] = view.series;
    const money = { ...view, series: [{ ...series, points: [{ ...series.points[0], text: "$1,234.50" }] }] };
    expect(JSON.parse(chartJson(money, origin)).rows[0].value).toBe("1234.50");
    expect(chartCsv(money, origin)).toContain('"PREM, premium",1234.50,measured');
  });
});

describe("a chart's addresses", () => {
  test("one view has one address, whatever the order it was chosen in", () => {
    expect(withQuery("/prices", { mix: "7:2:1", a: "", scale: "log" })).toBe("/prices?mix=7:2:1&scale=log");
    expect(withQuery("/prices", { scale: "log", mix: "7:2:1" })).toBe("/prices?mix=7:2:1&scale=log");
  });

  test("data, permalink and embedded page each name the version of the data", () => {
    const placed = { origin: "https://t", locale: "zh", chart: "prices", page: "/prices", version: "8ceb" };
    expect(chartAddresses({ ...placed, query: { scale: "linear" } })).toEqual({
      permalink: "https://t/zh/prices?data=8ceb&scale=linear",
      csv: "https://t/charts/8ceb/prices.csv?scale=linear",
      json: "https://t/charts/8ceb/prices.json?scale=linear",
      embed: "https://t/zh/embed/prices?data=8ceb&scale=linear",
    });
  });

  test("what is pasted into a page cannot end its own attribute", () => {
    expect(embedCode("https://t/embed/prices?a=1&b=2", 'A "title"')).toContain(
      'src="https://t/embed/prices?a=1&amp;b=2" title="A &quot;title&quot;"',
    );
  });
});

describe("a citation", () => {
  const cited = {
    title: "What 1 % of a $ buys",
    site: "Tokenpit",
    version: "8ceb",
    address: "https://t/prices?data=8ceb",
    year: "2026",
    seenOn: "2026-11-22",
  };

  test("names the title, the version of the data, the address and the day it was seen", () => {
    expect(plainCitation(cited)).toBe(
      "Tokenpit (2026). What 1 % of a $ buys. Data version 8ceb. https://t/prices?data=8ceb (seen 2026-11-22).",
    );
  });

  test("BibTeX takes nothing of a title for its own", () => {
    expect(bibtex(cited)).toContain("  title = {What 1 \\% of a \\$ buys},");
    expect(bibtex({ ...cited, title: "a\\b_{c}" })).toContain("  title = {a\\textbackslash{}b\\_\\{c\\}},");
  });
});
