import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/server/db/open-database";
import { openSchemaEngine } from "@/server/db/schema-engine";
import { buildVenue, VenueProcess } from "@/tests/crash/venue-process";

const repository = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "tokenpit-database-"));
const dataDir = join(folder, "data");
let bundles: string;
beforeAll(async () => {
  bundles = await buildVenue(mkdtempSync(join(repository, ".build", "database-test-")), "tests/host/fake-engine-1.ts");
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(bundles, { recursive: true });
});

const patient = { timeout: 90_000 };

test("a second process on the same data folder is turned away by name and changes nothing", patient, async () => {
  const first = new VenueProcess(bundles, dataDir);
  await first.ready;
  const second = new VenueProcess(bundles, dataDir);
  await expect(second.ready).rejects.toThrow();
  expect(second.log).toContain(`in use by another Tokenpit (process ${first.pid})`);
  expect(await first.ask({ kind: "health" })).toMatchObject({ ok: true });
  await first.kill("node");
});

test("a second process on the same database server is turned away too, whatever its data folder", patient, async () => {
  const server = await openDatabase(join(folder, "server"), "");
  const env = { DATABASE_URL: server.url };
  const first = new VenueProcess(bundles, join(folder, "one"), env);
  await first.ready;
  const second = new VenueProcess(bundles, join(folder, "two"), env);
  await expect(second.ready).rejects.toThrow();
  expect(second.log).toContain("Another Tokenpit serves this database");
  await first.kill("node");
  await server.close();
});

test(
  "a process that is killed leaves no database server behind, and the next one starts at once",
  patient,
  async () => {
    const pidFile = join(dataDir, "postgres", "postmaster.pid");
    for (const victim of ["node", "everything"] as const) {
      const venue = new VenueProcess(bundles, dataDir);
      const { postgres } = await venue.ready;
      await venue.kill(victim);
      for (let i = 0; i < 100 && existsSync(`/proc/${postgres}`); i++) await sleep(50);
      expect(existsSync(`/proc/${postgres}`)).toBe(false);
    }
    const venue = new VenueProcess(bundles, dataDir);
    await venue.ready;
    expect(Number(readFileSync(pidFile, "utf8").split("\n")[0])).toBeGreaterThan(0);
    await venue.kill("node");
  },
);

test("a server that is not there is named with the way out", patient, async () => {
  await expect(openDatabase(dataDir, "postgresql://nobody@127.0.0.1:1/none")).rejects.toMatchObject({
    message: expect.stringContaining("Cannot reach the PostgreSQL server of DATABASE_URL"),
    wayOut: expect.stringContaining("unset it"),
  });
});

test("the migrations make the database that the schema describes", patient, async () => {
  const schema = readFileSync(join(repository, "prisma", "schema.prisma"), "utf8");
  const ofLastMigration = readFileSync(join(repository, "prisma", "migrations", "schema.prisma"), "utf8");
  expect(schema, "run: node --import tsx scripts/new-migration.ts NAME").toBe(ofLastMigration);

  const database = await openDatabase(join(folder, "migrated"), "");
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("CREATE DATABASE described TEMPLATE template0");
  const described = database.url.replace(/postgres$/, "described");
  const engine = await openSchemaEngine(described, schema);
  const { stdout: script } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const other = new Client({ connectionString: described });
  await other.connect();
  await other.query(script!);
  expect(await catalog(client)).toEqual(await catalog(other));
  await Promise.all([client.end(), other.end()]);
  await database.close();
});

async function catalog(client: Client): Promise<object[]> {
  const columns = await client.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
  );
  const indexes = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return [...columns.rows, ...indexes.rows];
}
