import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { parseCsv } from "@/tokens/prices/csv";
import type { Region, Slot } from "@/tokens/prices/observation";
import { CHNA, ECON, PREM, slotBenchmarks } from "./definitions";
import { levelText, type ReplayRules, replay, rulesOf } from "./replay";
import { revisions } from "./revisions";
import { type Panel, panelOf, type SlotPrice } from "./slot-price";

const data = loadPriceData();
const withoutRules: ReplayRules = { screens: false, minSellers: 1, curatedConfirmed: true, days: "calendar" };

describe("the curated history gives the compiled index again", () => {
  const [head, ...rows] = parseCsv(readFileSync(join(import.meta.dirname, "fixtures/llm_index_daily.csv"), "utf8"));
  const all: Region[] = ["US", "CN", "EU"];
  const lines: [string, Slot, Region[]][] = [
    ["premium_us", "premium", ["US"]],
    ["premium_cn", "premium", ["CN"]],
    ["premium_global", "premium", all],
    ["economy_us", "economy", ["US"]],
    ["economy_global", "economy", all],
  ];

  test.each(lines)("%s: mean and chain on every day, screen off, gate at 1", (name, slot, regions) => {
    const definition = { id: name, slot, regions, minSellers: 1, tickDecimals: 4 };
    const days = replay(definition, panelOf(definition, data), "2026-09-23", withoutRules);
    const byDate = new Map(days.map((day) => [day.date, day]));
    const column = head.cells.indexOf(`${name}_geomean_usd_per_m`);
    let greatest = 0;
    let greatestOfChain = 0;
    let compared = 0;
    let base: number | null = null;
    for (const { cells } of rows) {
      const day = byDate.get(cells[0]);
      if (cells[column] === "") {
        expect(day?.mean ?? null).toBeNull();
        continue;
      }
      const mean = day?.mean ?? Number.NaN;
      const chained = mean * (day?.divisor ?? Number.NaN);
      base ??= chained;
      greatest = Math.max(greatest, Math.abs(mean - Number(cells[column])));
      greatestOfChain = Math.max(greatestOfChain, Math.abs((100 * chained) / base / Number(cells[column + 1]) - 1));
      compared++;
    }
    console.log(`${name}: ${compared} days, greatest deviation ${greatest.toExponential(2)} dollars`);
    expect(compared).toBe(rows.filter(({ cells }) => cells[column] !== "").length);
    expect(compared).toBeGreaterThan(800);
    expect(greatest).toBeLessThan(1e-4); // the columns are rounded to 0.0001, so half of that is exact
    expect(greatestOfChain).toBeLessThan(1e-5);
  });
});

describe("with the rules on (3.1–3.5)", () => {
  test.each([
    [PREM, 455_901, "4.55901"],
    [CHNA, 190_583, "1.90583"],
    [ECON, 443_870, "0.443870"],
  ])("$id of 23 September 2026", (benchmark, level, text) => {
    const last = replay(benchmark, panelOf(benchmark, data)).at(-1);
    expect(last).toMatchObject({ date: "2026-09-23", state: "published", level, divisor: 1 });
    expect(levelText(level, benchmark)).toBe(text);
  });

  test("the divisor changes on the days a seller enters or leaves, and on no other", () => {
    for (const benchmark of slotBenchmarks) {
      const days = replay(benchmark, panelOf(benchmark, data));
      const fixed = days.filter(({ level }) => level !== null);
      for (const [i, day] of fixed.entries()) {
        if (i === 0) continue;
        const moved = day.changes.some(({ kind }) => kind === "enters" || kind === "leaves");
        if (!moved) expect([day.date, day.divisor]).toEqual([day.date, fixed[i - 1].divisor]);
      }
    }
  });

  test("nothing is fixed before there are enough sellers, on trading days alone", () => {
    const days = replay(PREM, panelOf(PREM, data));
    expect(days[0]).toMatchObject({ date: "2023-03-14", state: "none", level: null });
    expect(days[0].constituents.map(({ name }) => name)).toEqual(["anthropic", "openai"]);
    expect(days.find(({ level }) => level !== null)?.date).toBe("2023-12-13"); // Google enters as third
    expect(days.filter(({ date }) => [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()))).toEqual([]);
  });

  test("each day names its sellers, their observations and weights", () => {
    const last = replay(PREM, panelOf(PREM, data)).at(-1);
    expect(last?.constituents.map(({ name, model, counted, weight }) => [name, model, counted, weight])).toEqual([
      ["anthropic", "claude-opus-5-5", 8, 0.25],
      ["openai", "gpt-6-sol", 4, 0.25],
      ["google", "gemini-3.1-pro-preview", 4.5, 0.25],
      ["xai", "grok-4.5", 3, 0.25],
    ]);
    const ids = new Set(data.slotPrices.map(({ id }) => id));
    expect(last?.constituents.every(({ observation }) => ids.has(observation))).toBe(true);
  });
});

const row = (seller: string, date: string, price: number, sources = 2, knownOn = date): SlotPrice => ({
  id: `${seller} ${date} ${price}`,
  date,
  knownOn,
  seller,
  model: `model of ${price}`,
  input: price,
  output: price,
  sources,
  correctedOn: null,
});
const four = [1, 2, 4, 8].map((price, i) => row("abcd"[i], "2026-09-01", price));
const panel = (prices: readonly SlotPrice[], exits: Panel["exits"] = []): Panel => ({
  prices: [...four, ...prices],
  exits,
});
const strict: ReplayRules = { ...rulesOf(PREM), curatedConfirmed: false };

describe("small panels, worked by hand", () => {
  test("a seller that leaves does not move the level; one that enters does not either", () => {
    const days = replay(
      PREM,
      panel([row("e", "2026-09-10", 100)], [{ date: "2026-09-03", knownOn: "2026-09-03", seller: "d" }]),
    );
    expect(new Set(days.map(({ level }) => level)).size).toBe(1);
    expect(days.map(({ divisor }) => divisor).filter((d, i, all) => d !== all[i - 1])).toHaveLength(3);
    expect(days.at(-1)?.constituents.map(({ name }) => name)).toEqual(["a", "b", "c", "e"]);
  });

  test("too few sellers left: withheld, carried three trading days, then none (3.3)", () => {
    const gone = ["a", "b"].map((seller) => ({ date: "2026-09-17", knownOn: "2026-09-17", seller }));
    const states = replay(PREM, panel([], gone)).map(({ date, state, level }) => [date, state, level !== null]);
    expect(states.slice(-6)).toEqual([
      ["2026-09-16", "published", true],
      ["2026-09-17", "withheld", true],
      ["2026-09-18", "withheld", true],
      ["2026-09-21", "withheld", true],
      ["2026-09-22", "none", false],
      ["2026-09-23", "none", false],
    ]);
  });

  test("a curated row counts as confirmed, however far it jumps; by its sources alone it would be held and then be out", () => {
    const jump = panel([row("d", "2026-09-15", 0.5, 1)]);
    expect(replay(PREM, jump).find(({ date }) => date === "2026-09-15")?.constituents[3]).toMatchObject({
      counted: 0.5,
      held: null,
    });
    const held = replay(PREM, jump, "2026-09-23", strict);
    const d = (date: string) => held.find((day) => day.date === date)?.constituents[3];
    expect(d("2026-09-15")).toMatchObject({ price: 0.5, counted: 8, held: "one-source", state: "in", heldDays: 1 });
    expect(d("2026-09-15")?.countedObservation).toBe("d 2026-09-01 8");
    expect(d("2026-09-17")).toMatchObject({ state: "in", heldDays: 3 });
    expect(d("2026-09-18")).toMatchObject({ state: "out", weight: 0 });
    const off = replay(PREM, jump, "2026-09-23", { ...strict, screens: false });
    expect(off.at(-1)?.constituents[3]).toMatchObject({ counted: 0.5, held: null, state: "in" });
  });

  test("news of a weekend counts on Monday", () => {
    const days = replay(PREM, panel([row("a", "2026-09-12", 3)]));
    expect(days.find(({ date }) => date === "2026-09-11")?.changes).toEqual([]);
    expect(days.find(({ date }) => date === "2026-09-14")?.changes).toEqual([
      { kind: "successor", seller: "a", observation: "a 2026-09-12 3" },
    ]);
  });

  test("what was published while one price was unknown counts what else became known meanwhile", () => {
    const late = row("a", "2026-09-08", 2, 2, "2026-09-16");
    const revised = revisions(PREM, panel([late, row("b", "2026-09-10", 4)]));
    expect(revised.map(({ date }) => date)).toHaveLength(6); // 8 to 15 September
    for (const one of revised) {
      expect((one.revised as number) / (one.published as number)).toBeCloseTo(2 ** 0.25, 4);
    }
    expect(revised[5].published).toBeGreaterThan(revised[0].published as number);
  });

  test("a price learnt late revises the days in between, with the row that is the reason (3.4)", () => {
    const late = revisions(PREM, panel([row("a", "2026-09-09", 2, 2, "2026-09-14")]));
    expect(late.map(({ date }) => date)).toEqual(["2026-09-09", "2026-09-10", "2026-09-11"]);
    expect(late[0]).toMatchObject({ revisedOn: "2026-09-14", observations: ["a 2026-09-09 2"] });
    expect((late[0].revised as number) / (late[0].published as number)).toBeCloseTo(2 ** 0.25, 5);
  });
});

test("a corrected row was what was known until its correction was", () => {
  const wrong = { ...row("a", "2026-09-09", 4), correctedOn: "2026-09-14" };
  const right = row("a", "2026-09-10", 2, 2, "2026-09-14");
  const revised = revisions(PREM, panel([wrong, right]));
  expect(revised.map(({ date }) => date)).toEqual(["2026-09-09", "2026-09-10", "2026-09-11"]);
  const factors = revised.map((one) => (one.revised as number) / (one.published as number));
  expect(factors[0]).toBeCloseTo((1 / 4) ** 0.25, 4); // not yet 2, never 4
  expect(factors[1]).toBeCloseTo((2 / 4) ** 0.25, 4);
  expect(revised[0]).toMatchObject({ revisedOn: "2026-09-14", observations: [wrong.id] });
});

test("nothing of the curated history that was known at once is revised", () => {
  const revised = revisions(PREM, panelOf(PREM, data));
  const known = new Map(data.slotPrices.map(({ id, date, knownOn }) => [id, { date, knownOn }]));
  expect(revised.length).toBeGreaterThan(0);
  for (const { date, observations, revisedOn } of revised) {
    for (const id of observations) {
      expect(known.get(id)?.date.localeCompare(date)).toBeLessThanOrEqual(0);
      expect(known.get(id)?.knownOn.localeCompare(date)).toBe(1);
    }
    expect(revisedOn > date).toBe(true);
  }
});
