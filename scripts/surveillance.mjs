#!/usr/bin/env node
// Grades surveillance (rule 8.2) against what manipulators did: npm run surveillance -- --seeds 20 --days 20 --json
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("The packages are not installed yet.\nRun `npm ci` (or `npm start`) once, then this again.");
  process.exit(1);
}

const { bundleProgram } = await import("./build.mjs");
const program = join(root, ".build/surveillance.js");
mkdirSync(join(root, ".build"), { recursive: true });
await bundleProgram("scripts/surveillance.ts", program);
const { surveillance } = await import(pathToFileURL(program).href);
process.exitCode = surveillance(process.argv.slice(2));
