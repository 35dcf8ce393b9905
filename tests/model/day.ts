import { initialOf, positionOf } from "./accounts";
import { uncross } from "./auction";
import { boundaries, dayOf } from "./calendar";
import { complete, setLimits } from "./completion";
import { end } from "./endings";
import { halfUp } from "./rounding";
import { bestOf, type Month, type World } from "./world";

/** Rule 1.2: what the hours of a day do, and rules 6.1, 6.2 and 5.2 at the close. */

export function advance(world: World, to: number): void {
  for (;;) {
    const [boundary] = boundaries(world.config, world.now, to);
    const resuming = world.months
      .filter(({ haltedUntil }) => haltedUntil !== null && haltedUntil > world.now && haltedUntil <= to)
      .sort((a, b) => a.haltedUntil! - b.haltedUntil!)[0];
    const halt = resuming?.haltedUntil ?? Number.POSITIVE_INFINITY;
    if (boundary === undefined && resuming === undefined) break;
    if (boundary !== undefined && boundary.at <= halt) {
      world.now = boundary.at;
      parts[boundary.what](world);
    } else {
      world.now = halt;
      uncross(world, resuming);
    }
  }
  world.now = to;
}

const parts = { "pre-open": beginCollecting, open: openAll, close };

function beginCollecting(world: World): void {
  for (const month of world.months) {
    month.state = "collecting";
    month.dayHigh = null;
    month.dayLow = null;
    month.volume = 0;
  }
}

function openAll(world: World): void {
  for (const month of world.months) uncross(world, month);
}

/** 6.5: day orders end, settlements, variation, limits and initials, in this order. */
function close(world: World): void {
  const locked = new Map(world.months.map((month) => [month.symbol, lockedAtClose(world, month)]));
  for (const month of world.months) month.state = "closed";
  endDayOrders(world);
  const settled = new Map(world.months.map((month) => [month.symbol, observed(world, month, locked)]));
  const prices = world.months.map((month) => settled.get(month.symbol) ?? alongTheCurve(world, month, settled));
  world.months.forEach((month, i) => {
    settle(world, month, Math.min(Math.max(prices[i], month.low), month.high));
  });
  for (const benchmark of world.config.benchmarks) {
    const months = world.months.filter((month) => month.benchmark.id === benchmark.id);
    moveLimits(
      world,
      months,
      months.some(({ symbol }) => locked.get(symbol)),
    );
  }
}

/** 5.2: throughout the last 5 minutes. */
function lockedAtClose(world: World, { lock }: Month): boolean {
  return lock !== null && lock.since <= world.now - world.config.limits.lockWindow;
}

function endDayOrders(world: World): void {
  const today = dayOf(world.config, world.now).date;
  for (const order of world.orders) {
    if (order.status !== "open") continue;
    if (order.timeInForce === "day") end(world, order, "day-end");
    if (order.timeInForce === "gtd" && order.goodTill! <= today) end(world, order, "good-till-date");
  }
  complete(world);
}

/** 6.1 as far as the month itself has been seen: locked, traded in the closing window, or quoted. */
function observed(world: World, month: Month, locked: Map<string, boolean>): number | null {
  const { lots, value, pairs } = month.window;
  const { minLots, minPairs, maxSpread, maxSpreadTicks } = world.config.settlement;
  if (locked.get(month.symbol)) return month.lock!.side === "up" ? month.high : month.low;
  if (lots >= minLots && pairs.length >= minPairs) return halfUp(BigInt(value), BigInt(lots));
  const bid = bestOf(world, month.symbol, "buy");
  const ask = bestOf(world, month.symbol, "sell");
  if (bid === null || ask === null || bid > ask) return null; // crossed in a halt: nobody had to stand by these prices
  const narrow = (ask - bid) * 2_000_000 <= maxSpread * (bid + ask) || ask - bid <= maxSpreadTicks;
  return narrow ? halfUp(BigInt(bid + ask), 2n) : null;
}

/** 6.1: moved by the same percentage as the nearest month that was seen (a tie: the earlier). */
function alongTheCurve(world: World, month: Month, settled: Map<string, number | null>): number {
  const seen = world.months.filter(
    (other) => other.benchmark.id === month.benchmark.id && settled.get(other.symbol) !== null,
  );
  const away = (other: Month) => Math.abs(monthNumber(other) - monthNumber(month));
  const [nearest] = seen.sort((a, b) => away(a) - away(b) || monthNumber(a) - monthNumber(b));
  if (nearest === undefined) return month.settlement;
  const price = Math.min(Math.max(settled.get(nearest.symbol)!, nearest.low), nearest.high);
  return halfUp(BigInt(month.settlement) * BigInt(price), BigInt(nearest.settlement));
}

const monthNumber = ({ month }: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** 6.2 */
function settle(world: World, month: Month, price: number): void {
  for (const person of world.people) {
    const position = positionOf(person, month.symbol);
    person.marginCash += (price * position.net - position.basis) * month.benchmark.tickValue;
    position.basis = price * position.net;
  }
  month.settlement = price;
  month.mark = price;
  month.last = null;
  month.window = { lots: 0, value: 0, pairs: [] };
}

/** 5.2: a locked month moves its whole benchmark a step up; a day without one, back to the first. */
function moveLimits(world: World, months: readonly Month[], anyLocked: boolean): void {
  const { steps } = world.config.limits;
  for (const month of months) {
    const step = steps.indexOf(month.rate as never);
    month.rate = anyLocked ? steps[Math.min(step + 1, steps.length - 1)] : steps[0];
    month.lock = null;
    setLimits(month);
    month.initial = initialOf(world, month);
    for (const order of world.orders) {
      if (order.place !== "book" || order.contract !== month.symbol) continue;
      if (order.price! < month.low || order.price! > month.high) end(world, order, "outside-limits");
    }
  }
  complete(world);
}
