/**
 * Writes the next migration: node --import tsx scripts/new-migration.ts NAME
 *
 * It is the difference between prisma/schema.prisma and prisma/migrations/schema.prisma, the schema as the last
 * migration left it. The engine wants a reachable database to do so; a scratch one is started for it.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { openSchemaEngine } from "@/server/db/schema-engine";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error("usage: node --import tsx scripts/new-migration.ts NAME");

const migrations = join(import.meta.dirname, "..", "prisma", "migrations");
const last = join(migrations, "schema.prisma");
const after = readFileSync(join(migrations, "..", "schema.prisma"), "utf8");
const before = existsSync(last) ? readFileSync(last, "utf8") : null;

const scratch = mkdtempSync(join(tmpdir(), "tokenpit-diff-"));
const server = await startEmbeddedPostgres(join(scratch, "postgres"));
try {
  const engine = await openSchemaEngine(server.url, after);
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout: sql } = await engine.diff({
    from: before === null ? { tag: "empty" } : datamodel(before),
    to: datamodel(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  if (!sql?.trim() || sql.includes("This is an empty migration")) {
    console.log("The schema has not changed since the last migration.");
  } else {
    const folder = join(migrations, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    writeFileSync(join(migrations, "migration_lock.toml"), 'provider = "postgresql"\n');
    writeFileSync(last, after);
    console.log(`Wrote ${folder}`);
  }
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true });
}
