import { describe, expect, test } from "vitest";
import { matchModel } from "./model-names";

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
