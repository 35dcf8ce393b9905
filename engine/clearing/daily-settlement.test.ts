import { expect, test } from "vitest";
import { defaultRoomConfig } from "../default-config";
import { Hash } from "../digest";
import { type MonthAtClose, settleBenchmark, settlementPrice, WindowStats } from "./daily-settlement";
import { LOCKED_DOWN, LOCKED_UP, priceLimits, UNLOCKED } from "./limits";

const rules = defaultRoomConfig.settlement;

/** [price, lots, buyer, seller] of each trade in the closing window. */
const traded = (...trades: [number, number, number, number][]): WindowStats => {
  const window = new WindowStats();
  for (const trade of trades) window.add(...trade);
  return window;
};

const month = (name: string, previous: number, day: Partial<MonthAtClose> = {}): MonthAtClose => ({
  month: name,
  lock: UNLOCKED,
  ...priceLimits(previous, 100_000),
  bid: 0,
  ask: 0,
  previous,
  window: traded(),
  ...day,
});

const dec = (day: Partial<MonthAtClose>) => settlementPrice(month("2026-12", 4500, day), rules);

test("W4: one lot at 4.612 in the closing window does not settle the month; the midpoint of 4.560 and 4.570 does", () => {
  const window = traded([4612, 1, 1, 2]);
  expect(dec({ bid: 4560, ask: 4570, window })).toEqual({ price: 4565, method: "midpoint" });
});

test("W2: locked at the close, the limit price settles, whatever traded (6.1)", () => {
  const window = traded([4060, 50, 1, 2], [4060, 50, 1, 3]);
  expect(dec({ lock: LOCKED_DOWN, ask: 4050, window })).toEqual({ price: 4050, method: "limit" });
  expect(dec({ lock: LOCKED_UP, bid: 4950, window })).toEqual({ price: 4950, method: "limit" });
});

test("ten lots between two pairs of owners settle at their average, half up (6.1)", () => {
  expect(dec({ window: traded([4500, 5, 1, 2], [4501, 5, 1, 3]) })).toEqual({ price: 4501, method: "vwap" });
  expect(dec({ window: traded([4500, 6, 1, 2], [4501, 5, 1, 3]) })).toEqual({ price: 4500, method: "vwap" });
  expect(dec({ window: traded([4500, 5, 1, 2], [4501, 4, 1, 3]) })).toBeNull(); // nine lots
});

test("two owners trading back and forth are one pair, and do not make a settlement (6.1)", () => {
  const window = traded([4600, 500, 1, 2], [4600, 500, 2, 1]);
  expect(window.pairCount()).toBe(1);
  expect(dec({ window })).toBeNull();
});

test("a midpoint counts, half up, if the spread is at most 1 % of it, or two ticks (6.1)", () => {
  expect(dec({ bid: 4500, ask: 4545 })).toEqual({ price: 4523, method: "midpoint" }); // 45 of 4522.5
  expect(dec({ bid: 4500, ask: 4546 })).toBeNull(); // 46 of 4523
  expect(dec({ bid: 0, ask: 4546 })).toBeNull();
  expect(settlementPrice(month("2026-12", 20, { bid: 19, ask: 21 }), rules)).toEqual({ price: 20, method: "midpoint" });
  expect(settlementPrice(month("2026-12", 20, { bid: 18, ask: 21 }), rules)).toBeNull();
});

test("a month without a price of its own moves by the same percentage as the nearest one that has (6.1)", () => {
  const settled = settleBenchmark(
    [
      month("2026-10", 4000, { bid: 4199, ask: 4201 }), // +5 %
      month("2026-11", 4500),
      month("2026-12", 4510),
      month("2027-03", 4520, { bid: 4474, ask: 4475 }), // −1 %: 4474.5, half up
      month("2027-06", 4530),
    ],
    rules,
  );
  expect(settled).toEqual([
    { price: 4200, method: "midpoint" },
    { price: 4725, method: "curve" },
    { price: 4736, method: "curve" }, // December: two months from October, three from March; 4735.5 half up
    { price: 4475, method: "midpoint" },
    { price: 4485, method: "curve" }, // 4530 × 4475 ÷ 4520 = 4484.90
  ]);
});

test("of two months as near, the earlier one moves the curve (6.1)", () => {
  const settled = settleBenchmark(
    [
      month("2026-12", 4000, { bid: 4199, ask: 4201 }),
      month("2027-01", 4000),
      month("2027-02", 4000, { bid: 3799, ask: 3801 }),
    ],
    rules,
  );
  expect(settled[1]).toEqual({ price: 4200, method: "curve" });
});

test("the curve keeps a month inside its limits, and with no price anywhere all keep their settlement (6.1)", () => {
  const locked = { lock: LOCKED_UP, ...priceLimits(4500, 150_000), bid: 5175 } as const;
  const [, moved] = settleBenchmark([month("2026-10", 4500, locked), month("2026-11", 4500)], rules);
  expect(moved).toEqual({ price: 4950, method: "curve" }); // +15 % would be 5175
  expect(settleBenchmark([month("2026-10", 4500), month("2026-11", 4510)], rules)).toEqual([
    { price: 4500, method: "previous" },
    { price: 4510, method: "previous" },
  ]);
});

test("a restored closing window goes on as the original would", () => {
  const window = traded([4500, 5, 3, 2], [4501, 4, 1, 3]);
  const restored = WindowStats.restore(JSON.parse(JSON.stringify(window.snapshot())));
  const digest = (of: WindowStats) => {
    const hash = new Hash();
    of.hashInto(hash);
    return hash.hex();
  };
  expect(digest(restored)).toBe(digest(window));
  restored.add(4502, 1, 2, 3); // a pair it knows
  expect([restored.lots, restored.pairCount()]).toEqual([10, 2]);
  window.clear();
  expect(digest(window)).toBe(digest(new WindowStats()));
});
