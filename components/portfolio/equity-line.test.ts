import { expect, test } from "vitest";
import { equityLine } from "./equity-line";

const row = (date: string, wealth: string) => ({ date, wealth, equity: wealth, requirement: "0.00" });
const now = { date: "2026-10-07", wealth: "99000.00" };

test("the curve starts at what was put in, has a point a settlement, and ends now", () => {
  const { points } = equityLine([row("2026-10-05", "100100.00"), row("2026-10-06", "99500.00")], "100000.00", now);
  expect(points.map(({ wealth }) => wealth)).toEqual([10_000_000, 10_010_000, 9_950_000, 9_900_000]);
  expect(points.map(({ peak }) => peak)).toEqual([10_000_000, 10_010_000, 10_010_000, 10_010_000]);
});

test("drawdown is the deepest fall from a peak at a settlement; today's unsettled mark does not count yet", () => {
  const { drawdown } = equityLine([row("2026-10-05", "100100.00"), row("2026-10-06", "99500.00")], "100000.00", now);
  expect(drawdown).toEqual({ percent: "0.60", date: "2026-10-06" });
});

test("without a fall there is no drawdown, and without a settlement the line is what was put in and now", () => {
  expect(equityLine([row("2026-10-05", "100100.00")], "100000.00", now).drawdown).toBeNull();
  expect(equityLine([], "100000.00", now).points).toHaveLength(2);
});
