import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, types } from "pg";
import { PrismaClient } from "./generated/client";

const key = Symbol.for("tokenpit.database");
interface Connections {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
}

/** Next gives pages, handlers and our server separate copies of this module: what is open lives on globalThis. */
function connections(): Connections {
  const shared = globalThis as { [key]?: Connections };
  shared[key] ??= open(databaseUrl());
  return shared[key];
}

function open(url: string): Connections {
  const pool = openPool(url, 8);
  return { prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 8 }) }), pool };
}

/** Prisma, for everything but the hot path and the long lists. */
export const db = (): PrismaClient => connections().prisma;

/** Plain SQL: the journal, the projections, and the lists that must stay quick at a million rows. */
export const pool = (): Pool => connections().pool;

export async function closeConnections(): Promise<void> {
  const shared = globalThis as { [key]?: Connections };
  const open = shared[key];
  delete shared[key];
  if (open) await Promise.allSettled([open.prisma.$disconnect(), open.pool.end()]);
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

export function openPool(url: string, max: number): Pool {
  const opened = new Pool({ connectionString: url, max, types: { getTypeParser }, connectionTimeoutMillis: 5000 });
  opened.on("error", () => {}); // an idle connection died with its server; the next query opens another
  return opened;
}
