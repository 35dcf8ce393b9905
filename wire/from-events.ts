import type { LedgerLine, RoomEvent } from "@/engine/events";
import { formatDollars, formatMoney, formatPercent } from "./decimal";
import { formatLevel, formatPrice, formatPriceOrNull, type Notation, notationFor, type RoomNotation } from "./notation";
import { isoTime } from "./time";
import type { FixingView, LedgerRow, NewsView, NoticeView, TradeView } from "./views";

type EventOf<Kind extends RoomEvent["kind"]> = Extract<RoomEvent, { kind: Kind }>;

export const toTradeView = (
  trade: Pick<EventOf<"trade">, "seq" | "at" | "contract" | "price" | "lots" | "aggressor">,
  room: RoomNotation,
): TradeView => ({
  seq: trade.seq,
  symbol: trade.contract,
  price: formatPrice(trade.price, notationFor(trade.contract, room)),
  lots: trade.lots,
  aggressor: trade.aggressor,
  roomTime: isoTime(trade.at),
});

export function toLedgerRow(line: LedgerLine, seq: number, at: number, room: RoomNotation): LedgerRow {
  const price = (ticks: number | null) =>
    line.contract === null ? null : formatPriceOrNull(ticks, notationFor(line.contract, room));
  return {
    seq,
    roomTime: isoTime(at),
    entry: line.entry,
    marginChange: formatMoney(line.marginChange),
    bankChange: formatMoney(line.bankChange),
    marginCash: formatMoney(line.marginCash),
    bankCash: formatMoney(line.bankCash),
    symbol: line.contract,
    lots: line.lots,
    price: price(line.price),
    previousPrice: price(line.previousPrice),
  };
}

export const toFixingView = (fixing: EventOf<"fixing">, notation: Notation): FixingView => ({
  benchmark: fixing.benchmark,
  date: fixing.date,
  level: fixing.level === null ? null : formatLevel(fixing.level, notation),
  withheldDays: fixing.withheldDays,
  seq: fixing.seq,
  roomTime: isoTime(fixing.at),
});

/** Public news in wire units; null: the event has its own place in the stream, or is nobody else's business. */
export function toNewsView(event: RoomEvent, room: RoomNotation): NewsView | null {
  const body = newsBody(event, room);
  return body && { seq: event.seq, roomTime: isoTime(event.at), kind: event.kind, body };
}

function newsBody(event: RoomEvent, room: RoomNotation): Record<string, unknown> | null {
  switch (event.kind) {
    case "session":
      return { phase: event.phase, day: event.day, date: event.date };
    case "settlement":
      return {
        symbol: event.contract,
        date: event.date,
        price: formatPrice(event.price, notationFor(event.contract, room)),
        method: event.method,
        openInterest: event.openInterest,
        volume: event.volume,
      };
    case "final-settlement":
      return {
        symbol: event.contract,
        date: event.date,
        price: formatPrice(event.price, notationFor(event.contract, room)),
        method: event.method,
        fixings: event.fixings,
      };
    case "fixing": {
      const notation = room.get(event.benchmark);
      const level = event.level === null || !notation ? null : formatLevel(event.level, notation);
      return { benchmark: event.benchmark, date: event.date, level, withheldDays: event.withheldDays };
    }
    case "limits": {
      const notation = notationFor(event.contract, room);
      return {
        symbol: event.contract,
        low: formatPrice(event.low, notation),
        high: formatPrice(event.high, notation),
        percent: formatPercent(event.rate),
      };
    }
    case "auction":
      return {
        symbol: event.contract,
        price: formatPriceOrNull(event.price, notationFor(event.contract, room)),
        lots: event.lots,
        surplus: event.surplus,
        side: event.side,
      };
    case "halt":
      return { symbol: event.contract, until: event.until === null ? null : isoTime(event.until) };
    case "lock":
      return { symbol: event.contract, locked: event.locked };
    case "listed":
      return {
        symbol: event.contract,
        settlement: formatPrice(event.settlement, notationFor(event.contract, room)),
      };
    case "expired":
      return { symbol: event.contract };
    case "default": // whose it was is theirs to know
      return {
        deficit: formatMoney(event.deficit),
        fromFund: formatMoney(event.fromFund),
        fromGains: formatMoney(event.fromGains),
      };
    case "list-price":
      return {
        benchmark: event.benchmark,
        seller: event.seller,
        input: formatDollars(event.input),
        output: formatDollars(event.output),
        previousInput: formatDollars(event.previousInput),
        previousOutput: formatDollars(event.previousOutput),
      };
    default:
      return null;
  }
}

/** What the venue tells one account about itself; null: not a notice. */
export function toNoticeView(event: RoomEvent, room: RoomNotation): NoticeView | null {
  const notice = (kind: NoticeView["kind"], body: Record<string, unknown>): NoticeView => ({
    seq: event.seq,
    roomTime: isoTime(event.at),
    kind,
    body,
  });
  switch (event.kind) {
    case "margin-call":
      return notice(event.kind, {
        amount: formatMoney(event.amount),
        equity: formatMoney(event.equity),
        maintenance: formatMoney(event.maintenance),
        deadline: isoTime(event.deadline),
      });
    case "margin-call-met":
      return notice(event.kind, {});
    case "close-out-step":
      return notice(event.kind, {
        symbol: event.contract,
        side: event.side,
        lots: event.lots,
        limit: formatPrice(event.limit, notationFor(event.contract, room)),
      });
    case "default-close":
      return notice(event.kind, {
        symbol: event.contract,
        lots: event.lots,
        price: formatPrice(event.price, notationFor(event.contract, room)),
      });
    case "default":
      return notice(event.kind, {
        deficit: formatMoney(event.deficit),
        fromBank: formatMoney(event.fromBank),
        fromFund: formatMoney(event.fromFund),
        fromGains: formatMoney(event.fromGains),
      });
    default:
      return null;
  }
}
