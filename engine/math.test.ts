import { expect, test } from "vitest";
import { exp, inverseNormal, log, pow2 } from "./math";

const relative = (got: number, want: number) => Math.abs(got - want) / Math.abs(want);

test("exp and log agree with the machine's own to 1e-15, over their whole range", () => {
  let worstExp = 0;
  let worstLog = 0;
  for (let i = 0; i < 20_000; i++) {
    const x = -700 + (1409 * i) / 20_000 + 1 / 7;
    worstExp = Math.max(worstExp, relative(exp(x), Math.exp(x)));
    const y = Math.exp(x);
    worstLog = Math.max(worstLog, relative(log(y), Math.log(y)));
    const near = 1 + (i - 10_000.5) / 30_000;
    worstLog = Math.max(worstLog, relative(log(near), Math.log(near)));
  }
  expect(worstExp).toBeLessThan(1e-15);
  expect(worstLog).toBeLessThan(1e-15);
});

test("exp and log know their ends", () => {
  expect([exp(0), exp(-800), exp(800), log(1), log(0)]).toEqual([1, 0, Infinity, 0, -Infinity]);
  expect(log(-1)).toBeNaN();
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
  expect(exp(709.7)).toBe(exp(709.7));
  expect(relative(exp(709.7), Math.exp(709.7))).toBeLessThan(1e-15);
});

test("exp and log give these very bits on every engine", () => {
  expect([exp(1.5), exp(-0.3), log(11), log(0.7), log(4.559)]).toEqual([
    4.4816890703380645, 0.7408182206817179, 2.3978952727983707, -0.35667494393873245, 1.5171033012313044,
  ]);
});

test("powers of two are exact, the smallest double included", () => {
  const wrong: number[] = [];
  for (let k = -1074; k <= 1023; k++) if (pow2(k) !== 2 ** k) wrong.push(k);
  expect(wrong).toEqual([]);
});

test("the normal quantiles are the tabulated ones", () => {
  expect(inverseNormal(0.5)).toBe(0);
  expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 7);
  expect(inverseNormal(0.001)).toBeCloseTo(-3.090232306167814, 7);
  expect(inverseNormal(0.999)).toBeCloseTo(3.090232306167814, 7);
});
