import type { CandleView, FixingView, TradeView } from "@/wire/views";
import type { Interval } from "../api";

/** A candle as drawn: numbers are for coordinates only, texts are what people read. */
export interface Candle {
  readonly time: number; // seconds, UTC of room time
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly text: Pick<CandleView, "open" | "high" | "low" | "close">;
}

const length: Record<Interval, number> = { "1m": 60, "5m": 300, "1h": 3600, "1d": 86_400 };

/** Where the candle of a moment begins, in seconds. */
export const bucketOf = (at: string | number, interval: Interval): number => {
  const seconds = Math.floor((typeof at === "number" ? at : Date.parse(at)) / 1000);
  return seconds - (seconds % length[interval]);
};

const toCandle = (view: CandleView, interval: Interval): Candle => ({
  time: bucketOf(view.at, interval),
  open: Number(view.open),
  high: Number(view.high),
  low: Number(view.low),
  close: Number(view.close),
  volume: view.volume,
  text: view,
});

/** Oldest first, one for each bucket, whatever order a page of them came in. */
export function candlesOf(views: readonly CandleView[], interval: Interval): Candle[] {
  const byTime = new Map(views.map((view) => [bucketOf(view.at, interval), toCandle(view, interval)]));
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}

/** The candles after a trade: the last one grown, or a new one begun. A trade older than the last candle is in it already. */
export function withTrade(candles: readonly Candle[], trade: TradeView, interval: Interval): readonly Candle[] {
  const time = bucketOf(trade.roomTime, interval);
  const last = candles.at(-1);
  const price = Number(trade.price);
  if (last && time < last.time) return candles;
  if (!last || time > last.time) {
    const text = { open: trade.price, high: trade.price, low: trade.price, close: trade.price };
    return [...candles, { time, open: price, high: price, low: price, close: price, volume: trade.lots, text }];
  }
  const grown: Candle = {
    ...last,
    high: Math.max(last.high, price),
    low: Math.min(last.low, price),
    close: price,
    volume: last.volume + trade.lots,
    text: {
      open: last.text.open,
      high: price > last.high ? trade.price : last.text.high,
      low: price < last.low ? trade.price : last.text.low,
      close: trade.price,
    },
  };
  return [...candles.slice(0, -1), grown];
}

/** Ended candles replaced by their record; the last one is still growing and stays. */
export function withEnded(candles: readonly Candle[], recorded: readonly Candle[]): readonly Candle[] {
  const byTime = new Map(recorded.map((candle) => [candle.time, candle]));
  return candles.map((candle, i) => (i < candles.length - 1 ? (byTime.get(candle.time) ?? candle) : candle));
}

export interface Step {
  readonly time: number;
  readonly value: number;
  readonly level: string;
}

/** The benchmark known at each candle: a step, moved only by a fixing, never between two (5: list prices stand still and jump). */
export function benchmarkSteps(candles: readonly Candle[], fixings: readonly FixingView[], current: string): Step[] {
  const published = fixings
    .filter((fixing): fixing is FixingView & { level: string } => fixing.level !== null)
    .map(({ roomTime, level }) => ({ at: Date.parse(roomTime) / 1000, level }))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  let level: string | null = null;
  const steps: Step[] = [];
  for (const { time } of candles) {
    while (next < published.length && published[next].at <= time) level = published[next++].level;
    if (level === null && published.length > 0) continue; // before the first fixing we know of
    const known = level ?? current;
    steps.push({ time, value: Number(known), level: known });
  }
  return steps;
}

/** What the chart shows, in one sentence's worth of numbers. */
export interface Summary {
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
  readonly high: string;
  readonly low: string;
}

export function summaryOf(candles: readonly Candle[]): Summary | null {
  const [first, last] = [candles[0], candles.at(-1)];
  if (!first || !last) return null;
  const highest = candles.reduce((a, b) => (b.high > a.high ? b : a));
  const lowest = candles.reduce((a, b) => (b.low < a.low ? b : a));
  return {
    from: first.time * 1000,
    to: last.time * 1000,
    first: first.text.open,
    last: last.text.close,
    high: highest.text.high,
    low: lowest.text.low,
  };
}
