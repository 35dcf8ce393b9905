import { Pool, type PoolConfig, types } from "pg";

const key = Symbol.for("tokenpit.pool");

/** Plain SQL: the journal, the projections, and the lists that must stay quick at a million rows. */
export function pool(): Pool {
  const shared = globalThis as { [key]?: Pool }; // Next gives pages and handlers separate copies of this module
  shared[key] ??= openPool({ max: 8 });
  return shared[key];
}

export async function closePool(): Promise<void> {
  const shared = globalThis as { [key]?: Pool };
  const opened = shared[key];
  delete shared[key];
  await opened?.end();
}

/** Set by server.ts before anything asks: the bundled server's address, or the operator's. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: the app must be started through server.ts.");
  return url;
}

/** Our 64-bit columns hold room times, lots and cents, all below 2^53. */
const getTypeParser = ((oid: number, format?: "text" | "binary") =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format as "text")) as typeof types.getTypeParser;

/**
 * A dead server is noticed at once (its sockets close); one that hangs, or a machine that is gone, within the timeouts.
 */
export function openPool(options: PoolConfig): Pool {
  const opened = new Pool({
    connectionString: databaseUrl(),
    types: { getTypeParser },
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
    ...options,
  });
  opened.on("error", () => {}); // an idle connection died with its server; the next query opens another
  return opened;
}
