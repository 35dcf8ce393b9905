import { describe, expect, test } from "vitest";
import { Benchmark } from "../benchmark/benchmark";
import type { RoomConfig } from "../config";
import { defaultRoomConfig } from "../default-config";
import type { Scenario, Shock } from "../scenario/scenario";
import { type Panel, World } from "./world";

const { benchmarks } = defaultRoomConfig;
const MONTH = 21;
const fresh = () => benchmarks.map((benchmark) => new Benchmark(benchmark));
const scenario = (shock: Partial<Shock> & Pick<Shock, "lever" | "size">): Scenario => ({
  id: "test",
  transmission: { passThrough: 0.8, lagDays: 5, demandElasticity: 1.5 },
  shocks: [{ id: "s", at: { day: 1 }, shape: "step", ...shock }],
  rulings: [],
  news: [],
});

/** A world and its benchmarks after so many nights. */
function after(days: number, seed: string, config: RoomConfig = defaultRoomConfig, began?: Scenario) {
  const world = new World(config, seed);
  if (began) world.begin(began, 1);
  const indices = fresh();
  for (let day = 1; day <= days; day++) {
    for (const index of indices) index.fix(`day ${day}`);
    for (const { benchmark, seller, input, output, sources, causes } of world.newsOf(day)) {
      indices[benchmark].quote(seller, input, output, sources, 1, causes);
    }
  }
  return { world, indices };
}
const month = (world: World, benchmark: number, panel: Panel, ahead = 0) =>
  world.expected(benchmark, world.nextFixing + ahead, world.nextFixing + ahead + MONTH - 1, panel);

test("the next fixing is what published prices give, whatever may come", () => {
  for (const seed of ["1", "2", "3"]) {
    const { world, indices } = after(100, seed);
    for (const [i, index] of indices.entries()) {
      const { nextFixing } = world;
      expect(world.expected(i, nextFixing, nextFixing, index.panel())).toBe(index.impliedLevel());
    }
  }
});

test("over many seeds months come out as expected, on average", () => {
  const AHEAD = [0, 42];
  const shares = benchmarks.map(() => AHEAD.map((): number[] => []));
  for (let seed = 1; seed <= 60; seed++) {
    const { world, indices } = after(120, `expected ${seed}`);
    const panels = indices.map((index) => index.panel());
    const said = benchmarks.map((_, i) => AHEAD.map((ahead) => month(world, i, panels[i], ahead)));
    const sums = benchmarks.map(() => AHEAD.map(() => 0));
    for (let no = 0; no < 42 + MONTH; no++) {
      for (const [i, index] of indices.entries()) {
        const level = index.fix(`day ${121 + no}`).level as number;
        for (const [k, ahead] of AHEAD.entries()) if (no >= ahead && no < ahead + MONTH) sums[i][k] += level / MONTH;
      }
      for (const { benchmark, seller, input, output, sources } of world.newsOf(121 + no)) {
        indices[benchmark].quote(seller, input, output, sources);
      }
    }
    for (const [i, line] of said.entries()) {
      for (const [k, expected] of line.entries()) shares[i][k].push(sums[i][k] / expected - 1);
    }
  }
  for (const values of shares.flat()) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean / (deviation / Math.sqrt(values.length)))).toBeLessThan(3.5);
    expect(Math.abs(mean)).toBeLessThan(0.05);
  }
});

describe("only what is public is looked at", () => {
  test("a scenario that has begun but not struck is not known", () => {
    const later = scenario({ lever: "gpu-hour", size: 0.5, at: { day: 60 } });
    const [with_, without] = [after(40, "5", defaultRoomConfig, later), after(40, "5")];
    for (const [i, index] of with_.indices.entries()) {
      for (const ahead of [0, 42, 150]) {
        expect(month(with_.world, i, index.panel(), ahead)).toBe(
          month(without.world, i, without.indices[i].panel(), ahead),
        );
      }
    }
  });

  test("two worlds that stand alike are expected to go on alike, though their draws differ", () => {
    const { world, indices } = after(60, "6");
    const other = World.restore(defaultRoomConfig, "another seed", JSON.parse(JSON.stringify(world.snapshot())));
    for (const [i, index] of indices.entries()) {
      expect(month(other, i, index.panel(), 60)).toBe(month(world, i, index.panel(), 60));
    }
  });

  test("an error of a feed that counts is taken for a price, as everybody takes it", () => {
    const began = scenario({
      lever: "feed-error",
      size: 1,
      shape: "pulse",
      days: 3,
      benchmark: "CHNA",
      seller: "Willow",
    });
    const { world, indices } = after(1, "5", defaultRoomConfig, began);
    const panel = indices[1].panel();
    expect(panel.level).toBeGreaterThan(1.1 * benchmarks[1].startLevel);
    expect(month(world, 1, panel)).toBeGreaterThan(1.08 * benchmarks[1].startLevel);
  });
});

describe("what has struck is expected to be passed on", () => {
  const start = (i: number): Panel => fresh()[i].panel();
  const change = (shock: Partial<Shock> & Pick<Shock, "lever" | "size">, benchmark: number, ahead: number) => {
    const world = new World(defaultRoomConfig, "5");
    const before = month(world, benchmark, start(benchmark), ahead);
    const began = scenario({ ...shock, at: { day: 1, time: 40_000_000 } });
    world.begin(began, 1);
    world.strike(began.shocks[0], 1);
    return Math.log(month(world, benchmark, start(benchmark), ahead) / before);
  };

  test("a lever's change with the sellers' lag: a little this month, all that passes through some months on", () => {
    const rise = { lever: "throughput", size: 0.5 } as const;
    expect(change(rise, 0, 0)).toBeLessThan(-0.1);
    expect(change(rise, 0, 0)).toBeGreaterThan(-0.8 * Math.log(1.5));
    expect(change(rise, 0, 84)).toBeCloseTo(-0.8 * Math.log(1.5), 2);
  });

  test("a decay as something that fades, and the dearer hour in hours at once", () => {
    const spike = { lever: "demand", size: 0.5, shape: "decay", days: 10 } as const;
    expect(change(spike, 0, 0)).toBeGreaterThan(0.05);
    expect(Math.abs(change(spike, 0, 126))).toBeLessThan(0.02);
    expect(change({ lever: "gpu-hour", size: 0.3 }, 3, MONTH)).toBeCloseTo(Math.log(1.3), 2);
  });

  test("a seller's own cut is in its price already; what the leader did, others may copy", () => {
    const cut = { lever: "seller-price", size: -0.5, benchmark: "PREM" } as const;
    const world = new World(defaultRoomConfig, "5");
    const index = fresh()[0];
    const plain = month(world, 0, index.panel()) / index.panel().level;
    const began = scenario({ ...cut, seller: "Birch", at: { day: 1, time: 40_000_000 } });
    world.begin(began, 1);
    for (const item of world.strike(began.shocks[0], 1))
      index.quote(item.seller, item.input, item.output, item.sources);
    expect(month(world, 0, index.panel()) / index.panel().level).toBeCloseTo(plain, 9);
    expect(change({ ...cut, seller: "Alder" }, 0, 63)).toBeLessThan(change({ ...cut, seller: "Birch" }, 0, 63) - 0.003);
  });
});

test("the end of a promotion and an announced step are expected on their day", () => {
  for (let seed = 1, seen = 0; seen < 4; seed++) {
    const world = new World(defaultRoomConfig, `said ${seed}`);
    const indices = fresh();
    for (let day = 1; day <= 200; day++) {
      for (const index of indices) index.fix(`day ${day}`);
      for (const { benchmark, seller, input, output, sources } of world.newsOf(day)) {
        indices[benchmark].quote(seller, input, output, sources);
      }
      const [said] = world.announced();
      if (said === undefined || said.from > day + 60) continue;
      const { benchmark, seller, from, input, output } = said;
      const panel = indices[benchmark].panel();
      const price = panel.counted[seller] as number;
      const step = Math.log((3 * input + output) / 4 / price) / panel.counted.length;
      const at = (no: number) => Math.log(world.expected(benchmark, no, no, panel));
      expect(at(from) - at(from - 1)).toBeCloseTo(step, 1);
      expect(Math.abs(at(from) - at(from - 1))).toBeGreaterThan(0.5 * Math.abs(step));
      seen++;
      break;
    }
  }
});
