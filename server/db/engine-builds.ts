import { pool } from "./pool";

/** An engine once used is kept for ever: old rooms, snapshots and links name it by its hash. */
export async function keepEngineBuild(hash: string, source: string): Promise<void> {
  await pool().query(`INSERT INTO "EngineBuild" ("hash", "source") VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
    hash,
    source,
  ]);
}

export async function readEngineBuild(hash: string): Promise<string | null> {
  const { rows } = await pool().query(`SELECT "source" FROM "EngineBuild" WHERE "hash" = $1`, [hash]);
  return rows[0]?.source ?? null;
}
