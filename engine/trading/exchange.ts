import { assert } from "../assert";
import { type Mode, NEWEST, REST } from "../book/book-face";
import type { Accounts } from "../clearing/accounts";
import type { Liquidation } from "../clearing/liquidation";
import { markOf } from "../clearing/mark";
import type { RoomConfig } from "../config";
import type { CancelReason } from "../refusals";
import type { Wealth } from "../room/wealth";
import { BUY, SELL, type SideNo, sideNo } from "../units";
import { checkAccount, checkPrice } from "./admission";
import type { ConductWatch } from "./conduct-watch";
import type { EventLog } from "./event-log";
import { lockName, type Market } from "./market";
import { isWaiting, type OrderRecord, type OrderRecords, openOf } from "./order-records";
import * as ties from "./order-ties";
import { Reports } from "./reports";
import { RulesInForce } from "./rules-in-force";
import type { Witness } from "./witness";

/** What part of the day it is, as far as orders care. Kept by the day cycle. */
export interface Session {
  continuous: boolean;
  closingWindow: boolean;
  day: number;
  /** When orders are next accepted. */
  opensAt: number;
}

/** The venue between two moments: books, accounts and orders, and what a command does to them. Knows no time but `now`. */
export class Exchange {
  /** By slot; a slot is free between an expiry and the next listing. */
  readonly markets: (Market | null)[] = [];
  readonly bySymbol = new Map<string, Market>();
  private inOrder: readonly Market[] | null = null;
  readonly session: Session = { continuous: false, closingWindow: false, day: 0, opensAt: 0 };
  lastOrder = 0;
  /** Orders and cancels of participants and of the venue: what a room costs (DESIGN §6). */
  plainCommands = 0;
  orderCount = 0;
  tradeCount = 0;
  /** Gives each stop its place among those that a trade reaches together (4.2). */
  arrivals = 0;
  /** The person's order that is being matched; and, if it must end with its sibling as soon as it is done, why. */
  matching: { readonly record: OrderRecord; doomed: CancelReason | null } | null = null;
  /** Stops whose trigger was reached, in the order they run; and entries whose exits must grow first (4.2). */
  readonly fired: OrderRecord[] = [];
  readonly grown: OrderRecord[] = [];
  /** Runs those two until both are empty. Set by `TriggeredOrders`, which needs an exchange to be made. */
  runTriggered: () => void = () => {};
  readonly reports: Reports;
  readonly rules: RulesInForce;
  /** Whoever explains what happens; a live room has nobody, and what follows is the same either way. */
  witness: Witness | null = null;
  /** Surveillance (8.1, 8.2), in rooms that have it. */
  conduct: ConductWatch | null = null;

  constructor(
    readonly config: RoomConfig,
    readonly accounts: Accounts,
    readonly liquidation: Liquidation,
    readonly records: OrderRecords,
    readonly log: EventLog,
    readonly wealth: Wealth,
  ) {
    this.reports = new Reports(this);
    this.rules = new RulesInForce(config);
  }

  /** Listed contracts in the order of the config's benchmarks, then of their months. */
  listed(): readonly Market[] {
    this.inOrder ??= this.markets
      .filter((market): market is Market => market !== null)
      .sort((a, b) => a.benchmark - b.benchmark || a.lastDay - b.lastDay);
    return this.inOrder;
  }

  enter(market: Market): void {
    while (this.markets.length <= market.slot) this.markets.push(null);
    this.markets[market.slot] = market;
    this.bySymbol.set(market.symbol, market);
    this.inOrder = null;
  }

  remove(market: Market): void {
    this.markets[market.slot] = null;
    this.bySymbol.delete(market.symbol);
    this.inOrder = null;
  }

  market(slot: number): Market {
    const market = this.markets[slot];
    assert(market !== null && market !== undefined, "a slot in use has a market");
    return market;
  }

  // Orders of participants and of the venue: no record, no report

  /** A participant's limit order, under every rule a person's is under (8.3). Returns its id if lots of it came to rest, −1
   * if it was done at once, 0 if it was refused. */
  enterPlain(account: number, market: Market, side: SideNo, price: number, lots: number, mode: Mode): number {
    if (market.state !== "continuous" && (market.state === "closed" || mode !== REST)) return 0;
    if (lots < 1 || lots > this.config.orders.maxLots) return 0;
    if (checkPrice(this, market, side, price)) return 0;
    if (checkAccount(this, account, market, side, price, lots, lots, market.terms.fee.taker, false)) return 0;
    const resting = this.enterUnchecked(account, market, side, price, lots, mode);
    this.runTriggered();
    return resting;
  }

  /** Past every check: the venue's own close-out orders (7.5), and participants' once admitted. */
  enterUnchecked(account: number, market: Market, side: SideNo, price: number, lots: number, mode: Mode): number {
    this.lastOrder += 1;
    this.orderCount += 1;
    this.plainCommands += 1;
    const id = this.lastOrder;
    const owner = this.accounts.ownerOf(account);
    if (this.witness !== null) this.witness.entering?.(market, { id, side, price, lots, record: null });
    const resting = market.book.submit(id, account, owner, side, price, lots, mode, NEWEST);
    if (resting > 0) this.accounts.rest(account, market.slot, side, resting);
    this.witness?.entered?.(market, id);
    if (this.conduct !== null) this.conduct.entered(market, id, account, side, price, lots, resting);
    this.touched(market);
    return resting > 0 ? id : -1;
  }

  cancelPlain(market: Market, id: number, byOwner = false): void {
    this.plainCommands += 1;
    const account = market.book.accountOf(id);
    const side = market.book.sideOf(id);
    const lots = market.book.cancel(id);
    this.accounts.rest(account, market.slot, side, -lots);
    if (byOwner && this.conduct !== null) this.conduct.withdrawn(market, id, account, side, lots);
    this.touched(market);
    this.runTriggered();
  }

  // How orders end

  /** Ends one resting order, whoever's it is. It may have ended with a sibling a moment ago (4.2). */
  cancelResting(market: Market, id: number, reason: CancelReason): void {
    const record = this.records.get(id);
    if (record) this.cancelRecord(record, reason);
    else if (market.book.has(id)) this.cancelPlain(market, id);
  }

  /** Ids of an account's resting orders in one book: bids first, in priority order. */
  ordersOf(market: Market, account: number): number[] {
    if (this.accounts.openLots(account, market.slot, BUY) + this.accounts.openLots(account, market.slot, SELL) === 0) {
      return [];
    }
    return restingIds(market, (owner) => owner === account);
  }

  /** Ends every open order of an account, stops that wait included; on request all but reduce-only ones (7.5). */
  cancelOrders(account: number, reason: CancelReason, keepReducing = false): void {
    if (this.accounts.isPerson(account)) {
      for (const record of this.records.openOrders(account)) {
        const kept = keepReducing && record.draft.reduceOnly === true;
        if (!kept) this.cancelRecord(record, reason);
      }
      return;
    }
    for (const market of this.listed()) {
      for (const id of this.ordersOf(market, account)) this.cancelPlain(market, id);
    }
  }

  /** Ends resting orders priced outside the limits (5.2). */
  cancelOutsideLimits(market: Market): void {
    const outside = (_: number, price: number) => price < market.limitLow || price > market.limitHigh;
    for (const id of restingIds(market, outside)) this.cancelResting(market, id, "outside-limits");
  }

  /** Ends everything in one contract, stops that wait included. */
  cancelAllIn(market: Market, reason: CancelReason): void {
    for (const id of restingIds(market, () => true)) this.cancelResting(market, id, reason);
    for (const record of this.records.allOpen()) {
      if (record.slot === market.slot) this.cancelRecord(record, reason);
    }
  }

  cancelRecord(record: OrderRecord, reason: CancelReason): void {
    if (record.status !== "open") return;
    const open = this.takeOut(record);
    this.end(record, "cancelled", reason);
    const market = this.market(record.slot);
    if (this.conduct !== null && open > 0 && reason === "by-owner") {
      this.conduct.withdrawn(market, record.id, record.account, sideNo(record.draft.side), open);
    }
    this.touched(market);
  }

  /** Ends an order because another one did (4.2). One that is being matched ends as soon as that is done. */
  endTied(record: OrderRecord, reason: CancelReason): void {
    if (this.matching?.record === record) this.matching.doomed = reason;
    else {
      this.takeOut(record);
      this.end(record, "cancelled", reason);
    }
  }

  /** Takes an open order out of the book, or from among the stops that wait. Returns the lots that rested. */
  takeOut(record: OrderRecord): number {
    const market = this.market(record.slot);
    if (isWaiting(record)) market.stops.remove(record);
    const open = market.book.cancel(record.id);
    if (open > 0) this.rest(record, -open);
    return open;
  }

  end(record: OrderRecord, status: "filled" | "cancelled" | "rejected", reason: CancelReason | null): void {
    record.cancelReason = reason;
    this.records.end(record, status, this.session.day);
    this.reports.order(record);
    ties.ended(this, record);
  }

  /** More, or fewer, lots of a person's order rest. */
  rest(record: OrderRecord, lots: number): void {
    const { account, slot, draft } = record;
    this.accounts.rest(account, slot, sideNo(draft.side), lots, draft.reduceOnly === true);
  }

  report(record: OrderRecord): void {
    this.reports.order(record);
  }

  /** A command changed this book: the mark follows (4.8), stops may be reached, and the watch on locks looks (5.2). */
  touched(market: Market): void {
    if (market.state !== "continuous") return;
    const { book } = market;
    const bid = book.bestBid();
    const ask = book.bestAsk();
    const mark = markOf(bid, ask, market.last, market.mark, market.limitLow, market.limitHigh, market.settlement);
    if (mark !== market.mark) {
      market.mark = mark;
      this.accounts.setMark(market.slot, mark);
    }
    if (market.stops.count > 0) {
      if (market.last > 0) this.fire(market.stops.reached("last", market.last));
      this.fire(market.stops.reached("mark", mark));
    }
    const { lock, limitLow, limitHigh } = market;
    if (lock.update(this.log.now, bid, ask, limitLow, limitHigh)) {
      this.log.emit({ kind: "lock", contract: market.symbol, locked: lockName(lock.locked()) });
    }
  }

  /** These stops are orders from now on. They run when the order that reached them is complete. */
  fire(stops: readonly OrderRecord[]): void {
    for (const record of stops) {
      assert(record.stop !== null, "a stop has a trigger");
      record.stop.firedAt = this.log.now;
      this.fired.push(record);
      this.witness?.fired?.(record);
    }
  }

  /** Between two commands nothing is half done, and every open order is where it belongs (4.2). */
  checkOrders(): void {
    assert(this.fired.length === 0 && this.grown.length === 0, "what an order set off has run");
    const waiting = new Map<number, number>();
    for (const record of this.records.allOpen()) {
      const { book } = this.market(record.slot);
      if (isWaiting(record)) waiting.set(record.slot, (waiting.get(record.slot) ?? 0) + 1);
      else assert(book.openOf(record.id) === openOf(record), "an open order rests with what has not filled");
      const room = ties.roomToReduce(this, record.account, record.slot, sideNo(record.draft.side));
      assert(!record.draft.reduceOnly || openOf(record) <= room, "a reduce-only order is no larger than the position");
    }
    for (const market of this.listed()) market.stops.check(waiting.get(market.slot) ?? 0);
  }

  /** Open lots in the clearing are exactly what rests in the books. */
  checkOpenLots(): void {
    for (const market of this.listed()) {
      for (const side of [BUY, SELL] as const) {
        const resting = new Map<number, number>();
        market.book.forEach(side, (_, account, __, open) => {
          resting.set(account, (resting.get(account) ?? 0) + open);
        });
        for (let account = 1; account <= this.accounts.count; account++) {
          const open = this.accounts.openLots(account, market.slot, side);
          assert(open === (resting.get(account) ?? 0), "open lots are what rests in the book");
        }
      }
    }
  }

  symbols(): string[] {
    return this.listed().map((market) => market.symbol);
  }
}

/** Ids of the resting orders that match, bids first, in priority order. */
function restingIds(market: Market, matches: (account: number, price: number) => boolean): number[] {
  const ids: number[] = [];
  for (const side of [BUY, SELL] as const) {
    market.book.forEach(side, (id, account, price) => {
      if (matches(account, price)) ids.push(id);
    });
  }
  return ids;
}
