import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@/tokens/prices/problems";

/** How many lines of a file were there when it was last sealed, and their hash: observations are only ever added. */
export interface Seal {
  readonly file: string;
  readonly lines: number;
  readonly sha256: string;
}

export const SEALS = "sealed.json";

/** Rows that were published are not edited: a correction is a new row that supersedes (3.4). */
export function checkSealed(folder: string, files: Readonly<Record<string, string>>): Problem[] {
  const path = join(folder, SEALS);
  if (!existsSync(path)) return [{ file: SEALS, line: 1, column: null, reason: "is missing" }];
  const seals = JSON.parse(readFileSync(path, "utf8")) as Seal[];
  return seals.flatMap(({ file, lines, sha256 }) => {
    if (sealOf(file, files[file] ?? "", lines).sha256 === sha256) return [];
    const reason = `one of the first ${lines} lines was changed: add a row that supersedes instead`;
    return [{ file, line: 1, column: null, reason }];
  });
}

export function sealOf(file: string, text: string, lines = linesOf(text).length): Seal {
  const sealed = linesOf(text).slice(0, lines).join("\n");
  return { file, lines, sha256: createHash("sha256").update(sealed).digest("hex") };
}

const linesOf = (text: string): string[] => text.replace(/\r\n/g, "\n").replace(/\n+$/, "").split("\n");
