import type { PriceEvent } from "@/tokens/prices/observation";
import { dayNumber } from "../chart/days";
import type { ChartEvent, ChartSeries } from "../chart/view";

/** At most so many are numbered in a chart (VISUAL.md §5). */
export const MOST_NUMBERED = 7;

export interface ListedEvent {
  readonly no: number | null; // null: in the list alone
  readonly event: PriceEvent;
}

/** Events of the time shown, oldest first. Numbered are those that moved a line shown most, by the price after over the price before. */
export function numberEvents(
  events: readonly PriceEvent[],
  series: readonly ChartSeries[],
  { from, to }: { readonly from: number; readonly to: number },
): { readonly listed: readonly ListedEvent[]; readonly marks: readonly ChartEvent[] } {
  const here = events.filter(({ date }) => dayNumber(date) >= from && dayNumber(date) <= to);
  const placed = here.flatMap((event) => {
    const moved = moveOf(event, series);
    return moved ? [{ event, ...moved }] : [];
  });
  const largest = placed.toSorted((a, b) => b.size - a.size).slice(0, MOST_NUMBERED);
  const numbered = placed.filter((one) => largest.includes(one));
  return {
    listed: here.map((event) => {
      const at = numbered.findIndex((one) => one.event === event);
      return { no: at < 0 ? null : at + 1, event };
    }),
    marks: numbered.map(({ event, point }, i) => ({ no: i + 1, x: point.x, y: point.y, told: event })),
  };
}

/** What stands beside the chart: what is numbered in it; where nothing is, the latest. The rest stands below. */
export function besideChart(listed: readonly ListedEvent[]): readonly ListedEvent[] {
  const numbered = listed.filter(({ no }) => no !== null);
  return numbered.length > 0 ? numbered : listed.slice(-MOST_NUMBERED);
}

/** The largest step that an event made in a main line. Where a line begins, nothing moved. */
function moveOf({ observations }: PriceEvent, series: readonly ChartSeries[]) {
  const moves = series
    .filter(({ context }) => !context)
    .flatMap(({ points }) =>
      points.flatMap((point, i) => {
        const before = points[i - 1];
        if (!before?.y || !point.y || !point.open?.some((id) => observations.includes(id))) return [];
        return [{ point, size: Math.abs(Math.log(point.y / before.y)) }];
      }),
    );
  return moves.filter(({ size }) => size > 0).toSorted((a, b) => b.size - a.size)[0];
}
