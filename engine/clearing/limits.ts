import { assert } from "../assert";
import type { Hash } from "../digest";
import { mulDivCeil, mulDivFloor } from "../integers";

const MILLION = 1_000_000;

/** Lowest and highest price until the next settlement: `rate` around it, inward to a tick, at least a tick each way (5.1). */
export function priceLimits(settlement: number, rate: number): { readonly low: number; readonly high: number } {
  assert(Number.isSafeInteger(settlement) && settlement >= 1, "a settlement is at least one tick");
  const low = Math.min(mulDivCeil(settlement, MILLION - rate, MILLION), settlement - 1);
  const high = Math.max(mulDivFloor(settlement, MILLION + rate, MILLION), settlement + 1);
  return { low: Math.max(low, 1), high };
}

/**
 * The limit rate of a benchmark from this settlement on: a lock at the close widens it a step, a day without returns it
 * (5.2). `next`: the steps from now on, where a ruling has changed them.
 */
export function nextLimitRate(
  steps: readonly number[],
  rate: number,
  lockedAtClose: boolean,
  next: readonly number[] = steps,
): number {
  if (!lockedAtClose) return next[0];
  const step = steps.indexOf(rate);
  assert(step >= 0, "a limit rate is one of the steps");
  return next[Math.min(step + 1, next.length - 1)];
}

/** Locked at the upper limit: buyers rest there and nobody sells. */
export const LOCKED_UP = 1;
/** Locked at the lower limit: sellers rest there and nobody buys. */
export const LOCKED_DOWN = -1;
export const UNLOCKED = 0;
export type Lock = typeof LOCKED_UP | typeof LOCKED_DOWN | typeof UNLOCKED;

export interface LockSnapshot {
  readonly side: number;
  readonly since: number;
}

/** Watches one month for 5.2: is it locked now, and has it been throughout? Told after each change of its book. */
export class LockWatch {
  private side: Lock = UNLOCKED;
  private since = 0;

  /** Best prices (0: none) and limits at `now`. Returns true if the lock began, ended or changed sides. */
  update(now: number, bid: number, ask: number, low: number, high: number): boolean {
    const side = lockOf(bid, ask, low, high);
    if (side === this.side) return false;
    this.side = side;
    this.since = now;
    return true;
  }

  /** The lock as it is now. */
  locked(): Lock {
    return this.side;
  }

  /** The lock if it has held, on one side, ever since `from`: at the close, from the start of the last five minutes. */
  lockedSince(from: number): Lock {
    return this.side !== UNLOCKED && this.since <= from ? this.side : UNLOCKED;
  }

  /** New limits and an empty book begin anew. Returns true if a lock ended by it. */
  reset(now: number): boolean {
    return this.update(now, 0, 0, 0, 0);
  }

  snapshot(): LockSnapshot {
    return { side: this.side, since: this.since };
  }

  static restore(saved: LockSnapshot): LockWatch {
    const watch = new LockWatch();
    watch.side = saved.side as Lock;
    watch.since = saved.since;
    return watch;
  }

  hashInto(hash: Hash): void {
    hash.number(this.side).number(this.since);
  }
}

function lockOf(bid: number, ask: number, low: number, high: number): Lock {
  if (bid > 0 && ask === 0 && bid >= high) return LOCKED_UP;
  if (ask > 0 && bid === 0 && ask <= low) return LOCKED_DOWN;
  return UNLOCKED;
}
