import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const sources = ["app", "components"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(folder, path)),
);

/** Names, and the letters on keys, are the same in every language. */
const names = new Set(["Tokenpit", "CSV", "JSON", "Lightweight Charts™, TradingView"]);
const spoken = /(?:aria-label|aria-description|title|placeholder|alt|label)="([^"{]*\p{L}[^"]*)"/gu;
/** Text between a tag that ends and one that begins; an arrow's or a comparison's > is followed by code, not by a tag. */
const shown = /(?<![=\s(?:&|])>\s*([^<>{}();=]*\p{L}[^<>{}();=]*)<\/?[\w]/gu;

test.each(sources)("%s holds no text of its own: all of it is in messages", (path) => {
  const code = readFileSync(join(root, path), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
  const found = [...code.matchAll(spoken), ...code.matchAll(shown)].map(([, text]) => text.trim());
  expect(found.filter((text) => text.length > 1 && !names.has(text))).toEqual([]);
});
