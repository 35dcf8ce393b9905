#!/usr/bin/env node
/**
 * Makes the measured history that pages draw (content/history) and offer (public/history) from the compiled price data.
 *
 *   node scripts/build-history.mjs FOLDER     FOLDER holds llm_index_daily.csv and llm_slot_events.csv
 *
 * List prices stand still and jump, so a series is kept as its steps: the first day of each price, and whose price moved.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FROM = "2025-01-01";
const SELLERS = { anthropic: "Anthropic", google: "Google", openai: "OpenAI", xai: "xAI" };

const folder = process.argv[2];
if (!folder) {
  console.error("Say where the price data is: node scripts/build-history.mjs FOLDER");
  process.exit(2);
}

/** No cell of these two files holds a comma or a quote. */
function rowsOf(file) {
  const [head, ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
}

const days = rowsOf("llm_index_daily.csv").filter((row) => row.date >= FROM);
const moves = rowsOf("llm_slot_events.csv").filter((row) => row.slot === "premium" && row.provider in SELLERS);

const steps = [];
for (const { date, premium_us_geomean_usd_per_m: price } of days) {
  if (steps.at(-1)?.price === price) continue;
  const changes = moves
    .filter((move) => date !== FROM && move.date === date && Number(move.log_change) !== 0)
    .map((move) => ({
      seller: SELLERS[move.provider],
      from: move.from_model,
      to: move.to_model,
      before: Number(move.from_blended).toFixed(4),
      after: Number(move.to_blended).toFixed(4),
    }));
  steps.push({ date, price, changes });
}

const history = {
  benchmark: "PREM",
  from: FROM,
  to: days.at(-1).date,
  unit: "USD per million tokens, (3 × input + output) / 4",
  method: "Geometric mean of the list prices of the main flagship model of four US sellers",
  source:
    "First-party list prices compiled from the public histories of the LiteLLM price file, models.dev, llm-prices and genai-prices, and from provider announcements; compiled 2026-11-22",
  licence:
    "Prices are facts. The compiled sources are MIT-licensed or state figures only; no text or code of a source is carried",
  steps,
};

const csv = [
  "date,usd_per_million_tokens,moved",
  ...steps.map(({ date, price, changes }) =>
    [date, price, changes.map((c) => `${c.seller}: ${c.from} ${c.before} to ${c.to} ${c.after}`).join("; ")].join(","),
  ),
];

mkdirSync("content/history", { recursive: true });
mkdirSync("public/history", { recursive: true });
writeFileSync("content/history/premium-us.json", `${JSON.stringify(history, null, 2)}\n`);
writeFileSync("public/history/premium-us.csv", `${csv.join("\n")}\n`);
console.log(`${steps.length} prices from ${history.from} to ${history.to}`);
