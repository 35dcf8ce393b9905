import type { OrderDraft } from "@/engine/commands";
import { type SideNo, sideName, type Ticks } from "@/engine/units";
import {
  clear,
  type Operations,
  openBooks,
  openVenue,
  operationsFor,
  playBooks,
  playSlice,
  playVenue,
  Tally,
  type Venue,
} from "./engine-run";
import { garbageCollector } from "./garbage";
import { CANCEL, MARKET } from "./order-stream";
import { median, type Result } from "./result";

const OPERATIONS = 1_000_000;
const ROUNDS = 7;
const ACCOUNTS = 64;
const CONTRACTS = 1;

/**
 * The whole engine, accounts, margin, position limits, self-trade prevention, fees, marks and events, on the stream of the
 * book's bench: as participants send orders, beside the book alone, which plays the same operations in the same run.
 */
export function benchEngine(): Result[] {
  const operations = operationsFor(OPERATIONS, ACCOUNTS, CONTRACTS);
  return [
    besideTheBook(operations),
    ...latencies(operations),
    ...memory(operations),
    ...[64, 256, 1_024, 4_096, 10_000].map((accounts) => costAt("accounts", accounts, CONTRACTS, 1_000)),
    ...[1, 2, 4, 8, 16, 32].map((contracts) => costAt("contracts", ACCOUNTS, contracts, 1_000 * contracts)),
    ...[1_000, 5_000, 50_000].map((resting) => costAt("resting orders", ACCOUNTS, CONTRACTS, resting)),
    ofPeople(),
  ];
}

function besideTheBook(operations: Operations): Result {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => race(operations, ACCOUNTS, CONTRACTS)).slice(1); // one warms up
  return {
    name: "whole engine operations/s (peer: our book alone, the same operations)",
    value: Math.round(1e9 / median(rounds.map(({ whole }) => whole))),
    unit: "operations/s",
    peer: Math.round(1e9 / median(rounds.map(({ alone }) => alone))),
    ratio: hundredths(median(rounds.map(({ whole, alone }) => alone / whole))),
  };
}

const TURN = 8_192;

/**
 * Nanoseconds an operation takes in the whole venue and in books alone. The two take turns every few milliseconds, so that
 * whatever else this machine does slows both alike.
 */
function race(operations: Operations, accounts: number, contracts: number): { whole: number; alone: number } {
  const tally = new Tally();
  const books = openBooks(contracts, tally);
  const venue = openVenue(accounts, contracts);
  playBooks(books, operations, 0, operations.from);
  playVenue(venue, operations, 0, 0, operations.from);
  let [whole, alone] = [0, 0];
  for (let n = operations.from; n < operations.length; n += TURN) {
    const to = Math.min(n + TURN, operations.length);
    const start = performance.now();
    playBooks(books, operations, n, to);
    const between = performance.now();
    playVenue(venue, operations, 0, n, to);
    whole += performance.now() - between;
    alone += between - start;
  }
  const { tradeCount, accounts: clearing } = venue.exchange;
  if (tradeCount !== tally.trades) throw new Error(`${tradeCount} trades here, ${tally.trades} in the book alone`);
  clearing.check();
  const played = operations.length - operations.from;
  return { whole: (whole * 1e6) / played, alone: (alone * 1e6) / played };
}

/** How long one operation takes, the clock's own time left in: two readings of it one after the other are told as well. */
function latencies(operations: Operations): Result[] {
  const venue = openVenue(ACCOUNTS, CONTRACTS);
  const took = new Float64Array(operations.length - operations.from);
  const clock = new Float64Array(took.length);
  playVenue(venue, operations, 0, 0, operations.from);
  for (let n = 0; n < took.length; n++) {
    const at = operations.from + n;
    const start = performance.now();
    playSlice(venue, operations, 0, at, at + 1);
    took[n] = performance.now() - start;
    const again = performance.now();
    clock[n] = performance.now() - again;
    if ((n & 1023) === 0) venue.exchange.log.take();
  }
  took.sort();
  clock.sort();
  const nanoseconds = (sorted: Float64Array, q: number) => Math.round(sorted[Math.floor(sorted.length * q)] * 1e6);
  return [
    ...[0.5, 0.99, 0.999].map((q) => ({
      name: `whole engine, one operation, p${q * 100}`,
      value: nanoseconds(took, q),
      unit: "ns",
    })),
    { name: "of which the clock itself, median", value: nanoseconds(clock, 0.5), unit: "ns" },
  ];
}

const PASSES = 50;

/** Fifty million operations: what is allocated while orders are played, and what is left in the heap after them all. */
function memory(operations: Operations): Result[] {
  const collect = garbageCollector();
  const venue = openVenue(ACCOUNTS, CONTRACTS);
  playVenue(venue, operations, 0, 0, operations.length);
  collect();
  const before = process.memoryUsage().heapUsed;
  let played = 0;
  let [allocated, watched] = [0, 0];
  for (let pass = 0; pass < PASSES; pass++) {
    const base = clear(venue);
    const step = 50_000; // small enough that mostly no collection comes in between
    for (let n = 0; n < operations.length; n += step) {
      const to = Math.min(n + step, operations.length);
      const from = process.memoryUsage().heapUsed;
      playSlice(venue, operations, base, n, to);
      const grown = process.memoryUsage().heapUsed - from;
      if (grown >= 0) {
        allocated += grown;
        watched += to - n;
      }
      venue.exchange.log.take(); // the events become objects here, for whoever publishes them
      played += to - n;
    }
  }
  collect();
  const left = process.memoryUsage().heapUsed - before;
  return [
    { name: "operations played for the heap", value: played, unit: "operations" },
    { name: "allocated per operation", value: hundredths(allocated / watched), unit: "bytes" },
    { name: "heap left after them", value: Math.round(left / 1024), unit: "KiB more than before" },
  ];
}

/** A point of a curve: nanoseconds an operation of the whole engine takes, and beside it of as many books alone. */
function costAt(what: string, accounts: number, contracts: number, resting: number): Result {
  const operations = operationsFor(OPERATIONS, accounts, contracts, resting);
  const rounds = Array.from({ length: 4 }, () => race(operations, accounts, contracts)).slice(1);
  const count = { accounts, contracts, "resting orders": resting }[what]?.toLocaleString("en");
  return {
    name: `whole engine, cost of an operation with ${count} ${what} (peer: books alone)`,
    value: Math.round(median(rounds.map(({ whole }) => whole))),
    unit: "ns",
    peer: Math.round(median(rounds.map(({ alone }) => alone))),
    ratio: hundredths(median(rounds.map(({ whole, alone }) => alone / whole))),
  };
}

/** The people's way, where every order has a record and every change of it a report: 64 people, the same stream. */
function ofPeople(): Result {
  const operations = operationsFor(100_000, ACCOUNTS, CONTRACTS);
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const venue = openVenue(ACCOUNTS, CONTRACTS, true);
    const drafts = draftsOf(operations, venue);
    playPeople(venue, operations, drafts, 0, operations.from);
    const start = performance.now();
    playPeople(venue, operations, drafts, operations.from, operations.length);
    const took = performance.now() - start;
    if (round > 0) rates.push(((operations.length - operations.from) / took) * 1_000);
  }
  return {
    name: "people's orders, with records and reports, operations/s",
    value: Math.round(median(rates)),
    unit: "operations/s",
  };
}

function playPeople(
  { exchange, entry }: Venue,
  operations: Operations,
  drafts: readonly OrderDraft[],
  from: number,
  to: number,
) {
  const { kind, order, account } = operations;
  for (let n = from; n < to; n++) {
    const outcome = kind[n] === CANCEL ? entry.cancel(ownerOf(order[n]), order[n]) : entry.place(account[n], drafts[n]);
    if (outcome.kind === "refused") throw new Error(`operation ${n} was refused`);
    if ((n & 1023) === 0) exchange.log.take();
  }
}

/** The accounts take turns. */
const ownerOf = (order: number): number => 1 + ((order - 1) % ACCOUNTS);

function draftsOf({ kind, side, price, lots, length }: Operations, { markets }: Venue): OrderDraft[] {
  return Array.from({ length }, (_, n) => ({
    contract: markets[0].symbol,
    side: sideName(side[n] as SideNo),
    type: "limit",
    lots: lots[n] as OrderDraft["lots"],
    price: price[n] as Ticks,
    timeInForce: kind[n] === MARKET ? "ioc" : "gtc",
    postOnly: false,
    selfTrade: "newest",
  }));
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
