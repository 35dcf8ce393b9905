import { changeTries, forgetOldTries, forgetTries } from "../db/throttle";
import { type Refused, refused } from "./refused";
import { keyedHash } from "./secret";
import { countTry, type ThrottleName, type ThrottleRule, throttleRules } from "./throttle";

/** Nicknames and addresses are in the table only as keyed hashes. */
export const throttleKey = (name: ThrottleName, subject: string): string => keyedHash(name, subject);

/** Counts a try; refuses with the seconds to wait when there were too many. */
export async function tryOnce(name: ThrottleName, subject: string): Promise<Refused | null> {
  const rule = scaled(name);
  const { wait } = await changeTries(throttleKey(name, subject), (tries) => countTry(tries, rule, Date.now()));
  return wait > 0 ? refused("too-many-requests", { retryAfterSeconds: Math.ceil(wait / 1000) }) : null;
}

/** What one address may do grows with an operator's setting for large classes and load tests; guesses at a name never do. */
function scaled(name: ThrottleName): ThrottleRule {
  const rule = throttleRules[name];
  const factor = name === "nickname" ? 1 : Number(process.env.RATE_LIMIT_FACTOR) || 1;
  return { ...rule, free: Math.ceil(rule.free * factor) };
}

/** The right password was given: earlier guesses at this nickname no longer count. */
export const forgiveNickname = (nicknameKey: string): Promise<void> =>
  forgetTries([throttleKey("nickname", nicknameKey)]);

/**
 * The address gets this one try back and no more: otherwise signing in to an account of one's own would wipe out the
 * guesses at everybody else's.
 */
export async function forgiveAddress(address: string): Promise<void> {
  await changeTries(throttleKey("address", address), (tries) => ({
    tries: tries
      ? { ...tries, failures: Math.max(0, tries.failures - 1), blockedUntil: null }
      : { failures: 0, windowStart: Date.now(), blockedUntil: null },
  }));
}

const longestWindow = Math.max(...Object.values(throttleRules).map(({ window }) => window));
export const forgetExpiredTries = (now: number): Promise<void> => forgetOldTries(new Date(now - longestWindow));
