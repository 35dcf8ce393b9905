import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ScenarioFile } from "@/wire/scenario";
import { run } from "./run";
import { runBenchmarks } from "./run-terms";
import { mostMoved, sumOf, why } from "./why";

const file: ScenarioFile = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../content/scenarios/eighty-percent-cut.json"), "utf8"),
);
const days = [...run(file, "7", 6)];

describe("a scenario played with and without it, from one seed", () => {
  test("both are the same until it begins, in every digit; then they part where it strikes", () => {
    for (const { no, with: a, without: b } of days) if (no <= 2) expect(a).toEqual(b);
    const last = days[days.length - 1];
    expect(last.with.PREM.level).toBeLessThan(last.without.PREM.level ?? 0);
    expect(mostMoved(days, runBenchmarks)).toBe("PREM");
  });

  test("what moved a benchmark sums to its move exactly, on each side, and names the shock", () => {
    for (const benchmark of runBenchmarks) {
      const told = why(days, benchmark);
      for (const side of ["with", "without"] as const) {
        expect(told.rows.reduce((sum, row) => sum + row[side], 0)).toBe(told[side].to - told[side].from);
      }
      expect(told.with.from).toBe(told.without.from);
    }
    const [first] = why(days, "PREM").rows;
    expect(first.cause).toBe("shock:alder-cut");
    expect(first.with).toBeLessThan(-1000);
    expect(first.without).toBe(0);
  });

  test("every day's causes sum to that day's move", () => {
    for (const side of ["with", "without"] as const) {
      for (let i = 1; i < days.length; i++) {
        const [before, now] = [days[i - 1][side].PREM, days[i][side].PREM];
        expect(sumOf(now.causes)).toBe((now.level ?? 0) - (before.level ?? 0));
      }
    }
  });
});
