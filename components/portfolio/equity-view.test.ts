import { expect, test } from "vitest";
import { dataRows } from "../chart/chart-data";
import { dayNumber } from "../chart/days";
import { equityLine } from "./equity-line";
import { equityView } from "./equity-view";

const row = (date: string, wealth: string) => ({ date, wealth, equity: wealth, requirement: "0.00" });
const words = { title: "Equity", unit: "$", name: "You" };
const settled = [row("2026-10-05", "100100.00"), row("2026-10-06", "99500.00")];

test("the curve begins a day before the first settlement, and today's mark stands after today's", () => {
  const view = equityView(equityLine(settled, "100000.00", { date: "2026-10-06", wealth: "99000.00" }), words);
  const first = dayNumber("2026-10-04");
  expect(view.series[0].points.map(({ x }) => x - first)).toEqual([0, 1, 2, 2.5]);
  expect(dataRows(view).map(({ from, value }) => [from, value])).toEqual([
    ["2026-10-06", "99,000.00"],
    ["2026-10-06", "99,500.00"],
    ["2026-10-05", "100,100.00"],
    ["2026-10-04", "100,000.00"],
  ]);
});

test("what lies below the last peak is shaded up to the peak, and nothing is where nothing fell", () => {
  const now = { date: "2026-10-07", wealth: "100200.00" };
  const [band] = equityView(equityLine(settled, "100000.00", now), words).marks ?? [];
  expect(band).toMatchObject({ kind: "band" });
  expect(band.kind === "band" && band.edges.map(([, top, bottom]) => top - bottom)).toEqual([0, 0, 600, 0]);
  expect(equityView(equityLine(settled.slice(0, 1), "100000.00", now), words).marks).toEqual([]);
});
