#!/usr/bin/env node
// Holds simulated list prices against real ones: npm run calibrate -- --json. See docs/world.md.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("The packages are not installed yet.\nRun `npm ci` (or `npm start`) once, then this again.");
  process.exit(1);
}

const { bundleProgram } = await import("./build.mjs");
const program = join(root, ".build/calibrate.js");
mkdirSync(join(root, ".build"), { recursive: true });
await bundleProgram("scripts/calibrate.ts", program);
const { calibrate } = await import(pathToFileURL(program).href);
process.exitCode = calibrate(process.argv.slice(2));
