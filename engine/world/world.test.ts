import { expect, test } from "vitest";
import { Benchmark } from "../benchmark/benchmark";
import { defaultRoomConfig } from "../default-config";
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
      indices[item.benchmark].quote(item.seller, item.input, item.output, 2);
      all.push(item);
    }
  }
  return { news: all, levels, daysWithout };
}

const long = path("7", DAYS);
const slot = (input: number, output: number) => (3 * input + output) / 4;

test("token list prices stand still and jump: twice a year a seller, under half of them up, mean log size near 0.73", () => {
  const jumps = long.news.filter(({ benchmark }) => benchmark === 0);
  const sizes = jumps.map((n) => Math.log(slot(n.input, n.output) / slot(n.previousInput, n.previousOutput)));
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
  for (let day = 121; day <= 300; day++) early.push(...later.newsOf(day));
  expect(early).toEqual(news);
});
