import type { Hash } from "../digest";

/** How many fixings of a month are known, of how many, and their sum. */
interface MonthSoFar {
  readonly known: number;
  readonly total: number;
  readonly sum: number;
}

/** The fixings of one benchmark's current month: the known part of its final settlement (6.3). */
export class MonthFixings {
  private readonly levels: number[] = [];
  private sum = 0;
  /** Trading days of the months that were asked for. */
  private readonly totals = new Map<string, number>();
  /** What `of` has answered since the last fixing: participants ask at every look. */
  private readonly answers = new Map<string, MonthSoFar>();

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
    this.answers.clear();
  }

  add(level: number): void {
    this.answers.clear();
    this.levels.push(level);
    this.sum += level;
  }

  known(): readonly number[] {
    return this.levels;
  }

  of(month: string): MonthSoFar {
    const answer = this.answers.get(month) ?? this.answer(month);
    this.answers.set(month, answer);
    return answer;
  }

  private answer(month: string): MonthSoFar {
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
