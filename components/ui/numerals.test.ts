import { describe, expect, test } from "vitest";
import { decimalsOf, dollars, grouped, percent, rounded, signed, signedDollars, signedPercent } from "./numerals";

describe("numbers as they are written", () => {
  test("thousands have commas and minus is a true minus", () => {
    expect(grouped("1234567.50")).toBe("1,234,567.50");
    expect(grouped("-1234.50")).toBe("−1,234.50");
    expect(grouped("999")).toBe("999");
  });

  test("every change has a sign, zero has none and is never negative", () => {
    expect(signed("0.026")).toBe("+0.026");
    expect(signed("-0.018")).toBe("−0.018");
    expect(signed("0.000")).toBe("0.000");
    expect(signed("-0.00")).toBe("0.00");
  });

  test("the minus stands before the dollar sign", () => {
    expect(dollars("-12.40")).toBe("−$12.40");
    expect(signedDollars("1424.85")).toBe("+$1,424.85");
    expect(signedDollars("0.00")).toBe("$0.00");
  });

  test("per cent has a thin space in English and none in Chinese", () => {
    expect(signedPercent("0.56", "en")).toBe("+0.56\u2009%");
    expect(signedPercent("0.56", "zh")).toBe("+0.56%");
    expect(percent("1.15", "zh")).toBe("1.15%");
  });

  test("a level is shown to the tick, half up, carrying over nines", () => {
    expect(rounded("4.55850", 3)).toBe("4.559");
    expect(rounded("4.55849", 3)).toBe("4.558");
    expect(rounded("9.9996", 3)).toBe("10.000");
    expect(rounded("4.562", 4)).toBe("4.5620");
    expect(rounded("-0.0005", 3)).toBe("0.000");
    expect(rounded("-0.0016", 3)).toBe("-0.002");
    expect(rounded("12", 0)).toBe("12");
  });

  test("a tick says how many decimals its prices have", () => {
    expect(decimalsOf("0.001")).toBe(3);
    expect(decimalsOf("1")).toBe(0);
  });
});
