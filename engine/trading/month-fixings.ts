import type { Hash } from "../digest";

/** The fixings of one benchmark's current month: the known part of its final settlement (6.3). */
export class MonthFixings {
  private readonly levels: number[] = [];
  private sum = 0;
  /** Trading days of the months that were asked for. */
  private readonly totals = new Map<string, number>();

  constructor(
    /** "2026-10" */
    private month: string,
    private readonly daysIn: (month: string) => number,
    levels: readonly number[] = [],
  ) {
    for (const level of levels) this.add(level);
  }

  begin(month: string): void {
    this.month = month;
    this.levels.length = 0;
    this.sum = 0;
    this.totals.clear();
  }

  add(level: number): void {
    this.levels.push(level);
    this.sum += level;
  }

  known(): readonly number[] {
    return this.levels;
  }

  of(month: string): { known: number; total: number; sum: number } {
    const total = this.totals.get(month) ?? this.count(month);
    return month === this.month ? { known: this.levels.length, total, sum: this.sum } : { known: 0, total, sum: 0 };
  }

  snapshot(): { readonly month: string; readonly levels: readonly number[] } {
    return { month: this.month, levels: [...this.levels] };
  }

  hashInto(hash: Hash): void {
    hash.text(this.month).numbers(this.levels);
  }

  private count(month: string): number {
    const total = this.daysIn(month);
    this.totals.set(month, total);
    return total;
  }
}
