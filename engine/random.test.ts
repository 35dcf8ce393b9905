import { expect, test } from "vitest";
import { Draws, seedWords, streamOf } from "./random";

const seed = seedWords("7");
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const covariance = (x: readonly number[], y: readonly number[]) => {
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((v, i) => (v - mx) * (y[i] - my)));
};
const take = (n: number, draw: () => number) => Array.from({ length: n }, draw);
/** The first draw of each of many wake-ups: what must be independent although the counters are neighbours. */
const firsts = (stream: string, n: number) =>
  Array.from({ length: n }, (_, i) => new Draws(seed, streamOf(stream), i).uniform());

test("the same seed, stream and counter give the same numbers, whatever was drawn elsewhere", () => {
  const first = take(
    5,
    (
      (d) => () =>
        d.uniform()
    )(new Draws(seed, streamOf("world"), 3)),
  );
  new Draws(seed, streamOf("other"), 3).uniform();
  const second = take(
    5,
    (
      (d) => () =>
        d.uniform()
    )(new Draws(seedWords("7"), streamOf("world"), 3)),
  );
  expect(second).toEqual(first);
  expect(new Draws(seedWords("8"), streamOf("world"), 3).uniform()).not.toBe(first[0]);
  expect(new Draws(seed, streamOf("world"), 4).uniform()).not.toBe(first[0]);
});

test("uniform draws fill [0, 1) evenly: mean, variance, 100 cells, neighbours unrelated", () => {
  const draws = new Draws(seed, streamOf("uniform"), 0);
  const values = take(200_000, () => draws.uniform());
  expect(Math.min(...values.slice(0, 100_000))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values.slice(0, 100_000))).toBeLessThan(1);
  expect(mean(values)).toBeCloseTo(0.5, 2);
  expect(covariance(values, values)).toBeCloseTo(1 / 12, 3);
  expect(covariance(values.slice(1), values.slice(0, -1)) * 12).toBeCloseTo(0, 2);
  expect(chiSquare(values, 100)).toBeLessThan(149); // 99 degrees of freedom, 1 in 1000
});

test("first draws of neighbouring counters and of different streams are even and unrelated", () => {
  const a = firsts("participant 1", 50_000);
  const b = firsts("participant 2", 50_000);
  expect(chiSquare(a, 100)).toBeLessThan(149);
  expect(Math.abs(covariance(a, b) * 12)).toBeLessThan(0.02);
  expect(Math.abs(covariance(a.slice(1), a.slice(0, -1)) * 12)).toBeLessThan(0.02);
});

test("normal and exponential draws have their moments", () => {
  const draws = new Draws(seed, streamOf("normal"), 0);
  const normal = take(200_000, () => draws.normal());
  expect(mean(normal)).toBeCloseTo(0, 1);
  expect(covariance(normal, normal)).toBeCloseTo(1, 1);
  expect(mean(normal.map((z) => z ** 4))).toBeGreaterThan(2.9);
  expect(mean(normal.map((z) => z ** 4))).toBeLessThan(3.1);
  const waits = take(200_000, () => draws.exponential(40));
  expect(mean(waits)).toBeGreaterThan(39.5);
  expect(mean(waits)).toBeLessThan(40.5);
  const faces = take(60_000, () => draws.below(6));
  expect(new Set(faces).size).toBe(6);
  expect(Math.max(...faces.slice(0, 50_000))).toBe(5);
});

test("these are the very numbers on every engine", () => {
  const draws = new Draws(seed, streamOf("world PREM Alder"), 12);
  expect([draws.uniform(), draws.normal(), draws.exponential(1), draws.below(1000)]).toMatchInlineSnapshot(`
    [
      0.23292473887822096,
      -0.8518421380199749,
      0.6302472735353978,
      70,
    ]
  `);
});

function chiSquare(values: readonly number[], cells: number): number {
  const counts = new Array<number>(cells).fill(0);
  for (const v of values) counts[Math.floor(v * cells)]++;
  const expected = values.length / cells;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}
