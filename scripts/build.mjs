// Bundles what runs outside Next into .build/: the server, the room worker, and the engine as one file of its own.
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
// `minifySyntax` puts constants of other modules where they are used: it is felt in the book and the clearing.
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "node20",
  logLevel: "warning",
  minifySyntax: true,
};

/** Everything from node_modules stays there; only our own code is bundled. */
export const bundleProgram = (entry, outfile) =>
  build({ ...shared, entryPoints: [entry], outfile, platform: "node", packages: "external", sourcemap: true });

/** A room keeps the engine it was opened with, so an engine is one file, named by its content once it is kept. */
export const bundleEngine = (entry, outfile) =>
  build({ ...shared, entryPoints: [entry], outfile, platform: "neutral", charset: "utf8" });

/** What the room hosts need beside the server itself. */
export const bundleRooms = (folder, engine = "engine/index.ts") =>
  Promise.all([
    bundleEngine(engine, join(folder, "engine.mjs")),
    bundleProgram("server/host/worker.ts", join(folder, "worker.js")),
    bundleProgram("server/host/explainer-thread.ts", join(folder, "explainer.js")),
  ]);

if (process.argv[1] === import.meta.filename) {
  const folder = join(root, ".build");
  await Promise.all([bundleRooms(folder), bundleProgram("server.ts", join(folder, "server.js"))]);
}
