import type { LedgerLine, RoomEvent } from "@/engine/events";
import { toCauseShares } from "./cause-views";
import { formatDollars, formatMoney, formatPercent } from "./decimal";
import { formatLevel, formatPrice, formatPriceOrNull, type Notation, notationFor, type RoomNotation } from "./notation";
import { isoTime } from "./time";
import type { FixingView, LedgerRow, MoveView, NewsView, NoticeView, TradeView } from "./views";

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
  causes: fixing.causes ? toCauseShares(fixing.causes, notation) : null,
  seq: fixing.seq,
  roomTime: isoTime(fixing.at),
});

/** A fixing that has a level, as a move. Its causes sum to the change, so they say what the level was before. */
export function toMoveView(fixing: EventOf<"fixing"> & { readonly level: number }, notation: Notation): MoveView {
  const { level, causes } = fixing;
  const move = causes ? causes.reduce((sum, { part }) => sum + part, 0) : null;
  return {
    benchmark: fixing.benchmark,
    date: fixing.date,
    level: formatLevel(level, notation),
    previous: move === null ? null : formatLevel(level - move, notation),
    move: move === null ? null : formatLevel(move, notation),
    causes: causes ? toCauseShares(causes, notation) : null,
    seq: fixing.seq,
    roomTime: isoTime(fixing.at),
  };
}

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
      const causes = event.causes && notation ? toCauseShares(event.causes, notation) : null;
      return { benchmark: event.benchmark, date: event.date, level, withheldDays: event.withheldDays, causes };
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
    case "alert": // whose it was, likewise
      return { no: event.alert.no, pattern: event.alert.pattern, symbol: event.alert.contract };
    case "list-price":
      return {
        benchmark: event.benchmark,
        seller: event.seller,
        input: formatDollars(event.input),
        output: formatDollars(event.output),
        previousInput: formatDollars(event.previousInput),
        previousOutput: formatDollars(event.previousOutput),
        /** Log changes of the slot price (rule 3.1), which sum to its own. */
        causes: event.causes?.map(({ cause, part }) => ({ cause, log: part })) ?? null,
      };
    case "price-announced":
      return {
        benchmark: event.benchmark,
        seller: event.seller,
        input: formatDollars(event.input),
        output: formatDollars(event.output),
        date: event.date,
        because: event.because,
      };
    case "news": {
      const { scenario, item, shock, prior, expected, actual } = event;
      return { scenario, item, shock, prior, expected, actual };
    }
    case "ruling":
      return {
        scenario: event.scenario,
        ruling: event.ruling,
        benchmark: event.benchmark,
        rule: ruleBody(event.rule),
      };
    default:
      return null;
  }
}

function ruleBody(rule: EventOf<"ruling">["rule"]): Record<string, unknown> {
  switch (rule.kind) {
    case "limit":
      return { kind: rule.kind, percent: formatPercent(rule.rate) };
    case "margin":
      return { kind: rule.kind, percent: formatPercent(rule.overLimit) };
    case "position-limit":
      return { kind: rule.kind, lots: rule.lots };
    case "halt":
      return { kind: rule.kind, minutes: rule.minutes };
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
    case "alerted":
      return notice(event.kind, { no: event.alert, pattern: event.pattern, symbol: event.contract });
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
