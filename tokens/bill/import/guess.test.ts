import { describe, expect, test } from "vitest";
import { guessCached, guessMapping } from "./guess";
import { mappedReading } from "./mapping";

/** Input with what of it was cached, output with what of it was reasoning; 600M, 100M. */
const rows = (times: number) =>
  [
    [600, 100, 400, 200],
    [700, 100, 500, 100],
    [2000, 500, 2000, 1000],
  ].map((counts) => {
    const [input_tokens, cached_tokens, output_tokens, reasoning_tokens] = counts.map((count) => String(count * times));
    return { day: "2026-08-01", model: "gpt-5.6-sol", input_tokens, cached_tokens, output_tokens, reasoning_tokens };
  });

describe("which column is what is guessed alike", () => {
  test.each([1, 1_000, 1_000_000, 1_000_000_000])("for counts × %d", (times) => {
    const some = rows(times);
    const guessed = guessMapping(Object.keys(some[0]), some, ",");
    expect(guessed.columns).toMatchObject({
      input: "input_tokens",
      cachedInput: "cached_tokens",
      output: "output_tokens",
      reasoning: "reasoning_tokens",
    });
    expect([guessed.cachedInside, guessed.reasoningInside]).toEqual([true, true]);
  });

  test("for millions with a fraction", () => {
    const some = rows(0.001);
    expect(guessMapping(Object.keys(some[0]), some, ",").columns.input).toBe("input_tokens");
  });
});

describe("cached tokens are", () => {
  const row = (input: string, cached: string, counts = ["2000000", "200000"]) => ({
    day: "2026-08-01",
    model: "gpt-5.6-sol",
    [input]: counts[0],
    [cached]: counts[1],
    output: "600000",
  });
  const tokensOf = (some: Record<string, string>) => {
    const read = mappedReading(guessMapping(Object.keys(some), [some], ",")).read(some);
    return read.kind === "usage" ? read.usage.tokens : read;
  };

  test.each([
    "of which cached",
    "davon aus dem Cache",
    "cached_input",
    "input_cached_tokens",
    "prompt_tokens_details.cached_tokens",
  ])("part of input, as OpenAI counts, in a column called %s: 2,600,000 in all, not 2,800,000", (cached) => {
    expect(tokensOf(row("input", cached))).toMatchObject({ input: 1_800_000, cachedInput: 200_000, output: 600_000 });
  });

  test.each([
    ["input_tokens", "cache_read_input_tokens"],
    ["uncached_input", "cached"],
  ])("on top of input, as Anthropic counts, in columns called %s and %s: 2,800,000 in all", (input, cached) => {
    expect(tokensOf(row(input, cached))).toMatchObject({ input: 2_000_000, cachedInput: 200_000, output: 600_000 });
  });

  test("on top of input where a row has more of them, whatever the column is called", () => {
    const columns = { input: "input", cachedInput: "of which cached" };
    const rowsWith = (...counts: string[]) => [row("input", "of which cached", counts)];
    expect(guessCached(columns, rowsWith("5", "6"), ".")).toEqual({ inside: false, why: "more-cached" });
    expect(guessCached(columns, rowsWith("6", "6"), ".")).toEqual({ inside: true, why: "named-inside" });
  });
});
