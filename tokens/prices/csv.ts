/** RFC 4180: cells may be quoted, a quote inside is doubled. Line numbers are those an editor shows. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let start = 1;
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: start, cells });
    cells = [];
    cell = "";
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quoted) {
      if (c === "\n") line++;
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') cell += source[i++];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      cells.push(cell);
      cell = "";
    } else if (c === "\n") {
      endRow();
      start = ++line;
    } else cell += c;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}

export const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => quotedIfNeeded(cell === null ? "" : String(cell))).join(",");

/** A cell that a spreadsheet would take for a formula gets an apostrophe: sources are other people's text. */
function quotedIfNeeded(cell: string): string {
  const safe = /^[=@+]/.test(cell) || /^-[^\d.]/.test(cell) ? `'${cell}` : cell;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
