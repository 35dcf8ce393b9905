import { describe, expect, test } from "vitest";
import { Benchmark } from "../benchmark/benchmark";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { type News, World } from "./world";

const { benchmarks } = defaultRoomConfig;
const GPUH = benchmarks.findIndex(({ unit }) => unit === "h");
const YEARS = 20;
const DAYS = 260 * YEARS;

function path(seed: string, days: number): { news: News[]; levels: number[][]; daysWithout: number } {
  const world = new World(defaultRoomConfig, seed);
  const indices = benchmarks.map((config) => new Benchmark(config));
  const levels: number[][] = benchmarks.map(() => []);
  const all: News[] = [];
  let daysWithout = 0;
  for (let day = 1; day <= days; day++) {
    indices.forEach((index, i) => {
      levels[i].push(index.fix(`day ${day}`).level as number);
      if (index.heaviestWeight() > Math.ceil(1_000_000 / benchmarks[i].sellers.length)) daysWithout++;
    });
    for (const item of world.newsOf(day)) {
      indices[item.benchmark].quote(item.seller, item.input, item.output, item.sources);
      all.push(item);
    }
  }
  return { news: all, levels, daysWithout };
}

const long = path("7", DAYS);
const slot = ({ input, output }: { input: number; output: number }) => (3 * input + output) / 4;
const isError = ({ causes }: News) => causes.some(({ cause }) => cause === "feed-error");

test("token list prices stand still and jump: twice a year a seller, under half of them up, mean log size near 0.73", () => {
  const jumps = long.news.filter((item) => item.benchmark === 0 && !isError(item));
  const sizes = jumps.map((n) => Math.log(slot(n) / slot({ input: n.previousInput, output: n.previousOutput })));
  expect(jumps.length / YEARS / 4).toBeGreaterThan(1.7);
  expect(jumps.length / YEARS / 4).toBeLessThan(2.3);
  const up = sizes.filter((size) => size > 0).length / sizes.length;
  expect(up).toBeGreaterThan(0.4);
  expect(up).toBeLessThan(0.55);
  const mean = sizes.reduce((sum, size) => sum + Math.abs(size), 0) / sizes.length;
  expect(mean).toBeGreaterThan(0.65);
  expect(mean).toBeLessThan(0.8);
});

test("a GPU-hour index of many small moves has 25 to 33 % volatility a year, and the screens hardly ever throw a seller out", () => {
  const { levels, daysWithout } = long;
  const monthly = levels[GPUH].filter((_, i) => i % 21 === 0).map(Math.log);
  const changes = monthly.slice(1).map((value, i) => value - monthly[i]);
  const volatility = Math.sqrt((changes.reduce((sum, c) => sum + c * c, 0) / changes.length) * (260 / 21));
  expect(volatility).toBeGreaterThan(0.25);
  expect(volatility).toBeLessThan(0.33);
  expect(daysWithout / DAYS).toBeLessThan(0.002);
});

test("levels neither vanish nor explode in twenty years", () => {
  for (const { levels } of [long, path("1", DAYS), path("2", DAYS)]) {
    levels.forEach((line, i) => {
      expect(Math.min(...line)).toBeGreaterThan(benchmarks[i].startLevel / 8);
      expect(Math.max(...line)).toBeLessThan(benchmarks[i].startLevel * 8);
    });
  }
});

test("list prices are figures a price list would show", () => {
  const inSteps = (price: number, steps: number) => Math.abs(price * steps - Math.round(price * steps)) < 1e-9;
  const odd = long.news.filter(({ benchmark, input, output }) => {
    const steps = benchmark === GPUH ? 100 : 200;
    return input <= 0 || !inSteps(input, steps) || !inSteps(output, steps);
  });
  expect(odd).toEqual([]);
});

test("the same seed gives the same news, another seed others, and a restored world goes on alike", () => {
  const news = path("7", 300).news;
  expect(path("7", 300).news).toEqual(news);
  expect(path("8", 300).news).not.toEqual(news);
  const world = new World(defaultRoomConfig, "7");
  const early: News[] = [];
  for (let day = 1; day <= 120; day++) early.push(...world.newsOf(day));
  const later = World.restore(defaultRoomConfig, "7", JSON.parse(JSON.stringify(world.snapshot())));
  expect(digest(later)).toBe(digest(world));
  for (let day = 121; day <= 300; day++) early.push(...later.newsOf(day));
  expect(early).toEqual(news);
});

const digest = (world: World): string => {
  const hash = new Hash();
  world.hashInto(hash);
  return hash.hex();
};

describe("errors of feeds", () => {
  const errors = long.news.filter(isError);

  test("are rare, and gone within days", () => {
    const open = new Map<string, number>();
    const sizes = errors.map((item) => {
      const seller = `${item.benchmark} ${item.seller}`;
      const size = (open.get(seller) ?? 0) + (item.causes.find(({ cause }) => cause === "feed-error")?.part ?? 0);
      open.set(seller, size);
      return size;
    });
    expect(sizes.filter((size) => Math.abs(size) < 1e-9).length).toBeGreaterThan(0.4 * sizes.length);
    expect([...open.values()].filter((size) => Math.abs(size) > 1e-9).length).toBeLessThanOrEqual(1);
    expect(errors.length / 2 / YEARS / 16).toBeLessThan(0.15);
  });

  test("yuan entered as dollars, seven times the price, never count (3.2)", () => {
    const [, CHNA] = benchmarks;
    if (CHNA.world.kind !== "tokens") throw new Error("CHNA is of tokens");
    const entryErrors = { share: 3, factors: [], yuan: 7.1, oneSource: 0, mostDays: 3 };
    const config = { ...defaultRoomConfig, benchmarks: [{ ...CHNA, world: { ...CHNA.world, entryErrors } }] };
    const world = new World(config, "7");
    const index = new Benchmark(CHNA);
    let entered = 0;
    for (let day = 1; day <= 1000; day++) {
      index.fix(`day ${day}`);
      expect(index.causes.filter(({ cause }) => cause === "feed-error")).toEqual([]);
      for (const item of world.newsOf(day)) {
        index.quote(item.seller, item.input, item.output, item.sources, 1, item.causes);
        if (item.causes.some(({ part }) => Math.abs(part - Math.log(7.1)) < 1e-9)) entered++;
      }
    }
    expect(entered).toBeGreaterThan(30);
  });
});

describe("what sellers say in advance", () => {
  test("is what they do: the promotion ends, or the step comes, on the day and at the price that was said", () => {
    const world = new World(defaultRoomConfig, "7");
    const said: ReturnType<World["announced"]> = [];
    let kept = 0;
    const days = 1500;
    for (let day = 1; day <= days; day++) {
      const news = world.newsOf(day);
      for (const one of said.filter(({ from }) => from === day + 1)) {
        const item = news.find(({ benchmark, seller }) => benchmark === one.benchmark && seller === one.seller);
        if (item && !isError(item)) {
          expect([item.input, item.output]).toEqual([one.input, one.output]);
          kept++;
        }
      }
      said.push(...world.announced());
    }
    const due = said.filter(({ from }) => from <= days + 1);
    expect(new Set(due.map(({ because }) => because))).toEqual(new Set(["promotion", "scheduled-step"]));
    expect(kept).toBeGreaterThan(0.9 * due.length);
  });
});
