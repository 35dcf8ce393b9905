#!/usr/bin/env node
// npm run plant-faults -- [--only 4.2] [--json]: plants one-line faults in a copy of the engine, one at a time, and runs
// the tests that look at it. A fault that no test notices is a hole in the suite. See docs/testing.md.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { matching } from "../tests/faults/matching.mjs";
import { settlementAndMargin } from "../tests/faults/settlement-and-margin.mjs";
import { trading } from "../tests/faults/trading.mjs";

const root = join(import.meta.dirname, "..");
const LEAST = 0.95;
/** A fault may turn a loop endless: that is noticed too. */
const PATIENCE = 240_000;

/** What looks at a fault, quickest first: the tests beside the code, the rules as whole rooms, the naive venue. */
const suites = {
  "engine/book": ["engine/book", "tests/rules"],
  "engine/clearing": ["engine/clearing", "tests/rules"],
  "engine/trading": ["tests/rules", "engine/trading", "tests/model"],
  "engine/room": ["tests/rules", "engine/room"],
};

const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : null;
const planted = [...matching, ...settlementAndMargin, ...trading].filter(({ rule }) => only === null || rule === only);
const stale = planted.filter(({ file, from }) => readFileSync(join(root, file), "utf8").split(from).length !== 2);
if (stale.length > 0) {
  for (const { file, from } of stale) console.error(`${file} does not say exactly once: ${from}`);
  process.exit(2);
}

const queue = planted.map((fault, i) => ({ ...fault, no: i + 1 }));
const results = [];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, (_, lane) => work(lane)));
results.sort((a, b) => a.no - b.no);
const caught = results.filter(({ noticed }) => noticed).length;
for (const { rule, file, from, to } of results.filter(({ noticed }) => !noticed)) {
  console.error(`not noticed: ${rule} ${file}\n  - ${from}\n  + ${to}`);
}
if (words.includes("--json")) console.log(JSON.stringify({ planted: results.length, caught, results }));
console.error(`${caught} of ${results.length} faults noticed (${((caught / results.length) * 100).toFixed(1)} %)`);
process.exitCode = caught / results.length >= LEAST ? 0 : 1;

/** One lane plants in a copy of its own, so that nobody's checkout is ever wrong. */
async function work(lane) {
  const copy = join(root, ".build", `faults-${lane}`);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of ["engine", "tests", "tokens", "wire", "package.json", "tsconfig.json", "vitest.config.ts"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  while (queue.length > 0) {
    const fault = queue.shift();
    const file = join(copy, fault.file);
    const healthy = readFileSync(file, "utf8");
    writeFileSync(
      file,
      healthy.replace(fault.from, () => fault.to),
    );
    const from = performance.now();
    const noticed = await fails(copy, suitesOf(fault.file));
    writeFileSync(file, healthy);
    const seconds = Math.round((performance.now() - from) / 100) / 10;
    results.push({ ...fault, noticed, seconds });
    console.error(`${noticed ? "noticed    " : "NOT NOTICED"} ${fault.rule.padEnd(4)} ${fault.file} (${seconds} s)`);
  }
  rmSync(copy, { recursive: true, force: true });
}

function suitesOf(file) {
  const area = Object.keys(suites).find((folder) => file.startsWith(folder));
  if (!area) throw new Error(`no suite looks at ${file}`);
  return suites[area];
}

/** One suite after another until one fails. */
async function fails(copy, folders) {
  for (const folder of folders) if (await failsIn(copy, folder)) return true;
  return false;
}

function failsIn(copy, folder) {
  return new Promise((resolve) => {
    const args = [join(copy, "node_modules/vitest/vitest.mjs"), "run", folder, "--bail=1", "--reporter=dot"];
    const env = { ...process.env, CI: "1" };
    const child = spawn(process.execPath, args, { cwd: copy, stdio: "ignore", env, detached: true });
    // With its workers, one of which is what does not end.
    const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), PATIENCE);
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}
