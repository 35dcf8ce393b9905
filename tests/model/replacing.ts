import type { Command } from "@/engine/commands";
import type { OrderField, Refusal } from "@/engine/refusals";
import type { Lots } from "@/engine/units";
import { closedRefusal, keepsPlace, lotsRefusal, openOrder, refusalsOf, slid } from "./admission";
import { wait } from "./completion";
import { stopPriceRefusal } from "./placing";
import { enter } from "./trading";
import { triggerOf } from "./triggers";
import {
  type Answer,
  closable,
  isReducing,
  monthOf,
  nextArrival,
  type Order,
  openLots,
  personOf,
  type World,
} from "./world";

/** Rule 4.4: a refused replace changes nothing. */

type Replace = Extract<Command, { kind: "replace-order" }>;

export function replaceOrder(world: World, command: Replace): Answer {
  const order = openOrder(world, command.account, command.order);
  if ("reason" in order) return { kind: "refused", refusals: [order] };
  const wanted = changed(world, order, command);
  const refusals = [...termRefusals(order, command), ...replaceRefusals(world, order, wanted)];
  if (refusals.length > 0) return { kind: "refused", refusals };
  const { place } = order;
  const keeps = keepsPlace(wanted, order);
  const onlySmaller = keeps && command.stopPrice === undefined && command.trail === undefined;
  Object.assign(order, { lots: wanted.lots, price: wanted.price, stop: wanted.stop });
  if (place === "waiting") {
    if (!onlySmaller) order.arrival = nextArrival(world);
    wait(world, order);
  } else if (place === "nowhere" || keeps) order.shown = Math.min(order.shown, openLots(order));
  else enter(world, order);
  return { kind: "order", order, repeated: false };
}

/** The order as it would be: reduce-only shrinks to the position, a post-only order that may slide slides. */
function changed(world: World, order: Order, { lots, price, stopPrice, trail }: Replace): Order {
  const wanted: Order = { ...order, lots: lots ?? order.lots, price: price ?? order.price };
  if (wanted.stop !== null && stopPrice !== undefined) wanted.stop = { ...wanted.stop, price: stopPrice };
  if (wanted.stop !== null && trail !== undefined) {
    const price = order.place === "waiting" ? triggerOf(order.side, wanted.stop.reference, trail) : wanted.stop.price;
    wanted.stop = { ...wanted.stop, trail, price };
  }
  if (isReducing(order)) {
    const most = closable(personOf(world, order.account), order.contract, order.side);
    wanted.lots = Math.min(wanted.lots, order.filled + most);
  }
  if (order.place === "book" && !keepsPlace(wanted, order)) wanted.price = slid(world, wanted);
  return wanted;
}

function termRefusals(order: Order, command: Replace): Refusal[] {
  const wrong: OrderField[] = [];
  const waits = order.stop !== null && order.stop.firedAt === null;
  if (command.price !== undefined && order.type === "market") wrong.push("price");
  if (command.lots !== undefined && order.tie !== null && order.tie.role !== "entry") wrong.push("lots");
  if (command.stopPrice !== undefined && (!waits || order.stop!.trail !== null)) wrong.push("stop");
  if (command.trail !== undefined && (!waits || order.stop!.trail === null)) wrong.push("trail");
  return wrong.map((field) => ({ reason: "order-terms", field, conflict: null }));
}

function replaceRefusals(world: World, order: Order, wanted: Order): Refusal[] {
  const closed = closedRefusal(world, monthOf(world, order.contract));
  const asleep = openLots(order) === 0;
  if (!asleep && wanted.lots <= order.filled) {
    const filled = { reason: "already-filled", lots: wanted.lots as Lots, filled: order.filled as Lots } as const;
    return closed === null ? [filled] : [filled, closed];
  }
  if (order.place === "book") return refusalsOf(world, wanted, order);
  const found = [closed, asleep ? null : lotsRefusal(world, wanted), stopPriceRefusal(wanted)];
  return found.filter((refusal) => refusal !== null);
}
