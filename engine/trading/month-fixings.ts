import type { Hash } from "../digest";

/** The fixings of one benchmark's current month: the known part of its final settlement (6.3). */
export class MonthFixings {
  levels: number[] = [];

  constructor(
    /** "2026-10" */
    public month: string,
    /** Trading days of a month. */
    private readonly daysIn: (month: string) => number,
  ) {}

  begin(month: string): void {
    this.month = month;
    this.levels = [];
  }

  add(level: number): void {
    this.levels.push(level);
  }

  of(month: string): { known: number; total: number; sum: number } {
    const total = this.daysIn(month);
    if (month !== this.month) return { known: 0, total, sum: 0 };
    let sum = 0;
    for (const level of this.levels) sum += level;
    return { known: this.levels.length, total, sum };
  }

  hashInto(hash: Hash): void {
    hash.text(this.month).numbers(this.levels);
  }
}
