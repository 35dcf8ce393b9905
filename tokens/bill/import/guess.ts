import { countOf, dayOf, isYes } from "./cells";
import type { MapField, Mapping } from "./mapping";
import type { Row } from "./reading";

/** Names that say what a column is, the most telling first. Matched against "usage prompt tokens details cached tokens". */
const names: Readonly<Record<MapField, readonly RegExp[]>> = {
  date: [
    /\b(date|day|datum|日期)\b|日期/,
    /\b(month|period|timestamp|time|created|started)\b|月份|时间/,
    /\b(start|bucket)\b/,
  ],
  model: [/\b(model|modell)\b|模型/, /\b(deployment|engine)\b/],
  cacheWriteHour: [/\bcache (write|creation).*\b(1h|1 h|1 hour)\b/, /\b1h\b/],
  cacheWrite: [/\bcache (write|writes|creation)\b|缓存写入/, /\b(cache creation|written)\b/],
  cachedInput: [/\bcache (read|hit)\b|\bcached\b|缓存/, /\b(of which|davon|dont|cache)\b/],
  reasoning: [/\b(reasoning|thinking|thoughts?)\b|推理|思考/],
  requests: [/\b(requests?|calls|num model requests)\b|请求/],
  batch: [/\bbatch\b|批量/],
  input: [/\b(uncached|no cache|fresh|non cached)\b/, /\b(input|prompt|eingabe)\b|输入/, /\b(in|sent)\b/],
  output: [/\b(output|completions?|generated|ausgabe)\b|输出/, /\b(out|received)\b/],
};
/** The narrower kinds first: a column of cached input is also one of input. */
const order = [
  "date",
  "model",
  "cacheWriteHour",
  "cacheWrite",
  "cachedInput",
  "reasoning",
  "requests",
  "batch",
  "input",
  "output",
] as const satisfies readonly MapField[];

const MODEL = /\b(gpt|o[134]|claude|gemini|grok|deepseek|mistral|llama|qwen|kimi|glm|command|sonnet|opus|haiku)\b/i;

const plain = (heading: string): string =>
  heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A first idea of which column is what, from names and from the values of some rows. */
export function guessMapping(headings: readonly string[], rows: readonly Row[], delimiter: string): Mapping {
  const cells = new Map(headings.map((name) => [name, rows.map((row) => cellOf(row, name).trim()).filter(Boolean)]));
  const decimal = decimalOf([...cells.values()].flat(), delimiter);
  const most = (name: string, test: (cell: string) => boolean) => {
    const all = cells.get(name) ?? [];
    return all.length === 0 || all.filter(test).length * 2 >= all.length;
  };
  const isCount = (name: string) => most(name, (cell) => sizeOf(cell, decimal) !== null);
  const fits: Readonly<Record<MapField, (name: string) => boolean>> = {
    date: (name) =>
      most(
        name,
        (cell) => dayOf(cell, { days: "day-first" }) !== null || dayOf(cell, { days: "month-first" }) !== null,
      ),
    model: (name) => !isCount(name) || (cells.get(name) ?? []).length === 0,
    batch: () => true,
    input: isCount,
    cachedInput: isCount,
    cacheWrite: isCount,
    cacheWriteHour: isCount,
    output: isCount,
    reasoning: isCount,
    requests: isCount,
  };
  const columns: Partial<Record<MapField, string>> = {};
  const free = () => headings.filter((name) => !Object.values(columns).includes(name));
  const claim = (field: MapField, is: (name: string) => boolean) => {
    const found = columns[field] ?? free().find(is);
    if (found !== undefined) columns[field] = found;
  };
  for (const field of order) {
    for (const pattern of names[field]) {
      claim(field, (name) => pattern.test(plain(name)) && !isMoney(name) && fits[field](name));
    }
  }
  const filled = (name: string) => (cells.get(name) ?? []).length > 0;
  claim("date", (name) => filled(name) && fits.date(name) && !isSmall(cells.get(name)));
  claim("model", (name) => filled(name) && most(name, (cell) => MODEL.test(cell)));
  claim("batch", (name) => (cells.get(name) ?? []).some((cell) => /^batch$/i.test(cell)));
  guessCounts(
    columns,
    free().filter((name) => filled(name) && isCount(name) && !isMoney(name)),
    (name) => (cells.get(name) ?? []).reduce((sum, cell) => sum + (sizeOf(cell, decimal) ?? 0), 0),
  );
  return {
    columns,
    decimal,
    days: daysOf(cells.get(columns.date ?? "") ?? []),
    unit: unitOf(columns.input ?? ""),
    cachedInside: guessCached(columns, rows, decimal).inside,
    reasoningInside: isReasoningInside(columns, rows, decimal),
  };
}

/** Two counts without a telling name: what goes in is more than what comes out. */
function guessCounts(
  columns: Partial<Record<MapField, string>>,
  counts: string[],
  sum: (name: string) => number,
): void {
  const missing = (["input", "output"] as const).filter((field) => !columns[field]);
  if (missing.length === 0 || counts.length !== missing.length) return;
  const bySize = counts.toSorted((a, b) => sum(b) - sum(a));
  for (const [i, field] of missing.entries()) columns[field] = bySize[i];
}

const isMoney = (name: string): boolean =>
  /\b(cost|amount|price|usd|eur|charge|spend|fee)\b|\$|费用|金额/.test(plain(name));

/** "1", "2": no days, though a year may be. */
const isSmall = (cells: readonly string[] = []): boolean => cells.every((cell) => /^\d{1,5}$/.test(cell));

/** "1.234.567" and "12,5" are written with a decimal comma; a file parted by semicolons most likely is. */
function decimalOf(cells: readonly string[], delimiter: string): "." | "," {
  if (cells.some((cell) => /^\d{1,3}(,\d{3}){2,}$|^\d{1,3}(,\d{3})+\.\d+$/.test(cell))) return ".";
  if (cells.some((cell) => /^\d{1,3}(\.\d{3}){2,}$|^\d{1,3}(\.\d{3})+,\d+$/.test(cell))) return ",";
  return delimiter === ";" ? "," : ".";
}

/** A number over twelve can only be a day. Without one, day first, as most of the world writes. */
function daysOf(cells: readonly string[]): Mapping["days"] {
  const parts = cells.flatMap((cell) => {
    const [, a, b] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(cell) ?? [];
    return a ? [[Number(a), Number(b)]] : [];
  });
  return parts.some(([, second]) => second > 12) && !parts.some(([first]) => first > 12) ? "month-first" : "day-first";
}

const unitOf = (heading: string): number => {
  const name = plain(heading);
  return /\b(m|mtok|million|millions)\b/.test(name) ? 1e6 : /\b(k|ktok|thousand|thousands)\b/.test(name) ? 1e3 : 1;
};

/** Whether cached tokens are counted in the input too, and what says so. */
export interface CachedGuess {
  readonly inside: boolean;
  readonly why: "more-cached" | "named-beside" | "named-inside" | "never-more";
}

/** A row with more of it cached decides; then names; else `prompt_tokens` counts what was cached too, as OpenAI's does. */
export function guessCached(
  { input, cachedInput }: Partial<Record<MapField, string>>,
  rows: readonly Row[],
  decimal: "." | ",",
): CachedGuess {
  if (!input || !cachedInput) return { inside: false, why: "named-beside" };
  const [all, part] = [plain(input), plain(cachedInput)];
  if (rows.some((row) => (value(row, cachedInput, decimal) ?? 0) > (value(row, input, decimal) ?? 0))) {
    return { inside: false, why: "more-cached" };
  }
  if (/\b(uncached|no cache|fresh|non cached|miss)\b/.test(all)) return { inside: false, why: "named-beside" };
  if (/\b(of which|davon|dont|details?|cached input|input cached)\b|其中/.test(part)) {
    return { inside: true, why: "named-inside" };
  }
  return /\bcache (read|hit)\b/.test(part)
    ? { inside: false, why: "named-beside" }
    : { inside: true, why: "never-more" };
}

/** Sellers bill reasoning as output and most count it there; where a row has more reasoning than output, it is beside. */
function isReasoningInside(
  { output, reasoning }: Partial<Record<MapField, string>>,
  rows: readonly Row[],
  decimal: "." | ",",
): boolean {
  if (!output || !reasoning) return true;
  return rows.every((row) => (value(row, reasoning, decimal) ?? 0) <= (value(row, output, decimal) ?? 0));
}

const value = (row: Row, column: string, decimal: "." | ","): number | null => sizeOf(cellOf(row, column), decimal);

/** "constructor" is a heading like any, and a row may lack it. */
const cellOf = (row: Row, column: string): string => (Object.hasOwn(row, column) ? row[column] : "");

/** How much a cell says, to compare it with others: a count of tokens of any size, or of millions with a fraction. */
function sizeOf(cell: string, decimal: "." | ","): number | null {
  const whole = countOf(cell, { decimal, unit: 1 });
  return whole === null ? countOf(cell, { decimal, unit: MILLION }) : whole * MILLION;
}

const MILLION = 1_000_000;

/** Columns of keys and people: their cells are not even shown. */
export const isPersonal = (heading: string): boolean =>
  /\b(api key|key|user|email|mail|secret|token id|org|organi[sz]ation|project|workspace|account|name|ip)\b|用户|密钥|邮箱/.test(
    plain(heading),
  ) && !/\bmodel\b/.test(plain(heading));

/** The first row of a file without headings is data: a count or a day stands in it. */
export const isData = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== "" && (sizeOf(cell, ".") ?? 0) > 0) ||
  cells.some((cell) => dayOf(cell, { days: "day-first" }) !== null) ||
  cells.some((cell) => isYes(cell) && !/batch/i.test(cell));
