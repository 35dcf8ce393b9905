import { noTokens } from "../usage";
import { countOf, daysOf, isYes, type Writing } from "./cells";
import { noCharge, type Reading, type ReadRow, type Row, RowCounts, type RowRefusal } from "./reading";

/** What a column may be. */
export const mapFields = [
  "date",
  "model",
  "input",
  "cachedInput",
  "cacheWrite",
  "cacheWriteHour",
  "output",
  "reasoning",
  "requests",
  "batch",
] as const;
export type MapField = (typeof mapFields)[number];
export const neededFields = ["date", "model", "input", "output"] as const satisfies readonly MapField[];

/** Which column is what, and how its cells are written. The reader may change any of it. */
export interface Mapping extends Writing {
  readonly columns: Readonly<Partial<Record<MapField, string>>>;
  /** Cached tokens are counted in the input too. */
  readonly cachedInside: boolean;
  /** Reasoning is counted in the output too. */
  readonly reasoningInside: boolean;
}

/** What is still to be said, if anything. */
export const missingFields = ({ columns }: Mapping): MapField[] => neededFields.filter((field) => !columns[field]);

export function mappedReading(mapping: Mapping): Reading {
  const { columns } = mapping;
  return {
    shape: "columns",
    columns: mapFields.flatMap((field) => columns[field] ?? []),
    read: (row) => readMapped(row, mapping),
  };
}

function readMapped(row: Row, mapping: Mapping): ReadRow {
  const { columns, cachedInside, reasoningInside } = mapping;
  const counts = new RowCounts(row, (cell) => countOf(cell, mapping));
  const all = counts.of(columns.input);
  const cachedInput = cachedInside ? counts.inside(columns.cachedInput) : counts.of(columns.cachedInput);
  const minutes = counts.of(columns.cacheWrite);
  const cacheWriteHour = counts.of(columns.cacheWriteHour);
  const said = counts.of(columns.output);
  const reasoning = reasoningInside ? counts.inside(columns.reasoning) : counts.of(columns.reasoning);
  const model = cellOf(row, columns.model);
  if (model === "" && counts.total === 0 && !counts.refusal) return { kind: "blank" };
  const refused = (refusal: RowRefusal): ReadRow => ({ kind: "refused", refusal, tokens: counts.total });
  const date = cellOf(row, columns.date);
  const days = daysOf(date, mapping);
  if (days === null) return refused({ code: "no-day", given: date.slice(0, 40) });
  if (model === "") return refused({ code: "no-model" });
  if (counts.refusal) return refused(counts.refusal);
  const requests =
    columns.requests === undefined ? null : countOf(cellOf(row, columns.requests), { decimal: ".", unit: 1 });
  if (columns.requests !== undefined && requests === null) {
    return refused({
      code: "not-a-count",
      column: columns.requests,
      given: cellOf(row, columns.requests).slice(0, 40),
    });
  }
  if (cachedInside && cachedInput > all) return refused({ code: "cached-over-input", cached: cachedInput, input: all });
  if (reasoningInside && reasoning > said) {
    return refused({ code: "reasoning-over-output", reasoning, output: said });
  }
  const input = cachedInside ? all - cachedInput : all;
  const output = reasoningInside ? said : said + reasoning;
  const cacheWrite = minutes + cacheWriteHour;
  const batch = columns.batch !== undefined && isYes(cellOf(row, columns.batch));
  const tokens = {
    ...noTokens,
    input,
    cachedInput,
    cacheWrite,
    cacheWriteHour,
    output,
    reasoning,
    batchInput: batch ? input : 0,
    batchOutput: batch ? output : 0,
  };
  // A prompt's length is known where a row is one request.
  const prompt = requests === 1 ? input + cachedInput + cacheWrite : null;
  return { kind: "usage", usage: { ...days, model, tokens, prompt, requests, charge: noCharge } };
}

const cellOf = (row: Row, column: string | undefined): string =>
  column === undefined ? "" : (row[column] ?? "").trim();
