/**
 * exp, log and friends from + − × ÷ and Math.sqrt alone. IEEE 754 fixes those five to the last bit, so every JavaScript
 * engine gives the same result; Math.exp and Math.log differ between engines (DESIGN §1).
 *
 * exp: x = k·ln2 + r with |r| ≤ ½·ln2, then Taylor's series of e^r, times 2^k. ln2 is carried in two parts, the first with
 * so few bits that k × it is exact. log: x = m·2^k with √½ ≤ m < √2, then 2·artanh((m − 1) / (m + 1)) + k·ln2. Both are
 * within 1e-15 of the true value, relative.
 */
const LN2_HIGH = 6.9314718036912382e-1;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1 / (LN2_HIGH + LN2_LOW);
const SQRT_HALF = Math.sqrt(0.5);

/** 2^k for a whole k, exact; 0 below the smallest double and Infinity above the largest. */
export function pow2(k: number): number {
  if (k > 1023) return Number.POSITIVE_INFINITY;
  if (k < -1074) return 0;
  let power = 1;
  let base = k < 0 ? 0.5 : 2;
  for (let left = Math.abs(k); left > 0; left = left >>> 1) {
    if (left & 1) power *= base;
    base *= base;
  }
  return power;
}

export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let tail = 1;
  for (let n = 14; n >= 2; n--) tail = 1 + (tail * r) / n; // Horner: (e^r − 1) / r
  const power = 1 + tail * r;
  // 2^1024 and 2^-1074 are out of reach in one step where the result is not.
  const half = k < 0 ? -(-k >> 1) : k >> 1;
  return power * pow2(half) * pow2(k - half);
}

export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let m = x;
  let k = 0;
  for (let step = 1024; step >= 1; step = step >> 1) {
    const by = step === 1024 ? 1023 : step;
    const power = pow2(by);
    if (m >= power) {
      m /= power;
      k += by;
    } else if (m * power < 1) {
      m *= power;
      k -= by;
    }
  }
  while (m < SQRT_HALF) {
    m *= 2;
    k -= 1;
  }
  while (m >= 2 * SQRT_HALF) {
    m /= 2;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let series = 0;
  for (let n = 25; n >= 3; n -= 2) series = (series + 1 / n) * square;
  return k * LN2_HIGH + (k * LN2_LOW + 2 * (s + s * series));
}

/** Logarithmic mean of two positive numbers, (a − b) ÷ ln(a ÷ b): between their geometric and their arithmetic mean. */
export function logMean(a: number, b: number): number {
  const ratio = log(a / b);
  return Math.abs(ratio) < 1e-9 ? (a + b) / 2 : (a - b) / ratio;
}

/** Nearest whole number, halves up (RULEBOOK, "half up"). */
export const halfUp = (x: number): number => Math.floor(x + 0.5);

/**
 * The standard normal's inverse distribution function, by Acklam's rational approximations (relative error below 1.2e-9,
 * far finer than any draw can show).
 */
export function inverseNormal(p: number): number {
  if (p < TAIL) return -tailOf(p);
  if (p > 1 - TAIL) return tailOf(1 - p);
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q) /
    (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)
  );
}

const TAIL = 0.02425;
const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const B = [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1];
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];

/** Distance from 0 of the quantile whose tail beyond has probability `p`. */
function tailOf(p: number): number {
  const q = Math.sqrt(-2 * log(p));
  return -(
    (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
    ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
  );
}
