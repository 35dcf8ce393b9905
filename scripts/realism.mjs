#!/usr/bin/env node
// Holds the default room to the bands of realism: npm run realism -- --seeds 20 --days 250 --json
import { runBundled } from "./run-bundled.mjs";

await runBundled("realism");
