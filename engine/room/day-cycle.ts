import { listedMonths, type TradingDay } from "../calendar";
import type { Auctions } from "../trading/auctions";
import { delistMarket, listMarket } from "../trading/listing";
import type { Market } from "../trading/market";
import { Settlements } from "../trading/settlements";
import type { Level } from "../units";
import { announceListPrices, publishListPrices } from "./list-prices";
import type { RoomParts } from "./room-parts";

/** Levels are hundredths of a tick; half up to a tick (2.3). */
const toTicks = (level: number): number => Math.floor((level + 50) / 100);

/** What the hours of a trading day do (1.2, 6.5). Moments are given; the clock is the room's. */
export class DayCycle {
  private readonly settlements: Settlements;

  constructor(
    private readonly parts: RoomParts,
    private readonly auctions: Auctions,
  ) {
    this.settlements = new Settlements(parts);
  }

  /** Day 1 begins: every month starts from the last real fixing (2.3, 3.5). */
  start(): void {
    const { exchange, benchmarks, calendar } = this.parts;
    const { month, preOpen } = calendar.day(1);
    exchange.session.opensAt = preOpen;
    for (const market of exchange.listed()) {
      this.begin(market, toTicks(benchmarks[market.benchmark].level), month);
    }
  }

  /** The next moment at which the session turns, after `at`. */
  nextMoment(at: number): number {
    const day = this.parts.calendar.dayAt(at);
    const moments = [day.preOpen, day.open, day.closingWindow, day.close, day.fixing];
    return moments.find((moment) => moment > at) ?? this.parts.calendar.day(day.no + 1).preOpen;
  }

  /** Does what is due at `at`. True if it settled anything, so that margin is checked next (7.5). */
  reach(at: number, day: TradingDay): boolean {
    if (at === day.preOpen) this.preOpen(day);
    if (at === day.open) this.open(day);
    if (at < day.closingWindow) return false;
    if (at === day.closingWindow) return this.closingWindow(day);
    if (at === day.close) return this.close(day);
    return this.fix(day);
  }

  /** A new day: its figures start from nothing, and orders gather for its opening auction (1.2, 4.7). */
  private preOpen(day: TradingDay): void {
    const { exchange } = this.parts;
    Object.assign(exchange.session, { day: day.no, opensAt: day.open });
    for (const market of exchange.listed()) {
      market.high = 0;
      market.low = 0;
      market.volume = 0;
      market.window.clear();
    }
    this.replaceDefaulted();
    this.announce("pre-open", day);
    this.auctions.preOpen();
  }

  private open(day: TradingDay): void {
    this.parts.exchange.session.continuous = true;
    this.announce("open", day);
    this.auctions.open();
  }

  private closingWindow(day: TradingDay): boolean {
    this.parts.exchange.session.closingWindow = true;
    this.announce("closing-window", day);
    return false;
  }

  /** 6.5, at 15:00. */
  private close(day: TradingDay): boolean {
    const { exchange, calendar } = this.parts;
    const opensAt = calendar.day(day.no + 1).preOpen;
    Object.assign(exchange.session, { continuous: false, closingWindow: false, opensAt });
    this.auctions.close();
    this.announce("close", day);
    this.endDayOrders(day);
    this.settlements.daily(day);
    return true;
  }

  /** 6.5, at 15:30. */
  private fix(day: TradingDay): boolean {
    const { exchange, benchmarks, months, calendar } = this.parts;
    this.announce("fixing", day);
    for (const [i, benchmark] of benchmarks.entries()) {
      const { level, withheldDays } = benchmark.fix(day.date);
      if (level !== null) months[i].add(level);
      exchange.log.emit({
        kind: "fixing",
        benchmark: exchange.config.benchmarks[i].id,
        date: day.date,
        level: level as Level | null,
        withheldDays,
        ...(level === null ? {} : { causes: benchmark.causes }),
      });
    }
    const last = calendar.lastDayOf(day.month).no === day.no;
    if (last) this.endMonth(day);
    this.news(day);
    exchange.records.forgetEndedBy(day.no + 1 - exchange.config.orders.clientIdDays); // 4.6, today is one of them
    return last;
  }

  /** The month is over: final settlement, then the next listing (2.3, 6.3). */
  private endMonth(day: TradingDay): void {
    const { exchange, months, calendar, config } = this.parts;
    const ending = exchange.listed().filter((market) => market.month === day.month);
    this.settlements.final(ending, day);
    for (const market of ending) {
      exchange.log.emit({ kind: "expired", contract: market.symbol });
      delistMarket(exchange, market);
    }
    const { month } = calendar.day(day.no + 1);
    for (const fixings of months) fixings.begin(month);
    for (let benchmark = 0; benchmark < config.benchmarks.length; benchmark++) {
      for (const wanted of listedMonths(config.listing, month)) {
        const listed = exchange.listed().filter((market) => market.benchmark === benchmark);
        if (listed.some((market) => market.month === wanted)) continue;
        const start = nearest(listed, wanted).settlement;
        this.begin(listMarket(exchange, calendar, benchmark, wanted), start, month);
      }
    }
    for (const market of exchange.listed()) {
      if (market.month === month && !market.settlementMonth) this.enterSettlementMonth(market);
    }
  }

  /** A new month counts as settled at its start: limits, margin, mark (2.3). */
  private begin(market: Market, settlement: number, month: string): void {
    const { exchange } = this.parts;
    market.settlement = settlement;
    market.mark = settlement;
    market.limitRate = this.rateOf(market);
    exchange.accounts.setMark(market.slot, settlement);
    this.settlements.setLimits(market);
    if (market.month === month) this.enterSettlementMonth(market);
    exchange.log.emit({ kind: "listed", contract: market.symbol, settlement: settlement as never });
  }

  /** A lock moves the limits of its whole benchmark (5.2): a new month joins them where they stand. */
  private rateOf(market: Market): number {
    const sibling = this.parts.exchange.listed().find((m) => m.benchmark === market.benchmark && m !== market);
    return sibling?.limitRate ?? market.limitRate;
  }

  private enterSettlementMonth(market: Market): void {
    market.settlementMonth = true;
    market.monthSettlements = [];
    this.parts.exchange.accounts.setAlone(market.slot, true);
  }

  /**
   * Day orders, those good till a date before the next trading day, and all orders of a contract whose last day it is,
   * end at 15:00 (2.3, 4.2).
   */
  private endDayOrders(day: TradingDay): void {
    const { exchange, calendar } = this.parts;
    const next = calendar.day(day.no + 1).date;
    for (const record of exchange.records.allOpen()) {
      const { timeInForce, goodTill } = record.draft;
      if (record.status !== "open") continue; // it ended with the order it was tied to
      if (timeInForce === "day") exchange.cancelRecord(record, "day-end");
      else if (goodTill !== undefined && goodTill < next) exchange.cancelRecord(record, "good-till-date");
    }
    for (const market of exchange.listed()) {
      if (market.lastDay === day.no) exchange.cancelAllIn(market, "expired");
    }
  }

  /** Sellers' new list prices, known from now on (1.2). */
  private news(day: TradingDay): void {
    const { world } = this.parts;
    publishListPrices(this.parts, world.newsOf(day.no));
    announceListPrices(this.parts, world.announced());
  }

  /** A participant that defaulted is replaced by a booked deposit next day (8.3). People stay as they are. */
  private replaceDefaulted(): void {
    const { exchange, config, defaulted } = this.parts;
    for (const account of defaulted.splice(0)) {
      const participant = config.participants[account - 1];
      if (participant) exchange.accounts.deposit(account, participant.marginCash);
    }
  }

  private announce(phase: "pre-open" | "open" | "closing-window" | "close" | "fixing", day: TradingDay): void {
    const { log, conduct } = this.parts.exchange;
    log.emit({ kind: "session", phase, day: day.no, date: day.date });
    conduct?.phase(phase);
  }
}

/** The listed month nearest to `month`; a tie goes to the earlier (2.3). */
function nearest(listed: readonly Market[], month: string): Market {
  return listed.reduce((best, market) => (distance(market.month, month) < distance(best.month, month) ? market : best));
}

const distance = (a: string, b: string): number => Math.abs(monthNo(a) - monthNo(b));
const monthNo = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
