import { describe, expect, test } from "vitest";
import { guessMapping } from "./guess";

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
