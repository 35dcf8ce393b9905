import { type Month, monthOf, type Order, openLots, type World } from "./world";

/** When stops are reached (4.2). Those reached line up in `world.reached`; firing.ts lets them run. */

/** A buy fires at or above its trigger, a sell at or below. */
export const isReached = (order: Order, price: number): boolean =>
  order.side === "buy" ? price >= order.stop!.price : price <= order.stop!.price;

export function tradeReaches(world: World, month: Month, price: number): void {
  reach(world, month, "last", price);
}

export function markReaches(world: World, month: Month): void {
  reach(world, month, "mark", month.mark);
}

function reach(world: World, month: Month, source: "last" | "mark", price: number): void {
  const waiting = world.orders
    .filter((order) => order.place === "waiting" && order.contract === month.symbol && order.stop!.source === source)
    .filter((order) => !world.reached.includes(order))
    .sort((a, b) => a.arrival - b.arrival);
  for (const order of waiting) {
    trailBehind(order, price);
    if (openLots(order) > 0 && isReached(order, price)) lineUp(world, order);
  }
}

/** It has fired; it runs when its turn comes. */
export function lineUp(world: World, order: Order): void {
  order.stop!.firedAt = world.now;
  world.reached.push(order);
}

/** A trailing stop follows its reference up (a sell) or down (a buy), never back. */
export function trailBehind(order: Order, price: number): void {
  const stop = order.stop!;
  if (stop.trail === null) return;
  const better = order.side === "sell" ? Math.max : Math.min;
  stop.reference = better(stop.reference, price);
  stop.price = triggerOf(order.side, stop.reference, stop.trail);
}

/** It begins behind the last trade, or the settlement while there is none; or behind the mark. */
export function startTrailing(world: World, { contract, side, stop }: Order): void {
  const month = monthOf(world, contract);
  stop!.reference = sourcePrice(month, stop!.source) ?? month.settlement;
  stop!.price = triggerOf(side, stop!.reference, stop!.trail!);
}

export const triggerOf = (side: "buy" | "sell", reference: number, trail: number): number =>
  side === "sell" ? Math.max(1, reference - trail) : reference + trail;

/** What an order entered now would be measured against: null while nothing has traded since the settlement. */
export const sourcePrice = (month: Month, source: "last" | "mark"): number | null =>
  source === "mark" ? month.mark : month.last;
