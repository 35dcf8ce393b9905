import type { AccountNo } from "@/engine/units";
import { fillsOf, ledgerOf, ordersOf } from "@/server/db/history";
import { pool } from "@/server/db/pool";
import { median, type Result } from "./result";
import { withDatabase } from "./venue";

const room = "bench";
const account = 1 as AccountNo; // of every second row
const fills = 1_000_000;
const limit = 100;
const repeats = 101;

/**
 * A page of a list at a million fills: the first one and one far back, both by keyset. Beside the page far back the same
 * rows by OFFSET, which walks over everything before them.
 */
export async function benchDatabase(): Promise<Result[]> {
  return withDatabase(async () => {
    await fill();
    const newest = { before: null, limit };
    const far = { before: fills / 2, limit };
    const rows = fills / 4; // of the account, before the middle
    const offset = await milliseconds(() =>
      pool().query(`SELECT * FROM "Fill" WHERE room = $1 AND account = $2 ORDER BY seq DESC LIMIT $3 OFFSET $4`, [
        room,
        account,
        limit,
        rows,
      ]),
    );
    const deep = await milliseconds(() => fillsOf(room, account, null, far));
    const ms = (name: string, value: number) => ({ name: `${name}, at ${fills} fills`, value, unit: "ms" });
    return [
      ms("newest page of fills", await milliseconds(() => fillsOf(room, account, null, newest))),
      {
        ...ms("page of fills half-way back (peer: OFFSET)", deep),
        peer: offset,
        ratio: Math.round((offset / deep) * 10) / 10,
      },
      ms(
        "newest page of fills of one contract in a thousand",
        await milliseconds(() => fillsOf(room, account, "RARE", newest)),
      ),
      ms("newest page of orders", await milliseconds(() => ordersOf(room, account, null, newest))),
      ms("page of orders half-way back", await milliseconds(() => ordersOf(room, account, null, far))),
      ms("newest page of the ledger", await milliseconds(() => ledgerOf(room, account, newest))),
    ];
  });
}

/** A million fills of half a million orders, each with its fee in the ledger; half of them of one account. */
async function fill(): Promise<void> {
  const contract = `CASE WHEN n % 1000 < 2 THEN 'RARE' ELSE 'PREM-DEC26' END`;
  const owner = `CASE WHEN n % 2 = 0 THEN 1 ELSE 2 + n % 50 END`;
  const numbers = "FROM generate_series($2::int8, $3::int8) AS n";
  const inserts = [
    `INSERT INTO "Fill" SELECT $1, n, ${owner}, n / 4, ${contract}, 'buy', 4500, 1, 5, 'taker', n * 1000 ${numbers}`,
    `INSERT INTO "LedgerEntry"
       SELECT $1, n, ${owner}, 'fee', -5, 0, 5000000, 5000000, ${contract}, 1, 4500, NULL, n * 1000 ${numbers}`,
    `INSERT INTO "Order" SELECT $1, n, ${owner}, 'c' || n, ${contract}, 'buy', 'limit', 4, 4, 4500, 18000, 'gtc', false,
       'filled', NULL, NULL, n, n, n * 1000 ${numbers} WHERE n % 4 = 0 OR n % 4 = 1`,
  ];
  const piece = 50_000;
  for (const insert of inserts) {
    for (let from = 1; from <= fills; from += piece) await pool().query(insert, [room, from, from + piece - 1]);
  }
  for (const table of ["Fill", "LedgerEntry", "Order"]) await pool().query(`VACUUM ANALYZE "${table}"`);
}

async function milliseconds(ask: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 10; i++) await ask(); // the plan settles
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const from = performance.now();
    await ask();
    times.push(performance.now() - from);
  }
  return Math.round(median(times) * 100) / 100;
}
