import { expect, test } from "vitest";
import { optimalSpread, reservationPrice } from "./avellaneda-stoikov";

/** The paper's own figures: s = 100, σ = 2, T = 1, k = 1.5; its table gives the spread on average over the day. */
const SIGMA_SQUARED = 4;
const K = 1.5;

test.each([
  [0.01, 1.35],
  [0.1, 1.49],
  [0.5, 2.15],
])("with risk aversion %f the spread of the paper is %f on average", (gamma, expected) => {
  const halfWay = optimalSpread(gamma, SIGMA_SQUARED / 2, K); // linear in the time that is left
  expect(halfWay).toBeCloseTo(expected, 2);
});

test("a dealer who is long is indifferent below the middle, the more the more risk is left", () => {
  expect(reservationPrice(100, 3, 0.1, 4)).toBeCloseTo(98.8, 12);
  expect(reservationPrice(100, -3, 0.1, 4)).toBeCloseTo(101.2, 12);
  expect(reservationPrice(100, 3, 0.1, 0)).toBe(100);
});
