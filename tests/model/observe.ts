import type { RoomEvent } from "@/engine/events";
import type { Refusal } from "@/engine/refusals";
import type { Room } from "@/engine/room-face";
import type { OrderReport } from "@/engine/views";
import { equityOf, maintenanceOf, positionOf, requirementOf, transferableOf } from "./accounts";
import { uncrossing } from "./auction";
import { tradingDate } from "./calendar";
import { type Month, type Order, type Person, queueOf, type World } from "./world";

/** Everything both venues can be asked about, by name: what differs is what one of them has wrong. */
export type Sight = Record<string, unknown>;

const LEVELS = 1_000;

/** `orders`: those to look at. */
export function sightOfRoom(room: Room, world: World, orders: readonly Order[], events: readonly RoomEvent[]): Sight {
  const sight: Sight = {};
  const trades = events.filter((event) => event.kind === "trade");
  sight.trades = trades.map(({ contract, price, lots, aggressor }) => ({ contract, price, lots, aggressor }));
  for (const contract of room.contracts()) {
    const { last, mark, bid, ask, settlement, limitLow, limitHigh, locked, state, volume, openInterest } = contract;
    const { symbol, halted, initialMargin, high, low, auction } = contract;
    const { bids, asks } = room.depth(symbol, LEVELS)!;
    const quote = { last, mark, bid, ask, bids, asks, high, low, volume, openInterest, auction };
    const terms = { settlement, limitLow, limitHigh, locked, state, halted, initialMargin };
    sight[symbol] = { ...quote, ...terms };
  }
  for (const { account } of world.people) {
    const view = room.account(account as never)!;
    const { marginCash, bankCash, equity, requirement, maintenance, free, transferable, call } = view;
    const open = room.openOrders(account as never).map(({ id }) => id as number);
    const balances = { marginCash, bankCash, equity, requirement, maintenance, free, transferable, call };
    sight[`account ${account}`] = { ...balances, open: open.sort((a, b) => a - b) };
    for (const { symbol } of world.months) {
      const held = view.positions.find(({ contract }) => contract === symbol);
      const { net, basis, cost, realised, fees } = held ?? { net: 0, basis: 0, cost: 0, realised: 0, fees: 0 };
      sight[`account ${account} in ${symbol}`] = { net, basis, cost, realised, fees };
    }
  }
  for (const order of orders) {
    sight[`order ${order.id}`] = reportSeen(room.order(order.account as never, order.id as never), order);
  }
  return sight;
}

export function sightOfNaive(world: World, orders: readonly Order[], tradesBefore: number): Sight {
  const sight: Sight = { trades: world.trades.slice(tradesBefore) };
  for (const month of world.months) sight[month.symbol] = monthSeen(world, month);
  for (const person of world.people) {
    sight[`account ${person.account}`] = personSeen(world, person);
    for (const { symbol } of world.months) {
      sight[`account ${person.account} in ${symbol}`] = { ...positionOf(person, symbol) };
    }
  }
  for (const order of orders) sight[`order ${order.id}`] = orderSeen(order);
  return sight;
}

/** Orders that were open when last looked at, and new ones. After the fixing the venue forgets what ended that day (4.6). */
export function ordersToSee(world: World, openBefore: ReadonlySet<number>, known: number): Order[] {
  const { now, config } = world;
  const today = now % 86_400_000 < config.calendar.fixing ? tradingDate(config, now) : null;
  const changed = world.orders.filter(({ id }) => id > known || openBefore.has(id));
  return changed.filter(({ endedOn }) => endedOn === null || endedOn === today);
}

function monthSeen(world: World, month: Month): object {
  const bids = levels(queueOf(world, month.symbol, "buy"));
  const asks = levels(queueOf(world, month.symbol, "sell"));
  const { last, mark, settlement, low, high, lock, state, haltedUntil, initial, dayHigh, dayLow, volume } = month;
  return {
    last,
    mark,
    bid: bids[0]?.[0] ?? null,
    ask: asks[0]?.[0] ?? null,
    settlement,
    limitLow: low,
    limitHigh: high,
    locked: lock?.side ?? null,
    state,
    volume,
    openInterest: world.people.reduce((sum, person) => sum + Math.max(0, positionOf(person, month.symbol).net), 0),
    halted: haltedUntil === null ? null : { until: haltedUntil },
    initialMargin: initial,
    high: dayHigh,
    low: dayLow,
    auction: state === "collecting" ? auctionSeen(world, month) : null,
    bids,
    asks,
  };
}

function auctionSeen(world: World, month: Month): object {
  const at = uncrossing(world, month);
  if (at === null) return { price: null, lots: 0, surplus: 0, side: null };
  const side = at.surplus === 0 ? null : at.surplus > 0 ? "buy" : "sell";
  return { price: at.price, lots: at.lots, surplus: Math.abs(at.surplus), side };
}

function levels(queue: readonly Order[]): number[][] {
  const prices = [...new Set(queue.map(({ price }) => price!))];
  return prices.map((price) => {
    const orders = queue.filter((order) => order.price === price);
    return [price, orders.reduce((lots, order) => lots + order.shown, 0), orders.length];
  });
}

function personSeen(world: World, person: Person): object {
  const equity = equityOf(world, person);
  const requirement = requirementOf(world, person);
  const open = world.orders.filter((order) => order.account === person.account && order.status === "open");
  return {
    marginCash: person.marginCash,
    bankCash: person.bankCash,
    equity,
    requirement,
    maintenance: maintenanceOf(world, requirement),
    free: equity - requirement,
    transferable: transferableOf(world, person),
    call: null,
    open: open.map(({ id }) => id).sort((a, b) => a - b),
  };
}

function orderSeen(order: Order): object {
  const { id, account, status, filled, tie } = order;
  const refusal = order.refusals.length > 0 ? "one that is true" : null;
  if (status === "rejected") return { id, account, status, filled, refusal };
  return {
    id,
    account,
    clientOrderId: order.clientOrderId,
    contract: order.contract,
    side: order.side,
    type: order.type,
    lots: order.lots,
    filled,
    filledValue: order.filledValue,
    price: order.price,
    timeInForce: order.timeInForce,
    goodTill: order.goodTill,
    postOnly: order.postOnly,
    reduceOnly: order.reduceOnly,
    display: order.display,
    selfTrade: order.selfTrade,
    legs: order.legs,
    status,
    cancelReason: reasonSeen(order),
    stop: stopSeen(order),
    tie: tie === null ? null : { role: tie.role, others: tie.others },
    refusal,
  };
}

/** An exit that never had lots because its position and its sibling were both gone may end for either. */
function reasonSeen({ cancelReason, filled, tie }: Pick<Order, "cancelReason" | "filled" | "tie"> | OrderReport) {
  const isExit = tie?.role === "target" || tie?.role === "stop";
  return isExit && filled === 0 && cancelReason === "reduce-only" ? "sibling" : cancelReason;
}

/** Where a stop stood that nothing came of, or a trailing one that sleeps, and whether it counts as fired, no rule says. */
function stopSeen({
  cancelReason,
  lots,
  filled,
  stop,
}: Pick<Order, "cancelReason" | "lots" | "filled" | "stop"> | OrderReport) {
  if (stop === null) return null;
  const { source, price, trail, firedAt } = stop;
  const needless = cancelReason === "sibling" || cancelReason === "reduce-only" || cancelReason === "entry-ended";
  const nothing = (needless && filled === 0) || (trail !== null && lots === filled);
  return nothing ? { source, trail } : { source, price, trail, firedAt };
}

function reportSeen(report: OrderReport | null, order: Order): object | null {
  if (report === null) return null;
  const { eventSeq: _, at: __, ...seen } = report;
  const refusal = report.refusal === null ? null : nameOf(report.refusal, order.refusals);
  // Which of its lots and prices a refused order shows, as asked or as they would have become, no rule says.
  const { id, account, status, filled } = report;
  if (status === "rejected") return { id, account, status, filled, refusal };
  return { ...seen, cancelReason: reasonSeen(report), stop: stopSeen(report), refusal };
}

/** A venue may name any reason that is true, with the right numbers. */
export const nameOf = (refusal: Refusal, trueOnes: readonly Refusal[]): unknown =>
  trueOnes.some((one) => sameValue(one, refusal) || sameTerms(one, refusal))
    ? "one that is true"
    : { named: refusal, true: trueOnes };

/** Of two terms that contradict each other either may be called the one that conflicts. */
const sameTerms = (a: Refusal, b: Refusal): boolean =>
  a.reason === "order-terms" && b.reason === "order-terms" && (a.field === b.field || a.field === b.conflict);

/** The names of what is not the same on both sides, with both values. */
export function differences(room: Sight, naive: Sight): string[] {
  const names = [...new Set([...Object.keys(room), ...Object.keys(naive)])];
  return names
    .filter((name) => !sameValue(room[name], naive[name]))
    .map((name) => `${name}: ${firstDifference(room[name], naive[name])}`);
}

/** Equal as JSON: a field that says nothing is no field. */
function sameValue(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  for (const key of Object.keys(a)) if (!sameValue(a[key], b[key])) return false;
  for (const key of Object.keys(b)) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

function firstDifference(room: unknown, naive: unknown): string {
  if (isPlain(room) && isPlain(naive)) {
    const keys = [...new Set([...Object.keys(room), ...Object.keys(naive)])];
    return keys
      .filter((key) => !sameValue(room[key], naive[key]))
      .map((key) => `${key} is ${text(room[key])} in the room, ${text(naive[key])} in the naive venue`)
      .join("; ");
  }
  return `${text(room)} in the room, ${text(naive)} in the naive venue`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isPlain = (value: unknown): value is Record<string, unknown> => isObject(value) && !Array.isArray(value);

const text = (value: unknown): string => JSON.stringify(value) ?? "nothing";
