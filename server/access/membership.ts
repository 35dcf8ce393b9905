import { type Membership, memberOf } from "../db/members";
import type { RoomId } from "../port";

const remembered = 5_000;
const most = 10_000;
const key = Symbol.for("tokenpit.memberships");
type Known = Map<string, { membership: Membership; until: number }>;

/** A person's place in a room. Only places are remembered for a moment, never their absence: someone may join any time. */
export async function membershipIn(room: RoomId, userId: string, now = Date.now()): Promise<Membership | null> {
  const shared = globalThis as { [key]?: Known };
  shared[key] ??= new Map();
  const cache = shared[key];
  const name = `${userId} ${room}`;
  const known = cache.get(name);
  if (known && known.until > now) return known.membership;
  const membership = await memberOf(room, userId);
  if (cache.size >= most) cache.clear();
  if (membership) cache.set(name, { membership, until: now + remembered });
  else cache.delete(name);
  return membership;
}
