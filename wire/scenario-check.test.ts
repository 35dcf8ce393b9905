import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import { type ScenarioFile, toScenario, venueOf } from "./scenario";
import { checkScenario, checkScenarioText } from "./scenario-check";

const venue = venueOf(defaultRoomConfig);
const good: ScenarioFile = {
  id: "my-own",
  transmission: { passThrough: 0.5, lagDays: 10, demandElasticity: 1 },
  shocks: [
    {
      id: "cut",
      at: { day: 3, time: "10:30" },
      lever: "seller-price",
      size: -0.8,
      shape: "step",
      benchmark: "PREM",
      seller: "Alder",
    },
    { id: "chips", at: { day: 2 }, lever: "export-controls", size: 0.4, shape: "ramp", days: 10, region: "CN" },
  ],
  rulings: [{ id: "narrow", at: { day: 4 }, benchmark: "CHNA", rule: { kind: "limit", rate: 0.05 } }],
  news: [
    { id: "told", at: { day: 3, time: "10:30" }, about: "cut", expected: 0, actual: -80, unit: "%", headline: "Cut" },
  ],
};

type Change = (file: object) => void;

/** The file with these things changed. */
function changed(...changes: readonly Change[]): unknown {
  const file = structuredClone(good);
  for (const change of changes) change(file);
  return file;
}

/** Puts a value at a path; undefined takes the field out. */
function put(path: string, value: unknown): Change {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() as string;
  return (file) => {
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, file as Record<string, unknown>);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  };
}

const emptied: Change = (file) => Object.assign(file, { shocks: [], rulings: [], news: [] });

const problemsOf = (json: unknown) => {
  const read = checkScenario(json, venue);
  return read.ok ? [] : read.problems.map(({ path, reason }) => `${path}: ${reason}`);
};

test("a file in order becomes the engine's words: times in milliseconds, rates in millionths", () => {
  const read = checkScenario(good, venue);
  expect(read.ok && toScenario(read.file)).toEqual({
    id: "my-own",
    transmission: good.transmission,
    shocks: [
      { ...good.shocks[0], at: { day: 3, time: 37_800_000 } },
      { ...good.shocks[1], at: { day: 2 } },
    ],
    rulings: [{ id: "narrow", at: { day: 4 }, benchmark: "CHNA", rule: { kind: "limit", rate: 50_000 } }],
    news: [{ id: "told", at: { day: 3, time: 37_800_000 }, about: "cut", expected: 0, actual: -80, headline: "Cut" }],
  });
});

describe("a bad file is refused with the path of the field and the reason", () => {
  const cases: [string, Change, string[]][] = [
    ["a field is missing", put("transmission", undefined), ["transmission: missing"]],
    ["a field nobody knows", put("shocks[0].at.hour", 3), ["shocks[0].at.hour: unknown-field"]],
    ["a size of −1 would leave nothing", put("shocks[0].size", -1), ["shocks[0].size: too-small"]],
    ["a size over 20", put("shocks[1].size", 21), ["shocks[1].size: too-large"]],
    ["a size of 0", put("shocks[1].size", 0), ["shocks[1].size: no-size"]],
    ["day 0", put("shocks[0].at.day", 0), ["shocks[0].at.day: too-small"]],
    ["261 days", put("shocks[1].days", 261), ["shocks[1].days: too-large"]],
    ["half a day", put("shocks[1].days", 0.5), ["shocks[1].days: wrong-type"]],
    ["days of a step", put("shocks[0].days", 3), ["shocks[0].days: days-not-allowed"]],
    ["a ramp without days", put("shocks[1].days", undefined), ["shocks[1].days: days-needed"]],
    ["a lever that does not exist", put("shocks[0].lever", "gravity"), ["shocks[0].lever: not-a-choice"]],
    ["08:59", put("shocks[0].at.time", "08:59"), ["shocks[0].at.time: outside-trading-hours"]],
    ["15:00, when trading has ended", put("news[0].at.time", "15:00"), ["news[0].at.time: outside-trading-hours"]],
    ["a time that is none", put("shocks[0].at.time", "25:00"), ["shocks[0].at.time: wrong-form"]],
    ["a benchmark that does not exist", put("shocks[0].benchmark", "GOLD"), ["shocks[0].benchmark: unknown-benchmark"]],
    ["a seller of another benchmark", put("shocks[0].seller", "Lotus"), ["shocks[0].seller: unknown-seller"]],
    ["a price cut without a seller", put("shocks[0].seller", undefined), ["shocks[0].seller: needed-for-lever"]],
    ["a region of a price cut", put("shocks[0].region", "US"), ["shocks[0].region: not-for-lever"]],
    ["controls without a region", put("shocks[1].region", undefined), ["shocks[1].region: needed-for-lever"]],
    ["a feed error that stays", put("shocks[0].lever", "feed-error"), ["shocks[0].shape: only-pulse"]],
    ["news of a shock that does not exist", put("news[0].about", "flood"), ["news[0].about: unknown-shock"]],
    ["two causes of one name", put("rulings[0].id", "cut"), ["rulings[0].id: duplicate-id"]],
    ["a limit of 60 %", put("rulings[0].rule.rate", 0.6), ["rulings[0].rule.rate: too-large"]],
    ["a rule that does not exist", put("rulings[0].rule", { kind: "prayer" }), ["rulings[0].rule.kind: not-a-choice"]],
    ["a halt at night", put("rulings[0].rule", { kind: "halt", minutes: 5 }), ["rulings[0].at.time: time-needed"]],
    [
      "51 shocks",
      put(
        "shocks",
        Array.from({ length: 51 }, (_, i) => ({ ...good.shocks[0], id: i ? `c${i}` : "cut" })),
      ),
      ["shocks: too-many"],
    ],
    ["a file in which nothing happens", emptied, ["shocks: nothing-happens"]],
  ];

  test.each(cases)("%s", (_, change, problems) => {
    expect(problemsOf(changed(change))).toEqual(problems);
  });

  test("all problems at once, in whatever part they are", () => {
    const bad = changed(
      put("id", "Not An Id"),
      put("shocks[0].seller", "Nobody"),
      put("shocks[1].size", -2),
      put("news[0].about", "flood"),
    );
    expect(problemsOf(bad)).toEqual([
      "id: wrong-form",
      "shocks[1].size: too-small",
      "shocks[0].seller: unknown-seller",
      "news[0].about: unknown-shock",
    ]);
  });

  test("what is no JSON, and what is no object", () => {
    const read = checkScenarioText("{", venue);
    expect(read.ok ? null : read.problems).toEqual([{ path: "", reason: "not-json", details: {} }]);
    expect(problemsOf([])).toEqual([": wrong-type"]);
    expect(problemsOf(null)).toEqual([": wrong-type"]);
  });

  test("every reason has its sentence in both languages", () => {
    const reasons = new Set(cases.flatMap(([, , problems]) => problems.map((text) => text.split(": ")[1])));
    for (const locale of ["en", "zh"]) {
      const file = join(import.meta.dirname, `../messages/${locale}/scenario-run.json`);
      const { problems } = JSON.parse(readFileSync(file, "utf8"));
      expect([...reasons].filter((reason) => !(reason in problems))).toEqual([]);
    }
  });
});

test("a byte order mark before the file is not part of it", () => {
  expect(checkScenarioText(`\uFEFF${JSON.stringify(good)}`, venue)).toEqual({ ok: true, file: good });
});
