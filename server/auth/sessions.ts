import {
  createSession,
  extendSession,
  liveSession,
  revokeOtherSessions,
  revokeSession,
  type SignedIn,
} from "../db/sessions";
import { touchPerson } from "../db/users";
import { sharedCache } from "./brief-cache";
import { endStreamsOf } from "./open-streams";

const day = 24 * 3_600_000;
/** A session ends a month after its last use, and the cookie half a year after it was made. */
export const sessionLasts = 30 * day;
export const cookieLasts = 180 * day;
const extendEvery = 10 * 60_000;

const cache = sharedCache<SignedIn | null>("sessions");

/** Opens a session for a browser; `agent` is only its family, so that a person recognises it in the list. */
export const openSession = (userId: string, agent: string | null): Promise<string> =>
  createSession(userId, agent, new Date(Date.now() + sessionLasts));

/** Null: no such session, or it was revoked or has expired. */
export async function checkSession(id: string): Promise<SignedIn | null> {
  const now = Date.now();
  return cache.get(id, now, async () => {
    const found = await liveSession(id, new Date(now));
    if (!found) return null;
    const { lastSeenAt, ...signedIn } = found;
    if (lastSeenAt.getTime() + extendEvery < now) {
      await extendSession(id, new Date(now), new Date(now + sessionLasts));
      await touchPerson(signedIn.userId, new Date(now));
    }
    return signedIn;
  });
}

export async function endSession(userId: string, id: string): Promise<boolean> {
  const ended = await revokeSession(userId, id, new Date());
  forget([id]);
  if (ended) endStreamsOf(userId);
  return ended;
}

/** All but the one named; null ends every one. */
export async function endOtherSessions(userId: string, keep: string | null): Promise<number> {
  const ended = await revokeOtherSessions(userId, keep, new Date());
  forget(ended);
  if (ended.length > 0) endStreamsOf(userId);
  return ended.length;
}

/** What was remembered about this person is asked anew: they were renamed, or are gone. */
export function forgetSessionsOf(userId: string): void {
  cache.forget((signedIn) => signedIn?.userId === userId);
}

function forget(ids: readonly string[]): void {
  const gone = new Set(ids);
  cache.forget((_, id) => gone.has(id));
}
