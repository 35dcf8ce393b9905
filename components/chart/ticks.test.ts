import { describe, expect, test } from "vitest";
import { dayNumber } from "./days";
import { logTicks, tickTexts, timeTicks } from "./ticks";

const texts = (from: string, to: string, width: number, locale = "en") =>
  timeTicks(dayNumber(from), dayNumber(to), width, locale).map(({ text }) => text);

describe("ticks", () => {
  test("a log axis has 1, 2 and 5 times powers of ten", () => {
    expect(logTicks(0.15, 30)).toEqual([0.2, 0.5, 1, 2, 5, 10, 20]);
  });

  test("a log axis over many decades has powers of ten alone, and over part of one even steps", () => {
    expect(logTicks(0.01, 9000)).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
    expect(logTicks(3.2, 15)).toEqual([4, 5, 7, 10, 15]);
    expect(logTicks(3.1, 3.9)).toEqual([3.2, 3.4, 3.6, 3.8]);
  });

  test("every tick has the same decimals; on a phone each only what it needs", () => {
    expect(tickTexts([0.2, 1, 20], false).map(({ text }) => text)).toEqual(["0.20", "1.00", "20.00"]);
    expect(tickTexts([0.2, 1, 20], true).map(({ text }) => text)).toEqual(["0.2", "1", "20"]);
  });

  test("an axis of days has days, as many as have room", () => {
    expect(texts("2026-10-05", "2026-10-09", 400)).toEqual(["5 Oct", "6 Oct", "7 Oct", "8 Oct", "9 Oct"]);
    expect(texts("2026-10-05", "2026-10-29", 300)).toEqual(["5 Oct", "12 Oct", "19 Oct", "26 Oct"]);
    expect(texts("2026-10-05", "2026-10-29", 300, "zh")[1]).toBe("10月12日");
  });

  test("the year in which an axis begins is said at its left end", () => {
    expect(texts("2023-03-14", "2026-09-23", 680)[0]).toBe("2023");
  });

  test("that year is left out where it would touch the next one", () => {
    expect(texts("2023-03-01", "2026-09-23", 230)).toEqual(["2023", "2024", "2025", "2026"]);
    expect(texts("2023-03-01", "2026-09-23", 230, "zh")).toEqual(["2024年", "2025年", "2026年"]);
  });

  test("years are named once, and months between them only where there is room", () => {
    expect(texts("2023-03-01", "2026-09-23", 300)).toEqual(["2023", "2024", "2025", "2026"]);
    expect(texts("2025-11-01", "2026-09-23", 500)).toEqual(["2025", "2026", "Apr", "Jul"]);
    expect(texts("2023-03-01", "2026-09-23", 300, "zh")).toEqual(["2023年", "2024年", "2025年", "2026年"]);
  });
});
