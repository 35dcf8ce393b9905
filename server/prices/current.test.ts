import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { currentPrice, currentPrices, currentSource } from "./current";
import { currentEdition } from "./data";

const noon = new Date("2026-11-20T12:00:00Z");

test("a model's price by kind of token, with its day and where it is from", async () => {
  const price = await currentPrice("anthropic", "claude-opus-5-5", noon);
  expect(price?.rates).toEqual({ input: 4, output: 20, cachedInput: 0.2, cacheWrite: 5, cacheWriteHour: 8 });
  expect(price?.source).toEqual({ tag: "genai-prices", version: "0.1.8", date: "2026-09-23", licence: "MIT" });
  expect(price?.pages[0]).toMatch(/^https:/);
});

test("the version named beside a price is the version installed", () => {
  const entry = createRequire(import.meta.url).resolve("@pydantic/genai-prices");
  const installed = JSON.parse(readFileSync(entry.replace(/dist\/.*$/, "package.json"), "utf8"));
  expect(installed.version).toBe(currentSource.version);
});

test("the unit price is the small prompt's; that of long ones stands beside it", async () => {
  const price = await currentPrice("openai", "gpt-5.5", noon);
  expect(price?.rates).toEqual({ input: 5, output: 30, cachedInput: 0.5 });
  expect(price?.longContext).toEqual({ above: 271_999, rates: { input: 10, output: 45, cachedInput: 1 } });
});

test("peak hours stand beside the off-peak price, and did not exist before their day", async () => {
  const atPeak = new Date("2026-11-20T02:00:00Z");
  const price = await currentPrice("deepseek", "deepseek-v4-pro", atPeak);
  expect(price).toMatchObject({
    since: "2026-08-17",
    rates: { input: 0.66, output: 1.98 },
    peak: { hours: ["01:00–04:00", "06:00–10:00"], rates: { input: 1.32, output: 3.96 } },
  });
  const before = await currentPrice("deepseek", "deepseek-v4-pro", new Date("2026-08-10T02:00:00Z"));
  expect(before?.rates).toMatchObject({ input: 0.435, output: 0.87 });
});

test("a step announced for a later day is scheduled until it comes", async () => {
  const price = await currentPrice("google", "gemini-3.8-flash", noon);
  expect(price?.rates).toMatchObject({ input: 0.75, output: 3.75 });
  expect(price?.scheduled).toEqual([{ from: "2027-01-01", rates: { input: 1.5, output: 7.5, cachedInput: 0.15 } }]);
  const later = await currentPrice("google", "gemini-3.8-flash", new Date("2027-01-01T00:00:00Z"));
  expect(later).toMatchObject({ since: "2027-01-01", rates: { input: 1.5 }, scheduled: [] });
});

test("what the package does not know is no price", async () => {
  expect(await currentPrice("alibaba", "qwen3.7-max", noon)).toBeNull();
  expect(await currentPrice("anthropic", "gpt-5.5", noon)).toBeNull();
  expect(await currentPrice("nobody", "gpt-5.5", noon)).toBeNull();
});

test("the curated prices of the last day are the current ones", async () => {
  const pairs = [
    ["openai", "gpt-6-sol"],
    ["openai", "gpt-6-luna"],
    ["anthropic", "claude-opus-5-5"],
    ["xai", "grok-4.5"],
    ["moonshotai", "kimi-k3"],
    ["minimax", "minimax-m3"],
    ["zai", "glm-5.3"],
    ["deepseek", "deepseek-v4-flash"],
  ];
  for (const [provider, model] of pairs) {
    const current = await currentPrice(provider, model, noon);
    const ours = currentEdition().history.effectiveOn({ provider, model }, "2026-09-23")?.prices;
    expect([model, current?.rates.input, current?.rates.output]).toEqual([
      model,
      ours?.input.value,
      ours?.output.value,
    ]);
  }
});

test("all current prices are positive, with output no cheaper than a tenth of input", async () => {
  const all = await currentPrices(noon);
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(({ rates }) => !(rates.input > 0 && rates.output >= rates.input / 10))).toEqual([]);
});
