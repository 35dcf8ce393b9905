import { IOC, REST } from "../book/order-book";
import type { Calendar } from "../calendar";
import { LOCKED_DOWN, LOCKED_UP } from "../clearing/limits";
import { CLOSING_OUT, type LiquidationDesk } from "../clearing/liquidation";
import type { Exchange } from "../trading/exchange";
import type { MarginListener } from "../trading/margin-witness";
import type { OrderEntry } from "../trading/order-entry";
import { type AccountNo, BUY, type Cents, type Lots, type RoomTime, type SideNo, sideName, type Ticks } from "../units";

/** What the liquidation rule (7.5) sees of the venue and does to it. */
export class LiquidationActions implements LiquidationDesk {
  /** Whoever explains a margin call; a live room has nobody. */
  listener: MarginListener | null = null;

  constructor(
    private readonly exchange: Exchange,
    private readonly entry: OrderEntry,
    private readonly calendar: Calendar,
  ) {}

  accounts = (): number => this.exchange.accounts.count;
  isCovered = (account: number): boolean => this.exchange.accounts.isCovered(account);
  equity = (account: number): number => this.exchange.accounts.equity(account);
  requirement = (account: number): number => this.exchange.accounts.requirement(account);
  maintenance = (account: number): number => this.exchange.accounts.maintenance(account);
  continuous = (): boolean => this.exchange.session.continuous;
  net = (account: number, slot: number): number => this.exchange.accounts.net(account, slot);
  openLots = (account: number, slot: number, side: SideNo): number =>
    this.exchange.accounts.openLots(account, slot, side);
  initial = (slot: number): number => this.exchange.market(slot).initial;
  mark = (slot: number): number => this.exchange.market(slot).mark;

  deadline(from: number): number {
    return this.calendar.addContinuous(from, this.exchange.config.margin.callTime);
  }

  cancelOrders(account: number, keepReducing: boolean): void {
    const reason = this.exchange.liquidation.stage(account) === CLOSING_OUT ? "close-out" : "margin";
    this.listener?.cancelling(account);
    this.exchange.cancelOrders(account, reason, keepReducing);
    this.listener?.cancelled(account, keepReducing);
  }

  cancelOrdersIn(account: number, slot: number): void {
    const market = this.exchange.market(slot);
    for (const id of this.exchange.ordersOf(market, account)) this.exchange.cancelResting(market, id, "close-out");
  }

  positions(account: number): number[] {
    const { accounts } = this.exchange;
    return this.exchange
      .listed()
      .map((market) => market.slot)
      .filter((slot) => accounts.net(account, slot) !== 0);
  }

  shown(slot: number, side: SideNo, bound: number): number {
    return this.exchange.market(slot).book.lotsWithin(side, bound);
  }

  canTrade(slot: number, side: SideNo): boolean {
    const { book, state } = this.exchange.market(slot);
    return state === "continuous" && (side === BUY ? book.bestAsk() : book.bestBid()) > 0;
  }

  lockedAgainst(slot: number, side: SideNo): boolean {
    return this.exchange.market(slot).lock.locked() === (side === BUY ? LOCKED_UP : LOCKED_DOWN);
  }

  limitPrice(slot: number, side: SideNo): number {
    const { limitHigh, limitLow } = this.exchange.market(slot);
    return side === BUY ? limitHigh : limitLow;
  }

  closeOutIoc(account: number, slot: number, side: SideNo, lots: number, limit: number): number {
    const filled = this.entry.enterForCloseOut(account, this.exchange.market(slot), side, limit, lots, IOC);
    this.listener?.stepEnded(account);
    return filled;
  }

  restAtLimit(account: number, slot: number, side: SideNo, lots: number): void {
    const market = this.exchange.market(slot);
    this.entry.enterForCloseOut(account, market, side, this.limitPrice(slot, side), lots, REST);
  }

  called(account: number, amount: number, deadline: number, equity: number, maintenance: number): void {
    if (!this.exchange.accounts.isPerson(account)) return;
    this.exchange.log.emit({
      kind: "margin-call",
      account: account as AccountNo,
      amount: amount as Cents,
      equity: equity as Cents,
      maintenance: maintenance as Cents,
      deadline: deadline as RoomTime,
    });
    this.listener?.called(account, amount, deadline, this.exchange.log.seq);
  }

  callMet(account: number): void {
    if (!this.exchange.accounts.isPerson(account)) return;
    this.exchange.log.emit({ kind: "margin-call-met", account: account as AccountNo });
    this.listener?.callMet(account);
  }

  stepped(account: number, slot: number, side: SideNo, lots: number, limit: number): void {
    if (!this.exchange.accounts.isPerson(account)) return;
    this.listener?.stepped(account, slot, side, lots, limit, this.lockedAgainst(slot, side));
    this.exchange.log.emit({
      kind: "close-out-step",
      account: account as AccountNo,
      contract: this.exchange.market(slot).symbol,
      side: sideName(side),
      lots: lots as Lots,
      limit: limit as Ticks,
    });
  }
}
