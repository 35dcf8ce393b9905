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
  const sweep = new Sweep(exchange, market, side, price);
  let left = most;
  let lots = 0;
  let value = 0;
  for (let front = sweep.front(); front !== null && left > 0; front = sweep.front()) {
    if (exchange.accounts.ownerOf(front.account) === owner) {
      if (selfTrade === "newest" || selfTrade === "both") return { lots, value, left: 0 };
      if (selfTrade === "decrement") left -= Math.min(left, front.open);
      sweep.pass();
      continue;
    }
    const traded = Math.min(left, front.lots);
    left -= traded;
    lots += traded;
    value += front.price * traded;
    sweep.take(traded);
  }
  return { lots, value, left };
}

/** Whom a sweep meets next: lots of it that would trade before the next order does, and all it has open. */
export interface Met {
  readonly price: number;
  readonly account: number;
  readonly lots: number;
  readonly open: number;
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

/** A sweep over one side of a book that is played through without being made. */
export class Sweep {
  private readonly levels: { at: number; queue: Resting[] }[];
  private readonly makers: SideNo;
  private level = 0;
  private next = 0;
  private readonly filledOf = new Map<number, number>(); // by order
  private readonly reducedOf = new Map<number, number>(); // by account: every fill on this side takes off the same position

  /** Of an order on `side`, limited at `price`. */
  constructor(
    private readonly exchange: Exchange,
    private readonly market: Market,
    side: SideNo,
    price: number,
  ) {
    this.makers = side === BUY ? SELL : BUY;
    this.levels = levelsWithin(market, this.makers, price);
  }

  /** The tranche that is next to trade; null: there is none within the limit. */
  front(): Met | null {
    for (; this.level < this.levels.length; this.level++, this.next = 0) {
      const { at, queue } = this.levels[this.level];
      for (; this.next < queue.length; this.next++) {
        const resting = queue[this.next];
        const lots = this.most(resting);
        const open = resting.shown + resting.hidden;
        if (lots > 0) return { price: at, account: resting.account, lots, open };
      }
    }
    return null;
  }

  /** `lots` of the front tranche traded; what an iceberg hides queues anew behind it. */
  take(lots: number): void {
    const { queue } = this.levels[this.level];
    const resting = queue[this.next];
    resting.shown -= lots;
    this.filledOf.set(resting.id, (this.filledOf.get(resting.id) ?? 0) + lots);
    this.reducedOf.set(resting.account, (this.reducedOf.get(resting.account) ?? 0) + lots);
    if (resting.shown === 0 && resting.hidden > 0) queue.push(this.nextTranche(resting));
    if (resting.shown === 0) this.pass();
  }

  /** The front order is left out: it is the taker's own, and gives way (4.5). */
  pass(): void {
    this.next += 1;
  }

  /** Lots of the tranche that would still be there when the sweep comes to it. */
  private most({ id, account, shown }: Resting): number {
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

  private nextTranche({ id, account, hidden }: Resting): Resting {
    const display = this.exchange.records.get(id)?.draft.display ?? hidden;
    const shown = Math.min(display, hidden);
    return { id, account, shown, hidden: hidden - shown };
  }
}
