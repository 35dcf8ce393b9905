// Generates the Prisma client. The command-line tool insists on an engine binary it then does not use, and would
// download one: any existing file satisfies it.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate", "--schema", "prisma/schema.prisma"], {
  cwd: join(import.meta.dirname, ".."),
  encoding: "utf8",
  env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
if (status !== 0) console.error(stdout + stderr);
process.exit(status ?? 1);
