import Papa from "papaparse";
import { isData } from "@/tokens/bill/import/guess";
import type { Row, RowRefusal } from "@/tokens/bill/import/reading";

/** Text that was pasted, or a file that was opened. */
export type Source = string | File;

/** A file that is none of usage at all. */
export type FileRefusal =
  | { readonly code: "no-rows" }
  | { readonly code: "not-text"; readonly name: string }
  | { readonly code: "costs-not-tokens" }
  | { readonly code: "unreadable"; readonly reason: string };

/** A row as it comes: its cells by heading, or why there are none. */
export type FileRow =
  | { readonly no: number; readonly row: Row }
  | { readonly no: number; readonly refusal: RowRefusal };

export interface FileHead {
  readonly headings: readonly string[];
  readonly delimiter: string; // "" of JSON
}

export interface Listener {
  readonly onHead: (head: FileHead) => void;
  /** False: that is enough. */
  readonly onRow: (row: FileRow) => boolean;
  /** How much of the source has been read, 0 to 1. */
  readonly onShare: (share: number) => void;
}

export class Unreadable extends Error {
  override name = "Unreadable";
  constructor(readonly refusal: FileRefusal) {
    super(refusal.code);
  }
}

const FIRST_LOOK = 64 * 1024;
const A_CHUNK = 1024 * 1024;

/** Reads a table or lines of JSON from beginning to end, a chunk at a time, and tells of each row. */
export async function readRows(source: Source, listener: Listener): Promise<void> {
  const start = typeof source === "string" ? source.slice(0, FIRST_LOOK) : await source.slice(0, FIRST_LOOK).text();
  const begins = start.replace(/^\uFEFF/, "").trimStart();
  // A workbook, a PDF, a picture: what is no text has a zero in it, and a workbook begins as an archive does.
  if (start.includes("\0") || begins.startsWith("PK\u0003\u0004")) {
    throw new Unreadable({ code: "not-text", name: typeof source === "string" ? "" : source.name });
  }
  if (begins === "") throw new Unreadable({ code: "no-rows" });
  if (begins.startsWith("[")) return readObjects(await textOf(source), listener);
  return begins.startsWith("{") ? readJsonLines(source, listener) : readTable(source, listener);
}

const textOf = async (source: Source): Promise<string> => (typeof source === "string" ? source : source.text());

function readTable(source: Source, { onHead, onRow, onShare }: Listener): Promise<void> {
  const size = typeof source === "string" ? source.length : source.size;
  return new Promise((resolve, reject) => {
    let headings: readonly string[] | null = null;
    let no = 0;
    const take = (cells: readonly string[]): boolean => {
      no++;
      if (!headings) {
        if (cells.every((cell) => cell.trim() === "")) return true; // lines above the headings
        const first = cells.map((cell) => cell.replace(/^\uFEFF/, "").trim());
        headings = isData(first) ? first.map((_, i) => `#${i + 1}`) : named(first);
        onHead({ headings, delimiter });
        if (!isData(first)) return true;
      }
      if (cells.every((cell) => cell.trim() === "")) return true;
      const [given, wanted] = [cells.length, headings.length];
      const isWhole = given === wanted || (given > wanted && cells.slice(wanted).every((cell) => cell.trim() === ""));
      return onRow(
        isWhole
          ? { no, row: rowOf(headings.map((name, i) => [name, cells[i]])) }
          : { no, refusal: { code: "cells", cells: given, headings: wanted } },
      );
    };
    let delimiter = ",";
    const config = {
      chunkSize: A_CHUNK,
      skipEmptyLines: false as const,
      chunk: ({ data, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        delimiter = meta.delimiter;
        if (!data.every(take)) parser.abort();
        onShare(Math.min(1, meta.cursor / size));
      },
      complete: () => (headings ? resolve() : reject(new Unreadable({ code: "no-rows" }))),
      error: (error: Error) => reject(error),
    };
    if (typeof source === "string") Papa.parse<string[]>(source, config);
    else Papa.parse<string[]>(source, config);
  });
}

/** A heading that is empty or there twice is told apart by its place. */
function named(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  return headings.map((name, i) => {
    let own = name === "" ? `#${i + 1}` : name;
    while (seen.has(own)) own = `${own} #${i + 1}`;
    seen.add(own);
    return own;
  });
}

async function readJsonLines(source: Source, listener: Listener): Promise<void> {
  const objects = new Objects(listener);
  const stream = typeof source === "string" ? new Blob([source]).stream() : source.stream();
  const size = typeof source === "string" ? source.length : source.size;
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let read = 0;
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      if (objects.takeLine(line)) continue;
      await reader.cancel();
      return;
    }
    read += value?.length ?? 0;
    listener.onShare(Math.min(1, read / size));
    if (done) break;
  }
  objects.finish();
}

function readObjects(text: string, listener: Listener): void {
  const objects = new Objects(listener);
  let list: unknown;
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Unreadable({ code: "unreadable", reason: (error as Error).message });
  }
  for (const one of list as unknown[]) if (!objects.take(one)) return;
  objects.finish();
}

const ENOUGH_FOR_HEADINGS = 100;

/** Objects as rows. The headings are all keys of the first hundred; one that comes later is left out. */
class Objects {
  private no = 0;
  private waiting: FileRow[] | null = [];

  constructor(private readonly listener: Listener) {}

  takeLine(line: string): boolean {
    if (line.trim() === "") {
      this.no++;
      return true;
    }
    let one: unknown;
    try {
      one = JSON.parse(line.replace(/^\uFEFF/, ""));
    } catch {
      one = null;
    }
    return this.take(one);
  }

  take(one: unknown): boolean {
    const no = ++this.no;
    const cells = typeof one === "object" && one !== null ? flat(one as Record<string, unknown>, DEEPEST) : null;
    return this.give(cells ? { no, row: rowOf(cells) } : { no, refusal: { code: "no-json" } });
  }

  finish(): void {
    if (this.waiting === null) return;
    const { waiting } = this;
    this.waiting = null;
    const headings = new Set(waiting.flatMap((one) => ("row" in one ? Object.keys(one.row) : [])));
    if (headings.size === 0) throw new Unreadable({ code: "no-rows" });
    this.listener.onHead({ headings: [...headings], delimiter: "" });
    for (const one of waiting) if (!this.listener.onRow(one)) return;
  }

  private give(row: FileRow): boolean {
    if (this.waiting === null) return this.listener.onRow(row);
    this.waiting.push(row);
    if (this.waiting.length >= ENOUGH_FOR_HEADINGS) this.finish();
    return true;
  }
}

/** A row has the cells that were given and no other: "constructor" is a heading like any. */
const rowOf = (cells: readonly (readonly [heading: string, cell: string])[]): Row =>
  Object.setPrototypeOf(Object.fromEntries(cells), null);

const DEEPEST = 20;

/** {"usage": {"prompt_tokens": 5}} has the heading "usage.prompt_tokens". Null: nobody counts tokens so deep inside. */
function flat(object: Record<string, unknown>, deepest: number, before = ""): [string, string][] | null {
  if (deepest === 0) return null;
  const cells: [string, string][] = [];
  for (const [key, value] of Object.entries(object)) {
    const name = `${before}${key}`;
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const inner = flat(value as Record<string, unknown>, deepest - 1, `${name}.`);
      if (!inner) return null;
      cells.push(...inner);
    } else cells.push([name, value === null || value === undefined ? "" : textOfCell(value)]);
  }
  return cells;
}

const textOfCell = (value: unknown): string => (Array.isArray(value) ? JSON.stringify(value) : String(value));
