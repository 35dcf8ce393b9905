import type { TradingDay } from "../calendar";
import { indicativeOf } from "../trading/auctions";
import type { Exchange } from "../trading/exchange";
import { lockName, type Market } from "../trading/market";
import type { MonthFixings } from "../trading/month-fixings";
import type { AccountNo, Cents, Lots, RoomTime, Ticks } from "../units";
import type { AccountView, ContractView, DepthView, Phase, PositionView, RoomView, StandingView } from "../views";
import type { Wealth } from "./wealth";

/** Reads of a room's state, in engine units. Nothing here changes anything. */

export function phaseAt(now: number, day: TradingDay): Phase {
  if (now < day.preOpen) return "closed";
  if (now < day.open) return "pre-open";
  if (now < day.closingWindow) return "continuous";
  if (now < day.close) return "closing-window";
  return now < day.fixing ? "settled" : "closed";
}

export function roomView(now: number, day: TradingDay, next: TradingDay, eventSeq: number): RoomView {
  const moments = [day.preOpen, day.open, day.closingWindow, day.close, day.fixing, next.preOpen];
  return {
    now: now as RoomTime,
    day: day.no,
    date: day.date,
    phase: phaseAt(now, day),
    nextPhaseAt: (moments.find((at) => at > now) ?? next.open) as RoomTime,
    eventSeq,
  };
}

const orNull = (n: number) => (n === 0 ? null : (n as Ticks));

export function contractView(exchange: Exchange, months: readonly MonthFixings[], market: Market): ContractView {
  const { terms, book } = market;
  return {
    symbol: market.symbol,
    benchmark: terms.id,
    month: market.month,
    lotSize: terms.lotSize,
    unit: terms.unit,
    tickDecimals: terms.tickDecimals,
    tickValue: terms.tickValue,
    lastTradingDay: market.lastDate,
    settlementMonth: market.settlementMonth,
    last: orNull(market.last),
    mark: market.mark as Ticks,
    bid: orNull(book.bestBid()),
    ask: orNull(book.bestAsk()),
    settlement: market.settlement as Ticks,
    settlementDate: market.settlementDate,
    limitLow: market.limitLow as Ticks,
    limitHigh: market.limitHigh as Ticks,
    limitRate: market.limitRate,
    locked: lockName(market.lock.locked()),
    state: market.state,
    halted: market.haltedUntil === 0 ? null : { until: market.haltedUntil as RoomTime },
    auction: indicativeOf(market),
    high: orNull(market.high),
    low: orNull(market.low),
    volume: market.volume as Lots,
    openInterest: exchange.accounts.openInterest(market.slot) as Lots,
    initialMargin: market.initial as Cents,
    fee: terms.fee,
    fixings: months[market.benchmark].of(market.month),
  };
}

export function depthView(market: Market, levels: number): DepthView {
  return {
    symbol: market.symbol,
    bids: market.book.depth(0, levels) as unknown as DepthView["bids"],
    asks: market.book.depth(1, levels) as unknown as DepthView["asks"],
  };
}

export function accountView(exchange: Exchange, account: number): AccountView {
  const { accounts, liquidation } = exchange;
  const call = liquidation.call(account);
  const stage = liquidation.stage(account);
  const equity = accounts.equity(account);
  const requirement = accounts.requirement(account);
  return {
    account: account as AccountNo,
    marginCash: accounts.marginCash(account) as Cents,
    bankCash: accounts.bankCash(account) as Cents,
    deposits: accounts.deposits(account) as Cents,
    equity: equity as Cents,
    requirement: requirement as Cents,
    maintenance: accounts.maintenance(account) as Cents,
    free: (equity - requirement) as Cents,
    transferable: Math.max(0, accounts.transferable(account)) as Cents,
    call: call && {
      amount: call.amount as Cents,
      deadline: call.deadline as RoomTime,
      stage: stage === 2 ? "close-out" : "call",
    },
    positions: positions(exchange, account),
    eventSeq: exchange.log.seq,
  };
}

function positions(exchange: Exchange, account: number): PositionView[] {
  const { accounts } = exchange;
  const views: PositionView[] = [];
  for (const market of exchange.listed()) {
    const { slot, mark, settlement, terms } = market;
    const net = accounts.net(account, slot);
    const realised = accounts.realised(account, slot);
    const fees = accounts.fees(account, slot);
    if (net === 0 && realised === 0 && fees === 0) continue;
    const basis = accounts.basis(account, slot);
    const cost = accounts.cost(account, slot);
    views.push({
      contract: market.symbol,
      net: net as Lots,
      basis,
      cost,
      mark: mark as Ticks,
      settlement: settlement as Ticks,
      sinceSettlement: ((mark * net - basis) * terms.tickValue) as Cents,
      unrealised: ((mark * net - cost) * terms.tickValue) as Cents,
      realised: realised as Cents,
      fees: fees as Cents,
      requirement: accounts.ownRequirement(account, slot) as Cents,
    });
  }
  return views;
}

export function standing(exchange: Exchange, wealth: Wealth, account: number): StandingView {
  const { peak, drawdown, trades } = wealth.of(account);
  return {
    account: account as AccountNo,
    wealth: wealth.now(account) as Cents,
    deposits: exchange.accounts.deposits(account) as Cents,
    peak: peak as Cents,
    drawdown,
    trades,
  };
}
