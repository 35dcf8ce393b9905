import type { LegTrouble, Refusal } from "@/engine/refusals";
import type { Cents, Lots, OrderId, Ticks } from "@/engine/units";
import { opposite, type Side } from "@/engine/units";
import { type Change, equityOf, requirementOf, worstPositions } from "./accounts";
import { dayOf } from "./calendar";
import { shareDown, shareUp } from "./rounding";
import { boundOf, sweep } from "./trading";
import {
  bestOf,
  closable,
  isReducing,
  type Month,
  monthOf,
  type Order,
  openLots,
  orderOf,
  personOf,
  reaches,
  type World,
} from "./world";

/**
 * Every refusal that is true of an order, with its numbers. The rulebook does not say which one a venue that finds two
 * must name, so the comparison accepts any of these, and only these.
 */
export function refusalsOf(world: World, order: Order, replaced?: Order): Refusal[] {
  const month = monthOf(world, order.contract);
  const closed = closedRefusal(world, month);
  const lots = lotsRefusal(world, order);
  if (closed || lots) return [closed, lots].filter((refusal) => refusal !== null);
  return [
    auctionRefusal(world, month, order),
    limitRefusal(month, order),
    bandRefusal(world, month, order),
    touchRefusal(world, order),
    postOnlyRefusal(world, month, order, replaced),
    fokRefusal(world, month, order),
    ...accountRefusals(world, [order], replaced),
  ].filter((refusal) => refusal !== null);
}

export function closedRefusal(world: World, month: Month): Refusal | null {
  if (month.state !== "closed") return null;
  return { reason: "closed", opensAt: dayOf(world.config, world.now).takesOrdersAt };
}

export function lotsRefusal(world: World, order: Pick<Order, "lots">): Refusal | null {
  const most = world.config.orders.maxLots;
  const whole = Number.isInteger(order.lots) && order.lots >= 1 && order.lots <= most;
  return whole ? null : { reason: "lots", lots: order.lots, least: 1, most };
}

/** 1.2: while orders collect, only those that can wait for the auction are accepted. */
function auctionRefusal(world: World, month: Month, order: Order): Refusal | null {
  if (month.state !== "collecting") return null;
  const waits = order.type === "limit" && order.timeInForce !== "ioc" && order.timeInForce !== "fok";
  return waits ? null : { reason: "auction", opensAt: month.haltedUntil ?? dayOf(world.config, world.now).open };
}

export function limitRefusal(month: Month, order: Pick<Order, "price">): Refusal | null {
  const { price } = order;
  if (price === null || (price >= month.low && price <= month.high)) return null;
  return { reason: "outside-limits", price: price as Ticks, low: month.low as Ticks, high: month.high as Ticks };
}

/** 4.3 */
function bandRefusal(world: World, month: Month, order: Order): Refusal | null {
  if (order.price === null || month.state === "collecting") return null;
  const band = world.config.orders.priceBand;
  const bound = order.side === "buy" ? shareDown(month.mark, 1_000_000 + band) : shareUp(month.mark, 1_000_000 - band);
  if (order.side === "buy" ? order.price <= bound : order.price >= bound) return null;
  return { reason: "price-band", price: order.price as Ticks, mark: month.mark as Ticks, bound: bound as Ticks };
}

function touchRefusal(world: World, order: Order): Refusal | null {
  if (order.type === "limit" || boundOf(world, order) !== null) return null;
  return { reason: "no-opposite-side", contract: order.contract };
}

function postOnlyRefusal(world: World, month: Month, order: Order, replaced?: Order): Refusal | null {
  if (!order.postOnly || month.state === "collecting") return null;
  if (replaced !== undefined && keepsPlace(order, replaced)) return null;
  const touch = bestOf(world, order.contract, opposite(order.side));
  if (touch === null || !reaches(order.side, order.price!, touch)) return null;
  return { reason: "post-only", price: order.price as Ticks, touch: touch as Ticks };
}

/** A post-only order that may slide goes one tick off the touch instead (4.2). */
export function slid(world: World, order: Order): number | null {
  const touch = bestOf(world, order.contract, opposite(order.side));
  if (!order.slide || order.price === null || touch === null) return order.price;
  if (monthOf(world, order.contract).state === "collecting" || !reaches(order.side, order.price, touch)) {
    return order.price;
  }
  return order.side === "buy" ? touch - 1 : touch + 1;
}

/** 4.4: fewer lots at the same price. */
export const keepsPlace = (order: Order, replaced: Order): boolean =>
  order.price === replaced.price && order.lots < replaced.lots;

/** 4.2: a rehearsal in a copy of the venue shows what the order would trade. */
function fokRefusal(world: World, month: Month, order: Order): Refusal | null {
  if (order.timeInForce !== "fok" || month.state === "collecting") return null;
  const bound = boundOf(world, order);
  if (bound === null) return null;
  const copy: World = structuredClone(world);
  // An own order kills it in every mode but the one that takes the own order away.
  const selfTrade = order.selfTrade === "oldest" ? "oldest" : "newest";
  const rehearsed: Order = { ...structuredClone(order), id: -1, selfTrade };
  copy.orders.push(rehearsed);
  sweep(copy, rehearsed, bound);
  if (rehearsed.filled === order.lots) return null;
  return { reason: "fok-unfilled", lots: order.lots as Lots, available: rehearsed.filled as Lots };
}

/** 5.3 and 7.4, for one order or for the two of an OCO. */
export function accountRefusals(world: World, orders: readonly Order[], replaced?: Order): Refusal[] {
  const adds = orders.map((order) => ({
    contract: order.contract,
    side: order.side,
    lots: openLots(order),
    reducing: isReducing(order),
  }));
  const change = { adds, without: replaced };
  const [order] = orders;
  return [positionRefusal(world, order, change), marginRefusal(world, orders, change)].filter((r) => r !== null);
}

function positionRefusal(world: World, order: Order, change: Change): Refusal | null {
  const { benchmark } = monthOf(world, order.contract);
  const person = personOf(world, order.account);
  const before = worstPositions(world, person, order.contract);
  const after = worstPositions(world, person, order.contract, change);
  const broken = after.findIndex(({ worst, limit }, i) => worst > limit && worst > before[i].worst);
  if (broken < 0) return null;
  const { worst, limit } = after[broken];
  return { reason: "position-limit", worst: worst as Lots, limit: limit as Lots, benchmark: benchmark.id };
}

/** 7.4: what raises the requirement needs equity for it, for its fee, and for its loss if filled at its limit. */
function marginRefusal(world: World, orders: readonly Order[], change: Change): Refusal | null {
  const lots = openLots(orders[0]);
  const attempt = (most: number) => ({
    ...change,
    adds: change.adds?.map((addition) => ({ ...addition, lots: Math.min(most, addition.lots) })),
  });
  const cost = orders.map((order) => costOf(world, order, boundOf(world, order)));
  const fee = cost.reduce((sum, each) => sum + each.fee, 0);
  const loss = cost.reduce((sum, each) => sum + each.loss, 0);
  return marginShortfall(world, orders[0].account, lots, attempt, { fee, loss });
}

/** Per lot. */
interface Cost {
  readonly fee: number;
  readonly loss: number;
}

function costOf(world: World, order: Order, limit: number | null): Cost {
  const { benchmark, mark, state } = monthOf(world, order.contract);
  const worse = limit === null ? 0 : order.side === "buy" ? limit - mark : mark - limit;
  const fee = state === "collecting" ? benchmark.fee.maker : benchmark.fee.taker;
  return { fee, loss: Math.max(0, worse) * benchmark.tickValue };
}

/** `attempt`: the account with so many lots of it. */
export function marginShortfall(
  world: World,
  account: number,
  lots: number,
  attempt: (lots: number) => Change,
  cost: Cost,
): Refusal | null {
  const person = personOf(world, account);
  const equity = equityOf(world, person);
  const requirementBefore = requirementOf(world, person);
  const requiredFor = (k: number) => requirementOf(world, person, attempt(k));
  const passes = (k: number) => {
    const required = requiredFor(k);
    return required <= requirementBefore || equity >= required + k * (cost.fee + cost.loss);
  };
  if (passes(lots)) return null;
  let fits = lots - 1;
  while (fits > 0 && !passes(fits)) fits -= 1;
  return {
    reason: "insufficient-margin",
    requirementBefore: requirementBefore as Cents,
    required: requiredFor(lots) as Cents,
    fee: (lots * cost.fee) as Cents,
    loss: (lots * cost.loss) as Cents,
    equity: equity as Cents,
    free: (equity - requirementBefore) as Cents,
    fits: fits as Lots,
  };
}

/** Why a leg that would be bought or sold cannot trade (2.4). */
export function legTrouble(month: Month, side: Side): LegTrouble | null {
  if (month.state === "closed") return "closed";
  if (month.haltedUntil !== null) return "halted";
  if (month.state === "collecting") return "auction";
  return month.lock?.side === (side === "buy" ? "up" : "down") ? "locked" : null;
}

/** An order of this account that is still open (4.4). */
export function openOrder(world: World, account: number, id: number): Order | Refusal {
  const known = world.orders.some((order) => order.id === id && order.account === account && order.status === "open");
  return known ? orderOf(world, id) : { reason: "unknown-order", order: id as OrderId };
}

export function noPosition(world: World, order: Order): Refusal | null {
  const person = personOf(world, order.account);
  if (!order.reduceOnly || closable(person, order.contract, order.side) > 0) return null;
  return { reason: "reduce-only", net: (person.positions[order.contract]?.net ?? 0) as Lots };
}

export const unknownContract = (world: World, contract: string): Refusal => ({
  reason: "unknown-contract",
  contract,
  listed: world.months.map(({ symbol }) => symbol),
});
