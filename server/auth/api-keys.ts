import { createHash, randomBytes } from "node:crypto";
import * as rows from "../db/api-keys";
import { touchPerson } from "../db/users";
import { sharedCache } from "./brief-cache";
import { endStreamsOf } from "./open-streams";

export const mostKeys = 20;
const useNotedEvery = 60_000;

const cache = sharedCache<rows.KeyHolder | null>("keys");

/** 256 random bits: no password, so a plain sha256 keeps it. */
const newKey = (): string => `tp_${randomBytes(32).toString("base64url")}`;
const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** The key is in this answer and nowhere else. Null: the person holds `mostKeys` already. */
export async function makeKey(userId: string, name: string): Promise<(rows.KeyInfo & { key: string }) | null> {
  const key = newKey();
  const info = await rows.createKey(userId, { name, hash: hashOf(key), hint: key.slice(-4) }, mostKeys);
  return info && { ...info, key };
}

/** Who a bearer key speaks for. Null: unknown or revoked. */
export async function checkKey(key: string): Promise<rows.KeyHolder | null> {
  if (!/^tp_[A-Za-z0-9_-]{43}$/.test(key)) return null;
  const hash = hashOf(key);
  const now = Date.now();
  return cache.get(hash, now, async () => {
    const holder = await rows.holderOfKey(hash);
    if (holder && (holder.lastUsedAt?.getTime() ?? 0) + useNotedEvery < now) {
      await rows.keyUsed(holder.key, new Date(now));
      await touchPerson(holder.userId, new Date(now));
    }
    return holder;
  });
}

/** False: there was no such live key of this person. */
export async function endKey(userId: string, id: string): Promise<boolean> {
  const hash = await rows.revokeKey(userId, id, new Date());
  if (hash === null) return false;
  cache.forget((_, known) => known === hash);
  endStreamsOf(userId);
  return true;
}

export function forgetKeysOf(userId: string): void {
  cache.forget((holder) => holder?.userId === userId);
}
