import type { Desk } from "../agents/participant";
import type { Benchmark } from "../benchmark/benchmark";
import { IOC, REST } from "../book/order-book";
import type { TradingDay } from "../calendar";
import { CLOSING_OUT } from "../clearing/liquidation";
import { BUY, type SideNo } from "../units";
import type { Outlook } from "../world/outlook";
import type { Exchange } from "./exchange";
import type { Market } from "./market";
import type { MonthFixings } from "./month-fixings";

/** One participant's view of the venue: nothing a person could not see or do (8.3). */
export class ParticipantDesk implements Desk {
  now = 0;
  private today: TradingDay | null = null;
  /** Slots of each benchmark, for as long as this list of contracts stands. */
  private readonly slots = new Map<string, number[]>();
  private listed: readonly Market[] = [];

  constructor(
    private readonly exchange: Exchange,
    private readonly benchmarks: readonly Benchmark[],
    private readonly months: readonly MonthFixings[],
    private readonly outlook: Outlook,
    private readonly account: number,
  ) {}

  wakeAt(now: number, day: TradingDay): void {
    this.now = now;
    this.today = day;
  }

  get day(): TradingDay {
    return this.today as TradingDay;
  }

  slotsOf(benchmark: string): readonly number[] {
    const listed = this.exchange.listed();
    if (listed !== this.listed) {
      this.listed = listed;
      this.slots.clear();
    }
    let slots = this.slots.get(benchmark);
    if (!slots) {
      slots = listed.filter((market) => market.terms.id === benchmark).map((market) => market.slot);
      this.slots.set(benchmark, slots);
    }
    return slots;
  }

  symbol(slot: number): string {
    return this.market(slot).symbol;
  }

  collecting(slot: number): boolean {
    return this.market(slot).state === "collecting";
  }

  bid(slot: number): number {
    return this.market(slot).book.bestBid();
  }

  ask(slot: number): number {
    return this.market(slot).book.bestAsk();
  }

  last(slot: number): number {
    return this.market(slot).last;
  }

  mark(slot: number): number {
    return this.market(slot).mark;
  }

  settlement(slot: number): number {
    return this.market(slot).settlement;
  }

  limitLow(slot: number): number {
    return this.market(slot).limitLow;
  }

  limitHigh(slot: number): number {
    return this.market(slot).limitHigh;
  }

  lotsAt(slot: number, side: SideNo, price: number): number {
    return this.market(slot).book.lotsAt(side, price);
  }

  fixing(slot: number): number {
    return this.benchmarks[this.market(slot).benchmark].level;
  }

  implied(slot: number): number {
    return this.benchmarks[this.market(slot).benchmark].impliedLevel();
  }

  expected(slot: number): number {
    const { benchmark, month } = this.market(slot);
    return this.outlook.expected(benchmark, month);
  }

  net(slot: number): number {
    return this.exchange.accounts.net(this.account, slot);
  }

  openLots(slot: number, side: SideNo): number {
    return this.exchange.accounts.openLots(this.account, slot, side);
  }

  equity(): number {
    return this.exchange.accounts.equity(this.account);
  }

  free(): number {
    return this.equity() - this.exchange.accounts.requirement(this.account);
  }

  initialMargin(slot: number): number {
    return this.market(slot).initial;
  }

  knownFixings(slot: number): { known: number; total: number; sum: number } {
    const market = this.market(slot);
    return this.months[market.benchmark].of(market.month);
  }

  /** Lots that 5.3 still lets it add on this side. */
  positionRoom(slot: number, side: SideNo): number {
    const market = this.market(slot);
    const { accounts } = this.exchange;
    const { positionLimit, positionLimitSettlementMonth } = market.terms;
    const room = positionLimit - accounts.worstNet(this.account, market.benchmark, slot, side, 0);
    if (!market.settlementMonth) return Math.max(0, room);
    const roomOfMonth = positionLimitSettlementMonth - accounts.worstNetOfSlot(this.account, slot, side, 0);
    return Math.max(0, Math.min(room, roomOfMonth));
  }

  rest(slot: number, side: SideNo, price: number, lots: number): number {
    return Math.max(0, this.exchange.enterPlain(this.account, this.market(slot), side, price, lots, REST));
  }

  take(slot: number, side: SideNo, price: number, lots: number): number {
    const before = this.net(slot);
    this.exchange.enterPlain(this.account, this.market(slot), side, price, lots, IOC);
    const after = this.net(slot);
    return side === BUY ? after - before : before - after;
  }

  cancel(slot: number, id: number): void {
    if (this.isClosedOut()) return;
    const market = this.exchange.markets[slot];
    if (market?.book.has(id) && market.book.accountOf(id) === this.account) this.exchange.cancelPlain(market, id, true);
  }

  cancelAll(slot: number): void {
    if (this.isClosedOut()) return;
    const market = this.market(slot);
    for (const id of this.exchange.ordersOf(market, this.account)) this.exchange.cancelPlain(market, id, true);
  }

  /** In a close-out what is open is the venue's, a participant's account like a person's (7.5, 8.3). */
  private isClosedOut(): boolean {
    return this.exchange.liquidation.stage(this.account) === CLOSING_OUT;
  }

  private market(slot: number): Market {
    return this.exchange.market(slot);
  }
}
