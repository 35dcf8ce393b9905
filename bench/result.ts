/** One measured number. `peer` is the number the other implementation reached on the same work, in the same unit. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: number;
  /** How many times the peer's speed. */
  readonly ratio?: number;
}

/** The middle one: a single slow round, somebody else's work on this machine, does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
