import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { BUY, SELL, type SideNo } from "../units";
import { CLOSING_OUT, IN_GOOD_STANDING, UNDER_CALL } from "./liquidation";
import { DEC, JAN, Venue } from "./venue.oracle";

vi.setConfig({ testTimeout: 60_000 }); // random histories take their time on a busy machine

/** Before each check the market moves, shows new depth in one month, locks or unlocks, or gets money. */
const anyTurn = fc.record({
  after: fc.constantFrom(30_000, 30_000, 30_000, 10_000, 1_800_000),
  marks: fc.tuple(fc.integer({ min: 4050, max: 4950 }), fc.integer({ min: 4068, max: 4972 })),
  slot: fc.constantFrom(DEC, JAN),
  side: fc.constantFrom<SideNo>(BUY, SELL),
  away: fc.integer({ min: -80, max: 80 }),
  lots: fc.nat({ max: 60 }),
  locked: fc.subarray([DEC, JAN]),
  continuous: fc.boolean(),
  order: fc.record({
    slot: fc.constantFrom(DEC, JAN),
    side: fc.constantFrom<SideNo>(BUY, SELL),
    lots: fc.nat({ max: 30 }),
    reducing: fc.boolean(),
  }),
  deposit: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 300_000 }) }),
});
const anyPosition = fc.integer({ min: -200, max: 200 });
const anyRun = fc.record({
  cash: fc.integer({ min: 200_000, max: 2_000_000 }),
  positions: fc.tuple(anyPosition, anyPosition),
  turns: fc.array(anyTurn, { minLength: 3, maxLength: 25 }),
});

const order = /^(buy|sell) (\d+) of (DEC|JAN) at (\d+)$/;

test("close-out takes a fifth at most, only towards zero, only what is shown within 1 %, one order in 30 s, and stops in time (7.5)", () => {
  let orders = 0;
  fc.assert(
    fc.property(anyRun, ({ cash, positions, turns }) => {
      const venue = new Venue();
      const held = [DEC, JAN].filter((slot) => positions[slot] !== 0);
      const trader = venue.trader(
        cash,
        held.map((slot) => [slot, positions[slot], venue.marks[slot]]),
      );
      let began: number[] = [];
      let lastOrder = Number.NEGATIVE_INFINITY;
      for (const turn of turns) {
        venue.isContinuous = turn.continuous;
        venue.lockedDown = new Set(turn.locked);
        for (const slot of [DEC, JAN]) venue.setMark(slot, turn.marks[slot]);
        venue.show(turn.slot, turn.side, venue.marks[turn.slot] + turn.away, turn.lots);
        venue.accounts_.deposit(trader, turn.deposit);
        if (venue.liquidation.stage(trader) === IN_GOOD_STANDING) {
          const { slot, side, lots, reducing } = turn.order;
          venue.accounts_.rest(trader, slot, side, lots, reducing);
        }
        const wasClosing = venue.liquidation.stage(trader) === CLOSING_OUT;
        const before = [DEC, JAN].map((slot) => venue.net(trader, slot));
        const shown = [DEC, JAN].map((slot) => [BUY, SELL].map((side) => withinAPercent(venue, slot, side as SideNo)));
        const done = venue.check(turn.after);
        if (!wasClosing) {
          began = before.map(Math.abs);
          lastOrder = Number.NEGATIVE_INFINITY; // each close-out has a clock of its own
        }
        const sent = done.map((line) => order.exec(line)).filter((match) => match !== null);
        for (const [, side, lots, month] of sent) {
          orders += 1;
          const slot = month === "DEC" ? DEC : JAN;
          expect(venue.isContinuous).toBe(true);
          expect(side).toBe(before[slot] > 0 ? "sell" : "buy"); // towards zero
          expect(Number(lots)).toBeGreaterThan(0);
          expect(Number(lots)).toBeLessThanOrEqual(Math.abs(before[slot]));
          expect(Number(lots)).toBeLessThanOrEqual(Math.ceil(began[slot] / 5));
          const waits = venue.lockedDown.has(slot) && side === "sell";
          if (!waits) expect(Number(lots)).toBeLessThanOrEqual(shown[slot][side === "sell" ? BUY : SELL]);
        }
        const now = [DEC, JAN].map((slot) => venue.net(trader, slot));
        const traded = [DEC, JAN].filter((slot) => now[slot] !== before[slot]);
        expect(traded.length).toBeLessThanOrEqual(1);
        for (const slot of traded) {
          expect(Math.sign(now[slot]) * Math.sign(before[slot])).toBeGreaterThanOrEqual(0); // never through zero
          expect(Math.abs(now[slot])).toBeLessThan(Math.abs(before[slot]));
        }
        if (sent.length > 0) {
          expect(venue.now - lastOrder).toBeGreaterThanOrEqual(30_000);
          lastOrder = venue.now;
        }
        standsAsItShould(venue, trader);
        venue.accounts_.check();
      }
    }),
    { numRuns: 300 },
  );
  expect(orders).toBeGreaterThan(300); // the runs do reach what they are for
});

/** Whoever covers the requirement is free; whoever does not cover maintenance is not. */
function standsAsItShould(venue: Venue, trader: number): void {
  const [equity, requirement] = [venue.equity(trader), venue.requirement(trader)];
  const stage = venue.liquidation.stage(trader);
  if (equity >= requirement) expect(stage).toBe(IN_GOOD_STANDING);
  else if (equity < venue.maintenance(trader)) expect(stage).not.toBe(IN_GOOD_STANDING);
  for (const slot of [DEC, JAN]) {
    for (const side of [BUY, SELL] as const) {
      const [open, reducing] = [venue.openLots(trader, slot, side), venue.reducingLots(trader, slot, side)];
      if (stage === UNDER_CALL) expect(open).toBe(reducing);
      if (stage === CLOSING_OUT) expect(reducing).toBe(0);
      if (stage === CLOSING_OUT && !venue.isContinuous) expect(open).toBe(0);
    }
  }
}

/** Lots on `side` that a close-out order could take: at most 1 % from the mark, and inside the limits. */
function withinAPercent(venue: Venue, slot: number, side: SideNo): number {
  const [mark, { low, high }] = [venue.marks[slot], venue.limits[slot]];
  const reached = ({ price }: { price: number }) =>
    side === BUY ? 100 * price >= 99 * mark : 100 * price <= 101 * mark;
  return venue.depth
    .filter((level) => level.slot === slot && level.side === side && reached(level))
    .filter(({ price }) => (side === BUY ? price >= low : price <= high))
    .reduce((sum, { lots }) => sum + lots, 0);
}
