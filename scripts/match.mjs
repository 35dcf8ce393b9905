#!/usr/bin/env node
// Replays a stream of orders through the book alone: npm run match -- orders.jsonl [--json]. See docs/book.md.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("The packages are not installed yet.\nRun `npm ci` (or `npm start`) once, then this again.");
  process.exit(1);
}

const { bundleProgram } = await import("./build.mjs");
const program = join(root, ".build/match.js");
mkdirSync(join(root, ".build"), { recursive: true });
await bundleProgram("scripts/match.ts", program);
const { match } = await import(pathToFileURL(program).href);
process.exitCode = match(process.argv.slice(2));
