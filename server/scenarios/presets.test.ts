import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import { venueOf } from "@/wire/scenario";
import { checkScenarioText } from "@/wire/scenario-check";
import { loadPresets, scenariosFolder } from "./presets";

const files = readdirSync(scenariosFolder());
const presets = [...loadPresets().values()];
const textsOf = (locale: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../messages/${locale}/scenarios.json`), "utf8")).presets;

test("there are at least ten presets, each in the file of its id", () => {
  expect(presets.length).toBeGreaterThanOrEqual(10);
  expect(presets.map(({ id }) => `${id}.json`)).toEqual(files.toSorted());
});

test.each(files)("%s is in order", (file) => {
  const read = checkScenarioText(readFileSync(join(scenariosFolder(), file), "utf8"), venueOf(defaultRoomConfig));
  expect(read.ok ? [] : read.problems).toEqual([]);
});

test("no two shocks of the presets share an id, so that a cause has one name", () => {
  const ids = presets.flatMap(({ shocks }) => shocks.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
});

test("every preset is dated and has dated sources", () => {
  for (const { id, happened, sources } of presets) {
    expect([id, happened !== undefined, (sources ?? []).length > 0]).toEqual([id, true, true]);
  }
});

test("a third of all shocks fall in trading hours", () => {
  const shocks = presets.flatMap((preset) => preset.shocks);
  const inHours = shocks.filter(({ at }) => at.time !== undefined);
  expect(inHours.length / shocks.length).toBeGreaterThanOrEqual(1 / 3);
});

test("together the presets pull every lever and use every ruling", () => {
  const used = new Set(presets.flatMap(({ shocks }) => shocks.map(({ lever }) => lever)));
  expect([...used].toSorted()).toEqual(
    "demand export-controls feed-error frontier-model gpu-hour power seller-price subsidy throughput utilisation".split(
      " ",
    ),
  );
  const rulings = new Set(presets.flatMap((preset) => preset.rulings.map(({ rule }) => rule.kind)));
  expect([...rulings].toSorted()).toEqual(["halt", "limit", "margin", "position-limit"]);
});

describe.each(["en", "zh"])("in %s", (locale) => {
  test("every preset, shock, ruling and item of news has its words, and no words are left over", () => {
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).toSorted();
    const wanted = presets.map(({ id, shocks, rulings, news }) => [id, ids(shocks), ids(rulings), ids(news)]);
    const keys = (texts: object = {}) => Object.keys(texts).toSorted();
    const written = Object.entries(textsOf(locale)).map(([id, texts]) => {
      const { shocks, rulings, news } = texts as Record<string, object>;
      return [id, keys(shocks), keys(rulings), keys(news)];
    });
    expect(written).toEqual(wanted);
  });
});
