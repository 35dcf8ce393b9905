/** Tokens, whole. Cached and cache-written tokens are apart from `input`; the four "of" are inside. */
export interface Tokens {
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly cacheWriteHour: number; // of cacheWrite: kept for an hour, not for minutes
  readonly output: number;
  readonly reasoning: number; // of output: thought, not shown, billed all the same
  readonly batchInput: number; // of input
  readonly batchOutput: number; // of output
}

/** What a month used: in requests of usual length, and apart from those in requests with a long prompt. */
export interface Usage extends Tokens {
  readonly long: Tokens;
}

export const tokenKinds = ["input", "cachedInput", "cacheWrite", "cacheWriteHour", "output", "reasoning"] as const;
export type TokenKind = (typeof tokenKinds)[number];
export const percentFields = ["batchPercent", "longPercent"] as const;
export type PercentField = (typeof percentFields)[number];
export type UsageField = TokenKind | PercentField;

export const noTokens: Tokens = {
  input: 0,
  cachedInput: 0,
  cacheWrite: 0,
  cacheWriteHour: 0,
  output: 0,
  reasoning: 0,
  batchInput: 0,
  batchOutput: 0,
};

export const noUsage: Usage = { ...noTokens, long: noTokens };

export const MOST_TOKENS = 1e15;

export type UsageRefusal =
  | { readonly reason: "not-a-count"; readonly field: UsageField; readonly given: string }
  | { readonly reason: "too-many"; readonly field: TokenKind; readonly given: string; readonly most: number }
  | { readonly reason: "over-100-percent"; readonly field: PercentField; readonly percent: number }
  | { readonly reason: "reasoning-over-output"; readonly reasoning: number; readonly output: number }
  | { readonly reason: "hour-over-cache-write"; readonly hour: number; readonly cacheWrite: number };

/** Usage as a person types it: tokens with or without thousands separators, or "1.5M", "800k", "2B"; shares in percent. */
export type UsageTexts = Readonly<Record<UsageField, string>>;

export type ReadUsage =
  | { readonly ok: true; readonly usage: Usage }
  | { readonly ok: false; readonly refusals: readonly UsageRefusal[] };

export function readUsage(texts: UsageTexts): ReadUsage {
  const refusals: UsageRefusal[] = [];
  const counts: Record<string, number> = {};
  for (const field of tokenKinds) {
    const count = tokenCount(texts[field]);
    if (count === null) refusals.push({ reason: "not-a-count", field, given: texts[field] });
    else if (count > MOST_TOKENS) refusals.push({ reason: "too-many", field, given: texts[field], most: MOST_TOKENS });
    else counts[field] = count;
  }
  const percents: Record<string, number> = {};
  for (const field of percentFields) {
    const percent = /^\s*\d{1,9}\s*%?\s*$/.test(texts[field]) ? Number.parseInt(texts[field], 10) : null;
    if (percent === null) refusals.push({ reason: "not-a-count", field, given: texts[field] });
    else if (percent > 100) refusals.push({ reason: "over-100-percent", field, percent });
    else percents[field] = percent;
  }
  const { input, output, reasoning, cacheWrite, cacheWriteHour } = counts;
  if (reasoning > output) refusals.push({ reason: "reasoning-over-output", reasoning, output });
  if (cacheWriteHour > cacheWrite) refusals.push({ reason: "hour-over-cache-write", hour: cacheWriteHour, cacheWrite });
  if (refusals.length > 0) return { ok: false, refusals };
  const { batchPercent, longPercent } = percents;
  const batch = { batchInput: percentOf(input, batchPercent), batchOutput: percentOf(output, batchPercent) };
  return { ok: true, usage: split({ ...noTokens, ...counts, ...batch }, longPercent) };
}

/** `percent` of each kind is in long requests. What is inside stays inside, on both sides. */
function split(all: Tokens, percent: number): Usage {
  const long = each(all, (tokens) => percentOf(tokens, percent));
  return { ...each(all, (tokens, kind) => tokens - long[kind]), long };
}

const scales: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6, b: 1e9 };

/** Null: not a number of tokens. An empty field is none. */
function tokenCount(text: string): number | null {
  const [, digits, unit] = /^\s*([\d,]*\.?\d*)\s*([kmb]?)\s*$/i.exec(text) ?? [];
  if (digits === undefined || (digits === "" && unit !== "") || digits === ".") return null;
  const count = Number(digits.replaceAll(",", "")) * scales[unit.toLowerCase()];
  return Number.isFinite(count) ? Math.round(count) : null;
}

/** Whole tokens, half up. Exact, so that a part is never more than its whole. */
const percentOf = (tokens: number, percent: number): number =>
  Number((BigInt(tokens) * BigInt(percent) * 2n + 100n) / 200n);

const kinds = Object.keys(noTokens) as (keyof Tokens)[];

const each = (tokens: Tokens, change: (count: number, kind: keyof Tokens) => number): Tokens =>
  Object.fromEntries(kinds.map((kind) => [kind, change(tokens[kind], kind)])) as unknown as Tokens;

export const plusTokens = (a: Tokens, b: Tokens): Tokens => each(a, (count, kind) => count + b[kind]);

export const plus = (a: Usage, b: Usage): Usage => ({ ...plusTokens(a, b), long: plusTokens(a.long, b.long) });

/** Every kind times `percent` / 100, in whole tokens, half up. */
export const scaled = (usage: Usage, percent: number): Usage => ({
  ...each(usage, (count) => percentOf(count, percent)),
  long: each(usage.long, (count) => percentOf(count, percent)),
});

export const tokensIn = ({ input, cachedInput, cacheWrite, output }: Tokens): number =>
  input + cachedInput + cacheWrite + output;

export const totalTokens = (usage: Usage): number => tokensIn(usage) + tokensIn(usage.long);
