import { describe, expect, test } from "vitest";
import { currentEdition } from "@/server/prices/data";
import { slotBenchmarks } from "@/tokens/benchmark/definitions";
import { replay, rulesOf } from "@/tokens/benchmark/replay";
import { averageSteps } from "./average";

describe("the average at any mix", () => {
  test("is the geometric mean, and a new seller moves it but not what is like for like", () => {
    const price = (date: string, seller: string, value: number) => ({ date, seller, value, id: `${seller}${date}` });
    const steps = averageSteps(
      [price("2025-01-01", "a", 4), price("2025-02-01", "b", 1), price("2025-03-01", "a", 1)],
      [],
    );
    expect(steps.map(({ average }) => average.toFixed(9))).toEqual(["4.000000000", "2.000000000", "1.000000000"]);
    expect(steps.map(({ likeForLike }) => likeForLike.toFixed(9))).toEqual([
      "2.000000000",
      "2.000000000",
      "1.000000000",
    ]);
  });

  test("a seller that leaves moves the average but not what is like for like", () => {
    const prices = [
      { date: "2025-01-01", seller: "a", value: 4, id: "p1" },
      { date: "2025-01-01", seller: "b", value: 1, id: "p2" },
    ];
    const [, after] = averageSteps(prices, [{ date: "2025-02-01", seller: "b" }]);
    expect(after.average).toBeCloseTo(4, 12);
    expect(after.likeForLike).toBeCloseTo(4, 12);
    expect(averageSteps(prices, [{ date: "2025-02-01", seller: "b" }])[0].likeForLike).toBeCloseTo(4, 12);
  });

  test.each(slotBenchmarks)("at 3:1 it is the mean behind each fixing of $id", (benchmark) => {
    const measured = currentEdition().measured(benchmark.id);
    if (!measured) throw new Error("no such benchmark");
    const { panel } = measured;
    const days = replay(benchmark, panel, undefined, { ...rulesOf(benchmark), minSellers: 1 });
    const steps = averageSteps(
      panel.prices
        .filter(({ correctedOn }) => correctedOn === null)
        .map(({ date, seller, input, output, id }) => ({ date, seller, value: (3 * input + output) / 4, id })),
      panel.exits,
    );
    for (const { date, mean, divisor } of days) {
      const step = steps.findLast((one) => one.date <= date);
      if (mean === null || !step) continue;
      expect(Math.abs(step.average / mean - 1), `${date} average`).toBeLessThan(1e-9);
      expect(Math.abs(step.likeForLike / (mean * divisor) - 1), `${date} like for like`).toBeLessThan(1e-6);
    }
  });
});
