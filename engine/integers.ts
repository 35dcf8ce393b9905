import { assert } from "./assert";

/**
 * Whole-number division whose rounding is named, exact for any safe integers over a positive one: a product beyond 2^53
 * goes through BigInt instead of losing its last digits. A result that is no safe integer is a bug of ours. Nothing
 * here returns −0.
 */
export function divFloor(a: number, b: number): number {
  const quotient = Math.floor(a / b); // a / b may have been rounded up to a whole number, never down past one
  return (a < quotient * b ? quotient - 1 : quotient) + 0;
}

export const ceilDiv = (a: number, b: number): number => 0 - divFloor(-a, b);

export function mulDivFloor(a: number, b: number, c: number): number {
  assert(Number.isSafeInteger(a) && Number.isSafeInteger(b), "exact products need whole factors");
  assert(Number.isSafeInteger(c) && c > 0, "exact division needs a positive whole divisor");
  const product = a * b;
  const quotient = Number.isSafeInteger(product)
    ? divFloor(product, c)
    : Number(floorOfBig(BigInt(a) * BigInt(b), BigInt(c)));
  assert(Number.isSafeInteger(quotient), "an exact quotient must be a safe integer");
  return quotient;
}

export const mulDivCeil = (a: number, b: number, c: number): number => 0 - mulDivFloor(-a, b, c);

/** Nearest whole number to a × b ÷ c, halves up: floor((2ab + c) ÷ 2c). */
export function mulDivHalfUp(a: number, b: number, c: number): number {
  const floor = mulDivFloor(a, b, c);
  const rest = remainder(a, b, c, floor);
  return 2 * rest >= c ? floor + 1 : floor;
}

/** Towards zero (RULEBOOK, "trunc"). */
export const mulDivTrunc = (a: number, b: number, c: number): number =>
  a < 0 === b < 0 ? mulDivFloor(a, b, c) : mulDivCeil(a, b, c);

/** a × b − c × quotient, exact: it lies between 0 and c even where the products do not fit. */
function remainder(a: number, b: number, c: number, quotient: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return product - c * quotient;
  return Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(quotient));
}

function floorOfBig(a: bigint, b: bigint): bigint {
  const quotient = a / b; // BigInt truncates
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}
