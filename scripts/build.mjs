// Bundles what runs outside Next into .build/: the server, the room worker, and the engine as one file of its own.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const out = join(root, ".build");
const shared = { absWorkingDir: root, bundle: true, format: "esm", target: "node20", logLevel: "warning" };

/** Everything from node_modules stays there; only our own code is bundled. */
const program = (entry, name) =>
  build({
    ...shared,
    entryPoints: [entry],
    outfile: join(out, name),
    platform: "node",
    packages: "external",
    sourcemap: true,
  });

/** A room keeps the engine it was opened with, so an engine is a file named by its content. */
export async function bundleEngine(entry = "engine/index.ts") {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [entry],
    platform: "neutral",
    charset: "utf8",
    minifySyntax: true,
    write: false,
  });
  const source = outputFiles[0].text;
  return { hash: createHash("sha256").update(source).digest("hex").slice(0, 16), source };
}

export async function bundle() {
  mkdirSync(out, { recursive: true });
  const [engine] = await Promise.all([
    bundleEngine(),
    program("server.ts", "server.js"),
    program("server/host/worker.ts", "worker.js"),
  ]);
  const file = join(out, "engine.mjs");
  const previous = (() => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return null;
    }
  })();
  if (previous !== engine.source) {
    writeFileSync(`${file}.new`, engine.source);
    renameSync(`${file}.new`, file);
  }
}

if (process.argv[1] === import.meta.filename) await bundle();
