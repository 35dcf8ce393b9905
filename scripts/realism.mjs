#!/usr/bin/env node
// Holds the default room to the bands of realism: npm run realism -- --seeds 20 --days 250 --json
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("The packages are not installed yet.\nRun `npm ci` (or `npm start`) once, then this again.");
  process.exit(1);
}

const { bundleProgram } = await import("./build.mjs");
const program = join(root, ".build/realism.js");
mkdirSync(join(root, ".build"), { recursive: true });
await bundleProgram("scripts/realism.ts", program);
const { realism } = await import(pathToFileURL(program).href);
process.exitCode = await realism(process.argv.slice(2));
