import { db } from "./client";

/** Of one nickname or address, under a keyed hash. Times in epoch milliseconds. */
export interface TriesRow {
  readonly failures: number;
  readonly windowStart: number;
  readonly blockedUntil: number | null;
}

/** Reads, decides and writes as one step: tries at the same moment count one after the other. */
export async function changeTries<Decision extends { tries: TriesRow }>(
  key: string,
  decide: (tries: TriesRow | null) => Decision,
): Promise<Decision> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const row = await tx.signInThrottle.findUnique({ where: { key } });
    const decision = decide(
      row && {
        failures: row.failures,
        windowStart: row.windowStart.getTime(),
        blockedUntil: row.blockedUntil?.getTime() ?? null,
      },
    );
    const { failures, windowStart, blockedUntil } = decision.tries;
    const data = {
      failures,
      windowStart: new Date(windowStart),
      blockedUntil: blockedUntil === null ? null : new Date(blockedUntil),
    };
    await tx.signInThrottle.upsert({ where: { key }, create: { key, ...data }, update: data });
    return decision;
  });
}

export async function forgetTries(keys: readonly string[]): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key: { in: [...keys] } } });
}

/** Hashes of addresses live no longer than they are needed. */
export async function forgetOldTries(before: Date): Promise<void> {
  await db().signInThrottle.deleteMany({
    where: { windowStart: { lt: before }, OR: [{ blockedUntil: null }, { blockedUntil: { lt: before } }] },
  });
}
