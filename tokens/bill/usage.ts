/** Tokens of one month, whole. Cached and cache-written tokens are apart from `input`; the three "of which" are inside. */
export interface Usage {
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number; // of output: thought, not shown, billed all the same
  readonly batchInput: number; // of input
  readonly batchOutput: number; // of output
}

export const tokenKinds = ["input", "cachedInput", "cacheWrite", "output", "reasoning"] as const;
export type TokenKind = (typeof tokenKinds)[number];

export const noUsage: Usage = {
  input: 0,
  cachedInput: 0,
  cacheWrite: 0,
  output: 0,
  reasoning: 0,
  batchInput: 0,
  batchOutput: 0,
};

export const MOST_TOKENS = 1e15;

export type UsageRefusal =
  | { readonly reason: "not-a-count"; readonly field: TokenKind | "batchPercent"; readonly given: string }
  | { readonly reason: "too-many"; readonly field: TokenKind; readonly given: string; readonly most: number }
  | { readonly reason: "over-100-percent"; readonly percent: number }
  | { readonly reason: "reasoning-over-output"; readonly reasoning: number; readonly output: number };

/** Usage as a person types it: tokens with or without thousands separators, or "1.5M", "800k", "2B"; batch in percent. */
export type UsageTexts = Readonly<Record<TokenKind | "batchPercent", string>>;

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
  const percent = /^\s*\d+\s*%?\s*$/.test(texts.batchPercent) ? Number.parseInt(texts.batchPercent, 10) : null;
  if (percent === null) refusals.push({ reason: "not-a-count", field: "batchPercent", given: texts.batchPercent });
  else if (percent > 100) refusals.push({ reason: "over-100-percent", percent });
  const { input, output, reasoning } = counts;
  if (reasoning > output) refusals.push({ reason: "reasoning-over-output", reasoning, output });
  if (refusals.length > 0 || percent === null) return { ok: false, refusals };
  const batch = { batchInput: percentOf(input, percent), batchOutput: percentOf(output, percent) };
  return { ok: true, usage: { ...noUsage, ...counts, ...batch } };
}

const scales: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6, b: 1e9 };

/** Null: not a number of tokens. An empty field is none. */
function tokenCount(text: string): number | null {
  const [, digits, unit] = /^\s*([\d,]*\.?\d*)\s*([kmb]?)\s*$/i.exec(text) ?? [];
  if (digits === undefined || (digits === "" && unit !== "") || digits === ".") return null;
  const count = Number(digits.replaceAll(",", "")) * scales[unit.toLowerCase()];
  return Number.isFinite(count) ? Math.round(count) : null;
}

/** Whole tokens, half up. */
const percentOf = (tokens: number, percent: number): number => Math.round((tokens / 100) * percent);

export const plus = (a: Usage, b: Usage): Usage =>
  Object.fromEntries(
    Object.entries(a).map(([kind, tokens]) => [kind, tokens + b[kind as keyof Usage]]),
  ) as unknown as Usage;

/** Every kind times `percent` / 100, in whole tokens, half up. */
export const scaled = (usage: Usage, percent: number): Usage =>
  Object.fromEntries(
    Object.entries(usage).map(([kind, tokens]) => [kind, percentOf(tokens, percent)]),
  ) as unknown as Usage;

export const totalTokens = ({ input, cachedInput, cacheWrite, output }: Usage): number =>
  input + cachedInput + cacheWrite + output;
