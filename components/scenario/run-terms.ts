import { Calendar } from "@/engine/calendar";
import { defaultRoomConfig } from "@/engine/default-config";
import type { CausePart } from "@/engine/world/causes";
import type { RoomNotation } from "@/wire/notation";

/** What a run is made of, without the engine that makes it: that one is the worker's. */

export const RUN_DAYS = 40;
/** A seed is what a reader may type into an address. */
export const SEED = /^[\w-]{1,40}$/;

export const runBenchmarks = defaultRoomConfig.benchmarks.map(({ id }) => id);

export const notation: RoomNotation = new Map(
  defaultRoomConfig.benchmarks.map(({ id, tickDecimals, tickValue }) => [id, { tickDecimals, tickValue }]),
);
export const decimalsOf = (benchmark: string): number => (notation.get(benchmark)?.tickDecimals ?? 3) + 2;

/** A benchmark's day in one of the two rooms. Levels and parts in hundredths of a tick; texts as everywhere. */
export interface BenchmarkDay {
  readonly level: number | null; // null: withheld
  readonly levelText: string;
  readonly causes: readonly CausePart[];
  /** The nearest month's daily settlement. */
  readonly front: { readonly symbol: string; readonly price: number; readonly text: string } | null;
}

export interface RunDay {
  readonly no: number;
  readonly date: string;
  readonly with: Readonly<Record<string, BenchmarkDay>>;
  readonly without: Readonly<Record<string, BenchmarkDay>>;
}

/** Trading day `no` of a room that begins as ours does. */
export const dateOfRunDay = (no: number): string => new Calendar(defaultRoomConfig.calendar).day(no).date;
