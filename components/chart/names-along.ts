import { textWidth } from "./labels";
import type { PlacedLabel } from "./marks";
import type { Scale } from "./scale";
import { type ChartSeries, type ChartView, runsOf } from "./view";

/** A level line's name, written along it where no other line runs: a small drawing has no room beside it. */
export interface AlongLabel {
  readonly series: ChartSeries;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

const SIZE = 11.5;
const HEIGHT = 18;
const LABEL = { above: 16, below: 18, half: 22 };

interface Box {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Over or under the line, at its right end or its left: the first place that is free, else over its right end. */
export function placeAlong(view: ChartView, frame: Frame, labels: readonly PlacedLabel[]): AlongLabel[] {
  return view.series.flatMap((series) => {
    const last = series.points.at(-1);
    if (series.named !== "along" || last?.y == null) return [];
    const level = frame.y(last.y);
    const text = `${series.name} ${last.text}`;
    const width = textWidth(text, SIZE) + 8;
    const others = view.series.filter((other) => other !== series);
    const places = [
      { anchor: "end", over: true },
      { anchor: "start", over: true },
      { anchor: "end", over: false },
      { anchor: "start", over: false },
    ] as const;
    const free = places.find(({ anchor, over }) => {
      const box = {
        from: anchor === "start" ? frame.plot.left : frame.plot.right - width,
        to: anchor === "start" ? frame.plot.left + width : frame.plot.right,
        top: over ? level - HEIGHT : level + 1,
        bottom: over ? level - 1 : level + HEIGHT,
      };
      if (box.top < 0 || box.bottom > frame.plot.bottom + HEIGHT) return false;
      return !others.some((other) => runsThrough(other, frame, box)) && !labels.some((label) => covers(label, box));
    });
    const { anchor, over } = free ?? places[0];
    const { left, right } = frame.plot;
    return [{ series, text, anchor, x: anchor === "start" ? left : right, y: level + (over ? -4 : 13) }];
  });
}

const covers = ({ px, py, below }: PlacedLabel, box: Box): boolean => {
  const middle = below ? py + 12 : py - 14;
  return (
    px + LABEL.half > box.from &&
    px - LABEL.half < box.to &&
    middle + LABEL.below / 2 > box.top &&
    middle - LABEL.above / 2 < box.bottom
  );
};

/** Whether a line passes through a box, looked at every few pixels. */
function runsThrough(series: ChartSeries, { x, y }: Frame, box: Box): boolean {
  return runsOf(series).some(({ vertices }) =>
    vertices.some(([vx, vy], i) => {
      const [nextX, nextY] = vertices[i + 1] ?? [vx, vy];
      const [from, to] = [x(vx), x(nextX)];
      for (let at = from; at <= to; at += 4) {
        const share = to === from ? 0 : (at - from) / (to - from);
        const height = y(vy) + (series.shape === "step" ? 0 : (y(nextY) - y(vy)) * share);
        if (at >= box.from && at <= box.to && height > box.top && height < box.bottom) return true;
        if (to === from) break;
      }
      return false;
    }),
  );
}
