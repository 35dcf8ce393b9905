import type { RoomEvent } from "@/engine/events";

/** Events as rows of the projections, in the names of the columns. */
export interface ProjectedRows {
  readonly orders: object[];
  readonly fills: object[];
  readonly ledger: object[];
  readonly trades: object[];
  readonly candles: object[];
  readonly equity: object[];
  readonly settlements: object[];
  readonly fixings: object[];
  readonly notices: object[];
  readonly publicEvents: object[];
}

interface Candle {
  readonly contract: string;
  readonly interval: string;
  readonly at: number;
  readonly open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}
/** While gathering: of an order or a candle only the last state counts. */
type Gathered = Omit<ProjectedRows, "orders" | "candles"> & {
  readonly orders: Map<number, { readonly createdSeq: number }>;
  readonly candles: Map<string, Candle>;
};

/** What the orders of an engine build say that knew no more terms than these. */
const plainTerms = { goodTill: null, reduceOnly: false, display: null, stop: null, tie: null, legs: null };

const minute = 60_000;
const day = 86_400_000;

/** Trades and 1-minute candles before `keepFrom` would be pruned at once, so they are left out; daily candles count all. */
export function rowsOf(events: readonly RoomEvent[], keepFrom: number): ProjectedRows {
  const rows: Gathered = {
    orders: new Map(),
    fills: [],
    ledger: [],
    trades: [],
    candles: new Map(),
    equity: [],
    settlements: [],
    fixings: [],
    notices: [],
    publicEvents: [],
  };
  for (const event of events) addRow(rows, event, keepFrom);
  return { ...rows, orders: [...rows.orders.values()], candles: [...rows.candles.values()] };
}

function addRow(rows: Gathered, event: RoomEvent, keepFrom: number): void {
  const { seq, at, kind } = event;
  switch (kind) {
    case "order": {
      const { id, eventSeq: _, ...report } = event.report;
      const row = { ...plainTerms, ...report, id, createdSeq: rows.orders.get(id)?.createdSeq ?? seq, seq, at };
      rows.orders.set(id, row);
      return;
    }
    case "fill": {
      const { eventSeq: _, order, ...report } = event.report;
      rows.fills.push({ ...report, orderId: order, seq, at });
      return;
    }
    case "ledger":
      rows.ledger.push({ ...event.line, seq, at });
      return;
    case "trade": {
      const { contract, price, lots } = event;
      addToCandle(rows.candles, contract, "1d", at - (at % day), price, lots);
      if (at < keepFrom) return;
      rows.trades.push(event);
      addToCandle(rows.candles, contract, "1m", at - (at % minute), price, lots);
      return;
    }
    case "equity":
      rows.equity.push(event);
      return;
    case "settlement":
      rows.settlements.push({ ...event, final: false });
      return;
    case "final-settlement":
      rows.settlements.push({ ...event, volume: 0, final: true });
      return;
    case "fixing":
      rows.fixings.push(event);
      return;
    case "session":
    case "limits":
    case "auction":
    case "halt":
    case "lock":
    case "listed":
    case "expired":
    case "list-price":
    case "price-announced":
    case "news":
    case "ruling":
    case "alert":
      rows.publicEvents.push({ seq, kind, at, body: bodyOf(event) });
      return;
    case "default": // its account's own affair, and everybody's (7.6)
      rows.publicEvents.push({ seq, kind, at, body: bodyOf(event) });
      rows.notices.push({ seq, account: event.account, kind, at, body: bodyOf(event) });
      return;
    case "margin-call":
    case "margin-call-met":
    case "close-out-step":
    case "default-close":
    case "alerted":
      rows.notices.push({ seq, account: event.account, kind, at, body: bodyOf(event) });
      return;
    case "account-opened":
      return; // the room answers for who is in it
    default:
      kind satisfies never;
  }
}

function bodyOf({ seq: _, at: __, kind: ___, ...body }: RoomEvent): object {
  return body;
}

function addToCandle(
  candles: Map<string, Candle>,
  contract: string,
  interval: string,
  at: number,
  price: number,
  lots: number,
): void {
  const name = `${contract} ${interval} ${at}`;
  const candle = candles.get(name);
  if (!candle) {
    candles.set(name, { contract, interval, at, open: price, high: price, low: price, close: price, volume: lots });
    return;
  }
  candle.high = Math.max(candle.high, price);
  candle.low = Math.min(candle.low, price);
  candle.close = price;
  candle.volume += lots;
}
