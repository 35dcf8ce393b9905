import type { CancelReason } from "@/engine/refusals";
import { closable, isReducing, type Order, openLots, orderOf, personOf, type World } from "./world";

/** How orders end and shrink, and whom they take along (4.2). */

export function end(world: World, order: Order, reason: CancelReason): void {
  if (reason === "self-trade" && mayGrow(world, order)) world.disputes.push("an exit that self-trade prevention ended");
  cancel(world, order, reason);
  endOther(world, order);
  endIdleExits(world, order);
}

function cancel(world: World, order: Order, reason: CancelReason): void {
  leave(world, order);
  order.status = "cancelled";
  order.cancelReason = reason;
}

export function finish(world: World, order: Order): void {
  leave(world, order);
  order.status = "filled";
}

/** When an entry has ended, and its exits have grown by all it filled, those that nothing is left for end too. */
export function endIdleExits(world: World, entry: Order): void {
  if (entry.tie?.role !== "entry" || openLots(entry) > 0 || entry.tie.grownTo < entry.filled) return;
  for (const exit of entry.tie.others.map((id) => orderOf(world, id))) {
    if (exit.status !== "open" || openLots(exit) > 0) continue;
    if (exit.filled > 0) finish(world, exit);
    else end(world, exit, entry.filled === 0 ? "entry-ended" : (exit.tie!.asleep ?? "reduce-only"));
  }
}

/** An order of an OCO that ends takes the other one along, unless that one has done all it had. */
export function endOther(world: World, order: Order): void {
  if (order.tie?.role !== "oco") return;
  for (const other of order.tie.others.map((id) => orderOf(world, id))) {
    if (openLots(other) > 0) end(world, other, "sibling");
  }
}

function leave(world: World, order: Order): void {
  order.place = "nowhere";
  order.shown = 0;
  if (world.reached.includes(order)) world.reached.splice(world.reached.indexOf(order), 1);
}

/** Takes lots out of an order, hidden ones first; its place stays. False: there would be none left. */
export function shrink(order: Order, lots: number): boolean {
  if (lots >= openLots(order)) return false;
  order.lots -= lots;
  order.shown = Math.min(order.shown, openLots(order));
  return true;
}

/** After `lots` of an order have filled: the orders tied to it, then the reduce-only ones of its position. */
export function shrinkAfterFill(world: World, order: Order, lots: number): void {
  for (const sibling of siblingsOf(world, order)) {
    if (openLots(sibling) === 0) continue;
    if (shrink(sibling, lots)) continue;
    if (mayGrow(world, sibling)) sleep(world, sibling, "sibling");
    else cancel(world, sibling, "sibling"); // the one that filled goes on
  }
}

/** An exit whose entry is open, or has filled lots that it has not grown by yet. */
export function mayGrow(world: World, order: Order): boolean {
  if (order.tie?.role !== "target" && order.tie?.role !== "stop") return false;
  const entry = order.tie.others.map((id) => orderOf(world, id)).find(({ tie }) => tie!.role === "entry")!;
  return openLots(entry) > 0 || entry.tie!.grownTo < entry.filled;
}

/** An exit whose lots are gone, filled by it or by the other, or with the position, has none until the entry fills more. */
export function sleep(world: World, exit: Order, because: CancelReason): void {
  exit.tie!.asleep = because;
  exit.lots = exit.filled;
  exit.shown = 0;
  exit.place = "nowhere";
  if (world.reached.includes(exit)) world.reached.splice(world.reached.indexOf(exit), 1);
}

/** Whenever a position falls, each reduce-only order that is open for more shrinks to it. */
export function shrinkToPosition(world: World, account: number, contract: string): void {
  for (const order of world.orders) {
    if (order.account !== account || order.contract !== contract || !isReducing(order)) continue;
    const most = closable(personOf(world, account), contract, order.side);
    const tooMany = openLots(order) - most;
    if (tooMany <= 0 || shrink(order, tooMany)) continue;
    if (mayGrow(world, order)) sleep(world, order, "reduce-only");
    else end(world, order, "reduce-only");
  }
}

const siblingsOf = (world: World, order: Order): Order[] =>
  order.tie === null || order.tie.role === "entry"
    ? []
    : order.tie.others.map((id) => orderOf(world, id)).filter((other) => other.tie?.role !== "entry");
