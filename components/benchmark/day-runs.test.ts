import { describe, expect, test } from "vitest";
import { currentEdition } from "@/server/prices/data";
import { PREM } from "@/tokens/benchmark/definitions";
import { type BenchmarkDay, replay } from "@/tokens/benchmark/replay";
import { dayNumber } from "../chart/days";
import { pointAt } from "../chart/view";
import { fixingSeries, gpuHourSeries } from "./benchmark-series";
import { changesAround, revisedRuns, withheldRuns } from "./day-runs";
import { parseRules, replayRules, rulesQuery } from "./rules-choice";

const prem = currentEdition().measured("PREM");
if (!prem) throw new Error("no PREM");
const day = (date: string, state: BenchmarkDay["state"], sellers: number): BenchmarkDay =>
  ({
    date,
    state,
    constituents: Array.from({ length: sellers }, () => ({ state: "in" })),
    changes: [],
  }) as unknown as BenchmarkDay;

describe("days without a fixing of their own", () => {
  test("are told as stretches, carried ones apart from those with none", () => {
    const days = [
      day("2026-01-05", "none", 1),
      day("2026-01-06", "none", 2),
      day("2026-01-07", "published", 3),
      day("2026-01-08", "withheld", 2),
    ];
    expect(withheldRuns(days)).toEqual([
      { from: "2026-01-05", to: "2026-01-06", days: 2, sellers: 2, carried: false },
      { from: "2026-01-08", to: "2026-01-08", days: 1, sellers: 2, carried: true },
    ]);
  });

  test("PREM has none since its third seller came in December 2023", () => {
    expect(withheldRuns(prem.days)).toMatchObject([{ from: "2023-03-14", to: "2023-12-12", carried: false }]);
  });

  test("a month of the GPU-hour with too few rate cards is an estimate", () => {
    const series = gpuHourSeries(currentEdition().gpuHour(), "2026-09-23");
    expect(pointAt(series, dayNumber("2024-03-15"))).toMatchObject({ text: "4.5856", as: "estimated" });
    expect(pointAt(series, dayNumber("2024-04-15"))).toMatchObject({ text: "4.5856", as: "measured" });
  });
});

describe("revisions", () => {
  test("days revised alike for one reason are one line, and together they are all of them", () => {
    const runs = revisedRuns(prem.revisions);
    expect(runs.length).toBeLessThan(prem.revisions.length);
    expect(runs.reduce((sum, { days }) => sum + days, 0)).toBe(prem.revisions.length);
    expect(runs[1]).toMatchObject({ date: "2024-06-20", to: "2024-06-21", days: 2, observations: ["s0024"] });
  });
});

describe("rules that are switched", () => {
  test("are all in the address, and nonsense is the rulebook's", () => {
    const own = parseRules({ screens: "off", gate: "1", confirmed: "no" }, PREM);
    expect(own).toEqual({ screens: false, gate: 1, confirmed: false, day: null });
    expect(parseRules(rulesQuery(own, PREM), PREM)).toEqual(own);
    expect(rulesQuery(parseRules({ gate: "99", screens: "maybe", day: "2026-02-30" }, PREM), PREM)).toEqual({});
  });

  test("with a gate of 1 the series begins with the first seller", () => {
    const own = replayRules(PREM, parseRules({ gate: "1" }, PREM));
    const [first] = fixingSeries(PREM, replay(PREM, prem.panel, "2026-09-23", own)).points;
    expect(first.x).toBe(dayNumber("2023-03-14"));
    expect(fixingSeries(PREM, prem.days).points[0].x).toBe(dayNumber("2023-12-13"));
  });

  test("a reader steps from change to change", () => {
    expect(changesAround(prem.days, "2026-09-23")).toEqual({ before: "2026-08-21", after: null });
  });
});
