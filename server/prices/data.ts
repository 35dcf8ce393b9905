import { type DataFile, dataFiles, parsePriceData } from "@/tokens/prices/parse-data";
import { inWords } from "@/tokens/prices/problems";
import { PriceEdition } from "./edition";
import { keptVersions, readEdition } from "./kept-editions";
import { loadPrices, pricesFolder } from "./load";

/** Next copies modules into each route; the data is read once, and an older edition when somebody opens a citation of it. */
const kept = globalThis as { tokenpitPrices?: { current: PriceEdition; readonly older: Map<string, PriceEdition> } };

function editions() {
  if (!kept.tokenpitPrices) {
    const { data, texts } = loadPrices();
    kept.tokenpitPrices = { current: new PriceEdition(data, texts), older: new Map() };
  }
  return kept.tokenpitPrices;
}

/** Everything in content/prices, checked. The server loads it before rooms open, so a bad row never reaches a page. */
export const currentEdition = (): PriceEdition => editions().current;

const MOST_AT_ONCE = 3; // some megabytes each, once a benchmark is worked out

/** The data of a version that was published; null: there was none of that name. */
export function editionOf(version: string): PriceEdition | null {
  const { current, older } = editions();
  if (version === current.version) return current;
  const known = older.get(version) ?? openEdition(version, current);
  if (!known) return null;
  older.delete(version); // the last one asked for goes last
  older.set(version, known);
  for (const oldest of older.keys()) if (older.size > MOST_AT_ONCE) older.delete(oldest);
  return known;
}

/** Every version that is kept, the current one among them. */
export const priceVersions = (): string[] => [...new Set([...keptVersions(pricesFolder()), currentEdition().version])];

function openEdition(version: string, current: PriceEdition): PriceEdition | null {
  const found = readEdition(pricesFolder(), version);
  if (!found) return null;
  const texts = Object.fromEntries(
    dataFiles.map((name) => [name, found.texts[name] ?? headOf(current.texts[name])]),
  ) as Record<DataFile, string>;
  const { data, problems } = parsePriceData(texts, version);
  if (problems.length > 0)
    throw new Error(`the price data of ${version} is not in order: ${problems.map(inWords).join("; ")}`);
  return new PriceEdition(data, texts);
}

/** A file that came later: its headings without a row. */
const headOf = (text: string): string => `${text.split("\n", 1)[0]}\n`;
