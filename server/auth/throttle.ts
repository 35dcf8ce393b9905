/**
 * How fast passwords may be guessed and guests be made. A try is counted before it is decided, so that a hundred at
 * once are a hundred tries, and forgiven when it succeeds.
 */
export interface ThrottleRule {
  /** Tries within the window that cost nothing. */
  readonly free: number;
  readonly window: number;
  /** The first wait; each further try doubles it, up to `longest`. Milliseconds. */
  readonly first: number;
  readonly longest: number;
}

const minute = 60_000;

export const throttleRules = {
  /** Guesses at one nickname. */
  nickname: { free: 5, window: 15 * minute, first: 15_000, longest: 15 * minute },
  /** Guesses from one address: a classroom shares one. */
  address: { free: 60, window: 15 * minute, first: 15_000, longest: 15 * minute },
  /** New people from one address: a class of thirty presses "guest" in the same minute, some of them twice. */
  newcomer: { free: 150, window: 60 * minute, first: minute, longest: 60 * minute },
} as const satisfies Record<string, ThrottleRule>;

export type ThrottleName = keyof typeof throttleRules;

export interface Tries {
  readonly failures: number;
  readonly windowStart: number;
  readonly blockedUntil: number | null;
}

/** Counts one try. `wait` is 0 if it may go on, else milliseconds until the next may; a refused try is not counted. */
export function countTry(tries: Tries | null, rule: ThrottleRule, now: number): { tries: Tries; wait: number } {
  if (tries?.blockedUntil && tries.blockedUntil > now) return { tries, wait: tries.blockedUntil - now };
  const fresh = !tries || tries.windowStart + rule.window <= now;
  const failures = fresh ? 1 : tries.failures + 1;
  const over = failures - rule.free;
  const blockedUntil = over < 0 ? null : now + Math.min(rule.first * 2 ** Math.min(over, 20), rule.longest);
  // A wait keeps its window open: whoever waits it out does not start anew with all free tries.
  return { tries: { failures, windowStart: fresh || blockedUntil ? now : tries.windowStart, blockedUntil }, wait: 0 };
}
