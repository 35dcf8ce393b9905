import type { Hash } from "../digest";
import { halfUp, logMean } from "../math";
import { addCause, type CausePart } from "../world/causes";

/** What rounding of the level and of the divisor can come to, in hundredths of a tick: not worth a cause. */
const ROUNDING = 2;

/** Why a benchmark's level moves: log parts gather while prices come to count, and become whole numbers at a fixing. */
export class Attribution {
  private moved: CausePart[] = [];

  /** A seller's price changed by these parts (log) and has this weight. */
  add(parts: readonly CausePart[], weight: number): void {
    for (const { cause, part } of parts) addCause(this.moved, cause, weight * part);
  }

  /** A level is published: the change from the last one by cause, in whole numbers that sum to it exactly. */
  settle(from: number, to: number): CausePart[] {
    const parts = this.moved;
    this.moved = [];
    if (parts.length === 0 && from === to) return [];
    const perLog = logMean(from, to);
    const shares = parts.map(({ cause, part }) => ({ cause, part: perLog * part }));
    const unexplained = to - from - shares.reduce((sum, { part }) => sum + part, 0);
    if (Math.abs(unexplained) > ROUNDING || shares.length === 0) addCause(shares, "panel", unexplained);
    return wholeParts(shares, to - from);
  }

  save(): CausePart[] {
    return this.moved.map((part) => ({ ...part }));
  }

  hashInto(hash: Hash): void {
    hash.number(this.moved.length);
    for (const { cause, part } of this.moved) hash.text(cause).number(part);
  }
}

/** Rounds each down, then up those with the largest remainders (ties: the earlier), so that they sum to `total`. */
export function wholeParts(shares: readonly CausePart[], total: number): CausePart[] {
  const whole = shares.map(({ part }) => Math.floor(part));
  const byRemainder = shares
    .map((_, i) => i)
    .sort((a, b) => shares[b].part - whole[b] - (shares[a].part - whole[a]) || a - b);
  let left = total - halfUp(whole.reduce((sum, part) => sum + part, 0));
  for (let turn = 0; left !== 0; turn++) {
    const next = left > 0 ? turn % shares.length : shares.length - 1 - (turn % shares.length);
    whole[byRemainder[next]] += left > 0 ? 1 : -1;
    left += left > 0 ? -1 : 1;
  }
  return shares.flatMap(({ cause }, i) => (whole[i] === 0 ? [] : [{ cause, part: whole[i] }]));
}
