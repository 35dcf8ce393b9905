import { expect, test } from "vitest";
import type { Level, Ticks } from "../units";
import { finalSettlement } from "./final-settlement";
import { explainFinalSettlement } from "./final-settlement-sum";

const times = (n: number, value: number): number[] => Array(n).fill(value);

test("W3: ten fixings at 4.500 and eleven at 3.784 settle the month at 4.125", () => {
  const fixings = [...times(10, 450_000), ...times(11, 378_400)];
  expect(finalSettlement(fixings, 21, [])).toEqual({ price: 4125, method: "fixings" });
});

test("the mean is rounded once, half up to a tick (6.3)", () => {
  expect(finalSettlement([450_049, 450_050], 2, []).price).toBe(4500); // 4500.495
  expect(finalSettlement([450_050, 450_050], 2, []).price).toBe(4501); // 4500.5
  expect(finalSettlement([450_049, 450_051], 2, []).price).toBe(4501);
});

test("fixings on fewer than half of the days: the mean of the month's daily settlements, half up (6.3)", () => {
  const settlements = [...times(10, 4500), ...times(11, 4501)];
  expect(finalSettlement(times(10, 400_000), 21, settlements)).toEqual({ price: 4501, method: "settlements" });
  expect(finalSettlement(times(11, 400_000), 21, settlements)).toEqual({ price: 4000, method: "fixings" });
  expect(finalSettlement(times(11, 400_000), 22, settlements)).toEqual({ price: 4000, method: "fixings" });
  expect(finalSettlement([], 21, [4500, 4501]).price).toBe(4501);
});

test("W3 explained: the sum of the levels, over 21 fixings of 100 levels a tick, is 4124.95… ticks", () => {
  const levels = [...times(10, 450_000), ...times(11, 378_400)];
  const fixings = levels.map((level, i) => ({ date: `day ${i}`, level: level as Level }));
  const told = explainFinalSettlement(21, fixings, []);
  expect(told).toEqual({ method: "fixings", days: 21, sum: 8_662_400, count: 21, perTick: 100, price: 4125 });
  const few = explainFinalSettlement(21, fixings.slice(0, 10), [{ date: "day 9", price: 4501 as Ticks }]);
  expect(few).toEqual({ method: "settlements", days: 21, sum: 4501, count: 1, perTick: 1, price: 4501 });
});
