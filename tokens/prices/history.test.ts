import { describe, expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { billPricesIn } from "./bill-prices";
import { PriceHistory, standing, teachingCases } from "./history";
import type { Observation } from "./observation";

const data = loadPriceData();
const history = new PriceHistory([...data.slotPrices, ...data.points]);
const shown = (row: Observation | null) => row && `${row.prices.input.text}/${row.prices.output.text}`;

describe("what was in force and what was known are two questions", () => {
  const sol = { provider: "openai", model: "gpt-5.6-sol" };

  test("a cut counts from its own day, and is known from the day a source shows it", () => {
    expect(shown(history.effectiveOn(sol, "2026-08-20"))).toBe("5/30");
    expect(shown(history.effectiveOn(sol, "2026-08-21"))).toBe("4/20");
    expect(shown(history.asKnownOn("2026-09-01").effectiveOn(sol, "2026-09-01"))).toBe("5/30");
    expect(shown(history.asKnownOn("2026-09-23").effectiveOn(sol, "2026-09-01"))).toBe("4/20");
  });

  test("on 1 May 2026 nothing of later models was known", () => {
    const then = history.asKnownOn("2026-05-01");
    expect(then.of(sol)).toEqual([]);
    expect(then.models().every(({ from }) => from <= "2026-05-01")).toBe(true);
    expect(shown(then.effectiveOn({ provider: "openai", model: "gpt-5.5" }, "2026-05-01"))).toBe("5/30");
  });

  test("a step announced for next year is scheduled, not in force", () => {
    const flash = { provider: "google", model: "gemini-3.8-flash" };
    expect(shown(history.effectiveOn(flash, "2026-12-31"))).toBe("0.75/3.75");
    expect(shown(history.effectiveOn(flash, "2027-01-01"))).toBe("1.5/7.5");
    expect(history.scheduledAfter("2026-10-01").map(({ model }) => model)).toEqual([
      "gemini-3.7-flash",
      "gemini-3.8-flash",
    ]);
    expect(history.asKnownOn("2026-09-01").scheduledAfter("2026-09-01")).toEqual([]);
  });

  test("before its first price a model has none", () => {
    expect(history.effectiveOn(sol, "2026-06-25")).toBeNull();
  });
});

describe("feed errors", () => {
  test("are in no model's history", () => {
    expect(history.of({ provider: "openai", model: "gpt-4" }).map(({ observation }) => shown(observation))).toEqual([
      "30/60",
    ]);
    const haiku = history.of({ provider: "anthropic", model: "claude-haiku-4-5-20251001" });
    expect(haiku.map(({ observation }) => shown(observation))).toEqual(["1/5"]);
  });

  test("are all in the list of teaching cases", () => {
    const cases = teachingCases(data.points);
    expect(cases.length).toBeGreaterThan(15);
    expect(cases.every(({ note }) => note.length > 20)).toBe(true);
  });
});

test("a correction is a new row: the old one counts until the day the new one is known", () => {
  const [first] = data.points;
  const corrected: Observation = { ...first, id: "p9999", supersedes: first.id, knownOn: "2026-01-01" };
  const rows = [first, corrected];
  expect(standing(rows).map(({ id }) => id)).toEqual(["p9999"]);
  expect(standing(rows, "2025-12-31").map(({ id }) => id)).toEqual([first.id]);
});

describe("prices of a past month for a bill", () => {
  test("a month with a change has two stretches", () => {
    const stretches = billPricesIn(history, { provider: "openai", model: "gpt-5.6-sol" }, "2026-08");
    expect(stretches.map(({ from, to, input, output }) => [from, to, input.text, output.text])).toEqual([
      ["2026-08-01", "2026-08-20", "5", "30"],
      ["2026-08-21", "2026-08-31", "4", "20"],
    ]);
  });

  test("what no source shows is derived, and says how", () => {
    const [opus] = billPricesIn(history, { provider: "anthropic", model: "claude-opus-4-5" }, "2026-03");
    expect(opus.cachedInput).toEqual({ value: 0.5, text: "0.5", derived: null });
    expect(opus.cacheWrite).toEqual({
      value: 6.25,
      text: "6.25",
      derived: { of: "input", share: 1.25, why: "usual-cache-write" },
    });
    expect(opus.reasoning).toMatchObject({ value: 25, derived: { why: "billed-as-output" } });
    expect(opus.batchOutput).toMatchObject({ value: 12.5, derived: { share: 0.5, why: "usual-batch" } });
  });

  test("without a known discount cached input costs full price; before batches were sold there is none", () => {
    const [gpt4] = billPricesIn(history, { provider: "openai", model: "gpt-4" }, "2023-06");
    expect(gpt4.cachedInput).toMatchObject({ value: 30, derived: { share: 1, why: "no-discount-known" } });
    expect(gpt4.batchInput).toBeNull();
    expect(billPricesIn(history, { provider: "openai", model: "gpt-4" }, "2023-02")).toEqual([]);
  });
});
