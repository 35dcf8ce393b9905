import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { StartupError } from "../startup-error";

const advisoryKey = 0x746f6b72; // "tokr": held as long as a process hosts this database's rooms
const patienceMs = 6000; // one that is shutting down takes less than five seconds

/**
 * Rooms have one host: a second process on the same database server is turned away at its start. Should the lock be lost
 * with its connection and taken by another, this process ends; the epoch in every commit kept it from writing meanwhile.
 */
export async function holdAlone(url: string): Promise<() => Promise<void>> {
  let released = false;
  let session = await acquire(url);
  if (!session) {
    throw new StartupError(
      "Another Tokenpit serves this database (DATABASE_URL).",
      "Stop that one first, or give this one a database of its own.",
    );
  }
  const watch = (held: Client) =>
    held.once("error", async () => {
      while (!released) {
        await sleep(1000);
        const again = await acquire(url).catch(() => undefined); // the server is away
        if (again === undefined) continue;
        if (again === null) {
          console.error("Another Tokenpit has taken over this database; this one ends.");
          process.exit(1);
        }
        session = again;
        return watch(again);
      }
    });
  watch(session);
  return async () => {
    released = true;
    await session?.end();
  };
}

/** Null: somebody else holds it, and did not let go in time. */
async function acquire(url: string): Promise<Client | null> {
  const client = new Client({ connectionString: url, keepAlive: true });
  await client.connect();
  for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(250)) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS held", [advisoryKey]);
    if (rows[0].held) return client;
  }
  await client.end();
  return null;
}
