import type { Level, Ticks } from "@/engine/units";
import type { RoomId } from "../port";
import { pool } from "./pool";

export interface PastFinalSettlement {
  readonly date: string;
  readonly price: Ticks;
  readonly method: "fixings" | "settlements";
}

/** Null: the contract has not ended, or there never was one of that name. */
export async function finalSettlementOf(room: RoomId, contract: string): Promise<PastFinalSettlement | null> {
  const { rows } = await pool().query({
    name: "final-settlement-of",
    text: `SELECT date, price, method FROM "Settlement" WHERE room = $1 AND contract = $2 AND final`,
    values: [room, contract],
  });
  return rows[0] ?? null;
}

export interface DayFixing {
  readonly date: string;
  /** Null: withheld, and none to carry (3.3). */
  readonly level: Level | null;
  readonly withheldDays: number;
}

/** `month`: "2026-10". Oldest first. */
export async function fixingsOfMonth(room: RoomId, benchmark: string, month: string): Promise<DayFixing[]> {
  const { rows } = await pool().query({
    name: "fixings-of-month",
    text: `SELECT date, level, "withheldDays" FROM "Fixing" WHERE room = $1 AND benchmark = $2 AND date LIKE $3
      ORDER BY date`,
    values: [room, benchmark, `${month}-%`],
  });
  return rows;
}

export async function settlementsOfMonth(room: RoomId, contract: string, month: string) {
  const { rows } = await pool().query<{ readonly date: string; readonly price: Ticks }>({
    name: "settlements-of-month",
    text: `SELECT date, price FROM "Settlement" WHERE room = $1 AND contract = $2 AND date LIKE $3 AND NOT final
      ORDER BY date`,
    values: [room, contract, `${month}-%`],
  });
  return rows;
}
