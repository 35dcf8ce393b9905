import type { Palette } from "./palette";

/** A line across the chart with a tag at its left edge: a position is solid and filled, a resting order dashed and outlined. */
export interface OwnLine {
  readonly kind: "position" | "order";
  readonly price: number;
  readonly tag: string;
}
/** A numbered square at a moment, with a few words if there is room. */
export interface EventMark {
  readonly time: number; // seconds
  readonly number: number;
  readonly text: string;
}
/** A stretch of the benchmark at one level, named where it begins. */
export interface LevelName {
  readonly time: number;
  readonly value: number;
  readonly text: string;
}

export interface Scales {
  readonly y: (price: number) => number | null;
  readonly x: (time: number) => number | null;
  readonly width: number;
  readonly height: number;
}

const TAG = 18;
const SQUARE = 16;

/** Places in rising order, each moved on just enough not to cover the one before. */
export function placeTags(ys: readonly number[], least: number): number[] {
  const order = ys.map((_, i) => i).sort((a, b) => ys[a] - ys[b] || a - b);
  const placed = [...ys];
  let above = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    placed[i] = Math.max(ys[i], above + least);
    above = placed[i];
  }
  return placed;
}

export function drawOwnLines(
  ctx: CanvasRenderingContext2D,
  lines: readonly OwnLine[],
  scales: Scales,
  colours: Palette,
) {
  const seen = lines
    .map((line) => ({ line, y: scales.y(line.price) }))
    .filter(
      (drawn): drawn is { line: OwnLine; y: number } =>
        drawn.y !== null && drawn.y > -TAG && drawn.y < scales.height + TAG,
    );
  const tagYs = placeTags(
    seen.map(({ y }) => y),
    TAG + 2,
  );
  ctx.save();
  ctx.strokeStyle = colours.accent;
  ctx.lineWidth = 1;
  for (const { line, y } of seen) {
    ctx.setLineDash(line.kind === "order" ? [4, 3] : []);
    ctx.beginPath();
    ctx.moveTo(0, Math.round(y) + 0.5);
    ctx.lineTo(scales.width, Math.round(y) + 0.5);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.font = `500 11px ${colours.font}`;
  ctx.textBaseline = "middle";
  seen.forEach(({ line }, i) => {
    const [x, y] = [8, Math.round(tagYs[i] - TAG / 2)];
    const width = ctx.measureText(line.tag).width + 12;
    ctx.fillStyle = line.kind === "position" ? colours.accentFill : colours.surface;
    ctx.strokeStyle = line.kind === "position" ? colours.accentFill : colours.accent;
    ctx.beginPath();
    ctx.roundRect(x + 0.5, y + 0.5, width, TAG, 2);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = line.kind === "position" ? colours.onFill : colours.accent;
    ctx.fillText(line.tag, x + 6.5, y + TAG / 2 + 1);
  });
  ctx.restore();
}

export function drawEvents(
  ctx: CanvasRenderingContext2D,
  events: readonly EventMark[],
  scales: Scales,
  colours: Palette,
) {
  const seen = events
    .map((event) => ({ event, x: scales.x(event.time) }))
    .filter(
      (drawn): drawn is { event: EventMark; x: number } => drawn.x !== null && drawn.x >= 0 && drawn.x <= scales.width,
    );
  ctx.save();
  ctx.textBaseline = "middle";
  const left = placeTags(
    seen.map(({ x }) => x - SQUARE / 2),
    SQUARE + 2,
  );
  seen.forEach(({ event, x }, i) => {
    const px = Math.round(x);
    const square = Math.round(left[i]);
    ctx.strokeStyle = colours.lineStrong;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(px + 0.5, 34);
    ctx.lineTo(px + 0.5, scales.height);
    ctx.stroke();
    ctx.fillStyle = colours.ink;
    ctx.fillRect(square, 18, SQUARE, SQUARE);
    ctx.fillStyle = colours.paper;
    ctx.font = `600 11px ${colours.font}`;
    ctx.textAlign = "center";
    ctx.fillText(String(event.number), square + SQUARE / 2, 26.5);
    ctx.textAlign = "left";
    ctx.font = `400 11.5px ${colours.font}`;
    const room = (left[i + 1] ?? scales.width) - square - SQUARE - 12;
    if (ctx.measureText(event.text).width < room) {
      ctx.fillStyle = colours.ink2;
      ctx.fillText(event.text, square + SQUARE + 6, 26.5);
    }
  });
  ctx.restore();
}

export function drawLevelNames(
  ctx: CanvasRenderingContext2D,
  names: readonly LevelName[],
  scales: Scales,
  colours: Palette,
) {
  ctx.save();
  ctx.font = `400 11.5px ${colours.font}`;
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  names.forEach((name, i) => {
    const y = scales.y(name.value);
    const start = Math.max(0, scales.x(name.time) ?? 0);
    const end = i + 1 < names.length ? (scales.x(names[i + 1].time) ?? scales.width) : scales.width;
    if (y === null || end - start < ctx.measureText(name.text).width + 16) return;
    ctx.strokeStyle = colours.surface;
    ctx.strokeText(name.text, start + 8, y + 5);
    ctx.fillStyle = colours.ink2;
    ctx.fillText(name.text, start + 8, y + 5);
  });
  ctx.restore();
}
