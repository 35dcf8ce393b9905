import type { Caller } from "./caller";

/** Explanations are made by replay, and cost what thousands of other reads do. */
export type Counted = "reads" | "writes" | "explanations";
interface Limit {
  /** Tokens a second. */
  readonly rate: number;
  /** Tokens of a full bucket. */
  readonly burst: number;
}

/** An address may stand for a whole classroom, so it has more than a person. Each order of a batch counts. */
const limits: Record<Caller["kind"], Record<Counted, Limit>> = {
  anonymous: {
    reads: { rate: 60, burst: 600 },
    writes: { rate: 5, burst: 30 },
    explanations: { rate: 0, burst: 0 }, // they are members' own
  },
  user: {
    reads: { rate: 40, burst: 200 },
    writes: { rate: 100, burst: 400 },
    explanations: { rate: 1, burst: 20 },
  },
};
const mostStreams: Record<Caller["kind"], number> = { anonymous: 200, user: 20 };
/** More callers than this at once: those longest away are forgotten, which only fills their buckets. */
const mostBuckets = 20_000;

export interface TooMany {
  readonly limit: number;
  readonly perSecond: number;
  readonly retryAfterSeconds: number;
}

/** Token buckets in memory, one for each caller and kind of request. Time is given, so that tests own the clock. */
export class RateLimiter {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();
  private readonly streams = new Map<string, number>();

  /** `factor` scales every limit: an operator's setting for load tests and large classes. */
  constructor(private readonly factor = 1) {}

  /** Takes `count` tokens, or none and says when they will be there. */
  take(caller: Caller, counted: Counted, count: number, now: number): TooMany | null {
    const rate = limits[caller.kind][counted].rate * this.factor;
    const burst = limits[caller.kind][counted].burst * this.factor;
    const key = `${counted} ${nameOf(caller)}`;
    const bucket = this.buckets.get(key);
    const tokens = bucket ? Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * rate) : burst;
    const enough = tokens >= count;
    this.buckets.delete(key); // and in again at the end: the first of the map is the longest away
    this.buckets.set(key, { tokens: enough ? tokens - count : tokens, at: now });
    if (this.buckets.size > mostBuckets) this.buckets.delete(this.buckets.keys().next().value as string);
    if (enough) return null;
    return { limit: burst, perSecond: rate, retryAfterSeconds: Math.ceil((count - tokens) / rate) };
  }

  /** A place for one open stream; null: the caller holds as many as allowed. */
  openStream(caller: Caller): (() => void) | null {
    const key = nameOf(caller);
    const open = this.streams.get(key) ?? 0;
    if (open >= mostStreams[caller.kind] * this.factor) return null;
    this.streams.set(key, open + 1);
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      const left = (this.streams.get(key) ?? 1) - 1;
      if (left === 0) this.streams.delete(key);
      else this.streams.set(key, left);
    };
  }

  mostStreams(caller: Caller): number {
    return mostStreams[caller.kind] * this.factor;
  }
}

const nameOf = (caller: Caller): string => (caller.kind === "user" ? caller.userId : caller.address);

const key = Symbol.for("tokenpit.rate-limiter");

/** One for the process: Next loads this module once for each route. */
export function rateLimiter(): RateLimiter {
  const shared = globalThis as { [key]?: RateLimiter };
  shared[key] ??= new RateLimiter(Number(process.env.RATE_LIMIT_FACTOR) || 1);
  return shared[key];
}
