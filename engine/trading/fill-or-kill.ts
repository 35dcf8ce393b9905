import type { SelfTradeMode } from "../commands";
import { BUY, SELL, type SideNo } from "../units";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import { openOf } from "./order-records";
import { roomToReduce } from "./order-ties";

/** A resting order as a sweep would meet it: what it shows, and what comes behind that. */
interface Resting {
  readonly id: number;
  readonly account: number;
  shown: number;
  hidden: number;
}

/** What an order would come to at once: lots traded, Σ price × lots, and lots left that could rest. */
export interface Rehearsal {
  readonly lots: number;
  readonly value: number;
  readonly left: number;
}

/**
 * Lots that a fill-or-kill order would trade, `most` at most: it is counted before it changes anything (4.2). An own order
 * ends it, except in mode "oldest", where the own order gives way (4.5).
 */
export function tradableLots(
  exchange: Exchange,
  market: Market,
  side: SideNo,
  price: number,
  account: number,
  most: number,
  selfTrade: SelfTradeMode,
): number {
  return rehearse(exchange, market, side, price, account, most, selfTrade === "oldest" ? "oldest" : "newest").lots;
}

/**
 * A sweep that is played through without being made, so that hidden lots count, own orders do what their mode says (4.5),
 * and orders that shrink as others fill count with what would be left of them.
 */
export function rehearse(
  exchange: Exchange,
  market: Market,
  side: SideNo,
  price: number,
  account: number,
  most: number,
  selfTrade: SelfTradeMode,
): Rehearsal {
  const owner = exchange.accounts.ownerOf(account);
  const sweep = new Sweep(exchange, market, side === BUY ? SELL : BUY);
  let left = most;
  let lots = 0;
  let value = 0;
  for (const { at, queue } of levelsWithin(market, side === BUY ? SELL : BUY, price)) {
    for (let next = 0; next < queue.length && left > 0; next++) {
      const resting = queue[next];
      if (exchange.accounts.ownerOf(resting.account) === owner) {
        if (selfTrade === "newest" || selfTrade === "both") return { lots, value, left: 0 };
        if (selfTrade === "decrement") left -= Math.min(left, resting.shown + resting.hidden);
        continue;
      }
      const traded = Math.min(left, sweep.most(resting));
      left -= traded;
      lots += traded;
      value += at * traded;
      sweep.took(resting, traded);
      if (resting.shown === 0 && resting.hidden > 0) queue.push(sweep.nextTranche(resting));
    }
  }
  return { lots, value, left };
}

/** Resting orders that a limit of `price` reaches, one queue a price, best first. */
function levelsWithin(market: Market, makers: SideNo, price: number): { at: number; queue: Resting[] }[] {
  const { book } = market;
  const levels: { at: number; queue: Resting[] }[] = [];
  book.forEachWithin(makers, price, (id, account, at, open) => {
    if (levels[levels.length - 1]?.at !== at) levels.push({ at, queue: [] });
    const shown = book.shownOf(id);
    levels[levels.length - 1].queue.push({ id, account, shown, hidden: open - shown });
    return true;
  });
  return levels;
}

/** What a sweep that is only played through would have filled so far. */
class Sweep {
  private readonly filledOf = new Map<number, number>(); // by order
  private readonly reducedOf = new Map<number, number>(); // by account: every fill on this side takes off the same position

  constructor(
    private readonly exchange: Exchange,
    private readonly market: Market,
    private readonly makers: SideNo,
  ) {}

  /** Lots of the tranche that would still be there when the sweep comes to it. */
  most({ id, account, shown }: Resting): number {
    const record = this.exchange.records.get(id);
    if (!record) return shown;
    let open = openOf(record) - (this.filledOf.get(id) ?? 0);
    if (record.tie && record.tie.role !== "entry") {
      const sibling = record.tie.role === "oco" ? record.tie.others[0] : record.tie.others[1];
      open -= sibling === undefined ? 0 : (this.filledOf.get(sibling) ?? 0);
    }
    if (record.draft.reduceOnly) {
      const room = roomToReduce(this.exchange, account, this.market.slot, this.makers);
      open = Math.min(open, room - (this.reducedOf.get(account) ?? 0));
    }
    return Math.max(0, Math.min(shown, open));
  }

  took(resting: Resting, lots: number): void {
    resting.shown -= lots;
    this.filledOf.set(resting.id, (this.filledOf.get(resting.id) ?? 0) + lots);
    this.reducedOf.set(resting.account, (this.reducedOf.get(resting.account) ?? 0) + lots);
  }

  nextTranche({ id, account, hidden }: Resting): Resting {
    const display = this.exchange.records.get(id)?.draft.display ?? hidden;
    const shown = Math.min(display, hidden);
    return { id, account, shown, hidden: hidden - shown };
  }
}
