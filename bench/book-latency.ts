import { OrderBook } from "@/engine/book/order-book";
import { mixed, orderStream } from "./order-stream";
import { play, Trades } from "./play-book";
import { median, type Result } from "./result";

const OPERATIONS = 1_000_000;
const ROUNDS = 5;

/**
 * How long one operation of the 60/30/5/5 mix takes: each is timed by itself, and what reading the clock twice costs, the
 * median of a million empty readings taken in the same way, is taken off. What else the machine does meanwhile is in it.
 */
export function latencyOf(): Result[] {
  const stream = orderStream(mixed(1_000), OPERATIONS, 5);
  const empty = new Float64Array(OPERATIONS);
  const times = new Float64Array(OPERATIONS);
  const found: number[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (let n = 0; n < OPERATIONS; n++) {
      const start = performance.now();
      empty[n] = performance.now() - start;
    }
    const clock = empty.sort()[OPERATIONS / 2];
    const book = new OrderBook({}, new Trades());
    play(stream, book, 0, stream.from);
    for (let n = 0; n < OPERATIONS; n++) {
      const at = stream.from + n;
      const start = performance.now();
      play(stream, book, at, at + 1);
      times[n] = performance.now() - start - clock;
    }
    times.sort();
    if (round > 0) found.push([0.5, 0.99, 0.999].map((share) => times[Math.floor(OPERATIONS * share)] * 1e6));
  }
  return ["p50", "p99", "p99.9"].map((name, i) => ({
    name: `book: time of one operation, ${name}`,
    value: Math.round(median(found.map((round) => round[i]))),
    unit: "ns",
  }));
}
