import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Which folders each folder may import from. What is missing is the rule. */
const pure = ["engine", "tokens", "hedging"];
const mayImport: Record<string, string[]> = {
  engine: [], // no clock, no I/O, no framework, no package
  tokens: ["engine"], // what a token costs
  hedging: ["engine", "tokens"], // exposure, hedge ratio, backtest
  wire: pure, // request schemas and the views we send
  server: [...pure, "wire"], // journal, database, room hosts, streams
  content: [...pure, "components"], // lessons, dated facts
  messages: [], // every string of the interface, in both languages
  components: [...pure, "wire", "messages", "content"], // never `server`
  app: [...pure, "wire", "server", "components", "content", "messages"], // routes; nobody imports `app`
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const sources = (folder: string): string[] =>
  !existsSync(join(root, folder))
    ? []
    : readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .map((name) => join(folder, name))
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
        .filter((file) => statSync(join(root, file)).isFile());

const isTest = (file: string) => /\.(test|oracle)\.tsx?$/.test(file) || /(^|\/)trial-/.test(file);
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** Top-level folders and packages that the files of `folder` import, tests left out. */
function importsIn(folder: string): Import[] {
  return sources(folder)
    .filter((file) => !isTest(file))
    .flatMap((file) => specifiers(textOf(file)).map((specifier) => ({ file, target: targetOf(file, specifier) })));
}

const specifiers = (text: string): string[] =>
  [...text.matchAll(/(?:from|import|import\()\s*"([^"]+)"/g)].map(([, specifier]) => specifier);

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2).split("/")[0];
  if (specifier.startsWith(".")) return normalize(join(file, "..", specifier)).split("/")[0];
  return `package ${specifier}`;
}

describe("who may import whom", () => {
  test.each(Object.entries(mayImport))("%s imports only %j", (folder, allowed) => {
    const foreign = importsIn(folder)
      .filter(({ target }) => !target.startsWith("package "))
      .filter(({ target }) => target !== folder && !allowed.includes(target));
    expect(foreign).toEqual([]);
  });

  test("engine imports no package", () => {
    expect(importsIn("engine").filter(({ target }) => target.startsWith("package "))).toEqual([]);
  });

  test("Prisma is spoken in server/db alone", () => {
    const speakers = Object.keys(mayImport)
      .flatMap(importsIn)
      .filter(({ target }) => target.startsWith("package @prisma/") || target === "package prisma")
      .filter(({ file }) => !file.startsWith("server/db/"));
    expect(speakers).toEqual([]);
  });
});

describe("the engine is exact and pure", () => {
  /** Results of these differ between JavaScript engines, or depend on the moment or the machine (DESIGN §1). */
  const banned =
    /\bMath\.(random|exp|expm1|log|log2|log10|log1p|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|pow|cbrt|hypot|fround)\b|\*\*|\bDate\b|\bIntl\b|\blocaleCompare\b|\btoLocale\w+|\bperformance\b|\bprocess\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\b|\bconsole\b|\bcrypto\b|\bWeakRef\b/;

  test("no clock, no chance, no inexact function in engine/", () => {
    const found = sources("engine")
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        withoutComments(textOf(file))
          .split("\n")
          .filter((line) => banned.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
});

describe("the house", () => {
  const folders = Object.keys(mayImport).filter((folder) => {
    try {
      return statSync(join(root, folder)).isDirectory();
    } catch {
      return false;
    }
  });

  test("no folder is a drawer for leftovers", () => {
    const drawers = folders
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && /^(lib|utils?|helpers?|common|misc)$/.test(entry.name));
    expect(drawers.map(({ name }) => name)).toEqual([]);
  });

  test("no file has grown past telling one story", () => {
    const long = folders
      .flatMap(sources)
      .filter((file) => !isTest(file))
      .map((file) => ({ file, lines: textOf(file).split("\n").length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  test("nothing is left to do in the code", () => {
    const marks = folders.flatMap(sources).filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(textOf(file)));
    expect(marks).toEqual([]);
  });
});

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, "")).replace(/\/\/[^\n]*/g, "");
