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
  return { points, yBenchmark: y(benchmark) };
}
