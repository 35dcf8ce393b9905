#!/usr/bin/env node
// Grades surveillance (rule 8.2) against what manipulators did: npm run surveillance -- --seeds 20 --days 20 --json
import { runBundled } from "./run-bundled.mjs";

await runBundled("surveillance");
