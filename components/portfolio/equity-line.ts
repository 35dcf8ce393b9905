import { formatRatio } from "@/wire/decimal";
import type { EquityRow } from "@/wire/views";
import { centsOf } from "../market/exact";

/** A point of the equity curve, in cents: marked wealth, and the last peak it is measured against. */
export interface EquityLinePoint {
  date: string;
  wealth: number;
  peak: number;
}

export interface EquityLine {
  points: EquityLinePoint[];
  /** The deepest fall from a peak at a settlement; null while there was none. */
  drawdown: { percent: string; date: string } | null;
}

/** Starts at what was put in; one point a settlement; the last is now. */
export function equityLine(
  settlements: readonly EquityRow[],
  deposits: string,
  now: { date: string; wealth: string },
): EquityLine {
  const start = { date: settlements[0]?.date ?? now.date, wealth: centsOf(deposits) };
  const settled = settlements.map(({ date, wealth }) => ({ date, wealth: centsOf(wealth) }));
  const points: EquityLinePoint[] = [];
  for (const point of [start, ...settled, { date: now.date, wealth: centsOf(now.wealth) }]) {
    points.push({ ...point, peak: Math.max(points.at(-1)?.peak ?? point.wealth, point.wealth) });
  }
  return { points, drawdown: deepest(points.slice(0, -1)) };
}

function deepest(points: readonly EquityLinePoint[]): EquityLine["drawdown"] {
  let worst: EquityLinePoint | null = null;
  for (const point of points) {
    if (point.wealth >= point.peak) continue;
    if (!worst || fallOf(point) * worst.peak > fallOf(worst) * point.peak) worst = point;
  }
  return worst && { percent: formatRatio(fallOf(worst) * 100, worst.peak, 2), date: worst.date };
}

const fallOf = ({ peak, wealth }: EquityLinePoint): number => peak - wealth;
