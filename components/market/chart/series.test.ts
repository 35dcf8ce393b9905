import { describe, expect, test } from "vitest";
import type { CandleView, FixingView, TradeView } from "@/wire/views";
import { toRgba } from "./palette";
import { benchmarkSteps, bucketOf, candlesOf, summaryOf, withEnded, withTrade } from "./series";

const view = (at: string, open: string, high: string, low: string, close: string): CandleView => ({
  at: `2026-11-17T${at}:00.000Z`,
  open,
  high,
  low,
  close,
  volume: 10,
});
const trade = (at: string, price: string, lots = 1): TradeView => ({
  seq: 1,
  symbol: "PREM-DEC26",
  price,
  lots,
  aggressor: "buy",
  roomTime: `2026-11-17T${at}.000Z`,
});
const fixing = (date: string, level: string | null): FixingView => ({
  benchmark: "PREM",
  date,
  level,
  withheldDays: level === null ? 1 : 0,
  causes: null,
  seq: 1,
  roomTime: `${date}T15:30:00.000Z`,
});
const hours = candlesOf(
  [view("10:00", "4.638", "4.641", "4.630", "4.636"), view("09:00", "4.630", "4.640", "4.628", "4.638")],
  "1h",
);

describe("candles", () => {
  test("stand oldest first, whatever order they came in", () => {
    expect(hours.map(({ text }) => text.open)).toEqual(["4.630", "4.638"]);
  });

  test("a trade within the last candle moves its close, and its high or low only beyond them", () => {
    const grown = withTrade(withTrade(hours, trade("10:59:59", "4.650", 5), "1h"), trade("10:59:59", "4.640"), "1h");
    expect(grown).toHaveLength(2);
    expect(grown[1]).toMatchObject({
      text: { open: "4.638", high: "4.650", low: "4.630", close: "4.640" },
      volume: 16,
    });
  });

  test("a trade after it begins a candle, and one before it changes nothing", () => {
    expect(withTrade(hours, trade("11:00:00", "4.650"), "1h").at(-1)).toMatchObject({ open: 4.65, volume: 1 });
    expect(withTrade(hours, trade("09:30:00", "9.999"), "1h")).toBe(hours);
  });

  test("an ended candle takes its recorded values, the growing one keeps its own", () => {
    const recorded = hours.map((candle) => ({ ...candle, volume: 99 }));
    expect(withEnded(hours, recorded).map(({ volume }) => volume)).toEqual([99, 10]);
  });

  test("a day's candle begins at its midnight", () => {
    expect(bucketOf("2026-11-17T14:59:59.000Z", "1d")).toBe(Date.parse("2026-11-17T00:00:00Z") / 1000);
  });
});

describe("the benchmark under the candles", () => {
  test("keeps the level of the last published fixing until the next one", () => {
    const days = candlesOf(
      ["2026-11-13", "2026-11-16", "2026-11-17"].map((date) => ({
        ...view("09:00", "1", "1", "1", "1"),
        at: `${date}T09:00:00.000Z`,
      })),
      "1h",
    );
    const steps = benchmarkSteps(
      days,
      [fixing("2026-11-16", "4.55500"), fixing("2026-11-12", "4.77200"), fixing("2026-11-13", null)],
      "4.55500",
    );
    expect(steps.map(({ level }) => level)).toEqual(["4.77200", "4.77200", "4.55500"]);
  });

  test("without a fixing yet it is the start level throughout", () => {
    expect(benchmarkSteps(hours, [], "4.55901").map(({ level }) => level)).toEqual(["4.55901", "4.55901"]);
  });
});

test("the summary names first, last, highest and lowest as they were written", () => {
  expect(summaryOf(hours)).toMatchObject({ first: "4.630", last: "4.636", high: "4.641", low: "4.628" });
  expect(summaryOf([])).toBeNull();
});

test("a computed mix of colours becomes one a canvas library can read", () => {
  expect(toRgba("color(srgb 0.5 0 1 / 0.45)")).toBe("rgba(128, 0, 255, 0.45)");
  expect(toRgba("rgb(1, 2, 3)")).toBe("rgb(1, 2, 3)");
});
