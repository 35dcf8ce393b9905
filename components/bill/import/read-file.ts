import { isCosts, knownExport } from "@/tokens/bill/import/exports";
import { guessMapping, isPersonal } from "@/tokens/bill/import/guess";
import { type Mapping, mappedReading } from "@/tokens/bill/import/mapping";
import {
  type Bounds,
  type ReadFile,
  type Reading,
  type Row,
  type Shape,
  UsageSums,
} from "@/tokens/bill/import/reading";
import { readRows, type Source, Unreadable } from "./file-rows";

/** What reading needs of the page: all of it is in the reader's browser. */
export interface Reference extends Bounds {
  /** Names of models that a text may hold. */
  readonly models: readonly string[];
}

/** A first look at a file: whose it is, or which column may be what. */
export interface Look {
  readonly headings: readonly string[];
  /** Told by its headings; null: the reader has to say. */
  readonly known: Exclude<Shape, "columns"> | null;
  readonly guess: Mapping;
  /** The rows that were guessed from; cells of keys and people are empty. */
  readonly sample: readonly Row[];
  readonly hidden: readonly string[];
}

const ROWS_TO_GUESS_FROM = 200;

export async function lookAt(source: Source, { models }: Reference): Promise<Look> {
  let head = { headings: [] as readonly string[], delimiter: "," };
  const rows: Row[] = [];
  await readRows(source, {
    onHead: (found) => {
      head = found;
    },
    onRow: (one) => {
      if ("row" in one) rows.push(one.row);
      return rows.length < ROWS_TO_GUESS_FROM;
    },
    onShare: () => {},
  });
  const { headings, delimiter } = head;
  if (rows.length === 0) throw new Unreadable({ code: "no-rows" });
  const known = knownExport(headings, models)?.shape ?? null;
  if (known === null && isCosts(headings)) throw new Unreadable({ code: "costs-not-tokens" });
  const hidden = headings.filter(isPersonal);
  return {
    headings,
    known: known === "columns" ? null : known,
    guess: guessMapping(headings, rows, delimiter),
    sample: rows.map((row) =>
      Object.fromEntries(headings.map((name) => [name, hidden.includes(name) ? "" : (row[name] ?? "")])),
    ),
    hidden,
  };
}

/** Reads all of it, as the export it is, or as the reader says. */
export async function readFile(
  source: Source,
  mapping: Mapping | null,
  reference: Reference,
  onProgress: (share: number) => void,
): Promise<ReadFile> {
  let sums: UsageSums | null = null;
  await readRows(source, {
    onHead: ({ headings }) => {
      const reading: Reading | null = mapping ? mappedReading(mapping) : knownExport(headings, reference.models);
      if (!reading) throw new Unreadable({ code: "unreadable", reason: headings.join(", ") });
      sums = new UsageSums(reading, reference);
    },
    onRow: (one) => {
      if ("row" in one) sums?.add(one.row, one.no);
      else sums?.refuse(one.no, one.refusal);
      return true;
    },
    onShare: onProgress,
  });
  if (!sums) throw new Unreadable({ code: "no-rows" });
  return (sums as UsageSums).result();
}
