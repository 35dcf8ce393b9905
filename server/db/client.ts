import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { closePool, databaseUrl } from "./pool";

const key = Symbol.for("tokenpit.prisma");

/** Prisma, for everything but the hot path and the long lists (see pool.ts). */
export function db(): PrismaClient {
  const shared = globalThis as { [key]?: PrismaClient }; // Next gives pages and handlers separate copies of this module
  shared[key] ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl(), max: 8 }) });
  return shared[key];
}

export async function closeConnections(): Promise<void> {
  const shared = globalThis as { [key]?: PrismaClient };
  const opened = shared[key];
  delete shared[key];
  await Promise.allSettled([opened?.$disconnect(), closePool()]);
}
