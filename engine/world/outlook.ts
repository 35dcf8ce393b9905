import type { Benchmark } from "../benchmark/benchmark";
import type { Calendar } from "../calendar";
import type { World } from "./world";

/**
 * What everybody can expect of the fixings to come: the world's forecast, from what counts of it now. Asked for at every
 * look of every participant.
 */
export class Outlook {
  private readonly months = new Map<string, { readonly first: number; readonly last: number }>();

  constructor(
    private readonly world: World,
    private readonly benchmarks: readonly Benchmark[],
    private readonly calendar: Calendar,
  ) {}

  /** Expected mean of the month's fixings that are still to come, in 1/100 tick. */
  expected(benchmark: number, month: string): number {
    const panel = this.benchmarks[benchmark].panel();
    const { first, last } = this.months.get(month) ?? this.daysOf(month);
    const { nextFixing } = this.world;
    return last < nextFixing ? panel.level : this.world.expected(benchmark, Math.max(first, nextFixing), last, panel);
  }

  private daysOf(month: string): { readonly first: number; readonly last: number } {
    const last = this.calendar.lastDayOf(month).no;
    const days = { first: last - this.calendar.daysIn(month) + 1, last };
    this.months.set(month, days);
    return days;
  }
}
