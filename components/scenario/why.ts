import type { CausePart } from "@/engine/world/causes";
import { formatDecimal } from "@/wire/decimal";
import { type BenchmarkDay, decimalsOf, type RunDay } from "./run-terms";

/** One cause over all days: what it did with the scenario, without it, and the difference. Hundredths of a tick. */
export interface WhyRow {
  readonly cause: string;
  readonly with: number;
  readonly without: number;
}

export interface Why {
  readonly benchmark: string;
  readonly rows: readonly WhyRow[];
  /** What the level came from and to. The parts sum to the difference, exactly. */
  readonly with: Move;
  readonly without: Move;
}

export interface Move {
  readonly from: number;
  readonly to: number;
}

const SHOCK = "shock:";

/** What moved a benchmark over the days of a run: the scenario's shocks first, then the largest. */
export function why(days: readonly RunDay[], benchmark: string): Why {
  const sides = {
    with: days.map((day) => day.with[benchmark]),
    without: days.map((day) => day.without[benchmark]),
  };
  const sums = { with: sumsOf(sides.with), without: sumsOf(sides.without) };
  const causes = [...new Set([...sums.with.keys(), ...sums.without.keys()])];
  const rows = causes.map((cause) => ({
    cause,
    with: sums.with.get(cause) ?? 0,
    without: sums.without.get(cause) ?? 0,
  }));
  const size = (row: WhyRow) => Math.max(Math.abs(row.with), Math.abs(row.without));
  rows.sort(
    (a, b) =>
      Number(b.cause.startsWith(SHOCK)) - Number(a.cause.startsWith(SHOCK)) ||
      size(b) - size(a) ||
      (a.cause < b.cause ? -1 : 1),
  );
  return { benchmark, rows, with: moveOf(sides.with), without: moveOf(sides.without) };
}

function sumsOf(days: readonly BenchmarkDay[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { cause, part } of days.flatMap(({ causes }) => causes)) sums.set(cause, (sums.get(cause) ?? 0) + part);
  return sums;
}

/** From before the first day's fixing to the last one there is. */
function moveOf(days: readonly BenchmarkDay[]): Move {
  const known = days.filter((day): day is BenchmarkDay & { level: number } => day.level !== null);
  const first = known[0];
  if (!first) return { from: 0, to: 0 };
  return { from: first.level - sumOf(first.causes), to: known[known.length - 1].level };
}

export const sumOf = (causes: readonly CausePart[]): number => causes.reduce((sum, { part }) => sum + part, 0);

/** The benchmark that the scenario moved most, in share of its level. */
export function mostMoved(days: readonly RunDay[], benchmarks: readonly string[]): string {
  const last = days[days.length - 1];
  const parted = (id: string) => {
    const [a, b] = [last?.with[id]?.level ?? 1, last?.without[id]?.level ?? 1];
    return Math.abs(a / b - 1);
  };
  return benchmarks.reduce((most, id) => (parted(id) > parted(most) ? id : most), benchmarks[0]);
}

export const partText = (part: number, benchmark: string): string => formatDecimal(part, decimalsOf(benchmark));
