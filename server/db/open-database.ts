import { join } from "node:path";
import { Client } from "pg";
import { StartupError } from "../startup-error";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { migrate } from "./migrate";
import { holdAlone } from "./sole-server";

export interface Database {
  readonly url: string;
  /** Process id of the bundled server; null for a server of somebody else. */
  readonly pid: () => number | null;
  close(): Promise<void>;
}

const oldest = 150000; // PostgreSQL 15

/** The server that DATABASE_URL names, or the bundled one under `dataDir`; migrated either way. */
export async function openDatabase(dataDir: string, url = process.env.DATABASE_URL): Promise<Database> {
  if (url) {
    await checkServer(url);
    const release = await holdAlone(url);
    await migrate(url);
    return { url, pid: () => null, close: release };
  }
  const server = await startEmbeddedPostgres(join(dataDir, "postgres"));
  try {
    await migrate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url, pid: server.pid, close: server.stop };
}

async function checkServer(url: string): Promise<void> {
  const wayOut = "Correct DATABASE_URL, or unset it to use the bundled PostgreSQL.";
  let client: Client;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new StartupError(`Cannot reach the PostgreSQL server of DATABASE_URL: ${message || code}`, wayOut);
  }
  try {
    const { rows } = await client.query("SHOW server_version_num");
    const version = Number(rows[0].server_version_num);
    if (version < oldest) {
      const name = Math.floor(version / 10000);
      throw new StartupError(`DATABASE_URL names a PostgreSQL ${name} server; version 15 or later is needed.`, wayOut);
    }
  } finally {
    await client.end();
  }
}
