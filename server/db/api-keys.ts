import { db } from "./client";

export interface KeyInfo {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const info = { id: true, name: true, hint: true, createdAt: true, lastUsedAt: true } as const;

export interface KeyHolder {
  readonly key: string;
  readonly userId: string;
  readonly nickname: string;
  readonly guest: boolean;
  readonly lastUsedAt: Date | null;
}

/** Null: the person holds `most` live keys already. The row lock makes two tabs count one after the other. */
export async function createKey(
  userId: string,
  key: { name: string; hash: string; hint: string },
  most: number,
): Promise<KeyInfo | null> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const held = await tx.apiKey.count({ where: { userId, revokedAt: null } });
    if (held >= most) return null;
    return tx.apiKey.create({ data: { userId, ...key }, select: info });
  });
}

export async function keysOf(userId: string): Promise<KeyInfo[]> {
  return db().apiKey.findMany({
    where: { userId, revokedAt: null },
    select: info,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

export async function holderOfKey(hash: string): Promise<KeyHolder | null> {
  const row = await db().apiKey.findFirst({
    where: { hash, revokedAt: null },
    select: { id: true, lastUsedAt: true, user: { select: { id: true, nickname: true, guest: true } } },
  });
  if (!row) return null;
  const { id: userId, nickname, guest } = row.user;
  return { key: row.id, userId, nickname, guest, lastUsedAt: row.lastUsedAt };
}

export async function keyUsed(id: string, at: Date): Promise<void> {
  await db().apiKey.updateMany({ where: { id }, data: { lastUsedAt: at } });
}

/** Only one's own; returns its hash so that caches can drop it. */
export async function revokeKey(userId: string, id: string, now: Date): Promise<string | null> {
  const [revoked] = await db().apiKey.updateManyAndReturn({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now },
    select: { hash: true },
  });
  return revoked?.hash ?? null;
}
