/**
 * npm run check-prices             reads every price as the server does: what was added since the seal, or what is wrong
 * npm run check-prices -- --seal   to publish: these rows are not to be edited again, and this version is kept for good
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { editionPath, packed } from "@/server/prices/kept-editions";
import { BadPriceData, loadPrices, pricesFolder } from "@/server/prices/load";
import { SEALS, type Seal, sealOf } from "@/server/prices/sealed";
import type { Observation } from "@/tokens/prices/observation";
import { inWords, type Problem } from "@/tokens/prices/problems";
import type { TierPrice } from "@/tokens/prices/tiers";

const folder = pricesFolder();
const today = new Date().toISOString().slice(0, 10);

function check(): void {
  const { data, texts } = loadPrices(folder);
  const seals = JSON.parse(readFileSync(join(folder, SEALS), "utf8")) as Seal[];
  const sealed = new Map(seals.map(({ file, lines }) => [file, lines]));
  const all = [...data.points, ...data.slotPrices];
  const added = all.filter(({ file, line }) => line > (sealed.get(file) ?? 0));
  const addedTiers = data.tiers.filter(({ file, line }) => line > (sealed.get(file) ?? 0));
  const early = [...added, ...addedTiers].filter(({ knownOn }) => knownOn > today).map(knownTooSoon);
  if (early.length > 0) throw new BadPriceData(folder, early);

  for (const row of added) console.log(inOneLine(row));
  for (const row of addedTiers) console.log(tierInOneLine(row));
  const counts = `${all.length} prices, ${data.tiers.length} tiers and ${data.sources.length} sources, data version ${data.version}`;
  console.log(
    added.length + addedTiers.length === 0 ? `${counts}: in order, none since the seal` : `${counts}: in order`,
  );
  if (process.argv.includes("--seal")) {
    writeFileSync(
      join(folder, SEALS),
      `${JSON.stringify(
        seals.map(({ file }) => sealOf(file, texts[file as keyof typeof texts])),
        null,
        2,
      )}\n`,
    );
    const path = editionPath(folder, data.version);
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, packed({ published: today, texts }));
    }
    console.log(`Sealed, and kept as ${data.version}.`);
  }
}

const knownTooSoon = ({ file, line, knownOn }: Pick<Observation, "file" | "line" | "knownOn">): Problem => ({
  file,
  line,
  column: "known_on",
  reason: `${knownOn} has not come; today is ${today}`,
});

function inOneLine(row: Observation): string {
  const { input, output, cachedInput } = row.prices;
  const cached = cachedInput ? `, cached input ${cachedInput.text}` : "";
  const slot = row.slot ? ` (${row.slot} slot, ${row.region})` : "";
  const remark = [row.flag, row.confirmed && "confirmed", row.supersedes && `supersedes ${row.supersedes}`];
  return [
    `${row.id}  ${row.provider} ${row.model}${slot}`,
    `      input ${input.text}, output ${output.text}${cached} ${row.currency} a million tokens`,
    `      ${row.dateKind.replace("_", " ")} ${row.date}, known on ${row.knownOn}, from ${row.sourceText}`,
    ...(remark.some(Boolean) ? [`      ${remark.filter(Boolean).join(", ")}`] : []),
  ].join("\n");
}

function tierInOneLine(row: TierPrice): string {
  const { prices, cacheWriteHour, beside } = row;
  const long = prices && `prompts over ${row.above} tokens: input ${prices.input.text}, output ${prices.output.text}`;
  const hour = cacheWriteHour && `writes kept for an hour ${cacheWriteHour.text}`;
  return [
    `${row.id}  ${row.provider} ${row.model}, beside ${beside.input.text} and ${beside.output.text}`,
    `      ${[long, hour].filter(Boolean).join("; ")} USD a million tokens`,
    `      ${row.dateKind} ${row.date}${row.until ? ` to ${row.until}` : ""}, known on ${row.knownOn}, from ${row.sourceText}`,
  ].join("\n");
}

try {
  check();
} catch (error) {
  if (!(error instanceof BadPriceData)) throw error;
  for (const problem of error.problems) console.error(inWords(problem));
  const rows = new Set(error.problems.map(({ file, line }) => `${file} ${line}`)).size;
  console.error(`${rows === 1 ? "One row is" : `${rows} rows are`} not in order.`);
  process.exitCode = 1;
}
