#!/usr/bin/env node
// npm run bench -- [--json] [book journal database http]: each figure beside its peer, measured in the same run.
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PreparationError, prepare } from "./prepare.mjs";
import { withApp } from "./trial-app.mjs";

const root = join(import.meta.dirname, "..");
const json = process.argv.includes("--json");
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const say = (text) => process.stderr.write(`${text}\n`);

/** The lines a person reads while it runs go to standard error: standard output is the result alone. */
async function main() {
  process.chdir(root);
  process.env.NODE_ENV = "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const log = console.log;
  const write = process.stdout.write.bind(process.stdout);
  console.log = (...words) => say(words.join(" "));
  process.stdout.write = (chunk) => process.stderr.write(chunk);
  await prepare({ pages: true });
  const { bundleProgram } = await import("./build.mjs");
  const program = join(root, ".build/bench.js");
  await bundleProgram("bench/run.ts", program);
  const { benches, httpOf } = await import(pathToFileURL(program).href);
  const results = [];
  for (const [name, bench] of Object.entries({ ...benches, http: () => overHttp(httpOf) })) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    say(`bench: ${name} …`);
    results.push(...(await bench()));
  }
  console.log = log;
  process.stdout.write = write;
  const { model } = cpus()[0];
  const machine = {
    cpu: model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  if (json) console.log(JSON.stringify({ machine, results }));
  else print(machine, results);
}

/** The whole app, with a key of its own, and limits per caller out of the way. */
const overHttp = (httpOf) =>
  withApp({ RATE_LIMIT_FACTOR: "1000" }, (url, data) => {
    const env = { ...process.env, DATA_DIR: data, PORT: new URL(url).port };
    const made = spawnSync(process.execPath, ["scripts/create-key.mjs", "--user", "bench", "--json"], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    if (made.status !== 0) throw new Error(`create-key failed: ${made.stderr}`);
    const { key, room } = JSON.parse(made.stdout);
    return httpOf({ url, key, room });
  });

function print(machine, results) {
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GiB, Node ${machine.node}\n`);
  for (const { name, value, unit, peer, ratio } of results) {
    const beside = peer === undefined ? "" : `   peer ${peer.toLocaleString("en")}, ratio ${ratio}`;
    console.log(`${name}: ${value.toLocaleString("en")} ${unit}${beside}`);
  }
}

await main().catch((error) => {
  if (!(error instanceof PreparationError)) throw error;
  console.error(`\n${error.message}\n${error.wayOut}`);
  process.exit(1);
});
process.exit(0);
