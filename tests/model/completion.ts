import { limitsOf } from "./accounts";
import { refusalsOf, slid } from "./admission";
import { tradingDate } from "./calendar";
import { endIdleExits, endOther } from "./endings";
import { enter } from "./trading";
import { isReached, lineUp, markReaches, sourcePrice, startTrailing } from "./triggers";
import {
  bestOf,
  closable,
  type Month,
  monthOf,
  nextArrival,
  type Order,
  openLots,
  orderOf,
  personOf,
  type World,
} from "./world";

/**
 * What follows an order once it is complete, its rest in the book (4.2): the mark moves, the exits of brackets grow by
 * what their entry filled, and the stops that were reached run one after the other, each as a new order.
 */
export function complete(world: World): void {
  for (;;) {
    lookAtMarks(world);
    if (growExits(world)) continue;
    const next = world.reached.shift();
    if (next === undefined) break;
    fire(world, next);
  }
  noteEndings(world);
}

/** Each change of a book moves its mark, and the mark reaches stops. */
export function lookAtMarks(world: World): void {
  for (const month of world.months.filter(({ state }) => state === "continuous")) {
    moveMark(world, month);
    watchLock(world, month);
    markReaches(world, month);
  }
}

function noteEndings(world: World): void {
  const today = tradingDate(world.config, world.now);
  for (const order of world.orders) if (order.status !== "open") order.endedOn ??= today;
}

/** 4.8 */
export function moveMark(world: World, month: Month): void {
  const bid = bestOf(world, month.symbol, "buy");
  const ask = bestOf(world, month.symbol, "sell");
  const last = month.last ?? month.settlement;
  if (bid !== null && ask !== null) month.mark = [bid, ask, last].sort((a, b) => a - b)[1];
  if (bid === null && ask !== null) month.mark = Math.min(month.mark, ask);
  if (bid !== null && ask === null) month.mark = Math.max(month.mark, bid);
  month.mark = Math.min(Math.max(month.mark, month.low), month.high);
}

/** 5.2: one side rests at the limit, the other is empty. A lock that changes sides begins anew. */
function watchLock(world: World, month: Month): void {
  const bid = bestOf(world, month.symbol, "buy");
  const ask = bestOf(world, month.symbol, "sell");
  const up = bid === month.high && ask === null;
  const down = ask === month.low && bid === null;
  const side = up ? "up" : down ? "down" : null;
  if (side === null) month.lock = null;
  else if (month.lock?.side !== side) month.lock = { side, since: world.now };
}

/** A stop that runs is a new order with its owner and flags. */
function fire(world: World, order: Order): void {
  order.place = "nowhere";
  order.price = slid(world, order);
  order.refusals = refusalsOf(world, order);
  if (order.refusals.length === 0) enter(world, order);
  else {
    order.status = "rejected";
    endOther(world, order);
  }
}

/** An order outside the book begins to wait for its trigger; at or through it, it runs as soon as its turn comes. */
export function wait(world: World, order: Order): void {
  const month = monthOf(world, order.contract);
  order.place = "waiting";
  const price = sourcePrice(month, order.stop!.source);
  if (month.state !== "continuous" || price === null || openLots(order) === 0) return;
  if (isReached(order, price) && !world.reached.includes(order)) lineUp(world, order);
}

/** True: the exits of one bracket changed, so that the market is to be looked at again. */
function growExits(world: World): boolean {
  const entry = world.growing.shift();
  if (entry === undefined) return false;
  const exits = entry.tie!.others.map((id) => orderOf(world, id)).filter(({ status }) => status === "open");
  const grown = entry.filled - entry.tie!.grownTo;
  entry.tie!.grownTo = entry.filled;
  growBy(world, exits, grown);
  endIdleExits(world, entry);
  return true;
}

/** Both are given their lots before either may trade, so that what one fills leaves the other. */
function growBy(world: World, exits: readonly Order[], lots: number): void {
  const asleep = exits.filter((exit) => openLots(exit) === 0);
  for (const exit of exits) {
    const most = closable(personOf(world, exit.account), exit.contract, exit.side);
    exit.lots = exit.filled + Math.min(openLots(exit) + lots, most);
  }
  for (const exit of exits) {
    if (openLots(exit) === 0) continue;
    const { filled } = exit;
    if (exit.tie!.role === "target" || exit.place === "book") {
      enter(world, exit);
      if (exit.filled > filled) world.disputes.push("an exit that fills as it grows");
    } else {
      exit.arrival = nextArrival(world); // more lots queue anew (4.4)
      if (asleep.includes(exit)) exit.stop!.firedAt = null; // it waits again
      if (asleep.includes(exit) && exit.stop!.trail !== null) startTrailing(world, exit);
      wait(world, exit);
    }
    lookAtMarks(world);
  }
}

/** Limits and mark of a month that begins from `settlement` (4.8, 5.1). */
export function setLimits(month: Month): void {
  const { low, high } = limitsOf(month.settlement, month.rate);
  month.low = low;
  month.high = high;
}
