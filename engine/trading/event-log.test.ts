import fc from "fast-check";
import { expect, test } from "vitest";
import type { RoomEvent } from "../events";
import { BUY, SELL } from "../units";
import { type Aggressor, EventLog, type NewEvent, NO_AGGRESSOR } from "./event-log";

const other = (contract: string): NewEvent => ({ kind: "lock", contract, locked: null });
const symbols = ["PREM-DEC26", "GPUH-OCT26"];

const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("trade" as const),
      slot: fc.nat({ max: 1 }),
      price: fc.integer({ min: 1, max: 0x80000000 }),
      lots: fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1_000_000_000_000 })),
      aggressor: fc.constantFrom<Aggressor>(BUY, SELL, NO_AGGRESSOR),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("other" as const), slot: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("later" as const), by: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("take" as const) }) },
);
const anySteps = fc.array(anyStep, { maxLength: 200, size: "max" });
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Does what the steps say; returns all that was taken, and beside it what each step should have left. */
function play(log: EventLog, steps: readonly Step[]): { taken: RoomEvent[]; expected: object[] } {
  const taken: RoomEvent[] = [];
  const expected: object[] = [];
  for (const step of steps) {
    const stamp = { seq: log.next, at: log.now };
    if (step.kind === "later") log.now += step.by;
    else if (step.kind === "take") taken.push(...log.take());
    else if (step.kind === "other") {
      log.emit(other(symbols[step.slot]));
      expected.push({ ...stamp, ...other(symbols[step.slot]) });
    } else {
      const { slot, price, lots, aggressor } = step;
      log.emitTrade(slot, symbols[slot], price, lots, aggressor);
      const side = aggressor === NO_AGGRESSOR ? null : aggressor === BUY ? "buy" : "sell";
      expected.push({ ...stamp, kind: "trade", contract: symbols[slot], price, lots, aggressor: side });
    }
  }
  taken.push(...log.take());
  return { taken, expected };
}

test("events are taken once, in the order they happened and numbered without a gap, trades among the others", () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { taken, expected } = play(new EventLog(), steps);
      expect(taken).toEqual(expected);
    }),
  );
});

test("more trades than there was room for are all there, and the room is used again", () => {
  const log = new EventLog();
  for (let round = 0; round < 2; round++) {
    for (let n = 1; n <= 5000; n++) log.emitTrade(0, symbols[0], n, n * 2, SELL);
    const taken = log.take();
    expect(taken).toHaveLength(5000);
    expect(taken[4999]).toMatchObject({ seq: 5000 * (round + 1), price: 5000, lots: 10_000, aggressor: "sell" });
  }
});

test("the chain is the same however often events are taken, and in a log that was saved in between", () => {
  fc.assert(
    fc.property(anySteps, anySteps, (past, future) => {
      const log = new EventLog();
      play(log, past);
      const restored = EventLog.load(JSON.parse(JSON.stringify(log.save())), log.now);
      const untaken = new EventLog();
      const kept = [...past, ...future].filter(({ kind }) => kind !== "take");
      play(log, future);
      play(restored, future);
      play(untaken, kept);
      expect(restored.chain()).toBe(log.chain());
      expect(untaken.chain()).toBe(log.chain());
    }),
  );
});

test("another contract, price, size, aggressor, moment or order of events gives another chain", () => {
  const chainOf = (...does: ((log: EventLog) => void)[]) => {
    const log = new EventLog();
    for (const doIt of does) doIt(log);
    return log.chain();
  };
  const trade = (slot: number, price: number, lots: number, aggressor: Aggressor) => (log: EventLog) => {
    log.emitTrade(slot, symbols[slot], price, lots, aggressor);
  };
  const lock = (log: EventLog) => {
    log.emit(other(symbols[0]));
  };
  const later = (log: EventLog) => {
    log.now += 1;
  };
  const chains = [
    chainOf(),
    chainOf(trade(0, 4500, 1, BUY)),
    chainOf(trade(1, 4500, 1, BUY)),
    chainOf(trade(0, 4501, 1, BUY)),
    chainOf(trade(0, 4500, 2, BUY)),
    chainOf(trade(0, 4500, 2 ** 32 + 1, BUY)),
    chainOf(trade(0, 4500, 1, SELL)),
    chainOf(trade(0, 4500, 1, NO_AGGRESSOR)),
    chainOf(later, trade(0, 4500, 1, BUY)),
    chainOf(trade(0, 4500, 1, BUY), trade(0, 4500, 1, BUY)),
    chainOf(trade(0, 4500, 1, BUY), later, trade(0, 4500, 1, BUY)),
    chainOf(trade(0, 4500, 1, BUY), lock),
    chainOf(lock, trade(0, 4500, 1, BUY)),
  ];
  expect(new Set(chains).size).toBe(chains.length);
});
