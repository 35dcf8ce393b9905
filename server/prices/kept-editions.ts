import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { dataFiles } from "@/tokens/prices/parse-data";
import type { Problem } from "@/tokens/prices/problems";

/**
 * Every version of the price data that was published is kept whole in content/prices/editions, so that what somebody cited
 * stays what they saw. One file an edition, named by its version; the version is the hash of what is in it.
 */
export interface KeptEdition {
  readonly version: string;
  readonly published: string; // a date
  /** A file that did not exist yet is not there. */
  readonly texts: Readonly<Record<string, string>>;
}

const Packed = z.object({ published: z.iso.date(), texts: z.record(z.string(), z.string()) });

const FOLDER = "editions";
const NAME = /^([0-9a-f]{12})\.json\.gz$/;

/** Twelve hex digits that name exactly these files. */
export function versionOf(texts: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256");
  for (const name of dataFiles) if (texts[name] !== undefined) hash.update(`${name}\0${texts[name]}\0`);
  return hash.digest("hex").slice(0, 12);
}

/** The versions that are kept in a folder of prices, by name. */
export function keptVersions(folder: string): string[] {
  const path = join(folder, FOLDER);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .sort();
}

/** Null: no such version is kept. Throws when the file is not what its name says. */
export function readEdition(folder: string, version: string): KeptEdition | null {
  const path = join(folder, FOLDER, `${version}.json.gz`);
  if (!NAME.test(`${version}.json.gz`) || !existsSync(path)) return null;
  const read = Packed.safeParse(JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")));
  if (!read.success) throw new Error("it has no date of publishing, or no files");
  const { published, texts } = read.data;
  if (versionOf(texts) !== version) throw new Error(`what is in it has the version ${versionOf(texts)}`);
  return { version, published, texts };
}

/** What an edition is kept as. */
export const packed = ({ published, texts }: Omit<KeptEdition, "version">): Buffer =>
  gzipSync(JSON.stringify({ published, texts }), { level: 9 });

export const editionPath = (folder: string, version: string): string => join(folder, FOLDER, `${version}.json.gz`);

/** An edition that was damaged must not be cited. */
export function checkEditions(folder: string): Problem[] {
  return keptVersions(folder).flatMap((version) => {
    try {
      readEdition(folder, version);
      return [];
    } catch (error) {
      const reason = `is damaged: ${(error as Error).message}; restore it from the repository's history`;
      return [{ file: `${FOLDER}/${version}.json.gz`, line: 1, column: null, reason }];
    }
  });
}
