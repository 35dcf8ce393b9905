/** Whole-number division with its rounding named, in BigInt: nothing here can overflow or lose a digit. */

export function down(numerator: bigint, divisor: bigint): number {
  const quotient = numerator / divisor;
  const exact = quotient * divisor === numerator;
  return Number(!exact && numerator < 0n !== divisor < 0n ? quotient - 1n : quotient);
}

export const up = (numerator: bigint, divisor: bigint): number => -down(-numerator, divisor);

export const halfUp = (numerator: bigint, divisor: bigint): number => down(2n * numerator + divisor, 2n * divisor);

export const towardsZero = (numerator: bigint, divisor: bigint): number => Number(numerator / divisor);

/** `part` of `whole`, in millionths: rounded down, up. */
export const shareDown = (whole: number, part: number): number => down(BigInt(whole) * BigInt(part), 1_000_000n);
export const shareUp = (whole: number, part: number): number => up(BigInt(whole) * BigInt(part), 1_000_000n);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
