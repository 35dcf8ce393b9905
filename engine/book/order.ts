import { BUY, type SideNo } from "../units";
import { NEWEST, type SelfTrade, SHOW_ALL } from "./book-face";

/**
 * A resting order, linked into the queue at its price. The head of a queue, the level, is one too: so the queue is a ring,
 * behind the level stands the oldest order, ahead of it the newest, and no end needs a case of its own. A level's lots are
 * the sums of its orders'. Objects are used again when an order ends: entering and leaving makes no garbage.
 */
export class Order {
  id = 0;
  account = 0;
  owner = 0;
  side: SideNo = BUY;
  selfTrade: SelfTrade = NEWEST;
  /** Lots shown at a time; SHOW_ALL: all of them (4.2). */
  display: number = SHOW_ALL;
  /** Open lots: the tranche that is shown, and what is hidden behind it (4.2). */
  shown = 0;
  hidden = 0;
  /** Numbers the orders of both sides as they entered (4.5). */
  arrival = 0;
  level: Order = this;
  ahead: Order = this;
  behind: Order = this;
  /** The next order whose id has the same hash. */
  chain: Order = this;
  /** Of a level: its price, as its side counts it, and how many orders stand there. */
  key = 0;
  orders = 0;

  get open(): number {
    return this.shown + this.hidden;
  }
}

/** No order, and no level: it reads as 0 lots and as a queue without orders. Nobody ever writes to it. */
export const NONE = new Order();

/** What of `open` lots an order shows first. */
export function setOpen(order: Order, open: number): void {
  const { display } = order;
  order.shown = display > 0 && display < open ? display : open;
  order.hidden = open - order.shown;
}

/** Orders and levels that ended, to be used again; chained through `behind`. */
export class OrderPool {
  private spare = NONE;

  constructor(capacity: number) {
    for (let n = 0; n < capacity; n++) this.give(new Order());
  }

  take(): Order {
    const order = this.spare;
    if (order === NONE) return new Order();
    this.spare = order.behind;
    return order;
  }

  give(order: Order): void {
    order.behind = this.spare;
    this.spare = order;
  }
}
