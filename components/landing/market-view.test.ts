import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import landing from "@/messages/en/landing.json";
import { dataRows } from "../chart/chart-data";
import { dayNumber } from "../chart/days";
import { layOut } from "../chart/layout";
import { provenances, runsOf } from "../chart/view";
import { type MarketData, marketChart } from "./market-view";

const messages: Record<string, unknown> = { landing };
const t = createTranslator({ locale: "en", messages, namespace: "landing.figure" }) as unknown as Parameters<
  typeof marketChart
>[1];
const step = (date: string, text: string) =>
  ({ x: dayNumber(date), y: Number(text), text, as: "measured", open: ["s1"] }) as const;
const month = (name: string, lastTradingDay: string, price: string) => ({
  ...{ symbol: `PREM-${name}`, month: lastTradingDay.slice(0, 7), lastTradingDay, price },
});
const data: MarketData = {
  measured: {
    points: [step("2025-01-01", "3.893"), step("2025-05-22", "6.822"), step("2026-09-23", "4.559")],
    to: "2026-09-23",
  },
  fixings: [
    { date: "2026-10-07", price: "4.243" },
    { date: "2026-10-20", price: "4.260" },
  ],
  today: "2026-10-29",
  curve: [
    month("OCT26", "2026-10-30", "4.300"),
    month("MAR27", "2027-03-31", "4.450"),
    month("SEP27", "2027-09-30", "4.446"),
  ],
  featured: "PREM-MAR27",
};
const chart = (more: Partial<MarketData> = {}) => marketChart({ ...data, ...more }, t, "en", "/prices?open=");

describe("the landing figure", () => {
  test("what was measured ends at the seam; what follows is simulated", () => {
    const { view } = chart();
    const seam = dayNumber("2026-09-23");
    expect(view.seam?.x).toBe(seam);
    for (const { points } of view.series) {
      for (const { x, as } of points) expect(as).toBe(x <= seam ? "measured" : "simulated");
    }
    expect(provenances(view)).toEqual(["measured", "simulated"]);
  });

  test("the forward curve begins where the fixings stand today", () => {
    const [history, ahead] = chart().view.series;
    expect(runsOf(history).at(-1)?.vertices.at(-1)).toEqual([dayNumber("2026-10-29"), 4.26]);
    expect(runsOf(ahead)[0].vertices[0]).toEqual([dayNumber("2026-10-29"), 4.26]);
  });

  test("the month that is asked about is named first; a label next to today would hide the fixings", () => {
    const labels = (chart().view.marks ?? []).filter((mark) => mark.kind === "label");
    expect(labels.map(({ text, chosen }) => [text, chosen ?? false])).toEqual([
      ["4.450", true],
      ["4.446", false],
    ]);
  });

  test("on a phone the month that is asked about alone has a label, and remarks give way to the last price", () => {
    const { view } = chart();
    expect(layOut(view, 288, 186, "en").pointLabels.map(({ text }) => text)).toEqual(["4.450"]);
    expect(layOut(view, 1000, 430, "en").pointLabels.map(({ text }) => text)).toEqual(["4.450", "4.446"]);
  });

  test("the words about the months ahead stand clear of the curve and of what is written over it, wherever it runs", () => {
    for (const [oct, mar, sep] of [
      ["4.300", "4.450", "4.446"], // low
      ["5.672", "5.804", "5.216"], // in the middle
      ["6.700", "6.790", "6.600"], // high
    ]) {
      const curve = data.curve.map((one, i) => ({ ...one, price: [oct, mar, sep][i] }));
      const { view } = chart({ curve });
      const { x, y, plot } = layOut(view, 912, 430, "en");
      const words = (view.marks ?? []).find((mark) => mark.kind === "remark" && x(mark.x) > x(dayNumber("2026-09-23")));
      if (words?.kind !== "remark") throw new Error("nothing is said of the months ahead");
      const [top, bottom] = [y(words.y) + 8, y(words.y) + 20 + 15 + 4]; // two lines under their place
      const heights = curve.map(({ price }) => y(Number(price)));
      const [written, lowest] = [Math.min(...heights) - 42, Math.max(...heights)];
      expect(bottom < written || top > lowest, `${mar}: ${top} to ${bottom}, curve ${written} to ${lowest}`).toBe(true);
      expect(bottom).toBeLessThan(plot.bottom);
      expect(top).toBeGreaterThan(plot.top);
    }
  });

  test("while the room is away it shows what was measured, and nothing simulated", () => {
    const { view, summary } = chart({ fixings: [], curve: [], today: "2026-09-23" });
    expect(provenances(view)).toEqual(["measured"]);
    expect(summary).not.toMatch(/simulated/);
  });

  test("its rows say which contract a price is of, and each measured price its observations", () => {
    const rows = dataRows(chart().view);
    expect(rows.find(({ series }) => series === "Future PREM-MAR27")?.value).toBe("4.450");
    expect(rows.at(-1)).toMatchObject({ from: "2025-01-01", value: "3.893", observations: ["s1"] });
  });
});
