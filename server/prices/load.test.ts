import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StartupError } from "@/server/startup-error";
import { dataFiles } from "@/tokens/prices/parse-data";
import { loadPriceData, pricesFolder } from "./load";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "prices-"));
  folder = join(root, "content", "prices");
  cpSync(pricesFolder(), folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const row = (id: string, input: string, more = "announcement") =>
  `${id},2026-11-20,effective,2026-11-21,openai,gpt-6-sol,,,USD,Mtok,${input},8,,,,${more},OpenAI price page,,,,\n`;

test("a row at the end of a file is all it takes to add a price; the version of the data changes with it", () => {
  const before = loadPriceData(folder);
  appendFileSync(join(folder, "price-points.csv"), row("p9001", "1.5"));
  const after = loadPriceData(folder);
  expect(after.points).toHaveLength(before.points.length + 1);
  expect(after.points.at(-1)?.prices.input).toEqual({ text: "1.5", value: 1.5 });
  expect(after.version).not.toBe(before.version);
  expect(before.version).toMatch(/^[0-9a-f]{12}$/);
});

test("a slip of a thousand stops the load with file, row and reason", () => {
  const rows = readFileSync(join(folder, "price-points.csv"), "utf8").trim().split("\n").length;
  appendFileSync(join(folder, "price-points.csv"), row("p9001", "1500"));
  expect(() => loadPriceData(folder)).toThrow(`price-points.csv, row ${rows + 1}, input: 1500 is outside`);
});

test("a published row is not edited, removed or moved", () => {
  const path = join(folder, "slot-prices.csv");
  const text = readFileSync(path, "utf8");
  for (const edited of [
    text.replace("release,2023-03-14,anthropic", "release,2023-03-15,anthropic"),
    text.split("\n").toSpliced(5, 1).join("\n"),
  ]) {
    expect(edited).not.toBe(text);
    writeFileSync(path, edited);
    expect(() => loadPriceData(folder)).toThrow("add a row that supersedes instead");
  }
});

describe("files other than observations are checked too", () => {
  test.each(dataFiles)("%s: missing", (name) => {
    rmSync(join(folder, name));
    expect(() => loadPriceData(folder)).toThrow(`${name}, row 1: is missing`);
  });

  test.each([
    ["gpu-monthly.csv", "2026-13,H100,3.5,4,,,,gix\n", 'month: "2026-13" is no month'],
    ["gpu-daily.csv", "2026-10-06,H100,index,-3,gix\n", 'usd_per_hour: "-3" is no decimal'],
    ["usage-2026-07.csv", "m,p,many,1,2,,openrouter\n", 'tokens_billion_per_day: "many" is no decimal'],
    ["frontier.csv", "50,2026-08-01,m,0.4,hearsay\n", 'source: "hearsay" is not in sources.json'],
    ["slot-exits.csv", "2026-10-01,2026-10-01,xai,middle,gone,announcement\n", 'slot: "middle" is none of'],
  ])("%s", (name, line, reason) => {
    appendFileSync(join(folder, name), line);
    expect(() => loadPriceData(folder)).toThrow(reason);
  });

  test("sources.json and events.json", () => {
    writeFileSync(join(folder, "events.json"), '[{"date": "2026-02-30"}]');
    expect(() => loadPriceData(folder)).toThrow('events.json, row 1, date: "2026-02-30" is no date');
    writeFileSync(join(folder, "events.json"), "[");
    expect(() => loadPriceData(folder)).toThrow("events.json, row 1: is no JSON");
    writeFileSync(join(folder, "events.json"), "[]");
    writeFileSync(join(folder, "sources.json"), '[{"tag": "gix", "name": "x", "covers": "y", "address": "http://a"}]');
    expect(() => loadPriceData(folder)).toThrow("sources.json, row 1, licence: is missing");
  });
});

test("the start stops with the rows and the way out", async () => {
  appendFileSync(join(folder, "price-points.csv"), row("p9001", "1500") + row("p9002", "1.5", "gossip"));
  vi.spyOn(process, "cwd").mockReturnValue(root);
  vi.resetModules();
  const kept = globalThis as { tokenpitPrices?: unknown };
  const { tokenpitPrices } = kept;
  kept.tokenpitPrices = undefined;
  const { openPrices } = await import("./open");
  const { StartupError: Again } = await import("@/server/startup-error");
  try {
    openPrices();
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Again);
    expect((error as StartupError).message).toMatch(/price-points\.csv, row \d+, input: 1500 is outside/);
    expect((error as StartupError).message).toMatch(/"gossip" is not in sources\.json/);
    expect((error as StartupError).wayOut).toMatch(/npm run check-prices/);
  } finally {
    kept.tokenpitPrices = tokenpitPrices;
    vi.restoreAllMocks();
  }
});
