import type { Pool } from "pg";
import type { RoomId } from "../port";
import { openPool, pool } from "./pool";
import type { ProjectedRows } from "./projected-rows";

/**
 * The columns of each projection and what happens when the row is there already. Only an order and a candle change once
 * written; everything else is a fact under its event number.
 */
const tables: { [T in keyof ProjectedRows]: { into: string; columns: string; conflict: string } } = {
  orders: {
    into: "Order",
    columns: `id int8, account int4, "clientOrderId" text, contract text, side text, type text, lots int8, filled int8,
      price int4, "filledValue" int8, "timeInForce" text, "goodTill" text, "postOnly" bool,
      "reduceOnly" bool, display int8, stop jsonb, tie jsonb, legs jsonb, status text, "cancelReason" text,
      refusal jsonb, "createdSeq" int8, seq int8, at int8`,
    conflict: `(room, id) DO UPDATE SET lots = EXCLUDED.lots, filled = EXCLUDED.filled, price = EXCLUDED.price,
      "filledValue" = EXCLUDED."filledValue", stop = EXCLUDED.stop, tie = EXCLUDED.tie, status = EXCLUDED.status,
      "cancelReason" = EXCLUDED."cancelReason", refusal = EXCLUDED.refusal, seq = EXCLUDED.seq, at = EXCLUDED.at`,
  },
  fills: {
    into: "Fill",
    columns: `seq int8, account int4, "orderId" int8, contract text, side text, price int4, lots int8, fee int8,
      liquidity text, at int8`,
    conflict: "DO NOTHING",
  },
  ledger: {
    into: "LedgerEntry",
    columns: `seq int8, account int4, entry text, "marginChange" int8, "bankChange" int8, "marginCash" int8,
      "bankCash" int8, contract text, lots int8, price int4, "previousPrice" int4, at int8`,
    conflict: "DO NOTHING",
  },
  trades: {
    into: "Trade",
    columns: "seq int8, contract text, price int4, lots int8, aggressor text, at int8",
    conflict: "DO NOTHING",
  },
  candles: {
    into: "Candle",
    columns: "contract text, interval text, at int8, open int4, high int4, low int4, close int4, volume int8",
    conflict: `(room, contract, interval, at) DO UPDATE SET high = GREATEST("Candle".high, EXCLUDED.high),
      low = LEAST("Candle".low, EXCLUDED.low), close = EXCLUDED.close, volume = "Candle".volume + EXCLUDED.volume`,
  },
  equity: {
    into: "EquityPoint",
    columns: "account int4, date text, seq int8, at int8, wealth int8, equity int8, requirement int8",
    conflict: "DO NOTHING",
  },
  settlements: {
    into: "Settlement",
    columns: "contract text, date text, seq int8, at int8, price int4, method text, volume int8, final bool",
    conflict: "DO NOTHING",
  },
  fixings: {
    into: "Fixing",
    columns: `benchmark text, date text, seq int8, at int8, level int4, "withheldDays" int4, causes jsonb`,
    conflict: "DO NOTHING",
  },
  notices: {
    into: "Notice",
    columns: "seq int8, account int4, kind text, at int8, body jsonb",
    conflict: "DO NOTHING",
  },
  publicEvents: {
    into: "PublicEvent",
    columns: "seq int8, kind text, at int8, body jsonb",
    conflict: "DO NOTHING",
  },
};
const order = Object.keys(tables) as (keyof ProjectedRows)[];

/** One statement for all of them: either the watermark moves from $2 to $3 and every row is there, or nothing is. */
const statement = `
  WITH mark AS (
    UPDATE "Watermark" SET "eventSeq" = $3 WHERE "room" = $1 AND "eventSeq" = $2 RETURNING "room"
  ), ${order
    .map((name, i) => {
      const { into, columns, conflict } = tables[name];
      const names = columns.replace(/("?\w+"?) \w+/g, "$1");
      return `${name.toLowerCase()} AS (
        INSERT INTO "${into}" ("room", ${names}) SELECT mark.room, ${names.replace(/("?\w+"?)/g, "x.$1")}
        FROM mark, jsonb_to_recordset($${i + 4}::jsonb) AS x(${columns}) ON CONFLICT ${conflict})`;
    })
    .join(", ")}
  SELECT 1 FROM mark`;

/**
 * Projections may be lost in a crash (they are made again from the journal), so their commits do not wait for the disk.
 * A snapshot's commit, which does, takes everything before it along.
 */
const key = Symbol.for("tokenpit.projection-pool");
function relaxedPool(): Pool {
  const shared = globalThis as { [key]?: Pool };
  shared[key] ??= openPool({ max: 2, options: "-c synchronous_commit=off" });
  return shared[key];
}

/** False: the projections do not stand at `from`; another host moved them. */
export async function project(room: RoomId, from: number, to: number, rows: ProjectedRows): Promise<boolean> {
  const { rowCount } = await relaxedPool().query({
    name: "project",
    text: statement,
    values: [room, from, to, ...order.map((name) => JSON.stringify(rows[name]))],
  });
  return rowCount === 1;
}

export async function watermarkOf(room: RoomId): Promise<number> {
  const { rows } = await pool().query(`SELECT "eventSeq" FROM "Watermark" WHERE "room" = $1`, [room]);
  return rows[0]?.eventSeq ?? 0;
}

/** Public trades and 1-minute candles before `before` go; daily candles stay for ever (DESIGN §5). */
export async function pruneProjections(room: RoomId, before: number): Promise<void> {
  await relaxedPool().query(`DELETE FROM "Trade" WHERE "room" = $1 AND "at" < $2`, [room, before]);
  await relaxedPool().query(`DELETE FROM "Candle" WHERE "room" = $1 AND "interval" = '1m' AND "at" < $2`, [
    room,
    before,
  ]);
}

/** Forgets everything projected, so that a replay of the journal makes it again. */
export async function clearProjections(room: RoomId): Promise<void> {
  const clear = order.map((name) => `DELETE FROM "${tables[name].into}" WHERE "room" = $1`);
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query(`UPDATE "Watermark" SET "eventSeq" = 0 WHERE "room" = $1`, [room]);
    for (const text of clear) await client.query(text, [room]);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export async function closeProjectionPool(): Promise<void> {
  const shared = globalThis as { [key]?: Pool };
  const opened = shared[key];
  delete shared[key];
  await opened?.end();
}
