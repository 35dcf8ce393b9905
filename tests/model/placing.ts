import type { BracketExits, OrderDraft, SpreadDraft, StopTerms } from "@/engine/commands";
import type { Refusal } from "@/engine/refusals";
import { opposite } from "@/engine/units";
import {
  accountRefusals,
  closedRefusal,
  lotsRefusal,
  noPosition,
  refusalsOf,
  slid,
  unknownContract,
} from "./admission";
import { dayOf, tradingDate, tradingDateAfter, tradingDateBefore } from "./calendar";
import { lookAtMarks, wait } from "./completion";
import { spreadRefusals, tradeSpread } from "./spread";
import { enter } from "./trading";
import { startTrailing } from "./triggers";
import { type Answer, closable, monthOf, nextArrival, type Order, personOf, type World } from "./world";

/** Rules 4.2 and 4.6: orders, brackets, OCO pairs and spreads on their way in. */

export function placeOrder(world: World, account: number, draft: OrderDraft, exits?: BracketExits): Answer {
  if (!isListed(world, draft.contract)) return refused(unknownContract(world, draft.contract));
  const request = JSON.stringify([draft, exits]);
  const held = holderOf(world, account, draft.clientOrderId);
  if (held?.request === request) return { kind: "order", order: held, repeated: true };
  const order = newOrder(world, account, draft, request);
  order.refusals = held ? [duplicate(order)] : entryRefusals(world, order);
  if (order.refusals.length > 0) return rejected(world, order);
  world.orders.push(order);
  if (exits !== undefined) addExits(world, order, exits);
  admit(world, order);
  return { kind: "order", order, repeated: false };
}

/** Both enter, or none: the first, then the second with what the first left. */
export function placeOco(world: World, account: number, drafts: readonly [OrderDraft, OrderDraft]): Answer {
  const request = JSON.stringify(drafts);
  const held = drafts.map(({ clientOrderId }) => holderOf(world, account, clientOrderId));
  if (held[0] && held[0].request === request) return { kind: "order", order: held[0], repeated: true };
  const [first, second] = drafts.map((draft) => newOrder(world, account, draft, request));
  for (const [i, order] of [first, second].entries()) {
    order.refusals = held[i] ? [duplicate(order)] : entryRefusals(world, order);
  }
  const inBook = [first, second].filter(({ stop }) => stop === null);
  const together = inBook.length < 2 ? [] : accountRefusals(world, inBook);
  const refusals = [...first.refusals, ...second.refusals, ...together];
  if (refusals.length > 0) {
    world.orderCount = first.id; // one order is told of, that which was refused
    return rejected(world, { ...first, refusals });
  }
  first.tie = { role: "oco", others: [second.id], grownTo: 0, asleep: null };
  second.tie = { role: "oco", others: [first.id], grownTo: 0, asleep: null };
  world.orders.push(first, second);
  admit(world, first);
  lookAtMarks(world);
  if (second.status === "open") admit(world, second);
  return { kind: "order", order: first, repeated: false };
}

export function placeSpread(world: World, account: number, draft: SpreadDraft): Answer {
  const unknown = [draft.near, draft.far].filter((symbol) => !isListed(world, symbol));
  if (unknown.length > 0) {
    return { kind: "refused", refusals: unknown.map((symbol) => unknownContract(world, symbol)) };
  }
  const request = JSON.stringify(draft);
  const held = holderOf(world, account, draft.clientOrderId);
  if (held?.request === request) return { kind: "order", order: held, repeated: true };
  const terms = { type: "limit", timeInForce: "ioc", postOnly: false, selfTrade: "newest" } as const;
  const contract = `${draft.near}/${draft.far.split("-")[1]}`;
  const order = newOrder(world, account, { ...draft, ...terms, contract }, request);
  const spread: Order = { ...order, legs: [draft.near, draft.far] };
  spread.refusals = held ? [duplicate(spread)] : spreadRefusals(world, spread, draft);
  if (spread.refusals.length > 0) return rejected(world, spread);
  world.orders.push(spread);
  tradeSpread(world, spread);
  return { kind: "order", order: spread, repeated: false };
}

/** 4.6: the open order, or one that ended today or the trading day before, with this id. */
function holderOf(world: World, account: number, clientOrderId: string | undefined): Order | undefined {
  const since = tradingDateBefore(tradingDate(world.config, world.now));
  return world.orders.find(
    (order) =>
      clientOrderId !== undefined &&
      order.account === account &&
      order.clientOrderId === clientOrderId &&
      (order.status !== "rejected" || order.stop?.firedAt != null) && // a stop was taken, whatever came of it
      (order.endedOn === null || order.endedOn >= since),
  );
}

const duplicate = ({ clientOrderId }: Order): Refusal => ({ reason: "duplicate-id", clientOrderId: clientOrderId! });

function newOrder(world: World, account: number, draft: OrderDraft, request: string): Order {
  world.orderCount += 1;
  const { contract, side, type, lots, timeInForce, postOnly, selfTrade } = draft;
  return {
    id: world.orderCount,
    account,
    clientOrderId: draft.clientOrderId ?? null,
    request,
    endedOn: null,
    contract,
    side,
    type,
    lots,
    filled: 0,
    filledValue: 0,
    price: draft.price ?? null,
    timeInForce,
    goodTill: draft.goodTill ?? null,
    postOnly,
    slide: draft.slide ?? false,
    reduceOnly: draft.reduceOnly ?? false,
    display: draft.display ?? null,
    selfTrade,
    legs: null,
    stop: draft.stop === undefined ? null : stopOf(draft.stop),
    tie: null,
    status: "open",
    cancelReason: null,
    refusals: [],
    place: "nowhere",
    arrival: 0,
    shown: 0,
  };
}

/** A trailing stop has no price until it waits. */
const stopOf = ({ source, price, trail }: StopTerms) => ({
  source,
  price: price ?? (0 as number),
  trail: trail ?? null,
  reference: 0,
  firedAt: null,
});

/** What is true of every order at entry; a stop is looked at as an order when it fires. */
function entryRefusals(world: World, order: Order): Refusal[] {
  const month = monthOf(world, order.contract);
  const early = [
    closedRefusal(world, month),
    lotsRefusal(world, order),
    goodTillRefusal(world, order),
    noPosition(world, order),
    stopPriceRefusal(order),
  ].filter((refusal) => refusal !== null);
  if (early.length > 0) return early;
  if (order.reduceOnly) {
    order.lots = Math.min(order.lots, closable(personOf(world, order.account), order.contract, order.side));
  }
  if (order.stop !== null) return [];
  order.price = slid(world, order);
  return refusalsOf(world, order);
}

function goodTillRefusal(world: World, order: Order): Refusal | null {
  if (order.goodTill === null) return null;
  const today = tradingDate(world.config, world.now);
  const earliest = world.now < dayOf(world.config, world.now).close ? today : tradingDateAfter(today);
  return order.goodTill < earliest ? { reason: "good-till", goodTill: order.goodTill, earliest } : null;
}

export function stopPriceRefusal({ stop }: Pick<Order, "stop">): Refusal | null {
  const most = 2 ** 31;
  if (stop === null || stop.trail !== null || (stop.price >= 1 && stop.price <= most)) return null;
  return { reason: "stop-price", price: stop.price, least: 1, most };
}

function addExits(world: World, entry: Order, exits: BracketExits): void {
  const base = {
    contract: entry.contract,
    side: opposite(entry.side),
    lots: 0,
    timeInForce: "gtc",
    postOnly: false,
    reduceOnly: true,
    selfTrade: entry.selfTrade,
  } as const;
  const made: Order[] = [];
  if (exits.target) {
    const target = newOrder(world, entry.account, { ...base, type: "limit", ...exits.target } as never, "");
    made.push({ ...target, tie: { role: "target", others: [], grownTo: 0, asleep: null } });
  }
  if (exits.stop) {
    const { limit, ...stop } = exits.stop;
    const terms = limit === undefined ? { type: "market", stop } : { type: "limit", price: limit, stop };
    const order = newOrder(world, entry.account, { ...base, ...terms } as never, "");
    made.push({ ...order, tie: { role: "stop", others: [], grownTo: 0, asleep: null } });
  }
  const ids = made.map(({ id }) => id);
  entry.tie = { role: "entry", others: ids, grownTo: 0, asleep: null };
  for (const exit of made) exit.tie!.others = [entry.id, ...ids.filter((id) => id !== exit.id)];
  world.orders.push(...made);
}

function admit(world: World, order: Order): void {
  const { stop } = order;
  if (stop === null) enter(world, order);
  else {
    order.arrival = nextArrival(world);
    if (stop.trail !== null) startTrailing(world, order);
    wait(world, order);
  }
}

function rejected(world: World, order: Order): Answer {
  order.status = "rejected";
  world.orders.push(order);
  return { kind: "order", order, repeated: false };
}

const refused = (refusal: Refusal): Answer => ({ kind: "refused", refusals: [refusal] });

const isListed = (world: World, contract: string): boolean => world.months.some(({ symbol }) => symbol === contract);
