import { describe, expect, test } from "vitest";
import { type Bar, type BarView, barScale } from "./bars";
import { chartCsv, chartJson } from "./chart-data";
import { provenances } from "./view";

const bar = (from: number, to: number): Bar => ({
  name: "part",
  from,
  to,
  text: String(to - from),
  share: "",
  as: "estimated",
});

describe("bars", () => {
  test("start at zero, and the longest row just fits", () => {
    const x = barScale([bar(0, 2), bar(2, 5)], 100);
    expect([x(0), x(2), x(5)]).toEqual([0, 40, 100]);
  });

  test("what is below zero has room at the left", () => {
    const x = barScale([bar(0, 3), bar(3, -1)], 100);
    expect([x(-1), x(0), x(3)]).toEqual([0, 25, 100]);
  });

  test("their files are the table, with its own columns", () => {
    const view: BarView = {
      ...{ id: "cost-model", title: "Parts", unit: "$", bars: [bar(0, 1)] },
      table: {
        columns: [
          { name: "part", title: "Part" },
          { name: "value", title: "Value", numeric: true },
        ],
        rows: [["GPU, busy", "1.5"]],
      },
    };
    const origin = { title: "Parts", unit: "$", source: "ours", version: "1", address: "https://t" };
    expect(chartCsv(view, origin)).toContain('part,value\n"GPU, busy",1.5\n');
    expect(JSON.parse(chartJson(view, origin)).rows).toEqual([{ part: "GPU, busy", value: "1.5" }]);
    expect(provenances(view)).toEqual(["estimated"]);
  });
});
