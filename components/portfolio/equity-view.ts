import { dayNumber } from "../chart/days";
import type { ChartView } from "../chart/view";
import { moneyOf } from "../market/exact";
import { grouped } from "../ui/numerals";
import type { EquityLine } from "./equity-line";

/** Of the day: today's mark stands after its settlement. */
const NOW = 0.5;

/** The equity curve; shaded where it lies below its last peak. */
export function equityView({ points }: EquityLine, words: { title: string; unit: string; name: string }): ChartView {
  const last = points.length - 1;
  const placed = points.map(({ date, wealth, peak }, i) => ({
    // What was put in stands a day before the first settlement, which has the same date.
    x: dayNumber(date) + (i === 0 ? -1 : i === last ? NOW : 0),
    wealth,
    peak,
  }));
  return {
    id: "equity",
    title: words.title,
    unit: words.unit,
    scale: "linear",
    x: { kind: "date", from: placed[0].x, to: Math.max(placed[last].x, placed[0].x + 1) },
    seam: null,
    series: [
      {
        id: "equity",
        name: words.name,
        tone: "s-prem",
        shape: "line",
        points: placed.map(({ x, wealth }) => ({
          x,
          y: wealth / 100,
          text: grouped(moneyOf(wealth)),
          as: "simulated",
        })),
        until: placed[last].x,
      },
    ],
    events: [],
    marks: placed.some(({ wealth, peak }) => wealth < peak)
      ? [{ kind: "band", edges: placed.map(({ x, wealth, peak }) => [x, peak / 100, wealth / 100] as const) }]
      : [],
    openAt: null,
  };
}
