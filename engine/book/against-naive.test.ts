import fc from "fast-check";
import { expect, test } from "vitest";
import { Hash } from "../digest";
import { BUY, SELL, type SideNo } from "../units";
import { NaiveBook } from "./naive-book.oracle";
import { type BookSink, type BookSpec, type Mode, OrderBook, REST, type SelfTrade } from "./order-book";

type Step =
  | { do: "submit"; owner: number; side: SideNo; price: number; lots: number; mode: Mode; selfTrade: SelfTrade }
  | { do: "replace"; pick: number; price: number; lots: number; fewer: boolean; selfTrade: SelfTrade }
  | { do: "cancel"; pick: number }
  | { do: "restore"; spec: BookSpec };

/** Ids of several shapes: in a row, apart by 2^32 (equal lower halves), and the largest there are. */
const idShapes: ((n: number) => number)[] = [
  (n) => n + 1,
  (n) => (n + 1) * 0x100000000,
  (n) => n * 1_000_003 + 7,
  (n) => Number.MAX_SAFE_INTEGER - n,
];

/** The book and the naive book, given the same steps; every step compares all one can see of them. */
class Twins {
  readonly told: (readonly (string | number)[])[] = [];
  private readonly toldNaive: (readonly (string | number)[])[] = [];
  private readonly sink = recorder(this.told);
  private readonly naive = new NaiveBook(recorder(this.toldNaive));
  private readonly ids: number[] = [];
  book: OrderBook;

  constructor(
    private readonly spec: BookSpec,
    private readonly idOf: (n: number) => number,
  ) {
    this.book = new OrderBook(spec, this.sink);
  }

  take(step: Step): void {
    const { book, naive } = this;
    if (step.do === "submit") {
      const id = this.idOf(this.ids.length);
      this.ids.push(id);
      // Two accounts per owner: the book must report the one the order came from.
      const order = [
        id,
        step.owner * 2 + (id % 2),
        step.owner,
        step.side,
        step.price,
        step.lots,
        step.mode,
        step.selfTrade,
      ] as const;
      expect(book.submit(...order)).toBe(naive.submit(...order));
    } else if (step.do === "replace") {
      const resting = [...naive.side(BUY), ...naive.side(SELL)];
      if (resting.length === 0) return;
      const order = resting[step.pick % resting.length];
      const price = step.fewer ? order.price : step.price;
      const lots = step.fewer ? Math.max(1, Math.ceil(order.open / 2)) : step.lots;
      const { id } = order;
      expect(book.replace(id, price, lots, step.selfTrade)).toBe(naive.replace(id, price, lots, step.selfTrade));
    } else if (step.do === "cancel") {
      const id = this.ids[step.pick % this.ids.length] ?? 1;
      expect(book.cancel(id)).toBe(naive.cancel(id));
      return;
    } else {
      const before = digest(book);
      this.book = OrderBook.restore(step.spec, this.sink, JSON.parse(JSON.stringify(book.snapshot())));
      expect(digest(this.book)).toBe(before);
      return;
    }
    expect(book.ending).toBe(naive.ending);
    expect(this.told.splice(0)).toEqual(this.toldNaive.splice(0));
  }

  compare(): void {
    const { book, naive } = this;
    book.check();
    const resting = { [BUY]: naive.side(BUY), [SELL]: naive.side(SELL) };
    expect(book.size).toBe(resting[BUY].length + resting[SELL].length);
    expect([book.bestBid(), book.bestAsk()]).toEqual([resting[BUY][0]?.price ?? 0, resting[SELL][0]?.price ?? 0]);
    for (const side of [BUY, SELL] as const) {
      const seen: number[][] = [];
      book.forEach(side, (...order) => seen.push(order));
      expect(seen).toEqual(resting[side].map(({ id, account, price, open }) => [id, account, price, open]));
      const rows = naive.depth(side, Number.POSITIVE_INFINITY);
      expect(book.depth(side, Number.POSITIVE_INFINITY)).toEqual(rows);
      const middle = rows[rows.length >> 1]?.[0] ?? 100;
      const reached = rows.filter(([price]) => (side === BUY ? price >= middle : price <= middle));
      expect(book.lotsWithin(side, middle)).toBe(reached.reduce((lots, row) => lots + row[1], 0));
      expect([book.lotsAt(side, middle), book.ordersAt(side, middle)]).toEqual(reached.at(-1)?.slice(1) ?? [0, 0]);
      const taker = side === BUY ? SELL : BUY;
      expect(book.fillable(taker, middle, 1, 7)).toBe(naive.fillable(taker, middle, 1, 7));
      const last = resting[side].at(-1);
      if (last) {
        const ahead = resting[side].filter((order) => order.price === last.price && order !== last);
        expect(book.aheadOf(last.id)).toBe(ahead.reduce((lots, order) => lots + order.open, 0));
      }
    }
    expect(digest(book)).toBe(digest(OrderBook.restore(this.spec, this.sink, book.snapshot())));
  }
}

function recorder(told: (readonly (string | number)[])[]): BookSink {
  return {
    trade: (...trade) => told.push(["trade", ...trade]),
    restingReduced: (...out) => told.push(["resting", ...out]),
    incomingReduced: (...out) => told.push(["incoming", ...out]),
  };
}

function digest(book: OrderBook): string {
  const hash = new Hash();
  book.hashInto(hash);
  return hash.hex();
}

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
const mode = fc.constantFrom<Mode>(REST, REST, REST, REST, 1, 2);
const spec = fc.constantFrom<BookSpec>({ ladderTicks: 32, capacity: 1 }, { ladderTicks: 1024 }, {});
const owner = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constant("submit" as const), owner, side, price, lots, mode, selfTrade }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("replace" as const),
      pick: fc.nat(999),
      price,
      lots,
      fewer: fc.boolean(),
      selfTrade,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("cancel" as const), pick: fc.nat(999) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), spec }) },
);

test("whatever comes in, the book does as the naive book does, restored at any moment or not", () => {
  fc.assert(
    fc.property(
      spec,
      fc.constantFrom(...idShapes),
      fc.array(step, { maxLength: 150, size: "max" }),
      (bookSpec, idOf, steps) => {
        const twins = new Twins(bookSpec, idOf);
        for (const [n, each] of steps.entries()) {
          twins.take(each);
          if (n % 4 === 0) twins.compare();
        }
        twins.compare();
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);

test("a long life leaves no trace: a wandering market, thousands of orders, the naive book's answers", () => {
  const below = random(20_261_001);
  const twins = new Twins({ ladderTicks: 64, capacity: 8 }, (n) => n * 3 + 1);
  let middle = 5_000;
  for (let n = 0; n < 6_000; n++) {
    if (n % 50 === 0) middle += below(61) - 30;
    if (n % 2_000 === 1_999) middle += 100_000; // and once in a while it jumps
    const kind = below(10);
    if (kind < 6) {
      const bySide = below(2) as SideNo;
      const away = below(200) - 20;
      const at = bySide === BUY ? middle - away : middle + away;
      twins.take({
        do: "submit",
        owner: below(5),
        side: bySide,
        price: at,
        lots: 1 + below(20),
        mode: below(8) < 6 ? REST : (below(3) as Mode),
        selfTrade: below(4) as SelfTrade,
      });
    } else if (kind < 9) twins.take({ do: "cancel", pick: below(1 << 30) });
    else
      twins.take({
        do: "replace",
        pick: below(1 << 30),
        price: middle + below(100) - 50,
        lots: 1 + below(20),
        fewer: below(2) === 0,
        selfTrade: below(4) as SelfTrade,
      });
    if (n % 400 === 0) twins.compare();
  }
  expect(twins.book.size).toBeGreaterThan(500); // it grew well beyond what it started with
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
