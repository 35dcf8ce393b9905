import { describe, expect, test } from "vitest";
import { cents } from "@/engine/units";
import { loadPriceData } from "@/server/prices/load";
import { PriceHistory } from "@/tokens/prices/history";
import { TierPrices } from "@/tokens/prices/tiers";
import { basisOf, fixingMeans, LEAST_CHANGES, lineThrough, type MonthMean, monthMeans } from "./basis";
import { type Bill, billFor } from "./bill";
import { readChoice, tieredSpellsOf } from "./choices";
import { monthsFrom } from "./compare";
import { hedgeParts, lotsFor, lotsWorth, nearestBenchmark } from "./hedge";
import { noTokens, noUsage, type Usage } from "./usage";

const data = loadPriceData();
const prices = {
  history: new PriceHistory([...data.slotPrices, ...data.points]),
  tiers: new TierPrices(data.tiers),
};
const M = 1_000_000;
const choiceOf = (text: string) => readChoice(text) ?? expect.unreachable();
const spellsFor = (text: string) => tieredSpellsOf(prices, choiceOf(text));

function bill(text: string, month: string, usage: Partial<Usage>): Bill {
  const billed = billFor({ ...noUsage, ...usage }, spellsFor(text), month);
  if (!billed.ok) throw new Error(billed.refusal.reason);
  return billed.bill;
}

describe("the nearest benchmark", () => {
  test("is ECON for an economy model, else the seller's home", () => {
    expect(nearestBenchmark(choiceOf("openai:economy"), "economy")).toBe("ECON");
    expect(nearestBenchmark(choiceOf("deepseek:economy"), "economy")).toBe("ECON");
    expect(nearestBenchmark(choiceOf("openai:premium"), "premium")).toBe("PREM");
    expect(nearestBenchmark(choiceOf("deepseek:premium"), "premium")).toBe("CHNA");
    expect(nearestBenchmark(choiceOf("deepseek/deepseek-v2"), null)).toBe("CHNA");
  });
});

describe("a bill as tokens of the blend", () => {
  test("three parts of input and one of output are as many tokens of the blend", () => {
    const { listed, shares } = hedgeParts(bill("openai/gpt-5.5", "2026-09", { input: 300 * M, output: 100 * M }));
    expect([listed.tokens, listed.amount, shares]).toEqual([400 * M, 4500_00, { amount: 0, tokens: 0 }]);
  });

  test("what is not in that proportion is as many as cost the same: 5 a million of input where the blend is 11.25", () => {
    const { listed } = hedgeParts(bill("openai/gpt-5.5", "2026-09", { input: 90 * M }));
    expect(listed.tokens).toBe(40 * M);
  });

  test("batches, cached input, cache writes and long requests stand apart from what fixings are made of", () => {
    const usage = {
      input: 100 * M,
      batchInput: 100 * M,
      cachedInput: 900 * M,
      output: 3 * M,
      long: { ...noTokens, input: 9 * M },
    };
    const { listed, shares } = hedgeParts(bill("openai/gpt-5.5", "2026-09", usage));
    expect(listed).toEqual({ amount: 90_00, tokens: 8 * M });
    expect(shares.amount).toBe(250_00 + 450_00 + 90_00);
    expect(shares.tokens).toBe(Math.round((790 / 11.25) * M));
  });

  test("each price of a month counts for its own days", () => {
    const cut = bill("openai/gpt-5.6-sol", "2026-08", { input: 31 * 3 * M, output: 31 * M });
    expect(hedgeParts(cut).listed.tokens).toBe(31 * 4 * M);
  });
});

describe("lots are whole", () => {
  test("the nearest, half up, and what they leave is told with its sign", () => {
    expect(lotsFor(149_999_999, 100 * M)).toEqual({ lots: 1, over: -49_999_999 });
    expect(lotsFor(150_000_000, 100 * M)).toEqual({ lots: 2, over: 50 * M });
    expect(lotsFor(49_000_000, 100 * M)).toEqual({ lots: 0, over: -49 * M });
    expect(lotsFor(300 * M, 100 * M)).toEqual({ lots: 3, over: 0 });
  });

  test("by worth: Hull's 3,880,000 over 83,580 a contract at 0.777651 is 36.10, so 36", () => {
    expect(lotsWorth(cents(388_000_000), "83580", 1, "0.777651")).toEqual({ lots: 36, value: 300_888_000 });
    expect(lotsWorth(cents(1000_00), "4.55901", 100)).toEqual({ lots: 2, value: 911_80 });
  });
});

describe("how a price moved with a benchmark", () => {
  test("Hull's fifteen months of jet fuel and heating oil: h* 0.777651, correlation 0.928372", () => {
    const dF = [21, 35, -46, 1, 44, -29, -26, -29, 48, -6, -36, -11, 19, -27, 29];
    const dS = [29, 20, -44, 8, 26, -19, -10, -7, 43, 11, -36, -18, 9, -32, 23];
    const line = lineThrough(dF.map((x, i) => ({ x: x / 1000, y: dS[i] / 1000 })));
    expect(line?.beta).toBeCloseTo(0.777651, 6);
    expect(line?.correlation).toBeCloseTo(0.928372, 6);
    expect(line?.error).toBeCloseTo(0.086343, 6);
  });

  const months = monthsFrom("2024-01", "2026-12");
  const series = (values: readonly number[]): MonthMean[] => values.map((mean, i) => ({ month: months[i], mean }));
  const wave = Array.from({ length: 20 }, (_, i) => Math.exp(Math.sin(i * i)));

  test("a price that always moves by the same percentage has a beta and a correlation of one", () => {
    const basis = basisOf(series(wave.map((value) => 7 * value)), series(wave));
    expect(basis?.changes).toBe(19);
    expect(basis?.fit).toMatchObject({ ok: true });
    if (basis?.fit.ok)
      expect([basis.fit.beta, basis.fit.correlation].map((n) => n.toFixed(9))).toEqual(["1.000000000", "1.000000000"]);
  });

  test("fewer than twelve monthly changes are too few, and a price that stood still says nothing", () => {
    const short = wave.slice(0, LEAST_CHANGES);
    expect(basisOf(series(short), series(short))?.fit).toEqual({ ok: false, reason: "too-few-months" });
    expect(basisOf(series(wave.map(() => 3)), series(wave))?.fit).toEqual({ ok: false, reason: "never-moved" });
    expect(basisOf([], series(wave))).toBeNull();
  });

  test("a month that either lacks is no change: nothing is carried over the gap", () => {
    const gap = series(wave).filter(({ month }) => month !== "2024-06");
    expect(basisOf(gap, series(wave))?.changes).toBe(17);
  });

  test("a month's mean counts each price for its days, and a benchmark's is of its fixings", () => {
    const august = monthMeans(spellsFor("openai/gpt-5.6-sol"), "2026-09").find(({ month }) => month === "2026-08");
    expect(august?.mean).toBeCloseTo((20 * 11.25 + 11 * 8) / 31, 12);
    const days = [
      { date: "2026-08-03", level: 400_000 },
      { date: "2026-08-04", level: null },
      { date: "2026-08-05", level: 500_000 },
    ];
    expect(fixingMeans(days, 100_000)).toEqual([{ month: "2026-08", mean: 4.5 }]);
  });
});
