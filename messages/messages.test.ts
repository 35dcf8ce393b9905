import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { icuArguments } from "./icu-arguments";

type Tree = { [key: string]: string | Tree };

const folder = (locale: string) => join(import.meta.dirname, locale);
const namespaces = (locale: string) => readdirSync(folder(locale)).toSorted();
const read = (locale: string, file: string) => flatten(JSON.parse(readFileSync(join(folder(locale), file), "utf8")));

function flatten(tree: Tree, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value]] : Object.entries(flatten(value, `${path}${key}.`)),
    ),
  );
}

/**
 * What only one language needs, and why: 昨结算 is "settlement Mon" whatever the day; sizes are told in 亿 tokens, which
 * English has no word for.
 */
const inOneLanguage: Record<string, string[]> = {
  "desk.json bar.settlement": ["day"],
  "desk.json positions.settled": ["day"],
  "desk.json ticket.units": ["yi"],
};

test("English and Chinese have the same namespaces", () => {
  expect(namespaces("zh")).toEqual(namespaces("en"));
});

describe.each(namespaces("en"))("%s", (file) => {
  const en = read("en", file);
  const zh = read("zh", file);

  test("has the same texts in both languages", () => {
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test("takes the same arguments in both languages", () => {
    for (const [key, text] of Object.entries(en)) {
      const shared = (message: string) =>
        icuArguments(message).filter((name) => !inOneLanguage[`${file} ${key}`]?.includes(name));
      expect([key, ...shared(zh[key] ?? "")]).toEqual([key, ...shared(text)]);
    }
  });

  test("never calls a token 代币, and does not shout", () => {
    for (const [key, text] of [...Object.entries(en), ...Object.entries(zh)]) {
      expect(`${key}: ${text.match(/代币|[!！]/)?.[0] ?? "fine"}`).toBe(`${key}: fine`);
    }
  });
});

test("arguments are read through plurals and rich text", () => {
  expect(icuArguments("{a} <b>{n, plural, one {# x of {c}} other {# xs}}</b>")).toEqual(["<b>", "a", "c", "n"]);
  expect(icuArguments("{unit, select, h {hours} other {Mtok}}")).toEqual(["unit"]);
  expect(icuArguments("{n, plural, one {month} other {# months}}")).toEqual(["n"]);
});
