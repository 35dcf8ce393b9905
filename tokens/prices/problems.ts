/** What is wrong with a row of a data file: shown by `npm run check-prices`, and why a start stops. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

export const inWords = ({ file, line, column, reason }: Problem): string =>
  `${file}, row ${line}${column ? `, ${column}` : ""}: ${reason}`;

/** Collects every problem, so that a file is corrected in one go. */
export class Problems {
  readonly found: Problem[] = [];

  constructor(readonly file: string) {}

  add(line: number, column: string | null, reason: string): void {
    this.found.push({ file: this.file, line, column, reason });
  }
}
