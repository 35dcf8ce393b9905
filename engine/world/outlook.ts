import type { Benchmark } from "../benchmark/benchmark";
import type { Calendar } from "../calendar";
import type { World } from "./world";

/**
 * What everybody can expect of the fixings to come, of a world and what counts of it. Asked for at every look of every
 * participant, so it is worked out once for as long as nothing that is public changes.
 */
export class Outlook {
  constructor(
    private readonly world: World,
    private readonly benchmarks: readonly Benchmark[],
    private readonly calendar: Calendar,
  ) {}

  /** Expected mean of the month's fixings that are still to come, in 1/100 tick. */
  expected(benchmark: number, month: string): number {
    const panel = this.benchmarks[benchmark].panel();
    const last = this.calendar.lastDayOf(month).no;
    const first = Math.max(last - this.calendar.daysIn(month) + 1, this.world.nextFixing);
    return first > last ? panel.level : this.world.expected(benchmark, first, last, panel);
  }
}
