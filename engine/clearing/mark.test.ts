import { expect, test } from "vitest";
import { mulDivCeil } from "../integers";
import { priceLimits } from "./limits";
import { markOf } from "./mark";

const wide = [1, 1_000_000] as const;

test("the mark is the middle one of best bid, best ask and last trade (4.8)", () => {
  expect(markOf(4500, 4510, 4505, 4000, ...wide, 4400)).toBe(4505);
  expect(markOf(4500, 4510, 4530, 4000, ...wide, 4400)).toBe(4510);
  expect(markOf(4500, 4510, 4480, 4000, ...wide, 4400)).toBe(4500);
});

test("with no trade since the settlement, the settlement stands in for it (4.8)", () => {
  expect(markOf(4500, 4510, 0, 4000, ...wide, 4400)).toBe(4500);
  expect(markOf(4500, 4510, 0, 4000, ...wide, 4600)).toBe(4510);
});

test("a side missing keeps the previous mark, not above the best ask nor below the best bid (4.8)", () => {
  expect(markOf(0, 4510, 4700, 4505, ...wide, 4400)).toBe(4505);
  expect(markOf(0, 4490, 4700, 4505, ...wide, 4400)).toBe(4490);
  expect(markOf(4500, 0, 4700, 4505, ...wide, 4400)).toBe(4505);
  expect(markOf(4520, 0, 4700, 4505, ...wide, 4400)).toBe(4520);
  expect(markOf(0, 0, 4700, 4505, ...wide, 4400)).toBe(4505);
});

test("the mark stays inside the limits (4.8)", () => {
  expect(markOf(4400, 4400, 4400, 4400, 4450, 4550, 4400)).toBe(4450);
  expect(markOf(0, 0, 0, 4600, 4450, 4550, 4400)).toBe(4550);
});

test("W7: with the bids gone, offers can walk the mark down band by band, but no further than the limit", () => {
  const { low, high } = priceLimits(4500, 100_000);
  let mark = 4500;
  const walked: number[] = [];
  while (mark > low) {
    const ask = Math.max(mulDivCeil(mark, 970_000, 1_000_000), low); // the lowest the price band admits (4.3)
    mark = markOf(0, ask, 0, mark, low, high, 4500);
    walked.push(mark);
  }
  expect(walked).toEqual([4365, 4235, 4108, 4050]);
});
