// A command written in TypeScript: it is bundled, then run with the words that follow it.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");

/** Runs what `scripts/<name>.ts` exports under that name; the exit status of the process is what it returns. */
export async function runBundled(name) {
  if (!existsSync(join(root, "node_modules/esbuild"))) {
    console.error("The packages are not installed yet.\nRun `npm ci` (or `npm start`) once, then this again.");
    process.exit(1);
  }
  const { bundleProgram } = await import("./build.mjs");
  const program = join(root, ".build", `${name}.js`);
  mkdirSync(join(root, ".build"), { recursive: true });
  await bundleProgram(`scripts/${name}.ts`, program);
  const { [name]: command } = await import(pathToFileURL(program).href);
  process.exitCode = await command(process.argv.slice(2));
}
