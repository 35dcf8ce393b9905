import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import { parityRun } from "../simulation/parity-run";

declare global {
  var parity: { parityRun: typeof parityRun };
}

test("the same seed and commands give the same digest in Node and in the browser", async ({ page }) => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../simulation/parity-run.ts")],
    bundle: true,
    format: "iife",
    globalName: "parity",
    write: false,
    logLevel: "error",
  });
  await page.goto("about:blank");
  await page.addScriptTag({ content: outputFiles[0].text });
  for (const seed of ["1", "season"]) {
    const here = parityRun(seed);
    expect(here.trades).toBeGreaterThan(100);
    expect(await page.evaluate((seed) => globalThis.parity.parityRun(seed), seed)).toEqual(here);
  }
});
