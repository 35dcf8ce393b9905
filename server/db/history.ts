import type { LedgerLine, RoomEvent } from "@/engine/events";
import type { AccountNo, Level, OrderId } from "@/engine/units";
import type { FillReport, OrderReport } from "@/engine/views";
import type { RoomId } from "../port";
import { pool } from "./pool";

/**
 * The lists people page through, newest first, by keyset: each is one index range scan, so a page costs the same at ten
 * rows and at ten million. Rows come back in the engine's own shapes and units.
 */
export interface PageOf {
  /** Only rows before this place; null: from the newest. */
  readonly before: number | null;
  readonly limit: number;
}
const farthest = Number.MAX_SAFE_INTEGER;

const orderColumns = `id, account, "clientOrderId", contract, side, type, lots, filled, price, "filledValue",
  "timeInForce", "goodTill", "postOnly", "reduceOnly", display, stop, tie, legs, status, "cancelReason", refusal, seq AS "eventSeq", at, "createdSeq"`;
const fillColumns = `seq AS "eventSeq", account, "orderId" AS "order", contract, side, price, lots, fee, liquidity, at`;

/** Whose order gives way (4.5) matters while an order is open, and is not kept. */
export type PastOrder = Omit<OrderReport, "selfTrade"> & { readonly createdSeq: number };

export async function ordersOf(
  room: RoomId,
  account: AccountNo,
  contract: string | null,
  { before, limit }: PageOf,
): Promise<PastOrder[]> {
  return ask<PastOrder>(
    "orders-of",
    `SELECT ${orderColumns} FROM "Order" WHERE room = $1 AND account = $2 AND "createdSeq" < $3
     AND ($4::text IS NULL OR contract = $4) ORDER BY "createdSeq" DESC LIMIT $5`,
    [room, account, before ?? farthest, contract, limit],
  );
}

export async function orderOf(room: RoomId, account: AccountNo, id: OrderId): Promise<PastOrder | null> {
  const [order] = await ask<PastOrder>(
    "order-of",
    `SELECT ${orderColumns} FROM "Order" WHERE room = $1 AND account = $2 AND id = $3`,
    [room, account, id],
  );
  return order ?? null;
}

export async function fillsOf(
  room: RoomId,
  account: AccountNo,
  contract: string | null,
  { before, limit }: PageOf,
): Promise<FillReport[]> {
  return ask<FillReport>(
    "fills-of",
    `SELECT ${fillColumns} FROM "Fill" WHERE room = $1 AND account = $2 AND seq < $3
     AND ($4::text IS NULL OR contract = $4) ORDER BY seq DESC LIMIT $5`,
    [room, account, before ?? farthest, contract, limit],
  );
}

/** Oldest first: the story of one order. */
export async function fillsOfOrder(room: RoomId, account: AccountNo, order: OrderId): Promise<FillReport[]> {
  return ask<FillReport>(
    "fills-of-order",
    `SELECT ${fillColumns} FROM "Fill" WHERE room = $1 AND "orderId" = $2 AND account = $3 ORDER BY seq`,
    [room, order, account],
  );
}

export type PastLedgerLine = LedgerLine & { readonly seq: number; readonly at: number };

export async function ledgerOf(room: RoomId, account: AccountNo, { before, limit }: PageOf): Promise<PastLedgerLine[]> {
  return ask<PastLedgerLine>(
    "ledger-of",
    `SELECT seq, at, account, entry, "marginChange", "bankChange", "marginCash", "bankCash", contract, lots, price,
     "previousPrice" FROM "LedgerEntry" WHERE room = $1 AND account = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4`,
    [room, account, before ?? farthest, limit],
  );
}

export interface PastEquity {
  readonly date: string;
  readonly seq: number;
  readonly wealth: number;
  readonly equity: number;
  readonly requirement: number;
}

export async function equityOf(room: RoomId, account: AccountNo, { before, limit }: PageOf): Promise<PastEquity[]> {
  return ask<PastEquity>(
    "equity-of",
    `SELECT date, seq, wealth, equity, requirement FROM "EquityPoint" WHERE room = $1 AND account = $2 AND seq < $3
     ORDER BY date DESC LIMIT $4`,
    [room, account, before ?? farthest, limit],
  );
}

export type PastTrade = Extract<RoomEvent, { kind: "trade" }>;
const tradeColumns = `seq, at, 'trade' AS kind, contract, price, lots, aggressor`;

export async function tradesOf(room: RoomId, contract: string, { before, limit }: PageOf): Promise<PastTrade[]> {
  return ask<PastTrade>(
    "trades-of",
    `SELECT ${tradeColumns} FROM "Trade" WHERE room = $1 AND contract = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4`,
    [room, contract, before ?? farthest, limit],
  );
}

/** Of all contracts. */
export async function lastTrades(room: RoomId, limit: number): Promise<PastTrade[]> {
  return ask<PastTrade>(
    "last-trades",
    `SELECT ${tradeColumns} FROM "Trade" WHERE room = $1 ORDER BY seq DESC LIMIT $2`,
    [room, limit],
  );
}

export interface PastCandle {
  readonly at: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** One minute and one day are stored; what lies between is put together from minutes. */
const stored = { "1m": "1m", "5m": "1m", "1h": "1m", "1d": "1d" } as const;
const lasts = { "1m": 60_000, "5m": 300_000, "1h": 3_600_000, "1d": 86_400_000 } as const;

export async function candlesOf(
  room: RoomId,
  contract: string,
  interval: keyof typeof stored,
  from: number,
  { before, limit }: PageOf,
): Promise<PastCandle[]> {
  return ask<PastCandle>(
    "candles-of",
    `SELECT at - at % $6::int8 AS at, (array_agg(open ORDER BY at))[1] AS open, max(high) AS high, min(low) AS low,
     (array_agg(close ORDER BY at DESC))[1] AS close, sum(volume)::int8 AS volume
     FROM (SELECT * FROM "Candle" WHERE room = $1 AND contract = $2 AND interval = $3 AND at >= $4 AND at < $5
           ORDER BY at DESC LIMIT $8) AS c
     GROUP BY 1 ORDER BY 1 DESC LIMIT $7`,
    [
      room,
      contract,
      stored[interval],
      from,
      before ?? farthest,
      lasts[interval],
      limit,
      limit * (lasts[interval] / lasts[stored[interval]]),
    ],
  );
}

export type PastFixing = Extract<RoomEvent, { kind: "fixing" }>;
export type PastMove = PastFixing & { readonly level: Level };

export async function fixingsOf(room: RoomId, benchmark: string, { before, limit }: PageOf): Promise<PastFixing[]> {
  return ask<PastFixing>(
    "fixings-of",
    `SELECT seq, at, 'fixing' AS kind, benchmark, date, level, "withheldDays", causes FROM "Fixing"
     WHERE room = $1 AND benchmark = $2 AND seq < $3 ORDER BY date DESC LIMIT $4`,
    [room, benchmark, before ?? farthest, limit],
  );
}

/** Fixings that have a level, and so a move. */
export async function movesOf(room: RoomId, benchmark: string, { before, limit }: PageOf): Promise<PastMove[]> {
  return ask<PastMove>(
    "moves-of",
    `SELECT seq, at, 'fixing' AS kind, benchmark, date, level, "withheldDays", causes FROM "Fixing"
     WHERE room = $1 AND benchmark = $2 AND seq < $3 AND level IS NOT NULL ORDER BY date DESC LIMIT $4`,
    [room, benchmark, before ?? farthest, limit],
  );
}

/** The latest of what was announced to all: list prices, limits, locks, halts, auctions, listings, sessions, settlements, fixings. */
export async function lastNews(room: RoomId, limit: number): Promise<RoomEvent[]> {
  const rows = await ask<{ seq: number; at: number; kind: string; body: object }>(
    "last-news",
    `SELECT * FROM (
       (SELECT seq, at, kind, body FROM "PublicEvent" WHERE room = $1 ORDER BY seq DESC LIMIT $2)
       UNION ALL
       (SELECT seq, at, CASE WHEN final THEN 'final-settlement' ELSE 'settlement' END,
          jsonb_build_object('contract', contract, 'date', date, 'price', price, 'method', method, 'volume', volume)
        FROM "Settlement" WHERE room = $1 ORDER BY seq DESC LIMIT $2)
       UNION ALL
       (SELECT seq, at, 'fixing',
          jsonb_build_object('benchmark', benchmark, 'date', date, 'level', level, 'withheldDays', "withheldDays", 'causes', causes)
        FROM "Fixing" WHERE room = $1 ORDER BY seq DESC LIMIT $2)
     ) AS news ORDER BY seq DESC LIMIT $2`,
    [room, limit],
  );
  return rows.map(fromBody);
}

/** The latest of what moves prices: sellers' new list prices, what people were told and what was ruled, and fixings. */
export async function lastCauses(room: RoomId, limit: number): Promise<RoomEvent[]> {
  const rows = await ask<{ seq: number; at: number; kind: string; body: object }>(
    "last-causes",
    `SELECT * FROM (
       (SELECT seq, at, kind, body FROM "PublicEvent" WHERE room = $1 AND kind IN ('list-price', 'news', 'ruling') ORDER BY seq DESC LIMIT $2)
       UNION ALL
       (SELECT seq, at, 'fixing',
          jsonb_build_object('benchmark', benchmark, 'date', date, 'level', level, 'withheldDays', "withheldDays", 'causes', causes)
        FROM "Fixing" WHERE room = $1 ORDER BY seq DESC LIMIT $2)
     ) AS causes ORDER BY seq DESC LIMIT $2`,
    [room, limit],
  );
  return rows.map(fromBody);
}

const fromBody = ({ body, ...event }: { body: object }): RoomEvent => ({ ...event, ...body }) as RoomEvent;

async function ask<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await pool().query({ name, text, values: [...values] });
  return rows as Row[];
}
