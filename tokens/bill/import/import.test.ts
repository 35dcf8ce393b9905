import { describe, expect, test } from "vitest";
import { noTokens, noUsage } from "../usage";
import { countOf, dayOf, daysOf } from "./cells";
import { isCosts, knownExport } from "./exports";
import { tokensAUnit } from "./focus";
import { guessMapping, isData, isPersonal } from "./guess";
import { type Mapping, mappedReading, missingFields } from "./mapping";
import { type Bounds, LISTED_REFUSALS, type ReadFile, type Reading, type Row, UsageSums, usageOf } from "./reading";

const bounds: Bounds = { today: "2026-09-23", firstPrice: "2023-03-01", lengths: [128_000, 200_000, 272_000] };
const models = ["gpt-5.5", "gpt-5.5-pro", "claude-opus-4-5"];

function parsed(csv: string): { headings: string[]; rows: Row[] } {
  const [headings, ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));
  return { headings, rows: rows.map((cells) => Object.fromEntries(headings.map((name, i) => [name, cells[i] ?? ""]))) };
}

function summed(reading: Reading, rows: readonly Row[]): ReadFile {
  const sums = new UsageSums(reading, bounds);
  for (const [i, row] of rows.entries()) sums.add(row, i + 2);
  return sums.result();
}

function exported(csv: string): ReadFile {
  const { headings, rows } = parsed(csv);
  const reading = knownExport(headings, models);
  if (!reading) throw new Error("nobody's export");
  return summed(reading, rows);
}

describe("an export known by name", () => {
  const head =
    "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens";

  test("of Anthropic: writes of an hour apart, batches by type, long requests by the context window", () => {
    const file = exported(`${head}
      2026-05-03,claude-opus-4-5,sk-secret,main,standard,0-200k,1000,200,50,5000,300
      2026-05-03,claude-opus-4-5,sk-secret,main,batch,0-200k,10,0,0,0,4
      2026-05-03,claude-opus-4-5,sk-secret,main,standard,200k-1M,700000,0,0,0,9`);
    expect(file.shape).toBe("anthropic");
    expect(file.columns).not.toContain("api_key");
    const [line] = file.lines;
    expect(usageOf(line, 200_000)).toEqual({
      ...noUsage,
      input: 1010,
      cacheWrite: 250,
      cacheWriteHour: 50,
      cachedInput: 5000,
      output: 304,
      batchInput: 10,
      batchOutput: 4,
      long: { ...noTokens, input: 700_000, output: 9 },
    });
    expect(usageOf(line, null).long).toEqual(noTokens);
    expect(line.unknownLength).toBe(0);
  });

  test("of OpenAI: cached tokens are inside input, days without usage are blank, one request tells its length", () => {
    const file =
      exported(`start_time_iso,project_id,num_model_requests,api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens
      2026-05-03T00:00:00,proj,3,key,gpt-5.5,false,default,9000,500,4000
      2026-05-04T00:00:00,,,,,,,,,
      2026-05-03T00:00:00,proj,1,key,gpt-5.5,false,default,300000,10,0
      2026-05-06T00:00:00,proj,1,key,gpt-5.5,false,default,5,10,6`);
    expect(file.rows).toEqual({ read: 2, blank: 1, refused: 1 });
    expect(file.refused).toEqual([{ row: 5, refusal: { code: "cached-over-input", cached: 6, input: 5 } }]);
    const [line] = file.lines;
    expect(usageOf(line, 271_999)).toMatchObject({
      input: 5000,
      cachedInput: 4000,
      long: { input: 300_000, output: 10 },
    });
    expect([line.requests, line.unknownLength]).toEqual([4, 9500]);
  });

  test("of OpenRouter: a row is a request, and reasoning is inside completion", () => {
    const file =
      exported(`generation_id,created_at,cost_total,tokens_prompt,tokens_completion,tokens_reasoning,model_permaslug,provider_name
      gen-1,2026-06-01T10:00:00Z,0.01,800,200,150,anthropic/claude-opus-4.5,Anthropic
      gen-2,2026-06-01T10:00:00Z,0.01,200001,1,0,anthropic/claude-opus-4.5,Anthropic`);
    expect(usageOf(file.lines[0], 200_000)).toEqual({
      ...noUsage,
      input: 800,
      output: 200,
      reasoning: 150,
      long: { ...noTokens, input: 200_001, output: 1 },
    });
  });

  test("keeps the days of its rows apart, as the prices of days may differ", () => {
    const head = "start_time_iso,model,num_model_requests,input_tokens,output_tokens";
    const file = exported(`${head}\n2026-05-03T00:00:00,gpt-5.5,1,5,0\n2026-05-04T00:00:00,gpt-5.5,1,6,0`);
    expect(file.lines.map(({ from, to, byLength }) => [from, to, byLength[0].tokens.input])).toEqual([
      ["2026-05-03", "2026-05-03", 5],
      ["2026-05-04", "2026-05-04", 6],
    ]);
  });

  test("of costs alone is told apart from usage", () => {
    expect(isCosts(["start_time", "amount_value", "line_item"])).toBe(true);
    expect(isCosts(["date", "model", "input_tokens", "cost_usd"])).toBe(false);
  });
});

describe("FOCUS cost and usage", () => {
  const focus = (rows: string) =>
    exported(
      `ChargePeriodStart,ChargeCategory,ServiceName,SkuId,SkuMeter,ConsumedQuantity,ConsumedUnit,BilledCost,BillingCurrency\n${rows}`,
    );

  test("one kind of token a row: of which model and which kind is told by the text of its SKU", () => {
    const file = focus(`2026-05-03T00:00:00Z,Usage,API,gpt-5.5-pro,Input Tokens,2000,Tokens,0.06,USD
      2026-05-03T00:00:00Z,Usage,API,gpt-5.5-pro,CachedInputTokens,3,1000 Tokens,0.001,USD
      2026-05-03T00:00:00Z,Usage,API,gpt-5.5-pro,Output Tokens,0.5,1M Tokens,90,USD
      2026-05-03T00:00:00Z,Usage,API,gpt-5.5-pro,Reasoning output,100,Tokens,0.018,USD
      2026-05-03T00:00:00Z,Usage,API,claude-opus-4-5,Cache Write 1h,70,Tokens,0,USD
      2026-05-03T00:00:00Z,Usage,API,claude-opus-4-5,Batch input tokens,80,Tokens,0,USD`);
    expect(file.shape).toBe("focus");
    expect(file.refused).toEqual([]);
    const [claude, gpt] = file.lines;
    expect(usageOf(gpt, null)).toEqual({ ...noUsage, input: 2000, cachedInput: 3000, output: 500_100, reasoning: 100 });
    expect(usageOf(claude, null)).toEqual({
      ...noUsage,
      cacheWrite: 70,
      cacheWriteHour: 70,
      input: 80,
      batchInput: 80,
    });
    expect(gpt.charge).toEqual({ currency: "USD", billed: 90_079_000_000n, list: null, contracted: null });
  });

  test("the model may stand in SkuPriceDetails, a name nobody lists as well", () => {
    const reading = knownExport(["ChargePeriodStart", "BilledCost", "ConsumedQuantity", "SkuPriceDetails"], models);
    const row = {
      ChargePeriodStart: "2026-05-03T00:00:00Z",
      BilledCost: "1",
      ConsumedQuantity: "5",
      ConsumedUnit: "Tokens",
      SkuPriceDetails: '{"ModelName": "house-model", "TokenType": "output"}',
    };
    expect(reading?.read(row)).toMatchObject({ kind: "usage", usage: { model: "house-model", tokens: { output: 5 } } });
  });

  test("what is no usage, not counted in tokens, or of no known kind or model is refused, each by its own code", () => {
    const file = focus(`2026-05-03T00:00:00Z,Tax,API,tax,,,,1,USD
      2026-05-03T00:00:00Z,Usage,API,search,Searches,7,Requests,1,USD
      2026-05-03T00:00:00Z,Usage,API,gpt-5.5,Embeddings,7,Tokens,1,USD
      2026-05-03T00:00:00Z,Usage,API,unlisted,Input tokens,7,Tokens,1,USD
      soon,Usage,API,gpt-5.5,Input tokens,7,Tokens,1,USD`);
    expect(file.refused.map(({ row, refusal: { code } }) => [row, code])).toEqual([
      [2, "not-usage"],
      [3, "unit-not-tokens"],
      [4, "unknown-kind"],
      [5, "no-model"],
      [6, "no-day"],
    ]);
    expect([file.rows.read, file.tokens]).toEqual([0, { read: 0, refused: 21 }]);
  });

  test.each([
    ["Tokens", 1],
    ["1000 Tokens", 1000],
    ["1M tokens", 1e6],
    ["Million Tokens", 1e6],
    ["K-Tokens", 1000],
    ["GB-Hours", null],
    ["", null],
  ])("the unit %s is %s tokens", (unit, tokens) => {
    expect(tokensAUnit(unit)).toBe(tokens);
  });
});

describe("a column mapped by the reader", () => {
  const plain: Mapping = {
    columns: { date: "when", model: "what", input: "in", output: "out" },
    decimal: ".",
    days: "day-first",
    unit: 1,
    cachedInside: false,
    reasoningInside: true,
  };
  const row = (cells: Partial<Row>): Row =>
    ({ when: "2026-05-03", what: "gpt-5.5", in: "100", out: "10", ...cells }) as Row;
  const readAs = (mapping: Partial<Mapping>, ...rows: Row[]) => summed(mappedReading({ ...plain, ...mapping }), rows);

  test("is read as said; date, model, input and output are needed", () => {
    expect(usageOf(readAs({}, row({})).lines[0], null)).toEqual({ ...noUsage, input: 100, output: 10 });
    expect(missingFields({ ...plain, columns: { date: "when" } })).toEqual(["model", "input", "output"]);
  });

  test("cached input inside input is taken out of it; beside, it is not", () => {
    const columns = { ...plain.columns, cachedInput: "hit" };
    const inside = readAs({ columns, cachedInside: true }, row({ hit: "60" }));
    expect(usageOf(inside.lines[0], null)).toMatchObject({ input: 40, cachedInput: 60 });
    const beside = readAs({ columns }, row({ hit: "160" }));
    expect(usageOf(beside.lines[0], null)).toMatchObject({ input: 100, cachedInput: 160 });
    expect(readAs({ columns, cachedInside: true }, row({ hit: "160" })).refused[0].refusal).toEqual({
      code: "cached-over-input",
      cached: 160,
      input: 100,
    });
  });

  test("reasoning beside output is billed as output too", () => {
    const columns = { ...plain.columns, reasoning: "thought" };
    const beside = readAs({ columns, reasoningInside: false }, row({ thought: "30" }));
    expect(usageOf(beside.lines[0], null)).toMatchObject({ output: 40, reasoning: 30 });
  });

  test("a row of one request tells whether its prompt is long; rows of several do not", () => {
    const columns = { ...plain.columns, requests: "n" };
    const file = readAs({ columns }, row({ in: "300000", n: "1" }), row({ in: "900000", n: "2" }));
    expect(usageOf(file.lines[0], 272_000)).toMatchObject({ input: 900_000, long: { input: 300_000 } });
    expect(file.lines[0]).toMatchObject({ requests: 3, unknownLength: 900_010 });
  });

  test("every row is read, blank, or refused with its number and reason; none is dropped in silence", () => {
    const file = readAs(
      {},
      row({}),
      row({ when: "yesterday" }),
      row({ when: "2026-09-24" }),
      row({ when: "2023-02-28" }),
      row({ what: "" }),
      row({ in: "many" }),
      row({ what: "", in: "", out: "" }),
    );
    expect(file.rows).toEqual({ read: 1, blank: 1, refused: 5 });
    expect(file.refused).toEqual([
      { row: 3, refusal: { code: "no-day", given: "yesterday" } },
      { row: 4, refusal: { code: "day-in-future", given: "2026-09-24", today: "2026-09-23" } },
      { row: 5, refusal: { code: "before-first-price", given: "2023-02-28", first: "2023-03-01" } },
      { row: 6, refusal: { code: "no-model" } },
      { row: 7, refusal: { code: "not-a-count", column: "in", given: "many" } },
    ]);
    expect(file.tokens).toEqual({ read: 110, refused: 4 * 110 + 10 });
  });

  test("of very many refused rows the first are listed and all are counted", () => {
    const bad = Array.from({ length: LISTED_REFUSALS + 5 }, () => row({ when: "?" }));
    const file = readAs({}, ...bad);
    expect([file.refused.length, file.rows.refused, file.refusedByCode]).toEqual([
      LISTED_REFUSALS,
      LISTED_REFUSALS + 5,
      { "no-day": LISTED_REFUSALS + 5 },
    ]);
  });
});

describe("a first guess", () => {
  const guessOf = (csv: string, delimiter = ",") => {
    const { headings, rows } = parsed(csv);
    return guessMapping(headings, rows, delimiter);
  };

  test("goes by names, the narrower kinds first, and leaves money and people alone", () => {
    const { columns, cachedInside } =
      guessOf(`created_at,user,model_name,prompt_tokens,prompt_tokens_details.cached_tokens,completion_tokens,reasoning_tokens,total_cost,requests
      2026-05-03,ann,gpt-5.5,100,40,10,4,0.5,1`);
    expect(columns).toEqual({
      date: "created_at",
      model: "model_name",
      input: "prompt_tokens",
      cachedInput: "prompt_tokens_details.cached_tokens",
      output: "completion_tokens",
      reasoning: "reasoning_tokens",
      requests: "requests",
    });
    expect(cachedInside).toBe(true);
  });

  test("goes by values where names say nothing: the larger count is what goes in", () => {
    expect(guessOf("a,b,c,d\n2026-05-03,gpt-5.5,10,900\n2026-05-04,claude-opus-4-5,20,800").columns).toEqual({
      date: "a",
      model: "b",
      output: "c",
      input: "d",
    });
  });

  test("understands Chinese headings", () => {
    expect(guessOf("日期,模型,输入词元,缓存命中,输出词元\n2026-05-03,gpt-5.5,100,40,10").columns).toEqual({
      date: "日期",
      model: "模型",
      input: "输入词元",
      cachedInput: "缓存命中",
      output: "输出词元",
    });
  });

  test("tells the unit by the heading, month first by a day over twelve, a decimal comma by semicolons", () => {
    expect(guessOf("date,model,input (M),output (M)\n05/23/2026,gpt-5.5,1.5,0.2")).toMatchObject({
      unit: 1e6,
      days: "month-first",
      decimal: ".",
    });
    expect(guessOf("date,model,input,output\n23.05.2026,gpt-5.5,1.234.567,2", ";")).toMatchObject({
      days: "day-first",
      decimal: ",",
    });
  });

  test("cached tokens stand beside input if a row has more of them", () => {
    expect(guessOf("date,model,input,cached,output\n2026-05-03,gpt-5.5,100,400,10").cachedInside).toBe(false);
  });

  test("does not show keys and people", () => {
    expect(["api_key", "user_email", "organization_name", "projectId", "model_name", "input"].map(isPersonal)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("a first row with a count or a day in it is no headings", () => {
    expect([isData(["2026-05-03", "gpt-5.5", "100", "10"]), isData(["date", "model", "input", "output"])]).toEqual([
      true,
      false,
    ]);
  });
});

describe("a cell", () => {
  test.each([
    ["1,234,567", ".", 1, 1_234_567],
    ["1.234.567", ",", 1, 1_234_567],
    ["1 234 567", ".", 1, 1_234_567],
    ["1'234'567", ".", 1, 1_234_567],
    ["12.0", ".", 1, 12],
    ["1.5", ".", 1e6, 1_500_000],
    ["1,5", ",", 1000, 1500],
    ["2e3", ".", 1, 2000],
    ["", ".", 1, 0],
    ["1.5", ".", 1, null],
    ["1,5", ".", 1, null],
    ["-3", ".", 1, null],
    ["0x10", ".", 1, null],
    ["1e20", ".", 1, null],
  ] as const)("%s with %s in units of %s is %s", (cell, decimal, unit, count) => {
    expect(countOf(cell, { decimal, unit })).toBe(count);
  });

  test.each([
    ["2026-05-03T10:00:00Z", "2026-05-03"],
    ["2026/5/3", "2026-05-03"],
    ["20260503", "2026-05-03"],
    ["2026-05", "2026-05-01"],
    ["2026年5月3日", "2026-05-03"],
    ["1777766400", "2026-05-03"],
    ["1777766400000", "2026-05-03"],
    ["3 May 2026", "2026-05-03"],
    ["May 3, 2026", "2026-05-03"],
    ["May 2026", "2026-05-01"],
    ["03/05/2026", "2026-05-03"],
    ["31/02/2026", null],
    ["2026-13-01", null],
    ["yesterday", null],
    ["", null],
  ])("%s is the day %s", (cell, day) => {
    expect(dayOf(cell, { days: "day-first" })).toBe(day);
  });

  test("names one day, or all of a month", () => {
    const plain = { days: "day-first" } as const;
    expect(daysOf("2026-05-01", plain)).toEqual({ from: "2026-05-01", to: "2026-05-01" });
    for (const month of ["2026-05", "May 2026", "2026年5月"]) {
      expect(daysOf(month, plain)).toEqual({ from: "2026-05-01", to: "2026-05-31" });
    }
  });

  test("with slashes, the reader says whether the day or the month is first", () => {
    expect(dayOf("03/05/2026", { days: "month-first" })).toBe("2026-03-05");
  });
});
