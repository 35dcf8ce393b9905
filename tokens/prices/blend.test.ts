import { expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { blended, CACHED_BLEND, isBlend, SLOT_BLEND, usageWeighted } from "./blend";

const card = { input: { value: 5 }, output: { value: 30 }, cachedInput: { value: 0.5 } };

test("the same card costs 11.25, 4.35, 20 or 17.50 dollars, by the blend", () => {
  expect(blended(card, SLOT_BLEND)).toBe(11.25);
  expect(blended(card, CACHED_BLEND)).toBeCloseTo(4.35, 12);
  expect(blended(card, { cached: 0, input: 40, output: 60 })).toBe(20);
  expect(blended(card, { cached: 0, input: 1, output: 1 })).toBe(17.5);
});

test("without a cached price cached input costs as fresh", () => {
  expect(blended({ ...card, cachedInput: null }, CACHED_BLEND)).toBe(blended(card, { cached: 0, input: 9, output: 1 }));
});

test("by what was used in July 2026, tokens cost 2.25 dollars at 3:1 and 0.88 at 7:2:1", () => {
  const { usage } = loadPriceData();
  expect(usageWeighted(usage, SLOT_BLEND)).toBeCloseTo(2.25, 2);
  expect(usageWeighted(usage, CACHED_BLEND)).toBeCloseTo(0.88, 2);
  expect(usageWeighted([], SLOT_BLEND)).toBeNull();
});

test("a blend of nothing, or of less than nothing, is none", () => {
  expect(isBlend({ cached: 0, input: 0, output: 0 })).toBe(false);
  expect(isBlend({ cached: 0, input: -1, output: 3 })).toBe(false);
  expect(isBlend({ cached: 0, input: Number.NaN, output: 3 })).toBe(false);
  expect(isBlend(CACHED_BLEND)).toBe(true);
});
