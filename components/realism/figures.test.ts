import { expect, test } from "vitest";
import { bandText, figure } from "./figures";

test("figures have four digits that count, thousands apart, and a true minus", () => {
  expect([figure(0.123456), figure(-3.58), figure(11_234.6), figure(0.99987)]).toEqual([
    "0.1235",
    "−3.58",
    "11,235",
    "0.9999",
  ]);
});

test("a band is written by what bounds it", () => {
  expect(bandText({ low: null, high: 0.05, closed: false })).toBe("< 0.05");
  expect(bandText({ low: 0.999, high: null, closed: true })).toBe("≥ 0.999");
  expect(bandText({ low: 2, high: 5, closed: true })).toBe("2 … 5");
  expect(bandText({ low: 0, high: 0, closed: true })).toBe("0");
  expect(bandText({ low: -2, high: 2, closed: false })).toBe("−2 … 2");
});
