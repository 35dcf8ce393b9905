import type { PriceEvent } from "@/tokens/prices/observation";
import { dayNumber } from "../chart/days";
import type { ChartEvent, ChartSeries } from "../chart/view";

/** At most so many are numbered in a chart (VISUAL.md §5). */
export const MOST_NUMBERED = 7;

export interface ListedEvent {
  readonly no: number | null; // null: in the list alone
  readonly event: PriceEvent;
}

/** Events of the time shown, oldest first. Numbered are those that moved a line that is shown: the largest moves of them. */
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
    marks: numbered.map(({ point }, i) => ({ no: i + 1, x: point.x, y: point.y })),
  };
}

/** The step that an event made in a main line; one that begins a line is as large as can be. */
function moveOf({ observations }: PriceEvent, series: readonly ChartSeries[]) {
  for (const { points, context } of series) {
    if (context) continue;
    const i = points.findIndex(({ open }) => open?.some((id) => observations.includes(id)));
    const [before, point] = [points[i - 1], points[i]];
    if (point?.y == null) continue;
    const size = before?.y == null ? Number.POSITIVE_INFINITY : Math.abs(Math.log(point.y / before.y));
    return { point, size };
  }
  return null;
}
