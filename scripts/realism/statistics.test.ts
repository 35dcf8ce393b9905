import { expect, test } from "vitest";
import { Draws, seedWords, streamOf } from "@/engine/random";
import {
  autocorrelation,
  correlation,
  decayExponent,
  excessKurtosis,
  meanWithT,
  quantile,
  returnsOf,
  tailIndex,
} from "./statistics";

const draws = (stream: string) => new Draws(seedWords("statistics"), streamOf(stream), 1);
const N = 100_000;
const normals = (stream: string, n = N) => {
  const of = draws(stream);
  return Array.from({ length: n }, () => of.normal());
};

test("of an AR(1) series the autocorrelation at lag k is φ to the k", () => {
  let x = 0;
  const series = normals("ar").map((shock) => {
    x = 0.5 * x + shock;
    return x;
  });
  for (const [lag, expected] of [
    [1, 0.5],
    [2, 0.25],
    [3, 0.125],
    [20, 0],
  ]) {
    expect(Math.abs(autocorrelation([series], lag) - expected)).toBeLessThan(0.015);
  }
});

test("a pair of returns never spans two days, nor a gap", () => {
  expect(
    autocorrelation(
      [
        [1, -1],
        [1, -1],
      ],
      1,
    ),
  ).toBe(-1);
  expect(autocorrelation([[1, -1, Number.NaN, 1, -1]], 1)).toBe(-1);
  expect(autocorrelation([[1, Number.NaN, 1, -1, Number.NaN, -1]], 2)).toBe(1);
});

test("the excess kurtosis of normal draws is 0, of uniform ones −1.2, of Student's t with 8 degrees 1.5", () => {
  expect(Math.abs(excessKurtosis(normals("kurtosis")))).toBeLessThan(0.06);
  const of = draws("uniform");
  expect(excessKurtosis(Array.from({ length: N }, () => of.uniform()))).toBeCloseTo(-1.2, 1);
  const t8 = Array.from({ length: N }, () => {
    let chi = 0;
    for (let i = 0; i < 8; i++) chi += of.normal() ** 2;
    return of.normal() / Math.sqrt(chi / 8);
  });
  expect(Math.abs(excessKurtosis(t8) - 1.5)).toBeLessThan(0.3);
});

test("Hill's estimator finds the exponent of a Pareto tail, and of Student's t with 3 degrees", () => {
  const of = draws("pareto");
  for (const alpha of [1.5, 3, 5]) {
    const pareto = Array.from({ length: N }, () => (of.uniform() < 0.5 ? 1 : -1) * (1 - of.uniform()) ** (-1 / alpha));
    expect(Math.abs(tailIndex(pareto, 0.05) / alpha - 1)).toBeLessThan(0.05);
  }
  const t3 = Array.from({ length: N }, () => {
    let chi = 0;
    for (let i = 0; i < 3; i++) chi += of.normal() ** 2;
    return of.normal() / Math.sqrt(chi / 3);
  });
  expect(Math.abs(tailIndex(t3, 0.005) - 3)).toBeLessThan(0.4);
});

test("a series that stands still beyond the tail has no tail index", () => {
  expect(tailIndex([...new Array(990).fill(0), ...new Array(10).fill(1)], 0.05)).toBeNaN();
});

test("correlation is 1 of a line, 0 of independent draws, and leaves gaps out", () => {
  expect(correlation([1, 2, 3, Number.NaN], [2, 4, 6, 100])).toBeCloseTo(1, 12);
  expect(Math.abs(correlation(normals("one"), normals("two")))).toBeLessThan(0.01);
});

test("the t of a mean counts its standard errors", () => {
  expect(meanWithT([1, 2, 3])).toEqual({ mean: 2, t: 2 / Math.sqrt(1 / 3) });
});

test("what falls as a power has that exponent", () => {
  const lags = [1, 2, 4, 8, 16];
  expect(
    decayExponent(
      lags,
      lags.map((lag) => 0.3 * lag ** -0.35),
    ),
  ).toBeCloseTo(0.35, 10);
});

test("returns are log changes, and none is counted over a missing price", () => {
  expect(returnsOf([100, 110, 0, 121, 121], 1)).toEqual([Math.log(1.1), Number.NaN, Number.NaN, 0]);
  expect(returnsOf([100, 50, 110, 50, 121], 2)).toEqual([Math.log(1.1), Math.log(1.1)]);
});

test("quantiles are interpolated", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([5], 0.9)).toBe(5);
});
