import fc from "fast-check";
import { expect, test } from "vitest";
import { BUY, SELL, type SideNo } from "../units";
import type { BookSpec, Mode, SelfTrade } from "./order-book";
import { type Listener, Twins } from "./twins.oracle";

/** Ids of several shapes: in a row, apart by 2^32 (equal lower halves), and the largest there are. */
const idShapes: ((n: number) => number)[] = [
  (n) => n + 1,
  (n) => (n + 1) * 0x100000000,
  (n) => n * 1_000_003 + 7,
  (n) => Number.MAX_SAFE_INTEGER - n,
];

const near = fc.integer({ min: 80, max: 120 });
const far = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 2 ** 31 - 2, max: 2 ** 31 }),
  fc.integer({ min: 1, max: 2 ** 31 }),
);
const price = fc.oneof({ weight: 9, arbitrary: near }, { weight: 2, arbitrary: far });
const lots = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 10 ** 12 }) },
);
const side = fc.constantFrom<SideNo>(BUY, SELL);
const selfTrade = fc.constantFrom<SelfTrade>(0, 1, 2, 3);
const mode = fc.constantFrom<Mode>(0, 0, 0, 0, 1, 2);
const spec = fc.constantFrom<BookSpec>({ ladderTicks: 32, capacity: 1 }, { ladderTicks: 1024 }, {});
const owner = fc.integer({ min: 1, max: 4 });
const pick = fc.nat(9999);

/** Orders with tranches have few lots: a tranche at a time, 10^12 lots would trade for ever. */
const submit = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("submit" as const),
      owner,
      side,
      price,
      lots,
      mode,
      selfTrade,
      display: fc.constant(0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("submit" as const),
      owner,
      side,
      price,
      lots: fc.integer({ min: 1, max: 20 }),
      mode,
      selfTrade,
      display: fc.integer({ min: 1, max: 6 }),
    }),
  },
);
const replace = fc.record({
  do: fc.constant("replace" as const),
  pick,
  price,
  lots: fc.integer({ min: 1, max: 20 }),
  fewer: fc.boolean(),
});
const step = fc.oneof(
  { weight: 14, arbitrary: submit },
  { weight: 4, arbitrary: replace },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("cancel" as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("shrink" as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), spec }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("collect" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("uncross" as const), reference: price }) },
);

test.each<Listener>(["listens", "cancels the next order", "shrinks the next order", "cancels what trades next"])(
  "whatever comes in, the book does as the naive book does, restored at any moment or not, while somebody %s",
  (listener) => {
    fc.assert(
      fc.property(
        spec,
        fc.constantFrom(...idShapes),
        fc.array(step, { maxLength: 150, size: "max" }),
        (bookSpec, idOf, steps) => {
          const twins = new Twins(bookSpec, idOf, listener);
          for (const [n, each] of steps.entries()) {
            twins.take(each);
            if (n % 4 === 0) twins.compare();
          }
          twins.compare();
        },
      ),
      { numRuns: 40 },
    );
  },
  60_000,
);

test.each<Listener>(["listens", "shrinks the next order", "cancels what trades next"])(
  "an auction pairs, keeps owners apart and trades as the naive one does, while somebody %s",
  (listener) => {
    const collected = fc.record({
      do: fc.constant("submit" as const),
      owner,
      side,
      price: fc.integer({ min: 95, max: 105 }),
      lots: fc.integer({ min: 1, max: 12 }),
      mode: fc.constant<Mode>(0),
      selfTrade,
      display: fc.constantFrom(0, 0, 1, 2, 5),
    });
    fc.assert(
      fc.property(
        fc.array(collected, { maxLength: 40, size: "max" }),
        fc.integer({ min: 90, max: 110 }),
        (orders, reference) => {
          const twins = new Twins({ ladderTicks: 32 }, (n) => n + 1, listener);
          twins.take({ do: "collect" });
          for (const order of orders) twins.take(order);
          twins.compare();
          twins.take({ do: "restore", spec: {} });
          twins.take({ do: "uncross", reference });
          twins.compare();
        },
      ),
      { numRuns: 200 },
    );
  },
  60_000,
);

test("a long life leaves no trace: a wandering market, thousands of orders, the naive book's answers", () => {
  const below = random(20_261_001);
  const twins = new Twins({ ladderTicks: 64, capacity: 8 }, (n) => n * 3 + 1);
  let middle = 5_000;
  for (let n = 0; n < 4_000; n++) {
    if (n % 50 === 0) middle += below(61) - 30;
    if (n % 1_500 === 1_499) middle += 100_000; // and once in a while it jumps
    const kind = below(10);
    if (kind < 6) {
      const bySide = below(2) as SideNo;
      const away = below(200) - 20;
      twins.take({
        do: "submit",
        owner: below(5),
        side: bySide,
        price: bySide === BUY ? middle - away : middle + away,
        lots: 1 + below(20),
        mode: below(8) < 6 ? 0 : (below(3) as Mode),
        selfTrade: below(4) as SelfTrade,
        display: below(4) === 0 ? 1 + below(9) : 0,
      });
    } else if (kind < 9) twins.take({ do: "cancel", pick: below(1 << 30) });
    else {
      twins.take({
        do: "replace",
        pick: below(1 << 30),
        price: middle + below(100) - 50,
        lots: 1 + below(20),
        fewer: below(2) === 0,
      });
    }
    if (n % 1_000 === 500) twins.take({ do: "collect" });
    if (n % 1_000 === 600) twins.take({ do: "uncross", reference: middle });
    if (n % 500 === 0) twins.compare();
    if (n === 2_000) twins.take({ do: "restore", spec: {} });
  }
  expect(twins.book.size).toBeGreaterThan(400); // it grew well beyond what it started with
  twins.compare();
}, 60_000);

/** A small seeded generator for tests (mulberry32). */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
