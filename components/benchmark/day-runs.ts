import type { BenchmarkDay } from "@/tokens/benchmark/replay";
import type { Revision } from "@/tokens/benchmark/revisions";

/** Days on end that had no fixing of their own, and the most sellers there were. */
export interface WithheldRun {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly sellers: number;
  readonly carried: boolean;
}

export function withheldRuns(days: readonly BenchmarkDay[]): WithheldRun[] {
  const runs: WithheldRun[] = [];
  days.forEach(({ date, state, constituents }, i) => {
    if (state === "published") return;
    const carried = state === "withheld";
    const sellers = constituents.filter((one) => one.state === "in").length;
    const last = runs.at(-1);
    if (last && last.carried === carried && last.to === days[i - 1]?.date)
      runs[runs.length - 1] = { ...last, to: date, days: last.days + 1, sellers: Math.max(last.sellers, sellers) };
    else runs.push({ from: date, to: date, days: 1, sellers, carried });
  });
  return runs;
}

/** Days on end that were revised alike, for the same reason. */
export interface RevisedRun extends Revision {
  readonly to: string;
  readonly days: number;
}

export function revisedRuns(revisions: readonly Revision[]): RevisedRun[] {
  const runs: RevisedRun[] = [];
  for (const one of revisions) {
    const last = runs.at(-1);
    const same =
      last &&
      last.published === one.published &&
      last.revised === one.revised &&
      last.revisedOn === one.revisedOn &&
      last.observations.join() === one.observations.join();
    if (same) runs[runs.length - 1] = { ...last, to: one.date, days: last.days + 1 };
    else runs.push({ ...one, to: one.date, days: 1 });
  }
  return runs;
}

/** The days around one on which a price or the panel changed: where a reader steps to. */
export function changesAround(
  days: readonly BenchmarkDay[],
  date: string,
): { before: string | null; after: string | null } {
  const changed = days.filter(({ changes }) => changes.length > 0).map((day) => day.date);
  return {
    before: changed.findLast((one) => one < date) ?? null,
    after: changed.find((one) => one > date) ?? null,
  };
}
