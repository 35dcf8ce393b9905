import { describe, expect, test } from "vitest";
import { type CurveInput, layCurve } from "./layout";

const box = { left: 0, right: 200, top: 0, bottom: 100 };
const month = (lastTradingDay: string, price: number, settlement = price): CurveInput => ({
  symbol: lastTradingDay,
  lastTradingDay,
  price,
  settlement,
});

describe("the forward curve", () => {
  test("spaces months by the calendar, not by their place in the list", () => {
    const { points } = layCurve([month("2026-12-01", 1), month("2026-12-11", 2), month("2027-01-10", 3)], 1, box);
    expect(points.map(({ x }) => x)).toEqual([0, 50, 200]);
  });

  test("fits prices, settlements and the benchmark between top and bottom, higher prices higher", () => {
    const curve = layCurve([month("2026-12-01", 4600, 4500), month("2027-03-01", 4700)], 4400, box);
    expect(curve.yBenchmark).toBe(100);
    expect(curve.points[1].y).toBe(0);
    expect(curve.points[0].y).toBeCloseTo(33.3, 1);
    expect(curve.points[0].ySettlement).toBeCloseTo(66.7, 1);
  });

  test("writes only month names that do not run into each other, and prices at the two ends of the range", () => {
    const { points } = layCurve(
      [month("2026-11-30", 4606), month("2026-12-10", 4655), month("2026-12-31", 4628), month("2027-09-30", 4218)],
      4555,
      box,
    );
    expect(points.map(({ named }) => named)).toEqual([true, false, false, true]);
    expect(points.map(({ extreme }) => extreme)).toEqual([null, "high", null, "low"]);
  });

  test("names the benchmark at the end and on the side where the curve does not run", () => {
    const wide = { left: 18, right: 218, top: 26, bottom: 108 };
    const falling = [month("2026-10-30", 3920), month("2026-12-31", 3620), month("2027-03-31", 3626)];
    expect(layCurve(falling, 3617, wide).benchmarkName).toEqual({ end: "right", over: false });
    const rising = [month("2026-10-30", 3620), month("2026-12-31", 3700), month("2027-03-31", 3920)];
    expect(layCurve(rising, 3617, wide).benchmarkName).toEqual({ end: "right", over: true });
  });

  test("a single month at a single price stands in the middle", () => {
    const { points } = layCurve([month("2026-12-01", 4500)], 4500, box);
    expect(points[0]).toMatchObject({ x: 100, y: 50 });
  });
});
