import { expect, test } from "vitest";
import { dayNumber } from "./days";
import { bandPath, keepApart, linear, roundTicks, stepPath } from "./scale";

test("a list price is drawn as steps: it stands still, then jumps; no slope joins two prices", () => {
  const path = stepPath(
    [
      [0, 10],
      [5, 20],
      [8, 4],
    ],
    12,
  );
  expect(path).toBe("M0 10H5V20H8V4H12");
  expect(path).not.toMatch(/L/);
});

test("an axis has 3 to 5 round values inside its domain", () => {
  expect(roundTicks(3.5, 7.4)).toEqual([4, 5, 6, 7]);
  expect(roundTicks(98_855, 101_600)).toEqual([99_000, 100_000, 101_000]);
  for (const [low, high] of [
    [0.44, 0.46],
    [99_990, 100_010],
    [-3, 12],
    [3.7, 3.71],
  ]) {
    const ticks = roundTicks(low, high);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
  }
});

test("days are spaced as in time: a weekend is as wide as it is long", () => {
  expect(dayNumber("2026-10-05") - dayNumber("2026-10-02")).toBe(3);
  expect(dayNumber("2027-03-31") - dayNumber("2026-12-31")).toBe(90);
});

test("labels never overlap: of two that would, the first named stays", () => {
  const kept = keepApart([{ x: 100 }, { x: 130 }, { x: 60 }, { x: 160 }], 40);
  expect(kept.map(({ x }) => x)).toEqual([100, 60, 160]);
});

test("a scale with an empty domain draws a level line instead of dividing by zero", () => {
  expect(linear([5, 5], [0, 100])(5)).toBe(0);
});

test("a band is closed: out along its top, back along its bottom", () => {
  expect(
    bandPath([
      [0, 1, 3],
      [10, 2, 4],
    ]),
  ).toBe("M0 1L10 2L10 4L0 3Z");
});
