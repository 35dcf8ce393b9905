import { db } from "./client";

/** A signed-in browser and the person in front of it, as far as every request needs them. */
export interface SignedIn {
  readonly session: string;
  readonly userId: string;
  readonly nickname: string;
  readonly guest: boolean;
}

export interface SessionInfo {
  readonly id: string;
  readonly agent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

const live = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } });

export async function createSession(userId: string, agent: string | null, expiresAt: Date): Promise<string> {
  const { id } = await db().session.create({ data: { userId, agent, expiresAt }, select: { id: true } });
  return id;
}

export async function liveSession(id: string, now: Date): Promise<(SignedIn & { lastSeenAt: Date }) | null> {
  const row = await db().session.findFirst({
    where: { id, ...live(now) },
    select: { lastSeenAt: true, user: { select: { id: true, nickname: true, guest: true } } },
  });
  if (!row) return null;
  const { id: userId, nickname, guest } = row.user;
  return { session: id, userId, nickname, guest, lastSeenAt: row.lastSeenAt };
}

export async function liveSessionsOf(userId: string, now: Date): Promise<SessionInfo[]> {
  return db().session.findMany({
    where: { userId, ...live(now) },
    select: { id: true, agent: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
  });
}

export async function extendSession(id: string, lastSeenAt: Date, expiresAt: Date): Promise<void> {
  await db().session.updateMany({ where: { id, revokedAt: null }, data: { lastSeenAt, expiresAt } });
}

/** Only one's own. False: there was no such live session. */
export async function revokeSession(userId: string, id: string, now: Date): Promise<boolean> {
  const { count } = await db().session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** All of a person's sessions but the one named; returns those that ended. */
export async function revokeOtherSessions(userId: string, keep: string | null, now: Date): Promise<string[]> {
  const ended = await db().session.updateManyAndReturn({
    where: { userId, revokedAt: null, ...(keep && { id: { not: keep } }) },
    data: { revokedAt: now },
    select: { id: true },
  });
  return ended.map(({ id }) => id);
}

/** Revoked and expired ones are kept for a week, then forgotten. */
export async function forgetOldSessions(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 7 * 24 * 3_600_000);
  await db().session.deleteMany({ where: { OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }] } });
}
