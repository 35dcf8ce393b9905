import type { TradingDay } from "../calendar";
import { type MonthAtClose, settleBenchmark } from "../clearing/daily-settlement";
import type { DefaultSink } from "../clearing/defaults";
import { finalSettlement } from "../clearing/final-settlement";
import { nextLimitRate, priceLimits, UNLOCKED } from "../clearing/limits";
import { initialMargin } from "../clearing/margin";
import type { RoomParts } from "../room/room-parts";
import type { AccountNo, Cents, Lots, Ticks } from "../units";
import type { Market } from "./market";
import { keepReducing } from "./order-ties";

/** What a settlement does, in the order of 6.5. Daily at 15:00, final at 15:30 of a month's last day. */
export class Settlements {
  constructor(private readonly parts: RoomParts) {}

  /** 6.1 and marks, 6.2, 7.6, limits and initial margins. Day orders have ended. */
  daily(day: TradingDay): void {
    const { exchange } = this.parts;
    exchange.accounts.beginSettlement();
    const locked = new Set<number>(); // benchmarks with a month locked at the close (5.2)
    for (let benchmark = 0; benchmark < exchange.config.benchmarks.length; benchmark++) {
      const markets = exchange.listed().filter((market) => market.benchmark === benchmark);
      const months = markets.map((market) => this.monthAtClose(market, day));
      if (months.some(({ lock }) => lock !== UNLOCKED)) locked.add(benchmark);
      const settled = settleBenchmark(months, exchange.config.settlement);
      for (const [i, market] of markets.entries()) {
        const { price, method } = settled[i];
        exchange.log.emit({
          kind: "settlement",
          contract: market.symbol,
          date: day.date,
          price: price as Ticks,
          method,
          openInterest: exchange.accounts.openInterest(market.slot) as Lots,
          volume: market.volume as Lots,
        });
        this.settle(market, price, day);
      }
    }
    this.cover();
    for (const market of exchange.listed()) {
      const { used, next } = exchange.rules.limitSteps(market.benchmark);
      market.limitRate = nextLimitRate(used, market.limitRate, locked.has(market.benchmark), next);
      this.setLimits(market);
    }
    exchange.rules.settled();
    this.drawCurves(day);
  }

  /** 6.3 and 6.2, then 7.6: the month's contracts are paid at the mean of its fixings. */
  final(ending: readonly Market[], day: TradingDay): void {
    const { exchange, months, calendar } = this.parts;
    exchange.accounts.beginSettlement();
    for (const market of ending) {
      const fixings = months[market.benchmark].known();
      const { price, method } = finalSettlement(fixings, calendar.daysIn(market.month), market.monthSettlements);
      exchange.log.emit({
        kind: "final-settlement",
        contract: market.symbol,
        date: day.date,
        price: price as Ticks,
        method,
        fixings: fixings.length,
      });
      const previousPrice = market.settlement;
      market.settlement = price;
      market.mark = price;
      exchange.accounts.setMark(market.slot, price);
      exchange.accounts.expire(market.slot, price, (account, amount, lots) => {
        this.paid("final-settlement", market, account, amount, lots, price, previousPrice);
      });
    }
    this.cover();
    this.drawCurves(day);
  }

  /** Limits and initial margin from a settlement on; resting orders outside the limits end (5.1, 5.2, 7.2). */
  setLimits(market: Market): void {
    const { exchange } = this.parts;
    const { low, high } = priceLimits(market.settlement, market.limitRate);
    market.limitLow = low;
    market.limitHigh = high;
    market.initial = market.terms.fixedInitial ?? this.initialOf(market);
    exchange.accounts.setInitial(market.slot, market.initial);
    exchange.log.emit({
      kind: "limits",
      contract: market.symbol,
      low: low as Ticks,
      high: high as Ticks,
      rate: market.limitRate,
    });
    exchange.cancelOutsideLimits(market);
    if (market.lock.reset(exchange.log.now)) exchange.log.emit({ kind: "lock", contract: market.symbol, locked: null });
  }

  private initialOf(market: Market): number {
    const { exchange, benchmarks } = this.parts;
    const { settlement, terms, limitRate, benchmark } = market;
    const weight = benchmarks[benchmark].heaviestWeight();
    return initialMargin(settlement, terms.tickValue, limitRate, exchange.rules.overLimit(benchmark), weight);
  }

  private monthAtClose(market: Market, day: TradingDay): MonthAtClose {
    const { lockWindow } = this.parts.config.limits;
    const [bid, ask] = [market.book.bestBid(), market.book.bestAsk()];
    const crossed = ask > 0 && bid > ask; // in a halt (4.7): prices nobody had to stand by are no market's
    return {
      month: market.month,
      lock: market.lock.lockedSince(day.close - lockWindow),
      low: market.limitLow,
      high: market.limitHigh,
      bid: crossed ? 0 : bid,
      ask: crossed ? 0 : ask,
      previous: market.settlement,
      window: market.window,
    };
  }

  private settle(market: Market, price: number, day: TradingDay): void {
    const { accounts } = this.parts.exchange;
    const previousPrice = market.settlement;
    market.settlement = price;
    market.settlementDate = day.date;
    market.mark = price;
    market.last = 0;
    if (market.settlementMonth) market.monthSettlements.push(price);
    accounts.setMark(market.slot, price);
    accounts.payVariation(market.slot, price, (account, amount, lots) => {
      this.paid("variation", market, account, amount, lots, price, previousPrice);
    });
  }

  private paid(
    entry: "variation" | "final-settlement",
    market: Market,
    account: number,
    amount: number,
    lots: number,
    price: number,
    previousPrice: number,
  ): void {
    const contract = market.symbol;
    const line = { entry, marginChange: amount, bankChange: 0, contract, lots, price, previousPrice };
    this.parts.exchange.reports.ledger(account, line);
  }

  /** 7.6, whoever cannot pay what this settlement took. */
  private cover(): void {
    const { exchange } = this.parts;
    if (!exchange.accounts.hasDeficit()) return;
    const sink: DefaultSink = {
      cancelOrders: (account) => exchange.cancelOrders(account, "default", false),
      closed: (account, against, slot, lots, price) => this.closed(account, against, slot, lots, price),
      deficit: (account, deficit, fromBank, fromFund, fromGains) => {
        this.parts.defaulted.push(account);
        exchange.liquidation.defaulted(account);
        exchange.witness?.defaulted?.(account, deficit, fromBank, fromFund, fromGains);
        if (!exchange.accounts.isPerson(account)) return;
        exchange.log.emit({
          kind: "default",
          account: account as AccountNo,
          deficit: deficit as Cents,
          fromBank: fromBank as Cents,
          fromFund: fromFund as Cents,
          fromGains: fromGains as Cents,
        });
        exchange.reports.ledger(account, { entry: "default-deficit", marginChange: deficit, bankChange: -fromBank });
      },
      haircut: (account, amount) => {
        exchange.reports.ledger(account, { entry: "default-haircut", marginChange: -amount, bankChange: 0 });
      },
    };
    exchange.accounts.resolveDefaults((slot) => exchange.market(slot).settlement, sink);
  }

  private closed(defaulter: number, against: number, slot: number, lots: number, price: number): void {
    const { exchange } = this.parts;
    const contract = exchange.market(slot).symbol;
    for (const account of [defaulter, against]) {
      keepReducing(exchange, account, slot);
      if (!exchange.accounts.isPerson(account)) continue;
      const closed = { account: account as AccountNo, contract, lots: lots as Lots, price: price as Ticks };
      exchange.log.emit({ kind: "default-close", ...closed });
    }
  }

  /** A point of each person's equity curve. */
  private drawCurves(day: TradingDay): void {
    const { exchange } = this.parts;
    const { accounts, wealth } = exchange;
    for (const account of wealth.people()) {
      const worth = wealth.settled(account);
      exchange.log.emit({
        kind: "equity",
        account: account as AccountNo,
        date: day.date,
        wealth: worth as Cents,
        equity: accounts.equity(account) as Cents,
        requirement: accounts.requirement(account) as Cents,
      });
    }
  }
}
