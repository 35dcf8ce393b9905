import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wholeParts } from "../benchmark/attribution";
import { Benchmark } from "../benchmark/benchmark";
import { defaultRoomConfig } from "../default-config";
import { logMean } from "../math";
import type { Scenario, Shock } from "../scenario/scenario";
import { causesOfChange, HourAskingPrice, TokenAskingPrice } from "./asking-price";
import type { CausePart } from "./causes";
import type { Levers } from "./factors";
import { type News, World } from "./world";
import { tokenPrices } from "./world-defaults";

const { benchmarks } = defaultRoomConfig;
const sum = (parts: readonly CausePart[]) => parts.reduce((total, { part }) => total + part, 0);
const slotOf = (unit: string, input: number, output: number) => (unit === "Mtok" ? (3 * input + output) / 4 : input);
const change = (item: News) => {
  const { unit } = benchmarks[item.benchmark];
  return Math.log(slotOf(unit, item.input, item.output) / slotOf(unit, item.previousInput, item.previousOutput));
};

const lever = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const anyLevers: fc.Arbitrary<Levers> = fc.record({
  gpuHour: lever,
  power: lever,
  throughput: lever,
  utilisation: lever,
  markup: lever,
  scarcity: lever,
});

test("a change of what costs ask for is the sum of its levers' parts, however far they moved", () => {
  for (const asking of [new TokenAskingPrice(tokenPrices.costs), new HourAskingPrice(0.5)]) {
    fc.assert(
      fc.property(anyLevers, anyLevers, (from, to) => {
        expect(sum(causesOfChange(asking, from, to))).toBeCloseTo(asking.at(to) - asking.at(from), 9);
      }),
    );
  }
});

test("the logarithmic mean lies between the geometric and the arithmetic", () => {
  const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const hair = 1e-9 * (a + b);
      expect(logMean(a, b)).toBeGreaterThanOrEqual(Math.sqrt(a * b) - hair);
      expect(logMean(a, b)).toBeLessThanOrEqual((a + b) / 2 + hair);
    }),
  );
});

test("shares become whole numbers that sum to the whole, none further than one from its share when shares do too", () => {
  const parts = fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, (values) => {
      const total = Math.round(values.reduce((all, value) => all + value, 0));
      const shares = values.map((part, i): CausePart => ({ cause: `shock:${i}`, part }));
      const whole = wholeParts(shares, total);
      expect(sum(whole) - total).toBe(0);
      for (const { cause, part } of shares) {
        const given = whole.find((one) => one.cause === cause)?.part ?? 0;
        expect(Number.isInteger(given)).toBe(true);
        expect(Math.abs(given - part)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

const levers: Shock["lever"][] = [
  "gpu-hour",
  "power",
  "throughput",
  "demand",
  "utilisation",
  "export-controls",
  "subsidy",
];
const anyShock = (id: string): fc.Arbitrary<Shock> =>
  fc
    .record({
      day: fc.integer({ min: 1, max: 60 }),
      lever: fc.constantFrom(...levers, "frontier-model" as const, "seller-price" as const, "feed-error" as const),
      size: fc.double({ min: -0.8, max: 7, noNaN: true }),
      shape: fc.constantFrom("step" as const, "pulse" as const, "ramp" as const, "decay" as const),
      days: fc.integer({ min: 1, max: 15 }),
      region: fc.constantFrom(undefined, "US" as const, "CN" as const),
      benchmark: fc.integer({ min: 0, max: 2 }),
      seller: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ day, benchmark, seller, region, ...shock }): Shock => {
      const one = ["seller-price", "feed-error", "frontier-model"].includes(shock.lever);
      const { id: name, sellers } = benchmarks[benchmark];
      const where = one ? { benchmark: name, seller: sellers[seller].name } : region === undefined ? {} : { region };
      return { id, at: { day }, ...shock, ...where };
    });
const anyScenario: fc.Arbitrary<Scenario> = fc.tuple(anyShock("a"), anyShock("b"), anyShock("c")).map((shocks) => ({
  id: "any",
  transmission: { passThrough: 0.7, lagDays: 6, demandElasticity: 1 },
  shocks,
  rulings: [],
  news: [],
}));

describe("every move decomposes exactly", () => {
  /** Rooms where sellers come and go and screens bite: the level may be withheld, carried, or have a new divisor. */
  test("list prices in logs, fixings in whole hundredths of a tick, through errors, withheld days and new panels", () => {
    const seen = { carried: 0, none: 0, moves: 0, shocks: 0 };
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        anyScenario,
        fc.array(fc.nat(400), { maxLength: 6 }),
        (seed, scenario, turns) => {
          const world = new World(defaultRoomConfig, seed);
          world.begin(scenario, 5);
          const indices = benchmarks.map(
            (config) => new Benchmark({ ...config, minSellers: config.sellers.length - 1 }),
          );
          let last = indices.map(({ level }) => level as number);
          const left = new Set<string>();
          for (let day = 1; day <= 90; day++) {
            for (const turn of turns.filter((turn) => turn % 90 === day)) {
              const index = turn % 4;
              const seller = Math.floor(turn / 90) % benchmarks[index].sellers.length;
              if (turn % 3 === 0)
                indices[index].enter({ name: `new ${day}`, input: 1 + (turn % 7), output: turn % 11 });
              else if (!left.has(`${index} ${seller}`)) {
                indices[index].leave(seller);
                left.add(`${index} ${seller}`);
              }
            }
            indices.forEach((index, i) => {
              const { level, withheldDays } = index.fix(`day ${day}`);
              if (level === null) seen.none++;
              if (level !== null && withheldDays > 0) seen.carried++;
              expect(sum(index.causes)).toBe((level ?? last[i]) - last[i]);
              expect(index.causes.every(({ part }) => Number.isInteger(part) && part !== 0)).toBe(true);
              seen.moves += index.causes.length > 0 ? 1 : 0;
              seen.shocks += index.causes.filter(({ cause }) => cause.startsWith("shock:")).length;
            });
            last = indices.map(({ level }) => level as number);
            for (const item of world.newsOf(day)) {
              expect(sum(item.causes)).toBeCloseTo(change(item), 12);
              if (left.has(`${item.benchmark} ${item.seller}`)) continue;
              indices[item.benchmark].quote(item.seller, item.input, item.output, item.sources, 1, item.causes);
            }
          }
        },
      ),
      { numRuns: 60, seed: 5 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  test("a price that the screens hold is no cause until it counts, and is then what it was (3.2)", () => {
    const [PREM] = benchmarks;
    const index = new Benchmark(PREM);
    index.quote(0, 2, 10, 1, 1, [
      { cause: "gpu-hour", part: 0.1 },
      { cause: "shock:cut", part: Math.log(0.5) - 0.1 },
    ]);
    index.fix("2026-10-01");
    expect(index.causes).toEqual([]);
    const before = index.level;
    index.quote(0, 2, 10, 2, 1, []);
    index.fix("2026-10-02");
    expect(index.causes.map(({ cause }) => cause)).toEqual(["gpu-hour", "shock:cut"]);
    expect(sum(index.causes)).toBe(index.level - before);
  });

  test("an error that was held and corrected moved nothing", () => {
    const [, CHNA] = benchmarks;
    const index = new Benchmark(CHNA);
    const { input, output } = CHNA.sellers[2];
    index.quote(2, 7 * input, 7 * output, 2, 1, [{ cause: "feed-error", part: Math.log(7) }]);
    index.fix("2026-10-01");
    index.quote(2, input, output, 2, 1, [{ cause: "feed-error", part: -Math.log(7) }]);
    index.fix("2026-10-02");
    expect([index.level, index.causes]).toEqual([CHNA.startLevel, []]);
  });
});
