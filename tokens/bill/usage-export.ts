import { isMonth } from "@/tokens/prices/dates";
import { noUsage, plus, type Usage } from "./usage";

/** Whose export a table is, told by its headings. `columns` is a table with headings of somebody's own. */
export type ExportShape = "anthropic" | "openai" | "openrouter" | "columns";

/** Tokens of one model in one month. */
export interface ExportedUsage {
  readonly month: string;
  readonly model: string;
  readonly usage: Usage;
}

export interface ReadExport {
  readonly shape: ExportShape;
  readonly lines: readonly ExportedUsage[]; // by month, then model
  /** Headings that were left out before anything else: keys, people, projects, and whatever a bill does not need. */
  readonly dropped: readonly string[];
  readonly rows: number;
  /** Rows without a date or tokens that can be read: line, as an editor shows it. */
  readonly unread: readonly number[];
  /** What one unit of the token columns is. */
  readonly unit: number;
}

export type ExportRefusal =
  | { readonly reason: "costs-not-tokens" } // an export of amounts
  | { readonly reason: "unknown-columns"; readonly needed: readonly string[]; readonly given: readonly string[] }
  | { readonly reason: "no-rows" };

type Row = Readonly<Record<string, string>>;

interface Shape {
  readonly shape: ExportShape;
  readonly date: string;
  readonly model: string;
  readonly columns: readonly string[]; // the only ones that are read
  readonly unit: number;
  readonly usageOf: (row: Row, count: (column: string) => number) => Usage;
}

/**
 * Which columns of a table are read. Call this with the headings alone, and read no other column: names and keys are then
 * never looked at.
 */
export function shapeOf(
  headings: readonly string[],
): { readonly ok: true; readonly shape: Shape } | { readonly ok: false; readonly refusal: ExportRefusal } {
  const has = (...names: string[]) => names.every((name) => headings.includes(name));
  if (has("usage_date_utc", "usage_input_tokens_no_cache")) return { ok: true, shape: anthropic };
  if (has("model_permaslug", "tokens_prompt")) return { ok: true, shape: openRouter };
  if (has("model", "input_tokens", "output_tokens") && (has("start_time_iso") || has("start_time"))) {
    return { ok: true, shape: openAi(headings.includes("start_time_iso") ? "start_time_iso" : "start_time") };
  }
  const found = ownColumns(headings);
  if (found) return { ok: true, shape: found };
  const costs = headings.some((name) => /^(amount_value|cost_usd|billedcost|effectivecost)$/i.test(name));
  return {
    ok: false,
    refusal: costs
      ? { reason: "costs-not-tokens" }
      : { reason: "unknown-columns", needed: ["date", "model", "input", "output"], given: headings },
  };
}

/** Sums the rows by month and model. `rows` hold the columns of the shape; the first is line 2. */
export function readExport(
  shape: Shape,
  headings: readonly string[],
  rows: readonly Row[],
): ReadExport | ExportRefusal {
  if (rows.length === 0) return { reason: "no-rows" };
  const sums = new Map<string, ExportedUsage>();
  const unread: number[] = [];
  rows.forEach((row, i) => {
    const month = monthOf(row[shape.date] ?? "");
    const model = (row[shape.model] ?? "").trim();
    const counts = new Counts(row, shape.unit);
    const usage = shape.usageOf(row, (column) => counts.of(column));
    if (model === "" && counts.total === 0) return; // the blank rows of days without usage
    if (month === null || model === "" || counts.wrong) {
      unread.push(i + 2);
      return;
    }
    const key = `${month} ${model}`;
    sums.set(key, { month, model, usage: plus(sums.get(key)?.usage ?? noUsage, usage) });
  });
  const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  const dropped = headings.filter((name) => !shape.columns.includes(name));
  return { shape: shape.shape, lines, dropped, rows: rows.length, unread, unit: shape.unit };
}

/** The numbers of a row; an empty cell is none. */
class Counts {
  wrong = false;
  total = 0;

  constructor(
    private readonly row: Row,
    private readonly unit: number,
  ) {}

  of(column: string): number {
    const text = (this.row[column] ?? "").replaceAll(",", "").trim();
    const count = text === "" ? 0 : Math.round(Number(text) * this.unit);
    if (!Number.isSafeInteger(count) || count < 0) {
      this.wrong = true;
      return 0;
    }
    this.total += count;
    return count;
  }
}

/** "2026-05-03…", or seconds since 1970 as OpenAI writes them. */
function monthOf(text: string): string | null {
  const month = /^\d{9,10}$/.test(text) ? new Date(Number(text) * 1000).toISOString().slice(0, 7) : text.slice(0, 7);
  return isMonth(month) ? month : null;
}

const inBatch = (usage: Usage, batch: boolean): Usage =>
  batch ? { ...usage, batchInput: usage.input, batchOutput: usage.output } : usage;

const anthropic: Shape = {
  shape: "anthropic",
  date: "usage_date_utc",
  model: "model_version",
  unit: 1,
  columns: [
    "usage_date_utc",
    "model_version",
    "usage_type",
    "usage_input_tokens_no_cache",
    "usage_input_tokens_cache_write",
    "usage_input_tokens_cache_write_5m",
    "usage_input_tokens_cache_write_1h",
    "usage_input_tokens_cache_read",
    "usage_output_tokens",
  ],
  usageOf: (row, count) =>
    inBatch(
      {
        ...noUsage,
        input: count("usage_input_tokens_no_cache"),
        cachedInput: count("usage_input_tokens_cache_read"),
        cacheWrite:
          count("usage_input_tokens_cache_write") +
          count("usage_input_tokens_cache_write_5m") +
          count("usage_input_tokens_cache_write_1h"),
        output: count("usage_output_tokens"),
      },
      /batch/i.test(row.usage_type ?? ""),
    ),
};

/** Cached tokens are inside `input_tokens` here. */
const openAi = (date: string): Shape => ({
  shape: "openai",
  date,
  model: "model",
  unit: 1,
  columns: [date, "model", "batch", "service_tier", "input_tokens", "output_tokens", "input_cached_tokens"],
  usageOf: (row, count) => {
    const cachedInput = count("input_cached_tokens");
    const usage = {
      ...noUsage,
      input: Math.max(0, count("input_tokens") - cachedInput),
      cachedInput,
      output: count("output_tokens"),
    };
    return inBatch(usage, /^(true|1|yes)$/i.test(row.batch ?? "") || /batch/i.test(row.service_tier ?? ""));
  },
});

/** Reasoning is inside completion, and billed as such. */
const openRouter: Shape = {
  shape: "openrouter",
  date: "created_at",
  model: "model_permaslug",
  unit: 1,
  columns: ["created_at", "model_permaslug", "tokens_prompt", "tokens_completion", "tokens_reasoning"],
  usageOf: (_row, count) => {
    const output = count("tokens_completion");
    return {
      ...noUsage,
      input: count("tokens_prompt"),
      output,
      reasoning: Math.min(output, count("tokens_reasoning")),
    };
  },
};

/** Headings of somebody's own: date or month, model, input, output, and cached if there is one; "(K)" and "(M)" are read. */
function ownColumns(headings: readonly string[]): Shape | null {
  const find = (pattern: RegExp) => headings.find((name) => pattern.test(name));
  const date = find(/^(date|day|month|usage_date|period)$/i);
  const model = find(/^model(_name|_id)?$/i);
  const input = find(/^(input|prompt)\b|^(input|prompt)_?tokens/i);
  const output = find(/^(output|completion)\b|^(output|completion)_?tokens/i);
  if (!date || !model || !input || !output) return null;
  const cached = find(/^cached?(_read|_input|_tokens|\b)/i);
  const unit = /\b(m|mtok|million)\b/i.test(input) ? 1e6 : /\b(k|thousand)\b/i.test(input) ? 1e3 : 1;
  return {
    shape: "columns",
    date,
    model,
    unit,
    columns: [date, model, input, output, ...(cached ? [cached] : [])],
    usageOf: (_row, count) => ({
      ...noUsage,
      input: count(input),
      cachedInput: cached ? count(cached) : 0,
      output: count(output),
    }),
  };
}
