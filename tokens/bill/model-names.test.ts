import { describe, expect, test } from "vitest";
import { loadPriceData } from "@/server/prices/load";
import { PriceHistory } from "@/tokens/prices/history";
import { matchModel, modelsByName } from "./model-names";

describe("the model that an export means", () => {
  const listed = [
    { provider: "google", model: "claude-opus-4.5", from: "2026-01-01", to: "2026-01-01", steps: 1 },
    { provider: "anthropic", model: "claude-opus-4-5-20251101", from: "2025-11-01", to: "2025-11-01", steps: 1 },
    { provider: "openai", model: "gpt-4o", from: "2024-05-13", to: "2024-05-13", steps: 1 },
  ];
  test.each([
    ["claude-opus-4-5-20251101", "anthropic", "claude-opus-4-5-20251101"],
    ["google/claude-opus-4.5", "google", "claude-opus-4.5"],
    ["openai/gpt-4o-2024-08-06", "openai", "gpt-4o"],
    ["GPT-4o", "openai", "gpt-4o"],
  ])("%s is %s's %s", (exported, provider, model) => {
    expect(matchModel(exported, listed)).toMatchObject({ provider, model });
  });

  test("is none when nothing is like it", () => {
    expect(matchModel("my-own-model", listed)).toBeNull();
  });
});

describe("the names of one model", () => {
  const data = loadPriceData();
  const history = new PriceHistory([...data.slotPrices, ...data.points]);
  const models = modelsByName(history);

  test("stand under one of them, with the others beside", () => {
    const haiku = models.filter(({ model, aliases }) => [model, ...aliases].includes("claude-haiku-4-5"));
    expect(haiku.filter(({ provider }) => provider === "anthropic")).toEqual([
      {
        provider: "anthropic",
        model: "claude-haiku-4-5",
        aliases: ["claude-4.5-haiku", "claude-haiku-4-5-20251001", "claude-haiku-4.5"],
      },
    ]);
  });

  test("are two models where a day has two prices: gpt-4o of May 2024 stayed dearer than the one of August", () => {
    const named = models.filter(({ provider, model }) => provider === "openai" && /^gpt-4o-2024-05-13$/.test(model));
    expect(named).toHaveLength(1);
  });

  test("have their words in any order, but not their numbers: a preview of 6 May is none of 5 June", () => {
    const listed = models.map(({ model }) => model);
    expect(listed).toContain("gemini-1.5-pro");
    expect(listed).not.toContain("gemini-pro-1.5");
    expect(listed).toEqual(expect.arrayContaining(["gemini-2.5-pro-preview-05-06", "gemini-2.5-pro-preview-06-05"]));
  });

  test("are all there, each once", () => {
    const names = models.flatMap(({ provider, model, aliases }) =>
      [model, ...aliases].map((one) => `${provider}/${one}`),
    );
    expect(names.toSorted()).toEqual(
      history
        .models()
        .map(({ provider, model }) => `${provider}/${model}`)
        .sort(),
    );
    expect(models.length).toBeLessThan(names.length);
  });
});
