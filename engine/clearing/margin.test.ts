import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { initialMargin, maintenanceOf, riseIfDoubled } from "./margin";

const { overLimit, maintenance } = defaultRoomConfig.margin;

test("W1: PREM at 4.500 with four equal sellers: initial $85.15 a lot, maintenance $68.12", () => {
  expect(riseIfDoubled(250_000)).toBe(189_208); // 2^¼ − 1 = 18.92 %, above 12 %
  const initial = initialMargin(4500, 10, 100_000, overLimit, 250_000);
  expect(initial).toBe(8515);
  expect(maintenanceOf(initial, maintenance)).toBe(6812);
});

test("W10: 17 % of 30 ticks at 10 cents is 51 cents, not 52", () => {
  expect(initialMargin(30, 10, 150_000, overLimit, 0)).toBe(51);
});

test("the limit plus two points is charged where no seller weighs enough to move the index further (7.2)", () => {
  expect(initialMargin(4500, 10, 100_000, overLimit, 125_000)).toBe(5400); // 2^⅛ − 1 = 9.05 % < 12 %
  expect(initialMargin(4500, 10, 150_000, overLimit, 250_000)).toBe(8515); // 18.92 % > 17 %
});

test("a single seller doubling doubles the index, none leaves it (7.2)", () => {
  expect(riseIfDoubled(1_000_000)).toBe(1_000_000);
  expect(riseIfDoubled(0)).toBe(0);
  expect(riseIfDoubled(500_000)).toBe(414_214); // √2 − 1 = 0.41421356…, rounded up
});

test("the rise is rounded up to a millionth: one millionth less would not cover it (7.2)", () => {
  // (1 + r)^n against 2, in whole numbers: exact for weights 1/n.
  for (const n of [1, 2, 4, 5, 8, 10, 20]) {
    const rise = riseIfDoubled(1_000_000 / n);
    const covers = (r: number) => BigInt(1_000_000 + r) ** BigInt(n) >= 2n * 1_000_000n ** BigInt(n);
    expect(covers(rise)).toBe(true);
    expect(covers(rise - 1)).toBe(false);
  }
});

test("an initial margin is the smallest whole number of cents that covers its rate, however large the lot (7.2)", () => {
  const anyLot = fc.record({
    settlement: fc.integer({ min: 1, max: 2 ** 31 }),
    tickValue: fc.integer({ min: 1, max: 1000 }),
    limitRate: fc.integer({ min: 0, max: 500_000 }),
  });
  fc.assert(
    fc.property(anyLot, ({ settlement, tickValue, limitRate }) => {
      const exact = BigInt(settlement) * BigInt(tickValue) * BigInt(limitRate + overLimit);
      const initial = BigInt(initialMargin(settlement, tickValue, limitRate, overLimit, 0));
      expect(initial * 1_000_000n >= exact && (initial - 1n) * 1_000_000n < exact).toBe(true);
    }),
  );
});

test("maintenance is 80 % rounded up, and nothing of nothing (7.2)", () => {
  expect([0, 1, 2, 4, 5, 101].map((requirement) => maintenanceOf(requirement, maintenance))).toEqual([
    0, 1, 2, 4, 4, 81,
  ]);
});
