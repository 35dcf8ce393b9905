import { noTokens, type Tokens } from "../usage";
import { countOf, daysOf, isYes, plainWriting } from "./cells";
import { focusReading, isFocus } from "./focus";
import { noCharge, type Reading, type ReadRow, type Row, RowCounts, type RowRefusal, type Shape } from "./reading";

/** The exports known by name: whose headings these are; null: nobody's. `models`: names that a text may hold. */
export function knownExport(headings: readonly string[], models: readonly string[]): Reading | null {
  const has = (...names: string[]) => names.every((name) => headings.includes(name));
  if (has("usage_date_utc", "usage_input_tokens_no_cache")) return anthropic;
  if (has("model_permaslug", "tokens_prompt")) return openRouter;
  if (has("model", "input_tokens", "output_tokens") && (has("start_time_iso") || has("start_time"))) {
    return openAi(headings.includes("start_time_iso") ? "start_time_iso" : "start_time");
  }
  return isFocus(headings) ? focusReading(headings, models) : null;
}

/** A file of amounts: a bill needs tokens. */
export const isCosts = (headings: readonly string[]): boolean =>
  headings.some((name) => /^(amount_value|cost_usd|billedcost|effectivecost)$/i.test(name)) &&
  !headings.some((name) => /token|consumedquantity|prompt|completion/i.test(name));

interface Known {
  readonly shape: Shape;
  readonly day: string;
  readonly model: string;
  readonly columns: readonly string[];
  readonly tokensOf: (row: Row, counts: RowCounts) => Tokens;
  readonly promptOf?: (row: Row, tokens: Tokens) => number | null;
  readonly requests?: string;
}

function reading({ shape, day, model, columns, tokensOf, promptOf, requests }: Known): Reading {
  const read = (row: Row): ReadRow => {
    const counts = new RowCounts(row, (cell) => countOf(cell, plainWriting));
    const tokens = tokensOf(row, counts);
    const name = (row[model] ?? "").trim();
    if (name === "" && counts.total === 0 && !counts.refusal) return { kind: "blank" }; // a day without usage
    const refused = (refusal: RowRefusal): ReadRow => ({ kind: "refused", refusal, tokens: counts.total });
    const on = daysOf(row[day] ?? "", plainWriting);
    if (on === null) return refused({ code: "no-day", given: (row[day] ?? "").slice(0, 40) });
    if (name === "") return refused({ code: "no-model" });
    if (counts.refusal) return refused(counts.refusal);
    const asked = requests ? countOf(row[requests] ?? "", plainWriting) : null;
    const usage = {
      ...on,
      model: name,
      tokens,
      prompt: promptOf?.(row, tokens) ?? null,
      requests: asked,
      charge: noCharge,
    };
    return { kind: "usage", usage };
  };
  return { shape, columns, read };
}

const inBatch = (tokens: Tokens, batch: boolean): Tokens =>
  batch ? { ...tokens, batchInput: tokens.input, batchOutput: tokens.output } : tokens;

const promptIn = ({ input, cachedInput, cacheWrite }: Tokens): number => input + cachedInput + cacheWrite;

/** Tells requests of more than 200,000 tokens apart by `context_window`. */
const LONG_WINDOW = 200_000;

const anthropic = reading({
  shape: "anthropic",
  day: "usage_date_utc",
  model: "model_version",
  columns: [
    "usage_date_utc",
    "model_version",
    "usage_type",
    "context_window",
    "usage_input_tokens_no_cache",
    "usage_input_tokens_cache_write",
    "usage_input_tokens_cache_write_5m",
    "usage_input_tokens_cache_write_1h",
    "usage_input_tokens_cache_read",
    "usage_output_tokens",
  ],
  tokensOf: (row, counts) => {
    const cacheWriteHour = counts.of("usage_input_tokens_cache_write_1h");
    const minutes = counts.of("usage_input_tokens_cache_write") + counts.of("usage_input_tokens_cache_write_5m");
    const tokens = {
      ...noTokens,
      input: counts.of("usage_input_tokens_no_cache"),
      cachedInput: counts.of("usage_input_tokens_cache_read"),
      cacheWrite: minutes + cacheWriteHour,
      cacheWriteHour,
      output: counts.of("usage_output_tokens"),
    };
    return inBatch(tokens, /batch/i.test(row.usage_type ?? ""));
  },
  promptOf: ({ context_window: window = "" }) =>
    /^0-200k$/i.test(window.trim()) ? 0 : /^200k-/i.test(window.trim()) ? LONG_WINDOW + 1 : null,
});

/** Cached tokens are inside `input_tokens` here. */
const openAi = (day: string): Reading =>
  reading({
    shape: "openai",
    day,
    model: "model",
    requests: "num_model_requests",
    columns: [
      day,
      "model",
      "batch",
      "service_tier",
      "num_model_requests",
      "input_tokens",
      "output_tokens",
      "input_cached_tokens",
    ],
    tokensOf: (row, counts) => {
      const [cachedInput, input] = [counts.inside("input_cached_tokens"), counts.of("input_tokens")];
      if (cachedInput > input) counts.refusal ??= { code: "cached-over-input", cached: cachedInput, input };
      const tokens = { ...noTokens, input: input - cachedInput, cachedInput, output: counts.of("output_tokens") };
      return inBatch(tokens, isYes(row.batch ?? "") || /batch/i.test(row.service_tier ?? ""));
    },
    promptOf: ({ num_model_requests: requests }, tokens) => (requests?.trim() === "1" ? promptIn(tokens) : null),
  });

/** A row for each request. Reasoning is inside completion, and billed as such. */
const openRouter = reading({
  shape: "openrouter",
  day: "created_at",
  model: "model_permaslug",
  columns: ["created_at", "model_permaslug", "tokens_prompt", "tokens_completion", "tokens_reasoning"],
  tokensOf: (_row, counts) => {
    const [output, reasoning] = [counts.of("tokens_completion"), counts.inside("tokens_reasoning")];
    if (reasoning > output) counts.refusal ??= { code: "reasoning-over-output", reasoning, output };
    return { ...noTokens, input: counts.of("tokens_prompt"), output, reasoning };
  },
  promptOf: (_row, tokens) => promptIn(tokens),
});
