import { expect, test } from "vitest";
import type { Caller } from "./caller";
import { RateLimiter } from "./rate-limit";

const person = (userId: string): Caller => ({
  kind: "user",
  userId,
  nickname: userId,
  guest: false,
  via: "key",
  address: "a",
});
const passer = (address: string): Caller => ({ kind: "anonymous", address });

test("a bucket empties by what is taken and fills with time, never beyond its brim", () => {
  const limiter = new RateLimiter();
  expect(limiter.take(person("ann"), "writes", 400, 0)).toBeNull();
  expect(limiter.take(person("ann"), "writes", 1, 0)).toEqual({ limit: 400, perSecond: 100, retryAfterSeconds: 1 });
  expect(limiter.take(person("ann"), "writes", 100, 1_000)).toBeNull();
  expect(limiter.take(person("ann"), "writes", 401, 3_600_000)).not.toBeNull();
  expect(limiter.take(person("ann"), "writes", 400, 3_600_000)).toBeNull();
});

test("a refused request takes nothing, so that whoever waits as told is served", () => {
  const limiter = new RateLimiter();
  limiter.take(person("ann"), "writes", 350, 0);
  const refused = limiter.take(person("ann"), "writes", 100, 0);
  expect(refused?.retryAfterSeconds).toBe(1);
  expect(limiter.take(person("ann"), "writes", 100, 1_000)).toBeNull();
});

test("reads and writes, people and addresses each have a bucket of their own", () => {
  const limiter = new RateLimiter();
  limiter.take(person("ann"), "writes", 400, 0);
  expect(limiter.take(person("ann"), "reads", 200, 0)).toBeNull();
  expect(limiter.take(person("bob"), "writes", 400, 0)).toBeNull();
  expect(limiter.take(passer("192.0.2.1"), "reads", 600, 0)).toBeNull();
  expect(limiter.take(passer("192.0.2.1"), "reads", 1, 0)).not.toBeNull();
  expect(limiter.take(passer("192.0.2.2"), "reads", 1, 0)).toBeNull();
});

test("a caller holds only so many streams, and closing one, even twice, frees one place", () => {
  const limiter = new RateLimiter();
  const open = Array.from({ length: 20 }, () => limiter.openStream(person("ann")));
  expect(limiter.openStream(person("ann"))).toBeNull();
  open[0]?.();
  open[0]?.();
  expect(limiter.openStream(person("ann"))).not.toBeNull();
  expect(limiter.openStream(person("ann"))).toBeNull();
});
