import { parseCsv } from "./csv";
import { isDate, isMonth } from "./dates";
import type { Amount } from "./observation";
import { Problems } from "./problems";

/** A file of rows under known headings, with readers that say what is wrong with a cell. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly problems: Problems;
}

export function readTable(file: string, text: string, columns: readonly string[]): Table {
  const problems = new Problems(file);
  const [head, ...rest] = parseCsv(text);
  if (!head || head.cells.join() !== columns.join()) {
    problems.add(1, null, `the headings must be ${columns.join(",")}`);
    return { rows: [], problems };
  }
  const rows = rest.flatMap(({ line, cells }) => {
    if (cells.length === columns.length) return [new TableRow(line, columns, cells, problems)];
    problems.add(line, null, `has ${cells.length} cells, not ${columns.length}`);
    return [];
  });
  return { rows, problems };
}

export class TableRow {
  readonly file: string;
  private problemsHere = 0;

  constructor(
    readonly line: number,
    private readonly columns: readonly string[],
    private readonly cells: readonly string[],
    private readonly problems: Problems,
  ) {
    this.file = problems.file;
  }

  get isWrong(): boolean {
    return this.problemsHere > 0;
  }

  cell(column: string): string {
    return this.cells[this.columns.indexOf(column)];
  }

  wrong(column: string | null, reason: string): void {
    this.problemsHere++;
    this.problems.add(this.line, column, reason);
  }

  text(column: string): string {
    const text = this.cell(column);
    if (text.trim() === "") this.wrong(column, "is empty");
    else if (text !== text.trim()) this.wrong(column, `"${text}" has spaces around it`);
    return text;
  }

  oneOf<T extends string>(column: string, allowed: readonly T[]): T {
    const text = this.cell(column) as T;
    if (!allowed.includes(text)) this.wrong(column, `"${text}" is none of ${allowed.join(", ")}`);
    return text;
  }

  /** As `oneOf`; an empty cell is null. */
  oneOfOrNone<T extends string>(column: string, allowed: readonly T[]): T | null {
    return this.cell(column) === "" ? null : this.oneOf(column, allowed);
  }

  date(column: string): string {
    const text = this.cell(column);
    if (!isDate(text)) this.wrong(column, `"${text}" is no date such as 2026-09-23`);
    return text;
  }

  month(column: string): string {
    const text = this.cell(column);
    if (!isMonth(text)) this.wrong(column, `"${text}" is no month such as 2026-09`);
    return text;
  }

  /** A positive decimal as written: no sign, no exponent, no thousands separator. */
  amount(column: string): Amount {
    const text = this.cell(column);
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text)) this.wrong(column, `"${text}" is no decimal such as 0.075`);
    else if (value === 0) this.wrong(column, "is zero: free prices are not kept");
    return { text, value };
  }

  amountOrNone(column: string): Amount | null {
    return this.cell(column) === "" ? null : this.amount(column);
  }

  count(column: string): number {
    const text = this.cell(column);
    if (!/^\d+$/.test(text)) this.wrong(column, `"${text}" is no whole number`);
    return Number(text);
  }

  tags(column: string, known: ReadonlySet<string>): string[] {
    const tags = this.text(column).split(" ").filter(Boolean);
    for (const tag of tags) {
      if (!known.has(tag)) this.wrong(column, `"${tag}" is not in sources.json`);
    }
    return tags;
  }
}
