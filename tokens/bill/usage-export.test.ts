import { describe, expect, test } from "vitest";
import { matchModel } from "./model-names";
import { noUsage } from "./usage";
import { type ReadExport, readExport, shapeOf } from "./usage-export";

/** Rows as a CSV parser gives them. */
function read(csv: string): ReadExport {
  const [headings, ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));
  const found = shapeOf(headings);
  if (!found.ok) throw new Error(found.refusal.reason);
  const kept = rows.map((cells) =>
    Object.fromEntries(headings.flatMap((name, i) => (found.shape.columns.includes(name) ? [[name, cells[i]]] : []))),
  );
  const result = readExport(found.shape, headings, kept);
  if ("reason" in result) throw new Error(result.reason);
  return result;
}

describe("an export of usage", () => {
  test("of Anthropic: cache writes of both lengths together, batches by type, keys and workspaces dropped", () => {
    const result =
      read(`usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens
      2026-05-03,claude-opus-4-5-20251101,sk-secret,main,standard,0-200k,1000,200,50,5000,300
      2026-05-04,claude-opus-4-5-20251101,sk-secret,main,batch,0-200k,10,0,0,0,4`);
    expect(result.shape).toBe("anthropic");
    expect(result.dropped).toEqual(["api_key", "workspace", "context_window"]);
    expect(result.lines).toEqual([
      {
        month: "2026-05",
        model: "claude-opus-4-5-20251101",
        usage: {
          input: 1010,
          cacheWrite: 250,
          cachedInput: 5000,
          output: 304,
          reasoning: 0,
          batchInput: 10,
          batchOutput: 4,
        },
      },
    ]);
  });

  test("of OpenAI: cached tokens are inside input, days without usage are blank", () => {
    const result =
      read(`start_time,end_time,start_time_iso,end_time_iso,project_id,num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens
      1777766400,1777852800,2026-05-03T00:00:00,2026-05-04T00:00:00,proj,3,user,key,gpt-5.5,false,default,9000,500,4000
      1777852800,1777939200,2026-05-04T00:00:00,2026-05-05T00:00:00,,,,,,,,,,`);
    expect(result.lines).toEqual([
      { month: "2026-05", model: "gpt-5.5", usage: { ...noUsage, input: 5000, cachedInput: 4000, output: 500 } },
    ]);
    expect(result.unread).toEqual([]);
    expect(result.dropped).toContain("user_id");
    expect(result.dropped).toContain("api_key_id");
  });

  test("of OpenRouter: reasoning is inside completion", () => {
    const result =
      read(`generation_id,created_at,cost_total,tokens_prompt,tokens_completion,tokens_reasoning,model_permaslug,provider_name
      gen-1,2026-06-01T10:00:00Z,0.01,800,200,150,anthropic/claude-opus-4.5,Anthropic`);
    expect(result.lines[0].usage).toEqual({ ...noUsage, input: 800, output: 200, reasoning: 150 });
  });

  test("with headings of one's own, in millions", () => {
    const result = read(`month,model,input (M),output (M),cached\n2026-06,gpt-5,1.5,0.25,2`);
    expect([result.unit, result.lines[0].usage.input, result.lines[0].usage.cachedInput]).toEqual([
      1e6, 1_500_000, 2_000_000,
    ]);
  });

  test("says which lines could not be read, and leaves them out", () => {
    const result = read("date,model,input,output\n2026-06-01,gpt-5,1,1\nyesterday,gpt-5,1,1\n2026-06-02,gpt-5,many,1");
    expect([result.unread, result.lines[0].usage.input]).toEqual([[3, 4], 1]);
  });

  test("of costs, or of nothing known, is refused", () => {
    expect(shapeOf(["start_time", "amount_value", "line_item"])).toEqual({
      ok: false,
      refusal: { reason: "costs-not-tokens" },
    });
    expect(shapeOf(["a", "b"])).toMatchObject({ ok: false, refusal: { reason: "unknown-columns", given: ["a", "b"] } });
  });
});

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
