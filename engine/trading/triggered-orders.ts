import { assert } from "../assert";
import { REST } from "../book/book-face";
import type { OrderDraft } from "../commands";
import { sideNo, type Ticks } from "../units";
import { admit } from "./admission";
import type { Exchange } from "./exchange";
import { enterBook, modeOf, replaceInBook } from "./matching";
import { type OrderRecord, openOf } from "./order-records";
import { endIfIdle, exitsOf, roomToReduce } from "./order-ties";
import { isReached, trailed } from "./stop-orders";

/**
 * What an order sets off runs when it is complete, its rest in the book (4.2): first the exits of brackets grow by what
 * their entries filled, then the stops that were reached, in the order they were; whatever those set off comes behind.
 */
export class TriggeredOrders {
  private running = false;

  constructor(private readonly exchange: Exchange) {
    exchange.runTriggered = () => this.run();
  }

  private run(): void {
    const { fired, grown } = this.exchange;
    if (this.running || (fired.length === 0 && grown.length === 0)) return;
    this.running = true;
    while (fired.length > 0 || grown.length > 0) {
      const entry = grown.shift();
      if (entry) this.growExits(entry);
      else this.enter(fired.shift() as OrderRecord);
    }
    this.running = false;
  }

  /** A stop is a new order now, under every rule a new order is under. It may have ended while it waited its turn. */
  private enter(record: OrderRecord): void {
    if (record.status !== "open" || openOf(record) === 0) return;
    const { exchange } = this;
    const market = exchange.market(record.slot);
    const admitted = admit(exchange, record.account, market, asItStands(record), openOf(record));
    if ("reason" in admitted) {
      record.refusal = admitted;
      exchange.end(record, "rejected", null);
      return;
    }
    if (record.price !== null) record.price = admitted.price;
    enterBook(exchange, record, admitted.price, modeOf(record.draft));
  }

  /**
   * The exits of a bracket grow by what its entry filled since, as far as the position goes. No margin is asked for it:
   * with the entry's lots filled and as many to be sold, 7.3 comes to what it did with the entry open.
   */
  private growExits(entry: OrderRecord): void {
    const { exchange } = this;
    assert(entry.tie !== null, "an entry has exits");
    const upTo = entry.filled;
    const more = upTo - entry.tie.handed;
    const before = exitsOf(exchange, entry).map((exit) => ({ exit, open: openOf(exit), filled: exit.filled }));
    for (const { exit, open } of before) {
      if (exit.status !== "open") continue;
      // One that grows may trade at once: the other has as many fewer to do.
      const byOther = before.reduce((sum, one) => sum + (one.exit === exit ? 0 : one.exit.filled - one.filled), 0);
      const room = roomToReduce(exchange, exit.account, exit.slot, sideNo(exit.draft.side));
      const lots = Math.min(open + more - byOther, room) - openOf(exit);
      if (lots > 0) this.grow(exit, lots);
    }
    entry.tie.handed = upTo; // until now what has nothing open sleeps, and has not ended
    for (const exit of exitsOf(exchange, entry)) endIfIdle(exchange, exit);
  }

  private grow(exit: OrderRecord, lots: number): void {
    const { exchange } = this;
    const market = exchange.market(exit.slot);
    const sleeping = openOf(exit) === 0;
    exit.lots += lots;
    if (market.book.has(exit.id)) replaceInBook(exchange, exit, exit.price as number);
    else if (exit.stop === null) this.rest(exit);
    else {
      // One that was reached before it fell asleep is about to be entered: it keeps its turn.
      if (sleeping && !exchange.fired.includes(exit)) waitAnew(exchange, exit);
      exchange.report(exit);
    }
  }

  /** A target enters the book. Beyond the limits of today it cannot rest, and ends as a resting one would (5.2). */
  private rest(exit: OrderRecord): void {
    const { exchange } = this;
    const { limitLow, limitHigh } = exchange.market(exit.slot);
    const price = exit.price as number;
    if (price < limitLow || price > limitHigh) exchange.end(exit, "cancelled", "outside-limits");
    else enterBook(exchange, exit, price, REST);
  }
}

/** What was asked for, at the limit that a replace may have given it since (4.4). */
const asItStands = ({ draft, price }: OrderRecord): OrderDraft =>
  price === null ? draft : { ...draft, price: price as Ticks };

/** A stop begins to wait. A trailing one starts from where the market stands (4.8). */
export function waitAnew(exchange: Exchange, record: OrderRecord): void {
  const { stop, slot, draft } = record;
  assert(stop !== null, "a stop has a trigger");
  const market = exchange.market(slot);
  if (stop.trail !== null) {
    stop.reference = stop.source === "mark" ? market.mark : market.last || market.settlement;
    stop.price = trailed(sideNo(draft.side), stop.reference, stop.trail);
  }
  waitForTrigger(exchange, record);
}

/** From now on it waits, behind all others of its trigger; at or through that already, it fires at once (4.2). */
export function waitForTrigger(exchange: Exchange, record: OrderRecord): void {
  const { stop, slot } = record;
  assert(stop !== null, "a stop has a trigger");
  const market = exchange.market(slot);
  exchange.arrivals += 1;
  stop.arrival = exchange.arrivals;
  stop.firedAt = null;
  const now = stop.source === "mark" ? market.mark : market.last;
  if (market.state === "continuous" && now > 0 && isReached(record, now)) exchange.fire([record]);
  else market.stops.add(record);
}
