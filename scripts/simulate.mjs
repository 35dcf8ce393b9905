#!/usr/bin/env node
// Runs the default room without people: npm run simulate -- --seed 7 --days 250 --json
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("The packages are not installed yet.\nRun `npm ci` (or `npm start`) once, then this again.");
  process.exit(1);
}

const { bundleProgram } = await import("./build.mjs");
const program = join(root, ".build/simulate.js");
mkdirSync(join(root, ".build"), { recursive: true });
await bundleProgram("scripts/simulate.ts", program);
const { simulate } = await import(pathToFileURL(program).href);
process.exitCode = simulate(process.argv.slice(2));
