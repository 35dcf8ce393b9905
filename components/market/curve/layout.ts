/** Where a forward curve's points lie: x by the calendar, so that a gap of three months is three times as wide; y to fit. */
export interface CurveInput {
  readonly symbol: string;
  readonly lastTradingDay: string;
  readonly price: number; // ticks
  readonly settlement: number; // ticks
}
export interface CurvePoint extends CurveInput {
  readonly x: number;
  readonly y: number;
  readonly ySettlement: number;
  /** Its month is written under the axis: there is room. */
  readonly named: boolean;
  /** Its price is written beside it: the highest and the lowest. */
  readonly extreme: "high" | "low" | null;
}
export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly yBenchmark: number;
  /** Where the benchmark's name stands clear of the curve: at which end of its line, over or under it. */
  readonly benchmarkName: { readonly end: "left" | "right"; readonly over: boolean };
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const NAME_WIDTH = 30;

export function layCurve(input: readonly CurveInput[], benchmark: number, box: Box): Curve {
  const at = input.map(({ lastTradingDay }) => Date.parse(lastTradingDay));
  const [from, to] = [Math.min(...at), Math.max(...at)];
  const levels = [...input.flatMap(({ price, settlement }) => [price, settlement]), benchmark];
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const x = (t: number) =>
    to === from ? (box.left + box.right) / 2 : box.left + ((t - from) / (to - from)) * (box.right - box.left);
  const y = (ticks: number) =>
    high === low ? (box.top + box.bottom) / 2 : box.bottom - ((ticks - low) / (high - low)) * (box.bottom - box.top);

  const prices = input.map(({ price }) => price);
  const highest = prices.indexOf(Math.max(...prices));
  const lowest = prices.lastIndexOf(Math.min(...prices));
  let lastNamed = Number.NEGATIVE_INFINITY;
  const points = input.map((point, i) => {
    const px = x(at[i]);
    const named = px - lastNamed >= NAME_WIDTH;
    if (named) lastNamed = px;
    const extreme = i === highest ? "high" : i === lowest ? "low" : null;
    return { ...point, x: px, y: y(point.price), ySettlement: y(point.settlement), named, extreme } as const;
  });
  const yBenchmark = y(benchmark);
  return { points, yBenchmark, benchmarkName: clearPlace(points, yBenchmark, box) };
}

/** Of a benchmark name about 96 × 13 px, with the space its letters need around them. */
const NAME = { width: 104, height: 18 };

/** The first of four places that the curve does not run through; over the right end if it runs through all. */
function clearPlace(points: readonly CurvePoint[], yBenchmark: number, box: Box): Curve["benchmarkName"] {
  const places = [
    { end: "right", over: true },
    { end: "left", over: true },
    { end: "right", over: false },
    { end: "left", over: false },
  ] as const;
  const free = places.find(({ end, over }) => {
    const [from, to] =
      end === "left" ? [box.left - 10, box.left - 10 + NAME.width] : [box.right + 14 - NAME.width, box.right + 14];
    const [top, bottom] = over
      ? [yBenchmark - NAME.height, yBenchmark - 1]
      : [yBenchmark + 1, yBenchmark + NAME.height];
    if (top < 0 || bottom > box.bottom + NAME.height) return false;
    return !heightsBetween(points, from, to).some((y) => y > top && y < bottom);
  });
  return free ?? places[0];
}

/** The curve's heights from one x to another, every few pixels. */
function heightsBetween(points: readonly CurvePoint[], from: number, to: number): number[] {
  const heights: number[] = [];
  for (let i = 0; i < points.length; i++) {
    const [a, b] = [points[i], points[i + 1] ?? points[i]];
    for (let x = a.x; x <= b.x; x += 4) {
      const y = b.x === a.x ? a.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
      if (x >= from && x <= to) heights.push(y);
      if (b.x === a.x) break;
    }
  }
  return heights;
}
