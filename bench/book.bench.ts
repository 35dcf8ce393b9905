import { OrderBook } from "@/engine/book/order-book";
import { latencyOf } from "./book-latency";
import { garbageCollector } from "./garbage";
import { deep, mixed, type OrderStream, orderStream, replaced } from "./order-stream";
import { nativeRate } from "./peers/native-book";
import { type PeerOperation, peerOperations, playPeer, tradesOfPeer } from "./peers/nodejs-order-book";
import { play, Trades } from "./play-book";
import { median, type Result } from "./result";

const ROUNDS = 5;

/** Each market, how much of it is measured, and how much of that the peer, which is slower, plays in a round. */
const markets = [
  { name: "60/30/5/5 mix", shape: mixed(1_000), length: 1_000_000, peerLength: 1_000_000 },
  { name: "the mix at 50,000 resting orders", shape: mixed(50_000), length: 1_000_000, peerLength: 2_000 },
  { name: "82 % replaces", shape: replaced, length: 1_000_000, peerLength: 50_000 },
  { name: "two queues of 10,000", shape: deep(20_000), length: 1_000_000, peerLength: 2_000 },
] as const;

/**
 * The engine's book alone, beside `nodejs-order-book` and, where there is a compiler, a C++ book, on the same streams. Rounds
 * take turns and the medians are reported. First both JavaScript books play each stream with every trade written down,
 * because a fast book that trades otherwise is no book.
 */
export function benchBook(): Result[] {
  return [...markets.flatMap(race), ...latencyOf(), ...heapOf(), ...growth(), ...snapshots()];
}

function race({ name, shape, length, peerLength }: (typeof markets)[number]): Result[] {
  const stream = orderStream(shape, length, 1);
  const operations = peerOperations(stream, stream.from + peerLength);
  compareTrades(stream, operations);
  const native = nativeRate(stream);
  const collect = garbageCollector();
  const rates: number[] = [];
  const peerRates: number[] = [];
  const nativeRates: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    collect();
    const rate = playOurs(stream);
    collect();
    const peerRate = playPeer(operations, stream.from);
    const nativeRound = native?.();
    if (round === 0) continue; // warms up
    rates.push(rate);
    peerRates.push(peerRate);
    if (nativeRound !== undefined) nativeRates.push(nativeRound);
  }
  const beside = (peerName: string, peer: number): Result => ({
    name: `book, ${name}: operations/s (peer: ${peerName})`,
    value: Math.round(median(rates)),
    unit: "operations/s",
    peer: Math.round(peer),
    ratio: Math.round((median(rates) / peer) * 100) / 100,
  });
  const results = [beside("nodejs-order-book", median(peerRates))];
  if (nativeRates.length > 0) results.push(beside("C++, bench/peers/book.cpp", median(nativeRates)));
  return results;
}

/** Operations a second, those that only fill the book left out. */
function playOurs(stream: OrderStream): number {
  const book = new OrderBook({}, new Trades());
  play(stream, book, 0, stream.from);
  const start = performance.now();
  play(stream, book, stream.from, stream.kind.length);
  return ((stream.kind.length - stream.from) / (performance.now() - start)) * 1_000;
}

function compareTrades(stream: OrderStream, operations: readonly PeerOperation[]): void {
  const ours: string[] = [];
  play(stream, new OrderBook({}, new Trades(ours)), 0, operations.length);
  const theirs = tradesOfPeer(operations);
  const differs = ours.findIndex((trade, i) => trade !== theirs[i]);
  if (differs >= 0 || ours.length !== theirs.length) {
    throw new Error(`trade ${differs} is ${ours[differs]} here and ${theirs[differs]} at the peer`);
  }
}

/** What 50 million operations leave on the heap: a book that allocates an object per order would leave gigabytes behind. */
function heapOf(): Result[] {
  const stream = orderStream(mixed(1_000), 1_000_000, 2);
  const book = new OrderBook({}, new Trades());
  const over = (times: number) => {
    for (let n = 0; n < times; n++) {
      play(stream, book, 0, stream.kind.length);
      for (const side of [0, 1] as const) {
        const ids: number[] = [];
        book.forEach(side, (id) => ids.push(id));
        for (const id of ids) book.cancel(id);
      }
    }
  };
  over(2);
  const before = process.memoryUsage().heapUsed;
  over(50);
  const grown = process.memoryUsage().heapUsed - before;
  return [{ name: "book: heap after 50,000,000 operations more", value: Math.round(grown / 1024), unit: "KiB" }];
}

/** The cost of an operation of the same mix as the book grows. */
function growth(): Result[] {
  return [1_000, 10_000, 100_000, 1_000_000].map((resting) => {
    const stream = orderStream(mixed(resting), 500_000, 3);
    const rates = Array.from({ length: ROUNDS }, () => playOurs(stream));
    const name = `book: an operation at ${resting.toLocaleString("en")} resting orders`;
    return { name, value: Math.round((1e9 / median(rates)) * 10) / 10, unit: "ns" };
  });
}

function snapshots(): Result[] {
  const stream = orderStream(mixed(50_000), 0, 4);
  const sink = new Trades();
  const book = new OrderBook({}, sink);
  play(stream, book, 0, stream.from);
  const timed = (act: () => unknown) => {
    const rounds = Array.from({ length: ROUNDS * 2 }, () => {
      const start = performance.now();
      act();
      return performance.now() - start;
    });
    return Math.round(median(rounds) * 100) / 100;
  };
  const saved = book.snapshot();
  return [
    { name: "book: snapshot of 50,000 resting orders", value: timed(() => book.snapshot()), unit: "ms" },
    { name: "book: restore of them", value: timed(() => OrderBook.restore({}, sink, saved)), unit: "ms" },
    { name: "book: digest of them", value: timed(() => book.digest()), unit: "ms" },
  ];
}
