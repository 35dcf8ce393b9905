import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import cost from "@/messages/en/cost.json";
import { costCases } from "@/tokens/cost-model/cases";
import { readCostState } from "./cost-query";
import { storyOf } from "./told-levers";
import { waterfall } from "./waterfall";

const messages: Record<string, unknown> = { cost };
const t = createTranslator({ locale: "en", messages, namespace: "cost" }) as unknown as Parameters<typeof waterfall>[1];
const of = (params: Record<string, string>) => waterfall(readCostState(params, ""), t, "en");

describe("what a price is made of", () => {
  test("each part begins where the one before it ended, and the last ends at the price", () => {
    for (const { id } of costCases) {
      const { bars } = of({ case: id }).view;
      const [total, ...parts] = bars.toReversed();
      parts.toReversed().reduce((until, part) => {
        expect(part.from).toBe(until);
        return part.to;
      }, 0);
      expect(parts[0].to).toBeCloseTo(total.to, 9);
    }
  });

  test("a discount is a part below zero, written with a true minus and read by a program with a hyphen", () => {
    const { view } = of({ case: "b200", markup: "-50" });
    expect(view.bars[3].text).toMatch(/^−/);
    expect(view.table.rows[3][1]).toMatch(/^-\d/);
  });

  test("a case is as sure as its source says; with a lever moved it is an estimate", () => {
    const measured = costCases.find(({ kind }) => kind === "measured");
    expect(of({ case: measured?.id ?? "" }).view.bars[0].as).toBe("measured");
    expect(of({ case: measured?.id ?? "", utilisation: "37" }).view.bars[0].as).toBe("estimated");
  });

  test("its source says every lever as it counts, for a file has no fields beside it", () => {
    const { source } = of({ case: "b200", gpuHour: "4.5", utilisation: "nonsense" });
    expect(source).toContain("GPU-hour 4.5 $/GPU-h; ");
    expect(source).not.toContain("nonsense");
  });

  test("a case tells its story until a lever is moved; then it is said which", () => {
    const said = (params: Record<string, string>) => storyOf(readCostState(params, ""), t, "en");
    expect(said({ case: "rented-h100" })).toBe(cost.cases["rented-h100"].story);
    expect(said({ case: "rented-h100", gpuHour: "4.5" })).toBe(
      "From the case “A 70B model on an H100”, with GPU-hour 4.5 instead of 3.",
    );
    expect(said({ case: "rented-h100", gpuHour: "nonsense" })).toBe(cost.cases["rented-h100"].story);
  });

  test("its address has the levers that differ from the case, and no others", () => {
    expect(of({ case: "b200", gpuHour: "13.34" }).query).toEqual({ case: "b200", gpuHour: "13.34" });
    expect(of({ case: "b200" }).query).toEqual({ case: "b200" });
  });
});
