import type { SpreadDraft } from "@/engine/commands";
import type { Refusal } from "@/engine/refusals";
import { opposite, type Side } from "@/engine/units";
import { worstPositions } from "./accounts";
import { legTrouble, lotsRefusal, marginShortfall } from "./admission";
import { end, finish } from "./endings";
import { fill, print, settleAfterTrade } from "./trading";
import { type Month, monthOf, type Order, openLots, ownerOf, personOf, queueOf, type World } from "./world";

/** Rule 2.4: two months adjacent in the list, pair by pair of lots, on their outright books. */

export function spreadRefusals(world: World, order: Order, draft: SpreadDraft): Refusal[] {
  const legs = world.months.filter(({ symbol }) => symbol === draft.near || symbol === draft.far);
  const [near, far] = legs;
  const sameList = near?.benchmark.id === far?.benchmark.id && near?.symbol === draft.near;
  if (!sameList || world.months.indexOf(far) !== world.months.indexOf(near) + 1) {
    return [{ reason: "not-adjacent", near: draft.near, far: draft.far }];
  }
  const sides = [order.side, opposite(order.side)];
  const stuck = legs
    .map((leg, i) => ({ leg: leg.symbol, why: legTrouble(leg, sides[i]) }))
    .filter(({ why }) => why !== null);
  const lots = lotsRefusal(world, order);
  const legLocked = stuck.map(({ leg, why }) => ({ reason: "leg-locked", leg, why: why! }) as const);
  if (lots !== null || legLocked.length > 0) return [...legLocked, ...(lots === null ? [] : [lots])];
  return accountRefusals(world, order, near, far);
}

function accountRefusals(world: World, order: Order, near: Month, far: Month): Refusal[] {
  const lots = openLots(order);
  const signed = (k: number) => (order.side === "buy" ? k : -k);
  const attempt = (k: number) => ({ moves: { [near.symbol]: signed(k), [far.symbol]: -signed(k) } });
  const found: Refusal[] = [];
  const person = personOf(world, order.account);
  for (const leg of [near, far]) {
    const before = worstPositions(world, person, leg.symbol);
    const after = worstPositions(world, person, leg.symbol, attempt(lots));
    after.forEach(({ worst, limit }, i) => {
      if (worst <= limit || worst <= before[i].worst) return;
      const { id } = leg.benchmark;
      found.push({ reason: "position-limit", worst: worst as never, limit: limit as never, benchmark: id });
    });
  }
  const fair = near.mark - far.mark;
  const worse = Math.max(0, order.side === "buy" ? order.price! - fair : fair - order.price!);
  const fee = near.benchmark.fee.taker + far.benchmark.fee.taker;
  const cost = { fee, loss: worse * near.benchmark.tickValue };
  const margin = marginShortfall(world, order.account, lots, attempt, cost);
  return margin === null ? found : [...found, margin];
}

/** Both legs of a pair trade, or neither does. What finds no pair ends. */
export function tradeSpread(world: World, order: Order): void {
  const [near, far] = order.legs!.map((symbol) => monthOf(world, symbol));
  while (openLots(order) > 0) {
    const nearMaker = queueOf(world, near.symbol, opposite(order.side))[0];
    const farMaker = queueOf(world, far.symbol, order.side)[0];
    if (nearMaker === undefined || farMaker === undefined) break;
    const price = nearMaker.price! - farMaker.price!;
    if (order.side === "buy" ? price > order.price! : price < order.price!) break;
    if ([nearMaker, farMaker].some((maker) => ownerOf(world, maker) === ownerOf(world, order))) break;
    const lots = Math.min(openLots(order), nearMaker.shown, farMaker.shown);
    tradeLeg(world, order, near, order.side, lots, nearMaker);
    tradeLeg(world, order, far, opposite(order.side), lots, farMaker);
    order.filled += lots;
    order.filledValue += price * lots;
  }
  if (openLots(order) === 0) finish(world, order);
  else end(world, order, "ioc");
}

/** One leg is an order of its own for as long as it trades. */
function tradeLeg(world: World, order: Order, month: Month, side: Side, lots: number, maker: Order): void {
  const leg: Order = { ...order, contract: month.symbol, side, lots, filled: 0 };
  const price = maker.price!;
  const accounts = side === "buy" ? ([leg.account, maker.account] as const) : ([maker.account, leg.account] as const);
  print(world, month, price, lots, side, accounts);
  fill(world, maker, month, price, lots, month.benchmark.fee.maker);
  fill(world, leg, month, price, lots, month.benchmark.fee.taker);
  settleAfterTrade(world, month, [maker, leg], price, lots);
}
