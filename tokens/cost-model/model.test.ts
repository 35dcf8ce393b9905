import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CostParameters,
  costAnHour,
  costPerMtok,
  levers,
  partsOf,
  powerShare,
  pricePerMtok,
} from "@/engine/cost/model";
import {
  kilowatts,
  markup,
  pue,
  tokensPerSecond,
  usdPerGpuHour,
  usdPerKwh,
  usdPerMtok,
  utilisation,
} from "@/engine/cost/units";
import { costCase, costCases } from "./cases";
import { changeWhen, elasticities } from "./elasticities";
import workedExamples from "./fixtures/worked-examples.json";
import { explain, explainingLevers, solveFor } from "./inversion";
import { leverRanges, leverText, leverTexts, readLevers } from "./ranges";
import { costSource } from "./sources";

const within = (lever: (typeof levers)[number]) =>
  fc.double({ min: leverRanges[lever].least, max: leverRanges[lever].most, noNaN: true });

const anyParameters: fc.Arbitrary<CostParameters> = fc.record({
  gpuHour: within("gpuHour").map(usdPerGpuHour),
  power: within("power").map(kilowatts),
  pue: within("pue").map(pue),
  electricity: within("electricity").map(usdPerKwh),
  throughput: within("throughput").map(tokensPerSecond),
  utilisation: within("utilisation").map((percent) => utilisation(percent / 100)),
  markup: within("markup").map((percent) => markup(percent / 100)),
});

const near = (a: number, b: number, tolerance = 1e-9) => Math.abs(a - b) <= tolerance * (1 + Math.abs(b));
const moved = (parameters: CostParameters, lever: (typeof levers)[number], factor: number): CostParameters => ({
  ...parameters,
  [lever]: parameters[lever] * factor,
});

describe("worked cases", () => {
  const structural = workedExamples.find(({ id }) => id === "structural-cost") as unknown as {
    inputs: { cases: { gpu: number; kw: number; pue: number; usd_per_kwh: number; tps: number; util: number }[] };
    expected: { usd_per_m: number[]; power_share: number[] };
  };

  test.each(structural.inputs.cases.map((inputs, i) => ({ inputs, i })))(
    "structural cost, case $i",
    ({ inputs, i }) => {
      const parameters: CostParameters = {
        gpuHour: usdPerGpuHour(inputs.gpu),
        power: kilowatts(inputs.kw),
        pue: pue(inputs.pue),
        electricity: usdPerKwh(inputs.usd_per_kwh),
        throughput: tokensPerSecond(inputs.tps),
        utilisation: utilisation(inputs.util),
        markup: markup(0),
      };
      expect(pricePerMtok(parameters)).toBeCloseTo(structural.expected.usd_per_m[i], 6);
      expect(powerShare(parameters)).toBeCloseTo(structural.expected.power_share[i], 6);
    },
  );

  test("a day of DeepSeek: 0.1122 dollars a million of all tokens, 0.5183 of output if output carries all, 546 % on cost", () => {
    const { expected } = workedExamples.find(({ id }) => id === "deepseek-econ") as unknown as {
      expected: Record<string, number>;
    };
    expect(costPerMtok(costCase("deepseek-all").parameters)).toBeCloseTo(expected.cost_per_m_all_tokens, 4);
    expect(costPerMtok(costCase("deepseek-output").parameters)).toBeCloseTo(
      expected.cost_per_m_output_if_all_loaded,
      4,
    );
    expect(costCase("deepseek-all").parameters.markup).toBeCloseTo(expected.margin_on_cost, 4);
  });

  test("the preset cases give the worked costs", () => {
    expect(costPerMtok(costCase("rented-h100").parameters)).toBeCloseTo(1.722222, 6);
    expect(costPerMtok(costCase("h800-decode").parameters)).toBeCloseTo(0.315315, 6);
    expect(costPerMtok(costCase("b200").parameters)).toBeCloseTo(0.374444, 6);
  });

  test("every case and every lever names sources that exist, and every case is within the ranges of its levers", () => {
    for (const { sources, parameters, id } of costCases) {
      expect(sources.map((tag) => costSource(tag).tag)).toEqual(sources);
      expect([id, readLevers(leverTexts(parameters), parameters).refusals]).toEqual([id, {}]);
    }
    for (const lever of levers) for (const tag of leverRanges[lever].sources) expect(costSource(tag).tag).toBe(tag);
  });
});

describe("laws of the price", () => {
  test("an hour that costs twice as much makes a token that costs twice as much", () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const twice = moved(moved(parameters, "gpuHour", 2), "electricity", 2);
        return (
          near(costAnHour(twice), 2 * costAnHour(parameters)) && near(pricePerMtok(twice), 2 * pricePerMtok(parameters))
        );
      }),
    );
  });

  test("dearer inputs and more markup never make a token cheaper; more tokens an hour never make it dearer", () => {
    fc.assert(
      fc.property(anyParameters, fc.double({ min: 1, max: 3, noNaN: true }), (parameters, factor) => {
        const before = pricePerMtok(parameters) * (1 - 1e-12);
        for (const lever of ["gpuHour", "power", "pue", "electricity"] as const) {
          expect(pricePerMtok(moved(parameters, lever, factor))).toBeGreaterThanOrEqual(before);
        }
        const more = { ...parameters, markup: markup(parameters.markup + factor - 1) };
        expect(pricePerMtok(more)).toBeGreaterThanOrEqual(before);
        for (const lever of ["throughput", "utilisation"] as const) {
          expect(pricePerMtok(moved(parameters, lever, 1 / factor))).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test("the parts sum to the price, and only markup may be negative", () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const parts = partsOf(parameters);
        expect(near(parts.gpu + parts.electricity + parts.idle + parts.markup, parts.price)).toBe(true);
        expect(Math.min(parts.gpu, parts.electricity, parts.idle + 1e-9 * parts.price)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("elasticities", () => {
  test("are the slopes that finite differences find", () => {
    const h = 1e-6;
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const computed = elasticities(parameters);
        for (const lever of levers) {
          const slope = (changeWhen(parameters, lever, 1 + h) - changeWhen(parameters, lever, 1 - h)) / (2 * h);
          expect(near(slope, computed[lever], 1e-6)).toBe(true);
        }
      }),
    );
  });

  test("of the GPU-hour and the power price sum to 1, those of power are alike, those of throughput and utilisation are −1", () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const of = elasticities(parameters);
        expect(near(of.gpuHour + of.electricity, 1)).toBe(true);
        expect([of.power, of.pue]).toEqual([of.electricity, of.electricity]);
        expect([of.throughput, of.utilisation]).toEqual([-1, -1]);
      }),
    );
  });

  test("a tenth more throughput is not a tenth off the price: the slope holds for small changes only", () => {
    expect(changeWhen(costCase("b200").parameters, "throughput", 1.1)).toBeCloseTo(-1 / 11, 12);
  });
});

describe("what explains an observed price", () => {
  test("a lever set to what was found gives the observed price", () => {
    const anyPrice = fc.double({ min: 0.01, max: 100, noNaN: true }).map(usdPerMtok);
    fc.assert(
      fc.property(anyParameters, anyPrice, (parameters, observed) => {
        for (const lever of explainingLevers) {
          const solved = { ...parameters, [lever]: solveFor(lever, parameters, observed) };
          expect(near(pricePerMtok(solved as CostParameters), observed, 1e-6)).toBe(true);
        }
      }),
    );
  });

  test("the model's own price is explained by every lever as it is", () => {
    const { parameters } = costCase("rented-h100");
    expect(explain(parameters, pricePerMtok(parameters))).toEqual(
      explainingLevers.map((lever) => ({
        lever,
        found: true,
        value: expect.closeTo(parameters[lever], 9),
        usual: true,
      })),
    );
  });

  test("utilisation cannot explain a price at half of cost when the GPU is already busy: it would have to be 200 %", () => {
    const { parameters } = costCase("h800-decode");
    const observed = usdPerMtok(pricePerMtok(parameters) / 2);
    expect(explain(parameters, observed).find(({ lever }) => lever === "utilisation")).toEqual({
      lever: "utilisation",
      found: false,
      needed: expect.closeTo(2, 9),
      least: 0.01,
      most: 1,
    });
  });
});

describe("typed levers", () => {
  const { parameters } = costCase("rented-h100");

  test("are read back as they were written", () => {
    fc.assert(
      fc.property(anyParameters, (some) => {
        for (const lever of levers) {
          const text = leverText(lever, some);
          expect(
            leverText(lever, readLevers({ ...leverTexts(parameters), [lever]: text }, parameters).parameters),
          ).toBe(text);
        }
      }),
    );
  });

  test("outside their range, or not numbers, are refused with the bounds, and the case stands in", () => {
    const read = readLevers({ ...leverTexts(parameters), utilisation: "120", gpuHour: "three" }, parameters);
    expect(read.refusals).toEqual({
      utilisation: { reason: "out-of-range", given: "120", least: 1, most: 100 },
      gpuHour: { reason: "not-a-number", given: "three" },
    });
    expect(read.parameters).toEqual(parameters);
  });
});
