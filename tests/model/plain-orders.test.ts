import { expect, test } from "vitest";
import { agreeOn } from "./against-room";

const plenty = 1_000_000_000;

test("limit, market, IOC, FOK, post-only and day orders, replaces and self-trades come to the same in a naive venue", () => {
  const mix = {
    orders: { limit: 8, market: 1 },
    times: { gtc: 5, day: 1, ioc: 1, fok: 1 },
    actions: { order: 10, replace: 3, cancel: 2, "cancel-all": 1, transfer: 1 },
    months: 2,
    ticks: 8,
    lots: 12,
    postOnly: 6,
    clientId: 4,
  };
  const told = agreeOn({ cash: plenty, mix }, { seed: 1 });
  expect(told.trades).toBeGreaterThan(100);
});
