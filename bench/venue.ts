import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeConnections } from "@/server/db/client";
import { openDatabase } from "@/server/db/open-database";

/** A migrated database of its own for the time of a benchmark. */
export async function withDatabase<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "tokenpit-bench-"));
  const before = process.env.DATABASE_URL;
  const database = await openDatabase(dataDir, process.env.BENCH_DATABASE_URL ?? "");
  process.env.DATABASE_URL = database.url;
  try {
    return await work(dataDir);
  } finally {
    await closeConnections();
    await database.close();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    rmSync(dataDir, { recursive: true });
  }
}
