/**
 * Remembers an answer for a few seconds, so that a busy page does not ask the database at each request. One copy per
 * process: Next loads modules several times, and what one copy revokes the others must not go on believing.
 */
export class BriefCache<Value> {
  private readonly entries = new Map<string, { value: Value; until: number }>();

  constructor(
    private readonly lasts: number,
    private readonly most: number,
  ) {}

  async get(key: string, now: number, ask: () => Promise<Value>): Promise<Value> {
    const known = this.entries.get(key);
    if (known && known.until > now) return known.value;
    const value = await ask();
    if (this.entries.size >= this.most) this.entries.clear();
    this.entries.set(key, { value, until: now + this.lasts });
    return value;
  }

  forget(matches: (value: Value, key: string) => boolean): void {
    for (const [key, { value }] of this.entries) if (matches(value, key)) this.entries.delete(key);
  }
}

/** At most this stale: a revoked session or key stops working within it even on another machine. */
export const staleAtMost = 5_000;

export function sharedCache<Value>(name: string): BriefCache<Value> {
  const at = Symbol.for(`tokenpit.cache.${name}`);
  const shared = globalThis as { [key: symbol]: BriefCache<Value> | undefined };
  let cache = shared[at];
  if (!cache) {
    cache = new BriefCache(staleAtMost, 10_000);
    shared[at] = cache;
  }
  return cache;
}
