// npm test: sets up what is missing, then types, lint, unit and simulation, crash, and browser tests, in that order.
// Closes with one line, "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PreparationError, prepare } from "./prepare.mjs";
import { withApp } from "./trial-app.mjs";

const root = join(import.meta.dirname, "..");
const results = join(root, ".build", "test-results");
const only = process.argv.slice(2); // npm test -- unit e2e
const totals = { passed: 0, failed: 0 };

/** Each stage returns how many of its checks passed and failed. */
const stages = {
  types: async () => oneCheck(await node("node_modules/typescript/bin/tsc", "--noEmit")),
  "engine types": async () =>
    oneCheck(await node("node_modules/typescript/bin/tsc", "--noEmit", "-p", "engine/tsconfig.json")),
  lint: async () => oneCheck(await node("node_modules/@biomejs/biome/bin/biome", "check", ".")),
  unit: async () => {
    const report = join(results, "unit.json");
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
    await node("node_modules/vitest/vitest.mjs", "run", ...reporters);
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = readReport(report);
    return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites)) };
  },
  crash: async () => closingLine(await node("tests/crash/run.mjs")),
  e2e: async () => {
    const report = join(results, "e2e.json");
    const cli = join(root, "node_modules/@playwright/test/cli.js");
    await withApp({ RATE_LIMIT_FACTOR: "20" }, (url, data) => {
      const env = { E2E_URL: url, E2E_DATA_DIR: data, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
      return run([cli, "test", "-c", "tests/e2e/playwright.config.ts"], env);
    }).catch((error) => console.error(error.message));
    const { stats } = readReport(report);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  },
};

async function main() {
  process.chdir(root);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const wanted = only.length > 0 ? only : Object.keys(stages);
  try {
    await prepare({ pages: wanted.includes("e2e") });
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    console.error(`\n${error.message}\n${error.wayOut}`);
    process.exit(1);
  }
  rmSync(results, { recursive: true, force: true }); // no stage may read the report of an earlier run
  mkdirSync(results, { recursive: true });
  for (const name of wanted) {
    if (!stages[name]) throw new Error(`There is no stage "${name}": ${Object.keys(stages).join(", ")}`);
    console.log(`\n── ${name}`);
    const from = performance.now();
    const { passed, failed } = await stages[name]();
    totals.passed += passed;
    totals.failed += failed;
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(`── ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
}

const node = (...args) => run(args, {});

/** Runs a Node program, showing what it prints; resolves to its exit status and output. */
function run(args, env) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on("data", (chunk) => {
        output += chunk;
        out.write(chunk);
      });
    }
    child.once("close", (status) => resolve({ status, output }));
  });
}

const oneCheck = ({ status }) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function closingLine({ status, output }) {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].pop();
  const [passed, failed] = found ? [Number(found[1]), Number(found[2])] : [0, 0];
  return { passed, failed: failed || (status === 0 && found ? 0 : 1) };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {
      numPassedTests: 0,
      numFailedTests: 1,
      numFailedTestSuites: 1,
      success: false,
      stats: { expected: 0, flaky: 0, unexpected: 1 },
    };
  }
}

await main();
