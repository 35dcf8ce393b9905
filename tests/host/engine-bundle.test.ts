import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { COMMANDS_VERSION } from "@/engine/commands";
import type * as engine from "@/engine/index";
import type { EngineBuild } from "@/engine/room-face";
import { bundleEngine } from "@/scripts/build.mjs";

const repository = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(repository, ".build", "engine-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a bundled engine says which commands it knows: the newest", async () => {
  const file = join(folder, "engine.mjs");
  await bundleEngine("engine/index.ts", file);
  // What the module exports is all a host sees of it, and has to be the whole of a build.
  const bundled: Required<EngineBuild> = (await import(pathToFileURL(file).href)) as typeof engine;
  expect(bundled.commandsVersion).toBe(COMMANDS_VERSION);
});
