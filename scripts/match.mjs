#!/usr/bin/env node
// Replays a stream of orders through the book alone: npm run match -- orders.jsonl [--json]. See docs/book.md.
import { runBundled } from "./run-bundled.mjs";

await runBundled("match");
