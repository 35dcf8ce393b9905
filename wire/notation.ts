import type { BenchmarkView, ContractView } from "@/engine/views";
import { formatDecimal, halfUpQuotient } from "./decimal";

/** How the prices of one benchmark's contracts are written. */
export interface Notation {
  readonly tickDecimals: number;
  /** Cents that one lot gains when the price rises one tick. */
  readonly tickValue: number;
}

/** The notation of each benchmark in a room: enough to write any price, also of contracts that have expired. */
export type RoomNotation = ReadonlyMap<string, Notation>;

export function notationOf(contracts: readonly Pick<ContractView, "benchmark" | "tickDecimals" | "tickValue">[]) {
  return new Map(contracts.map(({ benchmark, tickDecimals, tickValue }) => [benchmark, { tickDecimals, tickValue }]));
}

/** "PREM-DEC26" is a contract of "PREM". */
export const benchmarkOf = (symbol: string): string => symbol.slice(0, symbol.lastIndexOf("-"));

/** The notation of a contract, listed or expired. A symbol that names no benchmark of the room is our bug here. */
export function notationFor(symbol: string, room: RoomNotation): Notation {
  const notation = room.get(benchmarkOf(symbol));
  if (!notation) throw new Error(`no notation for ${symbol}`);
  return notation;
}

export const formatPrice = (ticks: number, { tickDecimals }: Notation): string => formatDecimal(ticks, tickDecimals);

export const formatPriceOrNull = (ticks: number | null, notation: Notation): string | null =>
  ticks === null ? null : formatPrice(ticks, notation);

/** A benchmark level: hundredths of a tick. */
export const formatLevel = (level: number | bigint, { tickDecimals }: Notation): string =>
  formatDecimal(level, tickDecimals + 2);

/** Σ price × lots ÷ lots, one digit finer than the tick. */
export const formatAverage = (value: number, lots: number, { tickDecimals }: Notation): string =>
  formatDecimal(halfUpQuotient(BigInt(value) * 10n, BigInt(lots)), tickDecimals + 1);

export const levelsOf = (benchmarks: readonly Pick<BenchmarkView, "id" | "level">[]): ReadonlyMap<string, number> =>
  new Map(benchmarks.map(({ id, level }) => [id, level]));
