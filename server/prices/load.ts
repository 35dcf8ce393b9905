import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DataFile, dataFiles, type PriceData, parsePriceData } from "@/tokens/prices/parse-data";
import { inWords, type Problem } from "@/tokens/prices/problems";
import { checkEditions, versionOf } from "./kept-editions";
import { checkSealed } from "./sealed";

/** The folder of price data says something that cannot be: nothing of it may be shown. */
export class BadPriceData extends Error {
  override name = "BadPriceData";

  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(inWords).join("\n"));
  }
}

export const pricesFolder = (): string => resolve(process.cwd(), "content", "prices");

export interface LoadedPrices {
  readonly data: PriceData;
  readonly texts: Readonly<Record<DataFile, string>>;
}

/** Reads, hashes and checks every file of the folder; throws BadPriceData with every problem. */
export function loadPrices(folder = pricesFolder()): LoadedPrices {
  const texts = readFiles(folder);
  const { data, problems } = parsePriceData(texts, versionOf(texts));
  const all = [...problems, ...checkSealed(folder, texts), ...checkEditions(folder)];
  if (all.length > 0) throw new BadPriceData(folder, all);
  return { data, texts };
}

export const loadPriceData = (folder = pricesFolder()): PriceData => loadPrices(folder).data;

function readFiles(folder: string): Record<DataFile, string> {
  const missing = dataFiles.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    throw new BadPriceData(
      folder,
      missing.map((file) => ({ file, line: 1, column: null, reason: "is missing" })),
    );
  }
  return Object.fromEntries(dataFiles.map((name) => [name, readFileSync(join(folder, name), "utf8")])) as Record<
    DataFile,
    string
  >;
}
