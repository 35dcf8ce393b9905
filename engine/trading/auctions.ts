import { assert } from "../assert";
import type { Calendar } from "../calendar";
import type { Outcome } from "../outcome";
import type { Lots, RoomTime, Side, Ticks } from "../units";
import type { AuctionView } from "../views";
import type { Exchange } from "./exchange";
import type { Market } from "./market";

/** Rule 4.7: months collect orders before the open and while they are halted, and come back by an auction. */
export class Auctions {
  constructor(
    private readonly exchange: Exchange,
    private readonly calendar: Calendar,
  ) {}

  /** From the pre-open every month collects orders; none matches until the open (1.2). */
  preOpen(): void {
    for (const market of this.exchange.listed()) collect(market);
  }

  /** The opening auction, month by month in listed order. No halt outlasts it. */
  open(): void {
    for (const market of this.exchange.listed()) this.reopen(market);
  }

  /** From 15:00 nothing is accepted but cancels. What a halt has collected stays as it is until the next opening. */
  close(): void {
    for (const market of this.exchange.listed()) market.state = "closed";
  }

  /** 8.1: the month collects orders until it is resumed, until `until`, or till the next opening. Halting again moves the end. */
  halt(market: Market, until: number | undefined): Outcome {
    const { log } = this.exchange;
    market.haltedUntil = this.endOfHalt(until);
    if (market.state === "continuous") {
      collect(market);
      // A halted month is not locked: whether it is again shows in its first continuous book (5.2).
      if (market.lock.reset(log.now)) log.emit({ kind: "lock", contract: market.symbol, locked: null });
    }
    log.emit({ kind: "halt", contract: market.symbol, until: market.haltedUntil as RoomTime });
    return { kind: "halted", contract: market.symbol, eventSeq: log.seq };
  }

  resume(market: Market): Outcome {
    const { log, session } = this.exchange;
    if (market.haltedUntil === 0) {
      return { kind: "refused", refusal: { reason: "not-halted", contract: market.symbol }, eventSeq: log.seq };
    }
    if (session.continuous) this.reopen(market);
    else this.endHalt(market); // the opening auction is its next one
    return { kind: "resumed", contract: market.symbol, eventSeq: log.seq };
  }

  /** When the first halt ends by itself; Infinity: none. */
  nextEnd(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { haltedUntil } of this.exchange.listed()) {
      if (haltedUntil !== 0 && haltedUntil < next) next = haltedUntil;
    }
    return next;
  }

  /** Months whose halt was to last until now trade again. Those that last till an opening are its business. */
  endDue(now: number): void {
    if (!this.exchange.session.continuous) return;
    for (const market of this.exchange.listed()) {
      if (market.haltedUntil !== 0 && market.haltedUntil <= now) this.reopen(market);
    }
  }

  /** Trades what overlaps at one price; from then on the month trades continuously, and its mark and stops follow. */
  uncross(market: Market): void {
    assert(market.state === "collecting", "an auction ends the collecting of orders");
    const { exchange } = this;
    const result = market.book.uncross(market.settlement);
    market.state = "continuous";
    exchange.witness?.uncrossed?.(market, result);
    exchange.log.emit({ kind: "auction", contract: market.symbol, ...auctionView(result) });
    exchange.touched(market);
    exchange.runTriggered();
  }

  private reopen(market: Market): void {
    if (market.haltedUntil !== 0) this.endHalt(market);
    this.uncross(market);
  }

  private endHalt(market: Market): void {
    market.haltedUntil = 0;
    this.exchange.log.emit({ kind: "halt", contract: market.symbol, until: null });
  }

  /** A halt ends within today's continuous trading, or with the next opening (4.7). */
  private endOfHalt(until: number | undefined): number {
    const { session, log } = this.exchange;
    const day = this.calendar.dayAt(log.now);
    if (session.continuous && until !== undefined && until < day.close) return Math.max(until, log.now);
    return log.now < day.open ? day.open : this.calendar.day(day.no + 1).open;
  }
}

/** Where the orders collected so far would trade (4.7); null in continuous trading and at night. */
export const indicativeOf = (market: Market): AuctionView | null =>
  market.state === "collecting" ? auctionView(market.book.indicative(market.settlement)) : null;

function collect(market: Market): void {
  market.state = "collecting";
  market.book.collect(true);
}

function auctionView(result: { price: number; lots: number; surplus: number } | null): AuctionView {
  const { price, lots, surplus } = result ?? { price: null, lots: 0, surplus: 0 };
  const side: Side | null = surplus === 0 ? null : surplus > 0 ? "buy" : "sell";
  return { price: price as Ticks | null, lots: lots as Lots, surplus: Math.abs(surplus) as Lots, side };
}
