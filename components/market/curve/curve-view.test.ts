import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import desk from "@/messages/en/desk.json";
import type { ContractQuote } from "@/wire/views";
import { dataRows } from "../../chart/chart-data";
import { dayNumber } from "../../chart/days";
import { layOut } from "../../chart/layout";
import { curveChart } from "./curve-view";

const messages: Record<string, unknown> = { desk };
const t = createTranslator({ locale: "en", messages, namespace: "desk.curve" }) as unknown as Parameters<
  typeof curveChart
>[1];
const quote = (month: string, lastTradingDay: string, mark: string) =>
  ({
    ...{ symbol: `PREM-${month}`, benchmark: "PREM", month, lastTradingDay, mark, tick: "0.001", unit: "Mtok" },
    ...{ settlement: "4.300", benchmarkLevel: "4.24349", settlementDate: "2026-10-28" },
  }) as unknown as ContractQuote;
const months = [
  quote("2026-11", "2026-11-30", "4.606"),
  quote("2026-12", "2026-12-31", "4.655"),
  quote("2027-03", "2027-03-31", "4.218"),
];
const chart = (pane = true) =>
  curveChart({ months, today: "2026-10-29", at: "2026-10-29T09:24:10Z", symbol: "PREM-2026-12", pane }, t, "en");

describe("the forward curve", () => {
  test("says at what room time it was so", () => {
    expect(chart().source).toContain("as of Thu 29 Oct 09:24, room time");
  });

  test("is spaced as in time: a gap of three months is three times as wide", () => {
    const { x } = layOut(chart().view, 220, 152, "en");
    const at = (date: string) => x(dayNumber(date));
    const ratio = (at("2027-03-31") - at("2026-12-31")) / (at("2026-12-31") - at("2026-11-30"));
    expect(ratio).toBeCloseTo(90 / 31, 1);
  });

  test("its month is filled, its extremes are written: the higher over its point, the lower under", () => {
    const { view } = chart();
    const marks = view.series[2].points.filter(({ chosen }) => chosen).map(({ of }) => of);
    expect(marks).toEqual(["PREM-2026-12"]);
    expect(view.marks).toMatchObject([
      { text: "4.655", below: false },
      { text: "4.218", below: true },
    ]);
  });

  test("where the benchmark runs close under the lowest, its label stands over it", () => {
    const near = months.map((month) => ({ ...month, benchmarkLevel: "4.20000" }));
    const { marks } = curveChart(
      { months: near, today: "2026-10-29", at: "2026-10-29T09:24:10Z", symbol: null, pane: true },
      t,
      "en",
    ).view;
    expect(marks?.[1]).toMatchObject({ text: "4.218", below: false });
  });

  test("files say which contract a price is of, the settlements beside the marks, and the benchmark to the tick", () => {
    const rows = dataRows(chart(false).view).map(({ from, series, value }) => `${from} ${series} ${value}`);
    expect(rows).toContain("2027-03-31 Mark PREM-2027-03 4.218");
    expect(rows).toContain("2027-03-31 Settlement of 2026-10-28 PREM-2027-03 4.300");
    expect(rows).toContain("2026-10-29 benchmark 4.243");
  });

  test("all of it is simulated", () => {
    expect(chart().view.series.every(({ points }) => points.every(({ as }) => as === "simulated"))).toBe(true);
  });

  test("a pane has no axis; elsewhere there is one", () => {
    expect(chart().view.axis).toBe("none");
    expect(chart(false).view.axis).toBe("left");
  });
});
