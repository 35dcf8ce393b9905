import { describe, expect, test } from "vitest";
import type { BenchmarkConfig } from "../config";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { Benchmark } from "./benchmark";

const [PREM, , , GPUH] = defaultRoomConfig.benchmarks;
const hours = (prices: readonly number[], more: Partial<BenchmarkConfig> = {}): BenchmarkConfig => ({
  ...GPUH,
  startLevel: Math.floor(
    Math.exp(prices.reduce((sum, p) => sum + Math.log(p), 0) / prices.length) * 100_000 + 0.5,
  ) as BenchmarkConfig["startLevel"],
  sellers: prices.map((input, i) => ({ name: `seller ${i}`, input, output: 0 })),
  ...more,
});
/** The level as the rule's own formula, with the machine's exp and log. */
const geometricMean = (...prices: number[]) =>
  Math.floor(Math.exp(prices.reduce((sum, p) => sum + Math.log(p), 0) / prices.length) * 100_000 + 0.5);

describe("a fixing is the geometric mean of the slot prices (3.1)", () => {
  test("the four sellers of 23 September 2026 give 4.559 with divisor 1 (3.5)", () => {
    const prem = new Benchmark(PREM);
    expect(prem.view().sellers.map(({ slotPrice }) => slotPrice)).toEqual([8, 4.5, 4, 3]);
    expect(prem.view().divisor).toBe(1);
    expect(prem.fix("2026-10-01")).toEqual({ level: 455_901, withheldDays: 0 });
  });

  test("GPUH starts at 3.789 whatever its sellers' mean is: the divisor says the rest (3.5)", () => {
    const gpuh = new Benchmark(GPUH);
    expect(gpuh.level).toBe(378_900);
    expect(gpuh.fix("2026-10-01").level).toBe(378_900);
  });

  test("news after a fixing counts in the next one, and everyone can work it out before", () => {
    const prem = new Benchmark(PREM);
    prem.fix("2026-10-01");
    prem.quote(0, 2, 10, 2);
    expect(prem.level).toBe(455_901);
    expect(prem.impliedLevel()).toBe(geometricMean(4, 4.5, 4, 3));
    expect(prem.fix("2026-10-02").level).toBe(prem.impliedLevel());
    expect(prem.view().sellers[0].since).toBe("2026-10-02");
  });

  test("a seller that enters or leaves moves the divisor, not the level", () => {
    const prem = new Benchmark(PREM);
    const no = prem.enter({ name: "Elm", input: 1, output: 1 });
    expect(prem.fix("2026-10-01").level).toBe(455_901);
    expect(prem.view().divisor).not.toBe(1);
    expect(prem.heaviestWeight()).toBe(200_000);
    prem.quote(no, 2, 2, 2);
    expect(prem.fix("2026-10-02").level).toBe(Math.floor(455_901.414 * 2 ** 0.2 + 0.5));
    prem.leave(2);
    prem.leave(no);
    expect(prem.fix("2026-10-05").level).toBe(Math.floor(455_901.414 * 2 ** 0.2 + 0.5));
    expect(prem.heaviestWeight()).toBe(333_334); // a third, up to a millionth
    expect(prem.view().sellers.map(({ name }) => name)).toEqual(["Alder", "Birch", "Dogwood"]);
  });
});

describe("prices are screened before they count (3.2)", () => {
  test("one beyond ÷5 is held until it is reported again", () => {
    const prem = new Benchmark(PREM);
    prem.quote(0, 0.4, 2, 2); // 0.8 after 8
    expect(prem.fix("2026-10-01").level).toBe(455_901);
    prem.quote(0, 0.4, 2, 2);
    expect(prem.fix("2026-10-02").level).toBe(geometricMean(0.8, 4.5, 4, 3));
  });

  test("exactly ×5 is not beyond it", () => {
    const prem = new Benchmark(PREM);
    prem.quote(3, 10, 30, 2);
    expect(prem.fix("2026-10-01").level).toBe(geometricMean(8, 4.5, 4, 15));
  });

  test("one seen in a single source is held 3 days, then the seller is out; a second source brings it back", () => {
    const prem = new Benchmark(PREM);
    prem.quote(1, 1, 6, 1);
    for (const date of ["2026-10-01", "2026-10-02", "2026-10-05"]) {
      expect(prem.fix(date).level).toBe(455_901);
      expect(prem.heaviestWeight()).toBe(250_000);
    }
    expect(prem.fix("2026-10-06").level).toBe(455_901); // out: the divisor takes the change
    expect(prem.heaviestWeight()).toBe(333_334);
    prem.quote(1, 1, 6, 2);
    expect(prem.fix("2026-10-07").level).toBe(455_901);
    expect(prem.heaviestWeight()).toBe(250_000);
    prem.quote(1, 2, 12, 2); // its own move counts again: 2.25 → 4.5
    expect(prem.fix("2026-10-08").level).toBe(Math.floor(455_901.414 * 2 ** 0.25 + 0.5));
  });

  test("of one good, a price more than 3 × 1.4826 MAD from the day's median is held", () => {
    const prices = [3.0, 3.2, 3.4, 3.6, 3.8]; // median 3.4, MAD 0.2: 0.88956 away is the most
    const inside = new Benchmark(hours(prices));
    inside.quote(4, 4.28, 0, 2);
    expect(inside.fix("2026-10-01").level).toBe(geometricMean(3.0, 3.2, 3.4, 3.6, 4.28));
    const outside = new Benchmark(hours(prices));
    outside.quote(4, 4.3, 0, 2);
    expect(outside.impliedLevel()).toBe(geometricMean(...prices));
    expect(outside.fix("2026-10-01").level).toBe(geometricMean(...prices));
  });

  test("when MAD is 0, outside ½ to 2 × the median is held", () => {
    const prices = [3, 3, 3, 3, 4];
    const twice = new Benchmark(hours(prices));
    twice.quote(4, 6, 0, 2);
    expect(twice.fix("2026-10-01").level).toBe(geometricMean(3, 3, 3, 3, 6));
    const more = new Benchmark(hours(prices));
    more.quote(4, 6.01, 0, 2);
    expect(more.fix("2026-10-01").level).toBe(geometricMean(...prices));
  });
});

describe("what counts of each seller, and why not the rest (3.2)", () => {
  test("a held price is named with its reason and its days", () => {
    const prem = new Benchmark(PREM);
    prem.quote(0, 0.4, 2, 2); // ÷10
    prem.quote(1, 1, 6, 1);
    prem.fix("2026-10-01");
    expect(prem.constituents().map(({ price, counted, held, heldDays }) => [price, counted, held, heldDays])).toEqual([
      [0.8, 8, "far-from-own", 1],
      [2.25, 4.5, "one-source", 1],
      [4, 4, null, 0],
      [3, 3, null, 0],
    ]);
    const gpuh = new Benchmark(hours([3, 3, 3, 3, 4]));
    gpuh.quote(4, 9, 0, 2);
    expect(gpuh.constituents()[4]).toMatchObject({ price: 9, counted: 4, held: "far-from-median" });
  });

  test("a row of the curated history comes with two reports, so it is confirmed at once", () => {
    const prem = new Benchmark(PREM);
    prem.quote(0, 0.4, 2, 2, 2);
    expect(prem.fix("2026-10-01").level).toBe(geometricMean(0.8, 4.5, 4, 3));
  });

  test("without the screens every price counts at once", () => {
    const prem = new Benchmark({ ...PREM, screened: false });
    prem.quote(0, 0.04, 0.2, 1);
    expect(prem.fix("2026-10-01").level).toBe(geometricMean(0.08, 4.5, 4, 3));
  });
});

test("a benchmark without a start level starts from its divisor, and may be made to count from 1 (3.1)", () => {
  const prem = new Benchmark({ ...PREM, startLevel: null }, 2_000_000_000);
  expect(prem.level).toBe(Math.floor(2 * 455_901.414 + 0.5));
  expect(prem.meanPrice()).toBeCloseTo(4.55901414, 7);
  prem.rebase();
  expect(prem.fix("2026-10-01").level).toBe(455_901);
  expect(prem.view().divisor).toBe(1);
});

test("too few sellers: withheld, carried 3 days as theirs, then the day has none (3.3)", () => {
  const prem = new Benchmark(PREM);
  prem.leave(0);
  prem.leave(1);
  const days = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06"].map((date) => prem.fix(date));
  expect(days).toEqual([
    { level: 455_901, withheldDays: 1 },
    { level: 455_901, withheldDays: 2 },
    { level: 455_901, withheldDays: 3 },
    { level: null, withheldDays: 4 },
  ]);
  expect(prem.level).toBe(455_901);
  prem.enter({ name: "Elm", input: 1, output: 1 });
  expect(prem.fix("2026-10-07")).toEqual({ level: 455_901, withheldDays: 0 });
});

test("a benchmark goes on from its snapshot as if nothing had been", () => {
  const one = new Benchmark(PREM);
  one.quote(1, 1, 6, 1);
  one.quote(2, 1, 5, 2);
  one.fix("2026-10-01");
  const other = Benchmark.restore(PREM, JSON.parse(JSON.stringify(one.snapshot())));
  for (const each of [one, other]) {
    each.quote(2, 1, 5, 2);
    for (let i = 2; i < 7; i++) each.fix(`2026-10-0${i}`);
  }
  const hash = (benchmark: Benchmark) => {
    const into = new Hash();
    benchmark.hashInto(into);
    return into.hex();
  };
  expect(other.view()).toEqual(one.view());
  expect(hash(other)).toBe(hash(one));
  one.quote(2, 1, 6, 2);
  expect(hash(other)).not.toBe(hash(one));
});
