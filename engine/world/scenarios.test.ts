import { describe, expect, test } from "vitest";
import { Benchmark } from "../benchmark/benchmark";
import type { RoomConfig } from "../config";
import { defaultRoomConfig } from "../default-config";
import type { Scenario, Shock } from "../scenario/scenario";
import { type News, World } from "./world";

const { benchmarks } = defaultRoomConfig;
const [PREM, CHNA, ECON, GPUH] = [0, 1, 2, 3];
const transmission = { passThrough: 0.8, lagDays: 5, demandElasticity: 1.5 };
const scenario = (...shocks: (Partial<Shock> & Pick<Shock, "lever" | "size">)[]): Scenario => ({
  id: "test",
  transmission,
  shocks: shocks.map((shock, i) => ({ id: `s${i}`, at: { day: 1 }, shape: "step", ...shock })),
  rulings: [],
  news: [],
});

/** Sellers of tokens that would stand still: what moves is the scenario. */
const still: RoomConfig = {
  ...defaultRoomConfig,
  benchmarks: benchmarks.map((benchmark) => ({ ...benchmark, world: { ...benchmark.world, jumpsPerYear: 0 } })),
};

function run(config: RoomConfig, seed: string, days: number, began?: Scenario, firstDay = 1) {
  const world = new World(config, seed);
  if (began) world.begin(began, firstDay);
  const indices = benchmarks.map((benchmark) => new Benchmark(benchmark));
  const news: News[][] = [];
  const levels: number[][] = [];
  for (let day = 1; day <= days; day++) {
    levels.push(indices.map((index) => index.fix(`day ${day}`).level as number));
    news.push(world.newsOf(day));
    for (const { benchmark, seller, input, output, sources, causes } of news[day - 1]) {
      indices[benchmark].quote(seller, input, output, sources, 1, causes);
    }
  }
  return { world, indices, news, levels };
}

describe("two rooms differ by the scenario alone", () => {
  test("before its first shock they are the same", () => {
    const began = scenario(
      { lever: "gpu-hour", size: 0.4 },
      { lever: "seller-price", size: -0.5, benchmark: "PREM", seller: "Alder" },
    );
    const [without, within] = [run(defaultRoomConfig, "9", 120), run(defaultRoomConfig, "9", 120, began, 80)];
    expect(within.news.slice(0, 79)).toEqual(without.news.slice(0, 79));
    expect(within.news.slice(79)).not.toEqual(without.news.slice(79));
  });

  test("shocks of size 0 change nothing, ever", () => {
    const began = scenario(
      { lever: "gpu-hour", size: 0 },
      { lever: "demand", size: 0, shape: "decay", days: 10 },
      { lever: "seller-price", size: 0, benchmark: "PREM", seller: "Alder" },
      { lever: "feed-error", size: 0, shape: "pulse", days: 3, benchmark: "CHNA", seller: "Ginkgo" },
      { lever: "frontier-model", size: 0, shape: "ramp", days: 20, benchmark: "PREM" },
    );
    expect(run(defaultRoomConfig, "9", 400, began, 20).news).toEqual(run(defaultRoomConfig, "9", 400).news);
  });

  test("what a scenario adds to a list price is what its causes say, and the rest is as without it", () => {
    const began = scenario({ lever: "gpu-hour", size: 0.5 }, { lever: "demand", size: 0.4, shape: "decay", days: 20 });
    const [without, within] = [run(defaultRoomConfig, "9", 400), run(defaultRoomConfig, "9", 400, began, 20)];
    for (const benchmark of [PREM, CHNA, ECON]) {
      const { sellers } = benchmarks[benchmark];
      for (const no of sellers.keys()) {
        const of = (news: News[][]) => news.flat().filter((item) => item.benchmark === benchmark && item.seller === no);
        const slot = (news: News[][]) => {
          const { input, output } = of(news).at(-1) ?? sellers[no];
          return (3 * input + output) / 4;
        };
        const shocks = of(within.news).flatMap(({ causes }) =>
          causes.filter(({ cause }) => cause.startsWith("shock:")),
        );
        const added = shocks.reduce((sum, { part }) => sum + part, 0);
        // Both lists show round figures: of a price of 0.2 the next one is 5 % away.
        expect(Math.abs(Math.log(slot(within.news) / slot(without.news)) - added)).toBeLessThan(0.2);
      }
    }
  });
});

describe("each lever moves prices the right way", () => {
  const moved = (shock: Partial<Shock> & Pick<Shock, "lever" | "size">, benchmark: number) =>
    Math.log(run(still, "4", 150, scenario(shock)).levels.at(-1)![benchmark] / benchmarks[benchmark].startLevel);

  test.each<[Partial<Shock> & Pick<Shock, "lever" | "size">, number, number]>([
    [{ lever: "gpu-hour", size: 0.3 }, PREM, 1],
    [{ lever: "gpu-hour", size: 0.3 }, GPUH, 1],
    [{ lever: "power", size: 3 }, PREM, 1],
    [{ lever: "throughput", size: 0.5 }, PREM, -1],
    [{ lever: "utilisation", size: 0.3 }, CHNA, -1],
    [{ lever: "demand", size: 0.3 }, ECON, 1],
    [{ lever: "demand", size: 0.3 }, GPUH, 1],
    [{ lever: "export-controls", size: 0.3, region: "CN" }, CHNA, 1],
    [{ lever: "export-controls", size: 0.3, region: "CN" }, PREM, 0],
    [{ lever: "subsidy", size: -0.3, region: "CN" }, CHNA, -1],
    [{ lever: "frontier-model", size: -0.3, benchmark: "PREM" }, PREM, -1],
    [{ lever: "frontier-model", size: -0.3, benchmark: "PREM" }, CHNA, 0],
    [{ lever: "seller-price", size: 1, benchmark: "PREM", seller: "Birch" }, PREM, 1],
  ])("%j in benchmark %i: %i", (shock, benchmark, direction) => {
    const change = moved(shock, benchmark);
    expect(direction === 0 ? change : Math.sign(change) * direction).toBe(direction === 0 ? 0 : 1);
  });

  test("as far as the cost model says, times the pass-through: throughput half as much again is ⅔ of the cost", () => {
    expect(moved({ lever: "throughput", size: 0.5 }, PREM)).toBeCloseTo(-0.8 * Math.log(1.5), 1);
    expect(moved({ lever: "gpu-hour", size: 0.3 }, GPUH)).toBeCloseTo(Math.log(1.3), 2);
  });

  test("half a year later a pulse is gone, a decay nearly, and a ramp is there", () => {
    const at = (shape: Shock["shape"]) => moved({ lever: "demand", size: 0.5, shape, days: 10 }, PREM);
    expect(Math.abs(at("pulse"))).toBeLessThan(0.02);
    expect(Math.abs(at("decay"))).toBeLessThan(0.05);
    expect(at("ramp")).toBeGreaterThan(0.3);
  });
});

describe("a shock of one price list", () => {
  const cut = scenario({
    lever: "seller-price",
    size: -0.8,
    benchmark: "PREM",
    seller: "Birch",
    at: { day: 3, time: 40_000_000 },
  });

  test("in trading hours is known at once, and counts in that day's fixing (3.1)", () => {
    const world = new World(still, "4");
    world.begin(cut, 1);
    world.newsOf(1);
    world.newsOf(2);
    const struck = world.strike(cut.shocks[0], 3);
    expect(struck).toMatchObject([{ benchmark: PREM, seller: 1, input: 0.4, output: 2.4 }]);
    expect(struck[0].causes[0]).toEqual({ cause: "shock:s0", part: expect.closeTo(Math.log(0.2), 12) });
    expect(world.newsOf(3).filter(({ benchmark }) => benchmark === PREM)).toEqual([]);
  });

  test("strikes once, of a scenario that has begun", () => {
    const world = new World(still, "4");
    expect(() => world.strike(cut.shocks[0], 1)).toThrow(/begun/);
    world.begin(cut, 1);
    world.strike(cut.shocks[0], 1);
    expect(() => world.strike(cut.shocks[0], 1)).toThrow(/strikes once/);
  });

  test("of the leader is copied by some, later and in part; of another it is not", () => {
    const all = {
      ...benchmarks[PREM].world,
      follow: { leader: "Alder", share: 0.6, perDay: 0.05, fadePerDay: 0 },
    } as const;
    const config = {
      ...still,
      benchmarks: still.benchmarks.map((b, i) =>
        i === PREM ? { ...b, world: { ...all, jumpsPerYear: 0 } as typeof b.world } : b,
      ),
    };
    const led = run(
      config,
      "4",
      200,
      scenario({ lever: "seller-price", size: -0.5, benchmark: "PREM", seller: "Alder" }),
    );
    const answers = led.news.flatMap((news, i) =>
      news
        .filter(({ benchmark, seller }) => benchmark === PREM && seller > 0)
        .map(({ causes }) => ({ day: i + 1, part: causes[0].part })),
    );
    expect(answers).toHaveLength(3);
    for (const { day, part } of answers) {
      expect(day).toBeGreaterThan(1);
      expect(part).toBeCloseTo(0.6 * Math.log(0.5), 9);
    }
    const other = run(
      config,
      "4",
      200,
      scenario({ lever: "seller-price", size: -0.5, benchmark: "PREM", seller: "Birch" }),
    );
    expect(other.news.flat().filter(({ benchmark }) => benchmark === PREM)).toHaveLength(1);
  });

  test("entered wrong is held when it is seven times the price, counts when it is twice, and is corrected (3.2)", () => {
    const error = (size: number) =>
      scenario({ lever: "feed-error", size, shape: "pulse", days: 2, benchmark: "CHNA", seller: "Ginkgo" });
    const start = benchmarks[CHNA].startLevel;
    const levels = (size: number) => run(still, "4", 6, error(size)).levels.map((all) => all[CHNA]);
    expect(levels(6.1)).toEqual([start, start, start, start, start, start]);
    const twice = levels(1);
    expect(twice[1]).toBeGreaterThan(1.1 * start);
    expect(twice.slice(3)).toEqual([start, start, start]);
  });
});

test("a world with a scenario goes on from its snapshot as if nothing had been", () => {
  const began = scenario(
    { lever: "demand", size: 0.6, shape: "decay", days: 15, at: { day: 10 } },
    { lever: "seller-price", size: -0.5, benchmark: "PREM", seller: "Alder" },
  );
  const world = new World(defaultRoomConfig, "5");
  world.begin(began, 3);
  for (let day = 1; day <= 20; day++) world.newsOf(day);
  const other = World.restore(defaultRoomConfig, "5", JSON.parse(JSON.stringify(world.snapshot())));
  for (let day = 21; day <= 200; day++) expect(other.newsOf(day)).toEqual(world.newsOf(day));
});

test.each([20, -0.999_999_999])("shocks of %d that pile up move prices far, never out of all numbers", (size) => {
  const levers = ["gpu-hour", "power", "throughput", "demand", "utilisation", "subsidy"] as const;
  const shocks = levers.flatMap((lever) => Array.from({ length: 8 }, () => ({ lever, size })));
  const extreme = { ...scenario(...shocks), transmission: { passThrough: 2, lagDays: 0, demandElasticity: 10 } };
  const { world, news, levels, indices } = run(defaultRoomConfig, "9", 12, extreme, 2);
  for (const level of levels.flat()) if (level !== null) expect(Number.isSafeInteger(level) && level > 0).toBe(true); // null: withheld
  for (const { input, output } of news.flat()) expect(input > 0 && input < 1e5 && output < 1e6).toBe(true);
  const panel = indices[PREM].panel();
  expect(world.expected(PREM, 13, 40, panel)).toBeGreaterThan(0);
  expect(world.expected(PREM, 13, 40, panel)).toBeLessThan(Number.MAX_SAFE_INTEGER);
});
