#!/usr/bin/env node
// npm run lighthouse -- [--runs 3] [/prices …]: Lighthouse on the built app, phone and desk, the median of several runs each.
// Lighthouse is fetched when asked for: nothing else needs it. Exits with 1 if a page falls below 95 in any category.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "../tests/e2e/browser.ts";
import { prepare } from "./prepare.mjs";
import { withApp } from "./trial-app.mjs";

const LIGHTHOUSE = "lighthouse@12.8.2";
const LEAST = 95;
const factPages = ["/prices", "/benchmarks", "/benchmarks/prem", "/cost-model", "/bill"];
const categories = ["performance", "accessibility", "best-practices", "seo"];
const told = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "3" } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const root = join(import.meta.dirname, "..");
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";
await prepare({ pages: true });
const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const { executablePath, args } = await findBrowser();

/** One run: what each category scored, and what made the performance. */
async function audit(address, preset) {
  const path = join(folder, "report.json");
  const flags = ["--headless=new", ...args].join(" ");
  const own = preset === "desktop" ? ["--preset=desktop"] : [];
  const command = [address, "--quiet", "--output=json", `--output-path=${path}`, `--chrome-flags=${flags}`, ...own];
  const env = { ...process.env, ...(executablePath ? { CHROME_PATH: executablePath } : {}) };
  await new Promise((done, fail) => {
    const run = spawn("npx", ["--yes", LIGHTHOUSE, ...command], { stdio: ["ignore", "ignore", "inherit"], env });
    run.once("close", (code) => (code === 0 ? done() : fail(new Error(`Lighthouse ended with ${code}.`))));
  });
  const { categories: scores, audits } = JSON.parse(readFileSync(path, "utf8"));
  return {
    scores: categories.map((name) => Math.round(scores[name].score * 100)),
    told: told.map((name) => audits[name].numericValue),
  };
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const medians = (rows) => rows[0].map((_, i) => median(rows.map((row) => row[i])));

await withApp({ RATE_LIMIT_FACTOR: "50" }, async (url) => {
  for (const page of positionals.length > 0 ? positionals : factPages) {
    for (const preset of ["mobile", "desktop"]) {
      const all = [];
      for (let i = 0; i < runs; i++) all.push(await audit(url + page, preset));
      const scores = medians(all.map((one) => one.scores));
      const [paint, blocked, shift] = medians(all.map((one) => one.told));
      const performances = all.map((one) => one.scores[0]).join(" ");
      const figures = `paint ${(paint / 1000).toFixed(1)} s, blocked ${blocked.toFixed(0)} ms, shift ${shift.toFixed(3)}`;
      console.log(`${page} ${preset}: ${scores.join(" ")} | ${figures} | performance of each run ${performances}`);
      if (scores.some((score) => score < LEAST)) process.exitCode = 1;
    }
  }
});
rmSync(folder, { recursive: true, force: true });
