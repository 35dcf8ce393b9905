import { assert } from "../assert";
import { type Mode, NEWEST } from "../book/book-face";
import type { Accounts } from "../clearing/accounts";
import type { Liquidation } from "../clearing/liquidation";
import { markOf } from "../clearing/mark";
import type { RoomConfig } from "../config";
import type { LedgerLine } from "../events";
import type { CancelReason } from "../refusals";
import type { Wealth } from "../room/wealth";
import {
  type AccountNo,
  BUY,
  type Cents,
  type Lots,
  type OrderId,
  SELL,
  type SideNo,
  sideName,
  sideNo,
  type Ticks,
} from "../units";
import type { FillReport } from "../views";
import { checkAccount, checkPrice } from "./admission";
import type { EventLog } from "./event-log";
import { lockName, type Market } from "./market";
import { type OrderRecord, type OrderRecords, reportOf } from "./order-records";

/** What part of the day it is, as far as orders care. Kept by the day cycle. */
export interface Session {
  continuous: boolean;
  closingWindow: boolean;
  day: number;
  /** When orders are next accepted. */
  opensAt: number;
}

/** A movement of cash: what it was for, and, where they say more, the contract, lots and prices behind it. */
interface NewLedgerLine {
  readonly entry: LedgerLine["entry"];
  readonly marginChange: number;
  readonly bankChange: number;
  readonly contract?: string;
  readonly lots?: number;
  readonly price?: number;
  readonly previousPrice?: number;
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
  /** The person's order that is being matched, and the fills it has made. */
  matching: { readonly record: OrderRecord; readonly fills: FillReport[] } | null = null;

  constructor(
    readonly config: RoomConfig,
    readonly accounts: Accounts,
    readonly liquidation: Liquidation,
    readonly records: OrderRecords,
    readonly log: EventLog,
    readonly wealth: Wealth,
  ) {}

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

  /** A participant's limit order, under every rule a person's is under (8.3). Returns its id if lots of it rest, −1 if it
   * was done at once, 0 if it was refused. */
  enterPlain(account: number, market: Market, side: SideNo, price: number, lots: number, mode: Mode): number {
    if (!this.session.continuous || lots < 1 || lots > this.config.orders.maxLots) return 0;
    if (checkPrice(this, market, side, price, false)) return 0;
    if (checkAccount(this, account, market, side, price, lots, lots, market.terms.fee.taker)) return 0;
    return this.enterUnchecked(account, market, side, price, lots, mode);
  }

  /** Past every check: the venue's own close-out orders (7.5), and participants' once admitted. */
  enterUnchecked(account: number, market: Market, side: SideNo, price: number, lots: number, mode: Mode): number {
    this.lastOrder += 1;
    this.orderCount += 1;
    this.plainCommands += 1;
    const id = this.lastOrder;
    const owner = this.accounts.ownerOf(account);
    const resting = market.book.submit(id, account, owner, side, price, lots, mode, NEWEST);
    if (resting > 0) this.accounts.rest(account, market.slot, side, resting);
    this.touched(market);
    return resting > 0 ? id : -1;
  }

  cancelPlain(market: Market, id: number): void {
    this.plainCommands += 1;
    const account = market.book.accountOf(id);
    const side = market.book.sideOf(id);
    const lots = market.book.cancel(id);
    this.accounts.rest(account, market.slot, side, -lots);
    this.touched(market);
  }

  /** Ends one resting order, whoever's it is. */
  cancelResting(market: Market, id: number, reason: CancelReason): void {
    const record = this.records.get(id);
    if (record) this.cancelRecord(record, reason);
    else this.cancelPlain(market, id);
  }

  /** Ids of an account's resting orders in one book: bids first, in priority order. */
  ordersOf(market: Market, account: number): number[] {
    if (this.accounts.openLots(account, market.slot, BUY) + this.accounts.openLots(account, market.slot, SELL) === 0) {
      return [];
    }
    return restingIds(market, (owner) => owner === account);
  }

  /** Ends every open order of an account. */
  cancelOrders(account: number, reason: CancelReason): void {
    for (const market of this.listed()) {
      for (const id of this.ordersOf(market, account)) this.cancelResting(market, id, reason);
    }
  }

  /** Ends resting orders priced outside the limits (5.2). */
  cancelOutsideLimits(market: Market): void {
    const outside = (_: number, price: number) => price < market.limitLow || price > market.limitHigh;
    for (const id of restingIds(market, outside)) this.cancelResting(market, id, "outside-limits");
  }

  cancelAllIn(market: Market, reason: CancelReason): void {
    for (const id of restingIds(market, () => true)) this.cancelResting(market, id, reason);
  }

  cancelRecord(record: OrderRecord, reason: CancelReason): void {
    const market = this.market(record.slot);
    const side = sideNo(record.draft.side);
    const lots = market.book.cancel(record.id);
    this.accounts.rest(record.account, market.slot, side, -lots);
    record.cancelReason = reason;
    this.records.end(record, "cancelled", this.session.day);
    this.report(record);
    this.touched(market);
  }

  // What the book tells us

  /** Both sides of one trade: positions, open lots, fees, the tape, and the reports of the people in it. */
  onTrade(
    market: Market,
    price: number,
    lots: number,
    maker: number,
    makerAccount: number,
    taker: number,
    takerAccount: number,
    takerSide: SideNo,
  ): void {
    const { accounts, log } = this;
    const [buyer, seller] = takerSide === BUY ? [takerAccount, makerAccount] : [makerAccount, takerAccount];
    const makerSide: SideNo = takerSide === BUY ? SELL : BUY;
    accounts.trade(market.slot, price, lots, buyer, seller);
    accounts.rest(makerAccount, market.slot, makerSide, -lots);
    market.last = price;
    market.high = market.high === 0 ? price : Math.max(market.high, price);
    market.low = market.low === 0 ? price : Math.min(market.low, price);
    market.volume += lots;
    if (this.session.closingWindow) {
      market.window.add(price, lots, accounts.ownerOf(buyer), accounts.ownerOf(seller));
    }
    this.tradeCount += 1;
    log.emit({
      kind: "trade",
      contract: market.symbol,
      price: price as Ticks,
      lots: lots as Lots,
      aggressor: sideName(takerSide),
    });
    const { fee } = market.terms;
    this.fill(market, makerAccount, maker, makerSide, price, lots, fee.maker * lots, "maker");
    this.fill(market, takerAccount, taker, takerSide, price, lots, fee.taker * lots, "taker");
  }

  /** Self-trade prevention took lots out of a resting order (4.5). */
  onRestingReduced(market: Market, id: number, account: number, side: SideNo, lots: number, open: number): void {
    this.accounts.rest(account, market.slot, side, -lots);
    const record = this.records.get(id);
    if (!record) return;
    if (open === 0) {
      record.cancelReason = "self-trade";
      this.records.end(record, "cancelled", this.session.day);
    } else {
      record.lots -= lots;
    }
    this.report(record);
  }

  /** Self-trade prevention took lots out of the order that is being matched (4.5). */
  onIncomingReduced(lots: number, open: number): void {
    if (this.matching && open > 0) this.matching.record.lots -= lots;
  }

  /** A command changed this book: the mark follows (4.8), and the watch on locks looks (5.2). */
  touched(market: Market): void {
    if (!this.session.continuous) return;
    const { book } = market;
    const bid = book.bestBid();
    const ask = book.bestAsk();
    const mark = markOf(bid, ask, market.last, market.mark, market.limitLow, market.limitHigh, market.settlement);
    if (mark !== market.mark) {
      market.mark = mark;
      this.accounts.setMark(market.slot, mark);
    }
    const { lock, limitLow, limitHigh } = market;
    if (lock.update(this.log.now, bid, ask, limitLow, limitHigh)) {
      this.log.emit({ kind: "lock", contract: market.symbol, locked: lockName(lock.locked()) });
    }
  }

  /** A movement of a person's cash, read after it. Participants' ledgers are not kept. */
  ledger(
    account: number,
    { entry, marginChange, bankChange, contract, lots, price, previousPrice }: NewLedgerLine,
  ): void {
    if (!this.accounts.isPerson(account)) return;
    this.log.emit({
      kind: "ledger",
      line: {
        account: account as AccountNo,
        entry,
        marginChange: marginChange as Cents,
        bankChange: bankChange as Cents,
        marginCash: this.accounts.marginCash(account) as Cents,
        bankCash: this.accounts.bankCash(account) as Cents,
        contract: contract ?? null,
        lots: (lots ?? null) as Lots | null,
        price: (price ?? null) as Ticks | null,
        previousPrice: (previousPrice ?? null) as Ticks | null,
      },
    });
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

  private fill(
    market: Market,
    account: number,
    id: number,
    side: SideNo,
    price: number,
    lots: number,
    due: number,
    liquidity: FillReport["liquidity"],
  ): void {
    const fee = this.accounts.chargeFee(account, market.slot, due);
    if (!this.accounts.isPerson(account)) return;
    const report: FillReport = {
      eventSeq: this.log.next,
      account: account as AccountNo,
      order: id as OrderId,
      contract: market.symbol,
      side: sideName(side),
      price: price as Ticks,
      lots: lots as Lots,
      fee: fee as Cents,
      liquidity,
      at: this.log.now as FillReport["at"],
    };
    this.log.emit({ kind: "fill", report });
    this.wealth.traded(account);
    if (fee > 0) {
      this.ledger(account, { entry: "fee", marginChange: -fee, bankChange: 0, contract: market.symbol, lots, price });
    }
    const record = this.records.get(id);
    assert(record !== undefined, "a person's order has a record");
    record.filled += lots;
    record.filledValue += price * lots;
    if (record === this.matching?.record) {
      this.matching.fills.push(report);
      return;
    }
    if (record.filled === record.lots) this.records.end(record, "filled", this.session.day);
    this.report(record);
  }

  report(record: OrderRecord): void {
    record.eventSeq = this.log.next;
    record.at = this.log.now;
    this.log.emit({ kind: "order", report: reportOf(record) });
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
