import type { AccountNo } from "@/engine/units";
import type { RoomId } from "@/server/port";
import { db } from "./client";
import { pool } from "./pool";

/** What is held about one account in a room, oldest first, a page at a time: an export may be long. */
export const personalTables = ["orders", "fills", "ledger", "equity", "notices"] as const;
export type PersonalTable = (typeof personalTables)[number];

const pageSize = 1000;
/** Keyset paging on what orders each table for one account. */
const pages: Record<PersonalTable, { from: string; by: string; first: string | number }> = {
  orders: { from: '"Order"', by: '"createdSeq"', first: -1 },
  fills: { from: '"Fill"', by: '"seq"', first: -1 },
  ledger: { from: '"LedgerEntry"', by: '"seq"', first: -1 },
  equity: { from: '"EquityPoint"', by: '"date"', first: "" },
  notices: { from: '"Notice"', by: '"seq"', first: -1 },
};

export type PersonalRow = Readonly<Record<string, string | number | boolean | null | object>>;

export async function* personalRows(
  table: PersonalTable,
  room: RoomId,
  account: AccountNo,
): AsyncGenerator<PersonalRow[]> {
  const { from, by, first } = pages[table];
  const column = by.slice(1, -1);
  const sql = `SELECT * FROM ${from} WHERE room = $1 AND account = $2 AND ${by} > $3 ORDER BY ${by} LIMIT ${pageSize}`;
  for (let after = first; ; ) {
    const { rows } = await pool().query<Record<string, never>>(sql, [room, account, after]);
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    after = rows[rows.length - 1][column];
  }
}

/** Every session and key that still has a row, ended ones included; hashes are not the person's data and stay here. */
export async function personalAccess(userId: string) {
  const [sessions, keys] = await Promise.all([
    db().session.findMany({
      where: { userId },
      select: { id: true, agent: true, createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true },
      orderBy: { createdAt: "asc" },
    }),
    db().apiKey.findMany({
      where: { userId },
      select: { id: true, name: true, hint: true, createdAt: true, lastUsedAt: true, revokedAt: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  return { sessions, keys };
}

export async function personalRecord(userId: string) {
  const row = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      nickname: true,
      nicknameKey: true,
      guest: true,
      passwordHash: true,
      locale: true,
      createdAt: true,
      lastSeenAt: true,
    },
  });
  if (!row) return null;
  const { passwordHash, ...person } = row;
  return { ...person, passwordSet: passwordHash !== null };
}
