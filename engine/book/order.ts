import { BUY, type SideNo } from "../units";
import { NEWEST, type SelfTrade, SHOW_ALL } from "./book-face";

/**
 * A resting order, linked into the queue at its price. The head of a queue, the level, is one too: so the queue is a ring,
 * behind the level stands the oldest order, ahead of it the newest, and no end needs a case of its own. A level's lots are
 * the sums of its orders'. Objects are used again when an order ends: entering and leaving makes no garbage.
 */
export class Order {
  id = 0;
  /** The next order whose id has the same hash. */
  chain: Order = this;
  side: SideNo = BUY;
  level: Order = this;
  ahead: Order = this;
  behind: Order = this;
  /** Open lots: the tranche that is shown, and what is hidden behind it (4.2). */
  shown = 0;
  hidden = 0;
  /** Of a level: how many orders stand there, and its price, as its side counts it. */
  orders = 0;
  key = 0;
  owner = 0;
  account = 0;
  /** Numbers the orders of both sides as they entered (4.5). */
  arrival = 0;
  selfTrade: SelfTrade = NEWEST;
  /** Lots shown at a time; SHOW_ALL: all of them (4.2). */
  display: number = SHOW_ALL;

  get open(): number {
    return this.shown + this.hidden;
  }
}

/** The id of no order: those of orders begin at 1. */
export const NO_ID = 0;

/**
 * No order, and no level: it has no id, reads as 0 lots and as a queue of 0 orders. Nobody ever writes to it. Hot code asks
 * for one of these numbers instead of comparing with it, which is the cheaper question.
 */
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
  private spares = 0;

  constructor(capacity: number) {
    for (let n = 0; n < capacity; n++) this.give(new Order());
  }

  take(): Order {
    if (this.spares === 0) return new Order();
    this.spares--;
    const order = this.spare;
    this.spare = order.behind;
    return order;
  }

  give(order: Order): void {
    order.behind = this.spare;
    this.spare = order;
    this.spares++;
  }
}
