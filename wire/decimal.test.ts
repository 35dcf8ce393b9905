import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatDecimal,
  formatDollars,
  formatMoney,
  formatPercent,
  formatRatio,
  parseDecimal,
  parseSignedDecimal,
} from "./decimal";

const problemOf = (text: string, decimals = 3, most?: number) => {
  const parsed = parseDecimal(text, decimals, most);
  return parsed.ok ? parsed.value : parsed.problem;
};

describe("a price is read to the digit", () => {
  test.each([
    ["4.638", 4638],
    ["4.6", 4600],
    ["4", 4000],
    ["0.001", 1],
    ["0", 0],
    ["4.6380", 4638],
    ["9007199254740.991", Number.MAX_SAFE_INTEGER],
  ])("%s is %i ticks of 0.001", (text, ticks) => {
    expect(problemOf(text)).toBe(ticks);
  });

  test.each([
    ["4.6385", "off-tick"],
    ["", "blank"],
    ["  ", "blank"],
    ["4.6e0", "not-a-decimal"],
    ["1e3", "not-a-decimal"],
    ["-4.638", "not-a-decimal"],
    ["+4.638", "not-a-decimal"],
    [" 4.638", "not-a-decimal"],
    ["4.", "not-a-decimal"],
    [".5", "not-a-decimal"],
    ["04.6", "not-a-decimal"],
    ["4,638", "not-a-decimal"],
    ["0x10", "not-a-decimal"],
    ["NaN", "not-a-decimal"],
    ["４.６", "not-a-decimal"],
    ["9007199254740.992", "too-large"],
    ["99999999999999999999", "too-large"],
  ])("%j is refused as %s", (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test("a bound of its own is kept", () => {
    expect(problemOf("2147483.648", 3, 2 ** 31 - 1)).toBe("too-large");
    expect(problemOf("2147483.647", 3, 2 ** 31 - 1)).toBe(2 ** 31 - 1);
  });
});

test("every whole number survives writing and reading, whatever the decimals", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      expect(parseDecimal(formatDecimal(value, decimals), decimals)).toEqual({ ok: true, value });
    }),
  );
});

test("money survives writing and reading in both directions, and zero has no sign", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (cents) => {
      expect(parseSignedDecimal(formatMoney(cents), 2)).toEqual({ ok: true, value: cents });
    }),
  );
  expect(parseSignedDecimal("-0.00", 2)).toEqual({ ok: true, value: 0 });
  expect(formatMoney(-1240)).toBe("-12.40");
  expect(formatMoney(-5)).toBe("-0.05");
  expect(parseSignedDecimal("--1", 2).ok).toBe(false);
});

test("averages and percentages round half up, as the rulebook does", () => {
  expect(formatRatio(1, 8, 2)).toBe("0.13"); // 0.125
  expect(formatRatio(-1, 8, 2)).toBe("-0.12"); // floor(−12.5 + ½)
  expect(formatRatio(-90_045, -2, 0)).toBe("45023"); // 45022.5: a short position's cost over its net
  expect(formatRatio(86_624, 21, 2)).toBe("4124.95"); // W3
  expect(formatPercent(130_000)).toBe("13");
  expect(formatPercent(100_000)).toBe("10");
  expect(formatPercent(182_500)).toBe("18.25");
  expect(formatPercent(0)).toBe("0");
});

test("sellers' dollars show at least cents and never an exponent", () => {
  expect(formatDollars(3)).toBe("3.00");
  expect(formatDollars(2.75)).toBe("2.75");
  expect(formatDollars(0.075)).toBe("0.075");
  expect(formatDollars(0.0000004)).toBe("0.00");
  expect(formatDollars(10)).toBe("10.00");
});
