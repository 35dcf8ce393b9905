import { expect, test } from "vitest";
import { countTry, type Tries } from "./throttle";

const rule = { free: 3, window: 60_000, first: 1_000, longest: 8_000 };

/** The waits that tries at these moments meet; 0: it went on. */
function waits(...moments: number[]): number[] {
  let tries: Tries | null = null;
  return moments.map((now) => {
    const decision = countTry(tries, rule, now);
    tries = decision.tries;
    return decision.wait;
  });
}

test("the free tries go on at once; after the last of them the next must wait", () => {
  expect(waits(0, 0, 0, 0)).toEqual([0, 0, 0, 1_000]);
});

test("each further try doubles the wait, up to the longest", () => {
  const afterEach = [0, 0, 0, 1_000, 3_000, 7_000, 15_000];
  expect(waits(...afterEach)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(waits(...afterEach, 15_001).at(-1)).toBe(7_999);
});

test("a try that is refused does not lengthen the wait", () => {
  expect(waits(0, 0, 0, 500, 600, 700, 1_000)).toEqual([0, 0, 0, 500, 400, 300, 0]);
});

test("once the window has passed without tries they are free again", () => {
  expect(waits(0, 0, 0, 61_000, 61_000, 61_000)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("slow guessing within the window is counted too", () => {
  expect(waits(0, 20_000, 40_000, 40_500).at(-1)).toBe(500);
});
