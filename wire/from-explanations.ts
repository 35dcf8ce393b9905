import type { RoomEvent } from "@/engine/events";
import type {
  FillExplanation,
  MarginExplanation,
  MarginFigures,
  MarginStep,
  PositionAtMark,
  Touch,
} from "@/engine/explanations";
import { formatDecimal, formatMoney, halfUpQuotient } from "./decimal";
import type {
  FillExplanationView,
  MarginCallRow,
  MarginExplanationView,
  MarginStepView,
  TouchView,
} from "./explanations";
import { toFillView } from "./from-engine";
import { formatPrice, formatPriceOrNull, type Notation, notationFor, type RoomNotation } from "./notation";
import { isoTime } from "./time";

export function toFillExplanation(told: FillExplanation, room: RoomNotation): FillExplanationView {
  const { fill, entry, queue, trigger, sweep, auction, overMid, fee } = told;
  const notation = notationFor(fill.contract, room);
  const price = (ticks: number) => formatPrice(ticks, notation);
  return {
    fill: toFillView(fill, room),
    entry: entry && {
      how: entry.how,
      roomTime: isoTime(entry.at),
      price: price(entry.price),
      lots: entry.lots,
      before: toTouch(entry.before, notation),
    },
    queue: queue && { ...queue, since: isoTime(queue.since) },
    trigger: trigger && {
      source: trigger.source,
      price: price(trigger.price),
      trail: formatPriceOrNull(trigger.trail, notation),
      reached: price(trigger.reached),
      roomTime: isoTime(trigger.at),
      trade: trigger.trade,
    },
    sweep: sweep && {
      roomTime: isoTime(sweep.at),
      aggressor: sweep.aggressor,
      own: sweep.own,
      before: toTouch(sweep.before, notation),
      levels: sweep.levels.map((level) => ({ ...level, price: price(level.price) })),
    },
    auction: auction && { ...auction, price: price(auction.price) },
    spread: toSpread(told, notation),
    overMid:
      overMid === null
        ? null
        : { price: halfTicks(overMid, notation), money: halfMoney(overMid * fill.lots * notation.tickValue) },
    fee: { perLot: formatMoney(fee.perLot), due: formatMoney(fee.due), charged: formatMoney(fee.charged) },
    net: told.net,
    before: inMoney(told.before),
    after: inMoney(told.after),
  };
}

function toSpread({ spread }: FillExplanation, notation: Notation): FillExplanationView["spread"] {
  if (spread === null) return null;
  const price = (ticks: number) => formatPrice(ticks, notation);
  const { near, far, side, limit, nearPrice, farPrice, nearBefore, farBefore } = spread;
  return {
    ...{ near, far, side, limit: price(limit), difference: price(nearPrice - farPrice) },
    ...{ nearPrice: price(nearPrice), farPrice: price(farPrice) },
    ...{ nearBefore: toTouch(nearBefore, notation), farBefore: toTouch(farBefore, notation) },
  };
}

function toTouch({ bid, ask, mark }: Touch, notation: Notation): TouchView {
  return {
    bid: formatPriceOrNull(bid, notation),
    ask: formatPriceOrNull(ask, notation),
    mid: bid === null || ask === null ? null : halfTicks(bid + ask, notation),
    mark: formatPrice(mark, notation),
  };
}

/** One digit finer than the tick, so that nothing is rounded. */
const halfTicks = (halves: number, { tickDecimals }: Notation): string => formatDecimal(halves * 5, tickDecimals + 1);
/** Half cents, half up to a cent. */
const halfMoney = (halfCents: number): string => formatDecimal(halfUpQuotient(BigInt(halfCents), 2n), 2);

const inMoney = <K extends string>(figures: { readonly [P in K]: number }): { [P in K]: string } =>
  Object.fromEntries(Object.entries(figures).map(([name, cents]) => [name, formatMoney(cents as number)])) as {
    [P in K]: string;
  };

export const toMarginCallRow = (call: Extract<RoomEvent, { kind: "margin-call" }>): MarginCallRow => ({
  id: String(call.seq),
  seq: call.seq,
  roomTime: isoTime(call.at),
  amount: formatMoney(call.amount),
  equity: formatMoney(call.equity),
  maintenance: formatMoney(call.maintenance),
  deadline: isoTime(call.deadline),
});

export const toMarginExplanation = (told: MarginExplanation, room: RoomNotation): MarginExplanationView => ({
  id: String(told.eventSeq),
  seq: told.eventSeq,
  found: inMoney<keyof MarginFigures>(told.found),
  positions: told.positions.map((position) => toMarkedPosition(position, room)),
  steps: told.steps.map((step) => toStep(step, room)),
  ended: told.ended,
});

function toMarkedPosition({ contract, net, mark, settlement, initial }: PositionAtMark, room: RoomNotation) {
  const notation = notationFor(contract, room);
  return {
    symbol: contract,
    net,
    mark: formatPrice(mark, notation),
    settlement: formatPrice(settlement, notation),
    initialMargin: formatMoney(initial),
  };
}

function toStep(step: MarginStep, room: RoomNotation): MarginStepView {
  const common = { roomTime: isoTime(step.at), after: inMoney<keyof MarginFigures>(step.after) };
  switch (step.kind) {
    case "orders-cancelled":
      return { kind: step.kind, ...common, orders: step.orders, keptReducing: step.keptReducing };
    case "called":
      return { kind: step.kind, ...common, amount: formatMoney(step.amount), deadline: isoTime(step.deadline) };
    case "close-out-begun": {
      const { kind, why, equity, bound } = step;
      const positions = step.positions.map((position) => toMarkedPosition(position, room));
      return { kind, ...common, why, equity: formatMoney(equity), bound: formatMoney(bound), positions };
    }
    case "close-out-order": {
      const { kind, contract, side, lots, share, left, shown } = step;
      const price = (ticks: number) => formatPrice(ticks, notationFor(contract, room));
      const fills = step.fills.map((fill) => ({
        roomTime: isoTime(fill.at),
        price: price(fill.price),
        lots: fill.lots,
      }));
      const prices = { limit: price(step.limit), mark: price(step.mark) };
      return { kind, ...common, symbol: contract, side, lots, ...prices, share, left, shown, fills };
    }
    case "met":
      return { kind: step.kind, ...common };
    case "defaulted": {
      const { kind, deficit, fromBank, fromFund, fromGains } = step;
      return { kind, ...common, ...inMoney({ deficit, fromBank, fromFund, fromGains }) };
    }
  }
}
