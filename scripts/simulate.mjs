#!/usr/bin/env node
// Runs the default room without people: npm run simulate -- --seed 7 --days 250 --json
import { runBundled } from "./run-bundled.mjs";

await runBundled("simulate");
