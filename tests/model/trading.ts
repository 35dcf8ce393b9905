import type { Side } from "@/engine/units";
import { opposite } from "@/engine/units";
import { bookFill } from "./accounts";
import { end, finish, mayGrow, shrink, shrinkAfterFill, shrinkToPosition, sleep } from "./endings";
import { shareDown, shareUp } from "./rounding";
import { tradeReaches } from "./triggers";
import {
  bestOf,
  type Month,
  monthOf,
  type Order,
  openLots,
  ownerOf,
  personOf,
  queueOf,
  reaches,
  rest,
  type World,
} from "./world";

/** Rules 4.1, 4.2, 4.3 and 4.5: what happens when orders meet. */

/** 4.3: how far an order may reach. A market order stops 2 % from the touch, inward to a tick. */
export function boundOf(world: World, order: Order): number | null {
  if (order.type === "limit") return order.price;
  const touch = bestOf(world, order.contract, opposite(order.side));
  return touch === null ? null : protectedBy(world, order.side, touch);
}

export function protectedBy(world: World, side: Side, touch: number): number {
  const share = world.config.orders.marketProtection;
  return side === "buy" ? shareDown(touch, 1_000_000 + share) : shareUp(touch, 1_000_000 - share);
}

/** Lets an admitted order meet the book, and rests or ends what it cannot trade. */
export function enter(world: World, order: Order): void {
  const month = monthOf(world, order.contract);
  order.place = "nowhere";
  if (month.state === "collecting") rest(world, order);
  else {
    sweep(world, order, boundOf(world, order)!);
    if (order.status === "open") restOrEnd(world, order);
  }
}

function restOrEnd(world: World, order: Order): void {
  if (openLots(order) === 0) finishOrSleep(world, order);
  else if (order.type === "market") end(world, order, "market-protection");
  else if (order.timeInForce === "ioc" || order.timeInForce === "fok") end(world, order, order.timeInForce);
  else rest(world, order);
}

/** Best price first, then the older order, until the bound, the lots or the other side end. */
export function sweep(world: World, taker: Order, bound: number): void {
  while (openLots(taker) > 0) {
    const maker = queueOf(world, taker.contract, opposite(taker.side))[0];
    if (maker === undefined || !reaches(taker.side, bound, maker.price!)) return;
    if (ownerOf(world, maker) === ownerOf(world, taker)) preventSelfTrade(world, taker, maker);
    else trade(world, taker, maker);
  }
}

/** A trade prints at the resting order's price (4.1), a tranche of an iceberg at a time (4.2). */
function trade(world: World, taker: Order, maker: Order): void {
  const month = monthOf(world, taker.contract);
  const lots = Math.min(openLots(taker), maker.shown);
  const price = maker.price!;
  const pair = { [taker.side]: taker, [maker.side]: maker } as Record<Side, Order>;
  print(world, month, price, lots, taker.side, [pair.buy.account, pair.sell.account]);
  fill(world, maker, month, price, lots, month.benchmark.fee.maker);
  fill(world, taker, month, price, lots, month.benchmark.fee.taker);
  settleAfterTrade(world, month, [maker, taker], price, lots);
}

/** Everything a trade entails before the next one: siblings, positions, then the stops it reaches. */
export function settleAfterTrade(
  world: World,
  month: Month,
  both: readonly Order[],
  price: number,
  lots: number,
): void {
  for (const order of both) if (order.place === "book") afterTranche(world, order);
  for (const order of both) shrinkAfterFill(world, order, lots);
  for (const order of both) shrinkToPosition(world, order.account, month.symbol);
  tradeReaches(world, month, price);
}

export function print(
  world: World,
  month: Month,
  price: number,
  lots: number,
  aggressor: Side | null,
  accounts: readonly [buyer: number, seller: number],
): void {
  world.trades.push({ contract: month.symbol, price, lots, aggressor });
  month.last = price;
  month.dayHigh = Math.max(month.dayHigh ?? price, price);
  month.dayLow = Math.min(month.dayLow ?? price, price);
  month.volume += lots;
  if (!inClosingWindow(world)) return;
  month.window.lots += lots;
  month.window.value += price * lots;
  const owners = accounts.map((account) => personOf(world, account).owner).sort((a, b) => a - b);
  if (!month.window.pairs.includes(owners.join("-"))) month.window.pairs.push(owners.join("-"));
}

const inClosingWindow = ({ now, config }: World): boolean =>
  now % 86_400_000 >= config.calendar.closingWindow && now % 86_400_000 < config.calendar.close;

export function fill(world: World, order: Order, month: Month, price: number, lots: number, fee: number): void {
  order.filled += lots;
  order.filledValue += price * lots;
  if (order.place === "book") order.shown -= lots;
  if (order.tie?.role === "entry" && !world.growing.includes(order)) world.growing.push(order);
  bookFill(personOf(world, order.account), month, price, order.side === "buy" ? lots : -lots, fee);
}

/** A resting order after a fill: gone, or on to its next tranche, which queues anew (4.2). */
function afterTranche(world: World, order: Order): void {
  if (openLots(order) === 0) finishOrSleep(world, order);
  else if (order.shown === 0) rest(world, order);
}

/** Exits of an entry that is still open wait for its next fills (4.2). */
export function finishOrSleep(world: World, order: Order): void {
  if (mayGrow(world, order)) sleep(world, order, "sibling");
  else finish(world, order);
}

/** 4.5, in the incoming order's mode: nobody trades with themself. */
export function preventSelfTrade(world: World, incoming: Order, resting: Order): void {
  const { selfTrade } = incoming;
  if (incoming.tie?.others.includes(resting.id) && selfTrade !== "newest") world.disputes.push("siblings that meet");
  if (selfTrade === "decrement") {
    const less = Math.min(openLots(incoming), openLots(resting));
    if (!shrink(resting, less)) end(world, resting, "self-trade");
    if (incoming.status === "open" && !shrink(incoming, less)) end(world, incoming, "self-trade");
    return;
  }
  if (selfTrade !== "newest") end(world, resting, "self-trade");
  if (selfTrade !== "oldest" && incoming.status === "open") end(world, incoming, "self-trade");
}
