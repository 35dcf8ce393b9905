import fc from "fast-check";
import { expect, test } from "vitest";
import { ceilDiv, divFloor, mulDivCeil, mulDivFloor, mulDivHalfUp, mulDivTrunc } from "./integers";

const divide = (a: bigint, b: bigint) => (a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b);
const wide = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const divisor = fc.integer({ min: 100_000_000, max: 9_000_000_000_000 });

test("every rounding is exact, where the product passes 2^53 too", () => {
  fc.assert(
    fc.property(wide, wide, divisor, (a, b, c) => {
      const product = BigInt(a) * BigInt(b);
      const big = BigInt(c);
      fc.pre(product / big < 9_007_199_254_740_000n && product / big > -9_007_199_254_740_000n);
      expect(mulDivFloor(a, b, c)).toBe(Number(divide(product, big)));
      expect(mulDivCeil(a, b, c)).toBe(Number(-divide(-product, big)));
      expect(mulDivHalfUp(a, b, c)).toBe(Number(divide(2n * product + big, 2n * big)));
      expect(mulDivTrunc(a, b, c)).toBe(Number(product / big));
    }),
  );
});

test("a division is exact up to the largest whole numbers a double can tell apart", () => {
  const any = fc.maxSafeInteger();
  const near = fc.tuple(fc.maxSafeNat(), fc.integer({ min: -2, max: 2 }), fc.integer({ min: 1, max: 2 ** 31 }));
  const exact = (a: number, b: number) => {
    expect(divFloor(a, b)).toBe(Number(divide(BigInt(a), BigInt(b))));
    expect(ceilDiv(a, b)).toBe(Number(-divide(-BigInt(a), BigInt(b))));
  };
  fc.assert(fc.property(any, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), exact), { numRuns: 2000 });
  fc.assert(
    fc.property(near, ([n, off, b]) => {
      const multiple = Math.floor(n / b) * b + off; // next to a multiple, where a rounded quotient would be wrong
      fc.pre(Number.isSafeInteger(multiple));
      exact(multiple, b);
      exact(-multiple, b);
    }),
    { numRuns: 2000 },
  );
  expect(divFloor(-7, 2)).toBe(-4);
  expect(divFloor(9_007_199_254_740_991, 3)).toBe(3_002_399_751_580_330);
  expect(ceilDiv(7, 2)).toBe(4);
});

test("nothing times anything is 0, and never −0", () => {
  for (const rounded of [mulDivFloor, mulDivCeil, mulDivHalfUp, mulDivTrunc]) {
    for (const [a, b] of [
      [0, 5],
      [5, 0],
      [0, -5],
      [-5, 0],
    ]) {
      expect(rounded(a, b, 3)).toBe(0); // toBe tells −0 from 0
    }
  }
});

test("limits of 100 ticks at 13 % are 87 and 113, where floats say 112 (W10)", () => {
  expect(mulDivFloor(100, 1_130_000, 1_000_000)).toBe(113);
  expect(mulDivCeil(100, 870_000, 1_000_000)).toBe(87);
});

test("halves round up, towards plus infinity", () => {
  expect([mulDivHalfUp(1, 1, 2), mulDivHalfUp(-1, 1, 2), mulDivHalfUp(-3, 1, 2), mulDivHalfUp(5, 1, 2)]).toEqual([
    1, 0, -1, 3,
  ]);
});
