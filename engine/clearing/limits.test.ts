import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { LOCKED_DOWN, LOCKED_UP, LockWatch, nextLimitRate, priceLimits, UNLOCKED } from "./limits";
import { initialMargin } from "./margin";

const { steps } = defaultRoomConfig.limits;

test("W10: limits are rounded inward to a tick, with at least one tick each way", () => {
  expect(priceLimits(100, 130_000)).toEqual({ low: 87, high: 113 });
  expect(priceLimits(5, 100_000)).toEqual({ low: 4, high: 6 });
});

test("W2: 4.500 locks at 4.050; from there 13 % reaches 3.524", () => {
  expect(priceLimits(4500, 100_000).low).toBe(4050);
  expect(priceLimits(4050, nextLimitRate(steps, 100_000, true)).low).toBe(3524);
});

test("a limit is never below one tick (5.1)", () => {
  expect(priceLimits(1, 100_000)).toEqual({ low: 1, high: 2 });
  expect(priceLimits(2, 150_000)).toEqual({ low: 1, high: 3 });
});

test("limits are the widest whole ticks within the rate, or one tick (5.1)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 2 ** 31 }), fc.constantFrom(...steps), (settlement, rate) => {
      const { low, high } = priceLimits(settlement, rate);
      const within = (price: number) =>
        BigInt(Math.abs(price - settlement)) * 1_000_000n <= BigInt(settlement) * BigInt(rate);
      expect(within(low) || low === settlement - 1).toBe(true);
      expect(within(high) || high === settlement + 1).toBe(true);
      expect(within(low - 1) || within(high + 1)).toBe(false);
      expect(high - settlement).toBe(settlement - low);
    }),
  );
});

test("a lock at the close moves the limits 10 → 13 → 15 %, where they stay; a day without returns them to 10 % (5.2)", () => {
  const rates = [100_000];
  for (const locked of [true, true, true, false, true, false])
    rates.push(nextLimitRate(steps, rates[rates.length - 1], locked));
  expect(rates).toEqual([100_000, 130_000, 150_000, 150_000, 100_000, 130_000, 100_000]);
});

test("worked example shfe-limit-lock: after a locked day the limit is 3 points wider and margin 2 points above it", () => {
  const limit = nextLimitRate(steps, 100_000, true);
  expect(limit).toBe(130_000);
  const lotOfAMillionCents = initialMargin(100_000, 10, limit, defaultRoomConfig.margin.overLimit, 0);
  expect(lotOfAMillionCents).toBe(150_000); // 15 %
});

test("a month is locked while one side rests at the limit and the other is empty (5.2)", () => {
  const watch = new LockWatch();
  const lockWith = (bid: number, ask: number) => {
    watch.update(0, bid, ask, 4050, 4950);
    return watch.locked();
  };
  expect(lockWith(4950, 0)).toBe(LOCKED_UP);
  expect(lockWith(0, 4050)).toBe(LOCKED_DOWN);
  expect(lockWith(4949, 0)).toBe(UNLOCKED);
  expect(lockWith(0, 4051)).toBe(UNLOCKED);
  expect(lockWith(4049, 4050)).toBe(UNLOCKED);
  expect(lockWith(0, 0)).toBe(UNLOCKED);
});

test("locked at the close means locked throughout the last five minutes, on one side (5.2)", () => {
  const watch = new LockWatch();
  const from = 1_000;
  expect(watch.update(900, 0, 4050, 4050, 4950)).toBe(true);
  expect(watch.update(950, 0, 4050, 4050, 4950)).toBe(false);
  expect(watch.lockedSince(from)).toBe(LOCKED_DOWN);
  watch.update(1_100, 4050, 4051, 4050, 4950); // opens for an instant
  watch.update(1_100, 0, 4050, 4050, 4950);
  expect(watch.locked()).toBe(LOCKED_DOWN);
  expect(watch.lockedSince(from)).toBe(UNLOCKED);
});

test("a restored lock watch goes on as the original would", () => {
  const watch = new LockWatch();
  watch.update(900, 4950, 0, 4050, 4950);
  const restored = LockWatch.restore(JSON.parse(JSON.stringify(watch.snapshot())));
  const digest = (of: LockWatch) => {
    const hash = new Hash();
    of.hashInto(hash);
    return hash.hex();
  };
  expect(digest(restored)).toBe(digest(watch));
  expect(digest(restored)).not.toBe(digest(new LockWatch()));
  expect(restored.lockedSince(900)).toBe(LOCKED_UP);
});
