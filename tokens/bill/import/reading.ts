import { MOST_TOKENS, noTokens, plusTokens, type Tokens, tokensIn, type Usage } from "../usage";
import type { Period } from "./cells";

/** Whose export a file is, told by its headings. `columns`: the reader said which column is what. */
export const shapes = ["anthropic", "openai", "openrouter", "focus", "columns"] as const;
export type Shape = (typeof shapes)[number];

/** The cells of one row by heading. */
export type Row = Readonly<Record<string, string>>;

/** Why a row is left out, with what decided it. */
export type RowRefusal =
  | { readonly code: "no-day"; readonly given: string }
  | { readonly code: "day-in-future"; readonly given: string; readonly today: string }
  | { readonly code: "before-first-price"; readonly given: string; readonly first: string }
  | { readonly code: "no-model" }
  | { readonly code: "not-a-count"; readonly column: string; readonly given: string }
  | { readonly code: "too-many-tokens"; readonly most: number }
  | { readonly code: "cached-over-input"; readonly cached: number; readonly input: number }
  | { readonly code: "reasoning-over-output"; readonly reasoning: number; readonly output: number }
  | { readonly code: "cells"; readonly cells: number; readonly headings: number }
  | { readonly code: "no-json" }
  | { readonly code: "not-usage"; readonly given: string }
  | { readonly code: "unit-not-tokens"; readonly given: string }
  | { readonly code: "unknown-kind"; readonly given: string };
export type RowCode = RowRefusal["code"];

/**
 * What a file says that usage cost, in billionths of its currency; null: it does not say. `list` and `contracted` are the
 * seller's own, as FOCUS has them beside what was billed.
 */
export interface Charge {
  readonly currency: string; // "USD"
  readonly billed: bigint | null;
  readonly list: bigint | null;
  readonly contracted: bigint | null;
}

export const noCharge: Charge = { currency: "USD", billed: null, list: null, contracted: null };

/** An amount that one part does not tell is told by none of the whole. */
const plusAmount = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a + b);

export const plusCharge = (a: Charge, b: Charge): Charge => ({
  currency: a.currency,
  billed: plusAmount(a.billed, b.billed),
  list: plusAmount(a.list, b.list),
  contracted: plusAmount(a.contracted, b.contracted),
});

/** What one row says, of one day or of the days of a longer period. */
export interface RowUsage extends Period {
  readonly model: string;
  readonly tokens: Tokens;
  /** The prompt of each request in it, in tokens, where the file tells it; null: it does not. */
  readonly prompt: number | null;
  readonly requests: number | null;
  readonly charge: Charge;
}

/** `tokens` of a refused row: those of its counts that can be read. */
export type ReadRow =
  | { readonly kind: "usage"; readonly usage: RowUsage }
  | { readonly kind: "blank" }
  | { readonly kind: "refused"; readonly refusal: RowRefusal; readonly tokens: number };

export interface Reading {
  readonly shape: Shape;
  /** The only columns that are looked at. */
  readonly columns: readonly string[];
  readonly read: (row: Row) => ReadRow;
}

/** What days and prompts are held against. */
export interface Bounds {
  readonly today: string;
  readonly firstPrice: string;
  /** Prompts beyond which some model costs more, shortest first. */
  readonly lengths: readonly number[];
}

/** Tokens of one model over the days that rows name, in one currency, by the length of their prompts. */
export interface ExportedUsage extends Period {
  readonly model: string;
  /** `above` 0: shorter than every length, or of unknown length. */
  readonly byLength: readonly { readonly above: number; readonly tokens: Tokens }[];
  /** Tokens of requests whose length the file does not tell. */
  readonly unknownLength: number;
  readonly requests: number | null;
  readonly charge: Charge;
}

/** As a model bills it that charges more for prompts above `above`; null: it does not. */
export function usageOf({ byLength }: ExportedUsage, above: number | null): Usage {
  const sum = (long: boolean) =>
    byLength
      .filter((part) => (above !== null && part.above >= above) === long)
      .reduce((all, { tokens }) => plusTokens(all, tokens), noTokens);
  return { ...sum(false), long: sum(true) };
}

export interface RefusedRow {
  readonly row: number; // as a spreadsheet counts them: the headings are row 1
  readonly refusal: RowRefusal;
}

/** A file, read: every row is in `read`, `blank` or `refused`. */
export interface ReadFile {
  readonly shape: Shape;
  readonly lines: readonly ExportedUsage[]; // by first day, then model
  readonly columns: readonly string[];
  readonly rows: { readonly read: number; readonly blank: number; readonly refused: number };
  readonly tokens: { readonly read: number; readonly refused: number };
  readonly refused: readonly RefusedRow[]; // the first of them
  readonly refusedByCode: Readonly<Partial<Record<RowCode, number>>>;
}

export const LISTED_REFUSALS = 1000;

/** Sums rows as they come, so that a file of any size is held in the size of its answer. */
export class UsageSums {
  private readonly lines = new Map<string, MutableLine>();
  private readonly rows = { read: 0, blank: 0, refused: 0 };
  private readonly tokens = { read: 0, refused: 0 };
  private readonly refused: RefusedRow[] = [];
  private readonly byCode: Partial<Record<RowCode, number>> = {};

  constructor(
    private readonly reading: Reading,
    private readonly bounds: Bounds,
  ) {}

  add(row: Row, no: number): void {
    const read = this.reading.read(row);
    if (read.kind === "blank") this.rows.blank++;
    else if (read.kind === "refused") this.refuse(no, read.refusal, read.tokens);
    else {
      const tokens = tokensIn(read.usage.tokens);
      const refusal = outside(read.usage.from, this.bounds) ?? this.tooMany(tokens);
      if (refusal) this.refuse(no, refusal, tokens);
      else this.take(read.usage);
    }
  }

  refuse(row: number, refusal: RowRefusal, tokens = 0): void {
    this.rows.refused++;
    this.tokens.refused += tokens;
    this.byCode[refusal.code] = (this.byCode[refusal.code] ?? 0) + 1;
    if (this.refused.length < LISTED_REFUSALS) this.refused.push({ row, refusal });
  }

  result(): ReadFile {
    const inOrder = [...this.lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
    return {
      shape: this.reading.shape,
      columns: this.reading.columns,
      lines: inOrder.map(({ byLength, ...line }) => ({
        ...line,
        byLength: [...byLength].map(([above, tokens]) => ({ above, tokens })),
      })),
      rows: this.rows,
      tokens: this.tokens,
      refused: this.refused,
      refusedByCode: this.byCode,
    };
  }

  /** A whole file stays within what one bill may be made of, so that its total is exact. */
  private tooMany(tokens: number): RowRefusal | null {
    return this.tokens.read + tokens > MOST_TOKENS ? { code: "too-many-tokens", most: MOST_TOKENS } : null;
  }

  private take({ from, to, model, tokens, prompt, requests, charge }: RowUsage): void {
    const key = `${from} ${to} ${model} ${charge.currency}`;
    const before = this.lines.get(key);
    const line = before ?? { from, to, model, byLength: new Map(), unknownLength: 0, requests: null, charge };
    this.lines.set(key, line);
    const above = prompt === null ? 0 : (this.bounds.lengths.findLast((length) => prompt > length) ?? 0);
    line.byLength.set(above, plusTokens(line.byLength.get(above) ?? noTokens, tokens));
    if (prompt === null) line.unknownLength += tokensIn(tokens);
    if (requests !== null) line.requests = (line.requests ?? 0) + requests;
    if (before) line.charge = plusCharge(line.charge, charge);
    this.rows.read++;
    this.tokens.read += tokensIn(tokens);
  }
}

type MutableLine = { -readonly [Key in keyof Omit<ExportedUsage, "byLength">]: ExportedUsage[Key] } & {
  byLength: Map<number, Tokens>;
};

/** A month that has begun is not in the future. */
function outside(day: string, { today, firstPrice }: Bounds): RowRefusal | null {
  if (day > today) return { code: "day-in-future", given: day, today };
  if (day < firstPrice) return { code: "before-first-price", given: day, first: firstPrice };
  return null;
}

/** The counts of one row: the first that cannot be read decides. */
export class RowCounts {
  refusal: RowRefusal | null = null;
  total = 0;

  constructor(
    private readonly row: Row,
    private readonly countOf: (cell: string) => number | null,
  ) {}

  /** Tokens apart from all others. */
  of(column: string | undefined): number {
    const count = this.inside(column);
    this.total += count;
    return count;
  }

  /** Tokens that another column counts too. */
  inside(column: string | undefined): number {
    if (column === undefined) return 0;
    const given = this.row[column] ?? "";
    const count = this.countOf(given);
    if (count === null) this.refusal ??= { code: "not-a-count", column, given: given.slice(0, 40) };
    return count ?? 0;
  }
}
