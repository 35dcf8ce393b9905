import { expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { CHNA, ECON, PREM } from "./definitions";
import { gpuHourMonths } from "./gpu-hour";
import { replay } from "./replay";
import { chainSteps, gpuChainSteps, levelSteps, qualityLines, valueOn } from "./series";
import { panelOf } from "./slot-price";

const data = loadPriceData();

test("from the end of 2025 to 23 September 2026 premium fell 24 %, China's rose 126 %, and economy models fell", () => {
  const change = (benchmark: typeof PREM) => {
    const steps = chainSteps(replay(benchmark, panelOf(benchmark, data)), "2025-12-31");
    return Math.round((valueOn(steps, "2026-09-23") as number) - 100);
  };
  expect([change(PREM), change(CHNA)]).toEqual([-24, 126]);
  expect(change(ECON)).toBe(-12); // economy of all regions; of the US alone -21
});

test("a line of levels has a step where a price changed and nowhere else", () => {
  const steps = levelSteps(replay(PREM, panelOf(PREM, data)), PREM.tickDecimals);
  expect(steps.at(-1)).toEqual({ date: "2026-09-23", value: 4.55901 });
  expect(steps.filter(({ value }, i) => i > 0 && value === steps[i - 1].value)).toEqual([]);
  expect(steps.length).toBeLessThan(40);
});

test("at constant quality prices fall tenfold a year where there are two years to say so", () => {
  const lines = qualityLines(data.frontier);
  const gpt4 = lines.find(({ quality }) => quality === "6.9");
  expect(gpt4?.perYear).toBeCloseTo(10.3, 1); // 37.50 to 0.1375 in 2.4 years
  expect(lines.filter(({ years, perYear }) => years < 1 && perYear !== null)).toEqual([]);
});

test("a month with fewer than four rate cards is withheld", () => {
  const months = gpuHourMonths(data.gpuMonthly);
  expect(months.at(-1)).toMatchObject({ month: "2026-09", price: 3.789, state: "published", providers: 8 });
  expect(months.find(({ month }) => month === "2024-03")).toMatchObject({
    state: "withheld",
    price: null,
    computed: "4.5856",
  });
  expect(gpuHourMonths(data.gpuMonthly, "H100", 1).filter(({ state }) => state === "withheld")).toEqual([]);
  expect(valueOn(gpuChainSteps(months, "2026-09-01"), "2026-09-30")).toBe(100);
});
