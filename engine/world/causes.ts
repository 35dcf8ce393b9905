/**
 * What made a price move. Of a shock: "shock:" and its id; all else is named here. Every move is the sum of its parts,
 * exactly: shares are kept in log terms while they wait, and become whole hundredths of a tick when the level moves.
 */
export type Cause =
  | "gpu-hour"
  | "power"
  | "throughput"
  | "utilisation"
  | "scarcity"
  | "markup"
  | "own-decision" // a seller's price list moves in jumps and round figures: what its costs did not ask for
  | "follows-leader"
  | "promotion"
  | "scheduled-step"
  | "peak-hours"
  | "feed-error"
  | "panel" // who counts: entry, exclusion, a screen that holds a price back or lets it through (3.2, 3.3)
  | `shock:${string}`;

/** `part`: log change of a list price, or hundredths of a tick of a benchmark's level. */
export interface CausePart {
  readonly cause: Cause;
  readonly part: number;
}

/** Adds to what a cause has come to. */
export function addCause(parts: CausePart[], cause: Cause, part: number): void {
  if (part === 0) return;
  const known = parts.findIndex((one) => one.cause === cause);
  if (known < 0) parts.push({ cause, part });
  else parts[known] = { cause, part: parts[known].part + part };
}
