import { describe, expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { PriceHistory } from "@/tokens/prices/history";
import { TierPrices } from "@/tokens/prices/tiers";
import { type Bill, billFor } from "./bill";
import { type ListPrices, readChoice, tieredSpellsOf } from "./choices";
import { noTokens, noUsage, type Usage } from "./usage";

const data = loadPriceData();
const prices: ListPrices = {
  history: new PriceHistory([...data.slotPrices, ...data.points]),
  tiers: new TierPrices(data.tiers),
};
const M = 1_000_000;

function bill(choice: string, month: string, usage: Partial<Usage>): Bill {
  const billed = billFor(
    { ...noUsage, ...usage },
    tieredSpellsOf(prices, readChoice(choice) ?? expect.unreachable()),
    month,
  );
  if (!billed.ok) throw new Error(billed.refusal.reason);
  return billed.bill;
}
const amounts = ({ lines }: Bill) =>
  lines.map(({ kind, long, price, amount, remarks }) => [
    `${long ? "long " : ""}${kind}`,
    price.text,
    amount,
    ...remarks.map(({ why }) => why),
  ]);

describe("requests with a long prompt", () => {
  test("cost what the seller asks for them, beside those that do not", () => {
    const usage = { input: 3 * M, output: M, long: { ...noTokens, input: 2 * M, cachedInput: M, output: M } };
    expect(amounts(bill("openai/gpt-5.5", "2026-09", usage))).toEqual([
      ["input", "5", 1500],
      ["output", "30", 3000],
      ["long input", "10", 2000],
      ["long cachedInput", "1", 100],
      ["long output", "45", 4500],
    ]);
  });

  test("in a batch have the seller's batch discount on their own price", () => {
    const long = { ...noTokens, input: 2 * M, batchInput: 2 * M };
    expect(amounts(bill("openai/gpt-5.5", "2026-09", { long }))).toEqual([["long batchInput", "5", 1000]]);
  });

  test("cost as others do, and the line says so, where no such price is known", () => {
    const [line] = bill("deepseek/deepseek-v4-pro", "2026-09", { long: { ...noTokens, input: M } }).lines;
    expect([line.price.text, line.tier, line.remarks]).toEqual(["0.66", null, [{ why: "no-long-price", from: null }]]);
  });

  test("before the first day on which their price is known, the line names that day", () => {
    const [line] = bill("google/gemini-1.5-pro", "2025-03", { long: { ...noTokens, input: M } }).lines;
    expect([line.price.text, line.remarks]).toEqual(["1.25", [{ why: "no-long-price", from: "2025-06-21" }]]);
  });

  test("are dearer until the day the source says that it ended, and not after", () => {
    const { lines } = bill("anthropic/claude-opus-4-6", "2026-03", { long: { ...noTokens, input: 31 * M } });
    expect(lines.map(({ prices: { from, to }, tokens, price }) => [from, to, tokens, price.text])).toEqual([
      ["2026-03-01", "2026-03-12", 12 * M, "10"],
      ["2026-03-13", "2026-03-31", 19 * M, "5"],
    ]);
  });

  test("a tier goes with the plain price that its source shows it beside, and with no other", () => {
    const long = { ...noTokens, input: M };
    const paid = (month: string) => bill("openai/gpt-5.6-sol", month, { long }).lines.map(({ price }) => price.text);
    expect([paid("2026-07"), paid("2026-09")]).toEqual([["10"], ["8"]]);
    expect(bill("xai/grok-4.20", "2026-04", { long }).lines[0].remarks).toEqual([
      { why: "no-long-price", from: "2026-06-15" },
    ]);
  });
});

describe("a cache write kept for an hour", () => {
  test("costs the seller's price of it, and one kept for minutes the other", () => {
    const usage = { cacheWrite: 3 * M, cacheWriteHour: M };
    expect(amounts(bill("anthropic/claude-opus-5-5", "2026-09", usage))).toEqual([
      ["cacheWrite", "5", 1000],
      ["cacheWriteHour", "8", 800],
    ]);
  });

  test("costs as any other write, and the line says so, where no price of it is known", () => {
    expect(amounts(bill("openai/gpt-5.5", "2026-09", { cacheWrite: M, cacheWriteHour: M }))).toEqual([
      ["cacheWriteHour", "5", 500, "no-hour-price"],
    ]);
  });
});

test("every tier of the data applies on the day it begins", () => {
  for (const tier of data.tiers) {
    const spells = tieredSpellsOf(prices, { kind: "model", provider: tier.provider, model: tier.model });
    const there = spells.filter(({ tiers: { long, hour } }) => long?.id === tier.id || hour?.id === tier.id);
    expect(there.map(({ from }) => from)[0], tier.id).toBe(tier.date);
  }
});
