#!/usr/bin/env node
// Holds simulated list prices against real ones: npm run calibrate -- --json. See docs/world.md.
import { runBundled } from "./run-bundled.mjs";

await runBundled("calibrate");
