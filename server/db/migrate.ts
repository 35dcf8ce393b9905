import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { openSchemaEngine } from "./schema-engine";

const advisoryKey = 0x746f6b70; // "tokp": several processes starting on one server migrate one after the other

/** Brings the database to the schema of this version. Returns the names of the migrations it applied. */
export async function migrate(url: string, folder = join(process.cwd(), "prisma")): Promise<string[]> {
  const guard = new Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query("SELECT pg_advisory_lock($1)", [advisoryKey]);
    const engine = await openSchemaEngine(url, readFileSync(join(folder, "schema.prisma"), "utf8"));
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(join(folder, "migrations")),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await guard.end();
  }
}

function readMigrations(baseDir: string) {
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: readFileSync(join(baseDir, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
