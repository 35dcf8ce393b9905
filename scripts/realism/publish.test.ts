import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { groups } from "@/components/realism/groups";
import { results } from "@/content/realism/results";
import * as bands from "./bands";
import { measure } from "./measures";
import { bandText, table, withTable } from "./publish";

const root = join(import.meta.dirname, "../..");

test("a reading passes inside its band; a bound itself passes only where the band is closed", () => {
  const passed = (id: bands.BandId, value: number) => measure(id, [["all", value]]).passed;
  expect([passed("return-autocorrelation", 0.049), passed("return-autocorrelation", 0.05)]).toEqual([true, false]);
  expect([passed("tail-intraday", 2), passed("tail-intraday", 5), passed("tail-intraday", 5.01)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([passed("profit-identity", 0), passed("profit-identity", 1)]).toEqual([true, false]);
});

test("one reading outside fails the measure, and so does one that is no number, or none at all", () => {
  expect(
    measure("spread", [
      ["PREM", 1],
      ["CHNA", 0],
    ]).passed,
  ).toBe(false);
  expect(measure("spread", [["PREM", Number.NaN]]).passed).toBe(false);
  expect(measure("spread", []).passed).toBe(false);
});

test("the document has the table of the published run", () => {
  const text = readFileSync(join(root, "docs/realism.md"), "utf8");
  expect(withTable(text, results)).toBe(text);
});

test("every published measure has its band and a place on the page, and the page has no other", () => {
  const shown = groups.flatMap(({ measures }) => measures as readonly string[]);
  expect(results.measures.map(({ id }) => id).toSorted()).toEqual(shown.toSorted());
  for (const { id, low, high, closed } of results.measures) {
    expect({ low, high, closed }).toEqual(bands.of(id as bands.BandId));
  }
});

test("what is published was not edited: each reading is in or out as its band says", () => {
  for (const published of results.measures) {
    const readings = published.readings.map(({ of, value }) => [of, value] as const);
    expect(measure(published.id as bands.BandId, readings)).toEqual(published);
  }
});

test("the table writes a band by what bounds it, and marks what is out", () => {
  expect(bandText({ low: 0, high: 0, closed: true })).toBe("= 0");
  expect(bandText({ low: 2, high: 5, closed: true })).toBe("≥ 2 and ≤ 5");
  expect(table([measure("spread", [["PREM", 0]])])).toContain("| spread | > 0 | PREM 0 | **out** |");
});
