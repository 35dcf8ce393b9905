#!/usr/bin/env node
// npm run soak -- [--seed 1] [--commands 1000000] [--people-alone]: random commands of every kind, with crashes.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleProgram } from "./build.mjs";

const root = join(import.meta.dirname, "..");
const words = process.argv.slice(2);
const word = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const seed = word("--seed", "1");
const commands = Number(word("--commands", "1000000"));
if (!Number.isSafeInteger(commands) || commands < 1) {
  console.error("--commands is a whole number from 1 on.");
  process.exit(2);
}
mkdirSync(join(root, ".build"), { recursive: true });
const program = join(root, ".build/soak.js");
await bundleProgram("scripts/soak.ts", program);
const { runSoak } = await import(pathToFileURL(program).href);
process.exitCode = runSoak(seed, commands, words.includes("--people-alone"));
