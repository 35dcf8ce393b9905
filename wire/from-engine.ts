import type {
  AccountView,
  BenchmarkView,
  ContractView,
  DepthView,
  FillReport,
  OrderReport,
  PositionView,
  PreviewView,
  RoomView,
} from "@/engine/views";
import { formatDecimal, formatDollars, formatMoney, formatPercent, formatRatio, halfUpQuotient } from "./decimal";
import {
  formatAverage,
  formatLevel,
  formatPrice,
  formatPriceOrNull,
  type Notation,
  notationFor,
  type RoomNotation,
} from "./notation";
import { toErrorBody } from "./refusal-body";
import { isoTime } from "./time";
import type {
  AccountSummary,
  BenchmarkRow,
  BookView,
  ContractQuote,
  FillView,
  OrderView,
  PositionRow,
  PreviewAnswer,
  RoomSummaryView,
  TiedOrder,
} from "./views";

export type RoomClock = Pick<RoomSummaryView, "day" | "date" | "roomTime" | "phase" | "nextPhaseAt" | "seq">;

export const toRoomClock = (view: RoomView): RoomClock => ({
  day: view.day,
  date: view.date,
  roomTime: isoTime(view.now),
  phase: view.phase,
  nextPhaseAt: isoTime(view.nextPhaseAt),
  seq: view.eventSeq,
});

/** `level`: of the contract's benchmark, in hundredths of a tick. */
export function toContractQuote(contract: ContractView, level: number): ContractQuote {
  const { fixings } = contract;
  const price = (ticks: number) => formatPrice(ticks, contract);
  const orNull = (ticks: number | null) => formatPriceOrNull(ticks, contract);
  const change = contract.last === null ? null : contract.last - contract.settlement;
  return {
    symbol: contract.symbol,
    benchmark: contract.benchmark,
    month: contract.month,
    unit: contract.unit,
    lotSize: contract.lotSize,
    tick: price(1),
    tickValue: formatMoney(contract.tickValue),
    currency: "USD",
    lastTradingDay: contract.lastTradingDay,
    settlementMonth: contract.settlementMonth,
    last: orNull(contract.last),
    mark: price(contract.mark),
    bid: orNull(contract.bid),
    ask: orNull(contract.ask),
    settlement: price(contract.settlement),
    settlementDate: contract.settlementDate,
    change: orNull(change),
    changePercent: change === null ? null : formatRatio(change * 100, contract.settlement, 2),
    limitLow: price(contract.limitLow),
    limitHigh: price(contract.limitHigh),
    limitPercent: formatPercent(contract.limitRate),
    locked: contract.locked,
    state: contract.state,
    haltedUntil: contract.halted && isoTime(contract.halted.until),
    auction: contract.auction && {
      price: orNull(contract.auction.price),
      lots: contract.auction.lots,
      surplus: contract.auction.surplus,
      side: contract.auction.side,
    },
    high: orNull(contract.high),
    low: orNull(contract.low),
    volume: contract.volume,
    openInterest: contract.openInterest,
    initialMargin: formatMoney(contract.initialMargin),
    feeTaker: formatMoney(contract.fee.taker),
    feeMaker: formatMoney(contract.fee.maker),
    fixingsKnown: fixings.known,
    fixingsTotal: fixings.total,
    fixingsMean:
      fixings.known === 0 ? null : formatLevel(halfUpQuotient(BigInt(fixings.sum), BigInt(fixings.known)), contract),
    benchmarkLevel: formatLevel(level, contract),
    basis: formatLevel(contract.mark * 100 - level, contract),
  };
}

export function toBookView(depth: DepthView, notation: Notation, { eventSeq, now }: RoomView): BookView {
  const rung = ([price, lots, orders]: DepthView["bids"][number]): BookView["bids"][number] => [
    formatPrice(price, notation),
    lots,
    orders,
  ];
  return {
    symbol: depth.symbol,
    bids: depth.bids.map(rung),
    asks: depth.asks.map(rung),
    seq: eventSeq,
    roomTime: isoTime(now),
  };
}

export const toBenchmarkRow = (benchmark: BenchmarkView, notation: Notation): BenchmarkRow => ({
  id: benchmark.id,
  unit: benchmark.unit,
  level: formatLevel(benchmark.level, notation),
  date: benchmark.date,
  withheldDays: benchmark.withheldDays,
  sellers: benchmark.sellers.map(({ name, input, output, slotPrice, since }) => ({
    name,
    input: formatDollars(input),
    output: benchmark.unit === "h" ? null : formatDollars(output), // an hour of a GPU has one price
    slotPrice: formatDollars(slotPrice),
    since,
  })),
});

export const toFillView = (fill: FillReport, room: RoomNotation): FillView => ({
  id: String(fill.eventSeq),
  orderId: String(fill.order),
  symbol: fill.contract,
  side: fill.side,
  price: formatPrice(fill.price, notationFor(fill.contract, room)),
  lots: fill.lots,
  fee: formatMoney(fill.fee),
  liquidity: fill.liquidity,
  seq: fill.eventSeq,
  roomTime: isoTime(fill.at),
});

/** `others`: the orders that were entered together with it, where there are such. */
export function toOrderView(
  order: KeptOrder & { readonly queueAhead?: number | null },
  fills: readonly FillReport[],
  room: RoomNotation,
  others?: readonly OrderReport[],
): OrderView {
  return {
    ...toTiedOrder(order, room),
    ...(order.queueAhead === undefined ? {} : { queueAhead: order.queueAhead }),
    fills: fills.map((fill) => {
      const { id, price, lots, fee, liquidity } = toFillView(fill, room);
      return { id, price, lots, fee, liquidity };
    }),
    ...(others && { others: others.map((other) => toTiedOrder(other, room)) }),
  };
}

/** Whose order gives way (4.5) matters while an order is open, and is not told. */
export type KeptOrder = Omit<OrderReport, "selfTrade">;

function toTiedOrder(order: KeptOrder, room: RoomNotation): TiedOrder {
  const notation = notationFor(order.contract, room);
  return {
    id: String(order.id),
    clientOrderId: order.clientOrderId,
    symbol: order.contract,
    side: order.side,
    type: order.type,
    lots: order.lots,
    filledLots: order.filled,
    price: formatPriceOrNull(order.price, notation),
    averagePrice: order.filled === 0 ? null : formatAverage(order.filledValue, order.filled, notation),
    timeInForce: order.timeInForce,
    goodTill: order.goodTill,
    postOnly: order.postOnly,
    reduceOnly: order.reduceOnly,
    display: order.display,
    stop: order.stop && {
      source: order.stop.source,
      price: formatPrice(order.stop.price, notation),
      trail: formatPriceOrNull(order.stop.trail, notation),
      firedAt: order.stop.firedAt === null ? null : isoTime(order.stop.firedAt),
    },
    tie: order.tie && { role: order.tie.role, others: order.tie.others.map(String) },
    legs: order.legs && [...order.legs],
    status: order.status,
    reason: order.refusal?.reason ?? order.cancelReason,
    seq: order.eventSeq,
    roomTime: isoTime(order.at),
  };
}

export function toPositionRow(position: PositionView, room: RoomNotation): PositionRow {
  const notation = notationFor(position.contract, room);
  return {
    symbol: position.contract,
    net: position.net,
    averageEntry:
      position.net === 0
        ? formatDecimal(0, notation.tickDecimals + 1)
        : formatAverage(position.cost, position.net, notation),
    settlement: formatPrice(position.settlement, notation),
    mark: formatPrice(position.mark, notation),
    sinceSettlement: formatMoney(position.sinceSettlement),
    unrealised: formatMoney(position.unrealised),
    realised: formatMoney(position.realised),
    fees: formatMoney(position.fees),
    requirement: formatMoney(position.requirement),
  };
}

export const toAccountSummary = (account: AccountView, room: RoomNotation, now: number): AccountSummary => ({
  equity: formatMoney(account.equity),
  marginCash: formatMoney(account.marginCash),
  bankCash: formatMoney(account.bankCash),
  wealth: formatMoney(account.equity + account.bankCash),
  deposits: formatMoney(account.deposits),
  requirement: formatMoney(account.requirement),
  maintenance: formatMoney(account.maintenance),
  free: formatMoney(account.free),
  transferable: formatMoney(account.transferable),
  call: account.call && {
    stage: account.call.stage,
    amount: formatMoney(account.call.amount),
    deadline: isoTime(account.call.deadline),
  },
  positions: account.positions.map((position) => toPositionRow(position, room)),
  seq: account.eventSeq,
  roomTime: isoTime(now),
});

/** `touch`: the best price on the other side, if it was read at the same seq; without it the slippage is not known. */
export function toPreviewAnswer(
  preview: PreviewView,
  order: { symbol: string; side: "buy" | "sell"; touch: number | null },
  room: RoomNotation,
  seq: number,
): PreviewAnswer {
  const notation = notationFor(order.symbol, room);
  const { fillsNow, fillsNowValue } = preview;
  const beyondTouch = order.touch === null ? null : Math.abs(fillsNowValue - order.touch * fillsNow);
  return {
    refusal: preview.refusal && toErrorBody(preview.refusal, order.symbol, room),
    fillsNow,
    averagePrice: fillsNow === 0 ? null : formatAverage(fillsNowValue, fillsNow, notation),
    slippage: fillsNow === 0 || beyondTouch === null ? null : formatMoney(beyondTouch * notation.tickValue),
    rests: preview.rests,
    fee: formatMoney(preview.fee),
    requirementBefore: formatMoney(preview.requirementBefore),
    requirementAfter: formatMoney(preview.requirementAfter),
    equity: formatMoney(preview.equity),
    freeBefore: formatMoney(preview.freeBefore),
    freeAfter: formatMoney(preview.freeAfter),
    seq,
  };
}
