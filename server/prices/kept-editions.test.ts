import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { getPriceFile } from "@/server/api/prices";
import { currentEdition, editionOf, priceVersions } from "./data";
import { editionPath, keptVersions, packed, readEdition, versionOf } from "./kept-editions";
import { loadPriceData, pricesFolder } from "./load";

/** The first version that was published. */
const FIRST = "8ceb4d8e3aa1";

const ask = (path: string) =>
  getPriceFile(new Request(`http://localhost/api/v1${path}`), { kind: "anonymous", address: "203.0.113.7" });

test("every version that was published still opens, and its benchmarks end where they ended", () => {
  expect(keptVersions(pricesFolder())).toContain(FIRST);
  for (const version of priceVersions()) {
    const prices = editionOf(version);
    expect(prices?.version).toBe(version);
    const days = ["PREM", "CHNA", "ECON"].map((id) =>
      prices?.measured(id)?.days.find(({ date }) => date === "2026-09-23"),
    );
    expect(
      days.map((day) => day?.level),
      version,
    ).toEqual([455901, 190583, 443870]);
  }
});

test("the version that is shipped is kept: whoever adds a price seals it", () => {
  expect(keptVersions(pricesFolder())).toContain(currentEdition().version);
});

test("a file of an older version is answered as it was, byte by byte; a version that never was is not answered", async () => {
  const then = readEdition(pricesFolder(), FIRST);
  const answer = await ask(`/prices/${FIRST}/slot-prices.csv`);
  expect(answer.headers.get("x-data-version")).toBe(FIRST);
  expect(await answer.text()).toBe(then?.texts["slot-prices.csv"]);
  const unknown = await ask("/prices/0123456789ab/slot-prices.csv");
  expect(unknown.status).toBe(404);
  expect((await unknown.json()).error.details).toMatchObject({
    version: currentEdition().version,
    versions: priceVersions(),
  });
});

test("a name that leads out of the folder is no version", () => {
  for (const name of ["../sealed", "8ceb4d8e3aa1/../8ceb4d8e3aa1", "8CEB4D8E3AA1", ""])
    expect(readEdition(pricesFolder(), name)).toBeNull();
});

test("what is packed is what is read, and a damaged edition stops the load with its name", () => {
  const folder = mkdtempSync(join(tmpdir(), "editions-"));
  try {
    cpSync(pricesFolder(), folder, { recursive: true });
    const kept = readEdition(folder, FIRST);
    if (!kept) throw new Error(`${FIRST} is not kept`);
    expect(versionOf(kept.texts)).toBe(FIRST);
    expect(gunzipSync(packed(kept))).toEqual(gunzipSync(readFileSync(editionPath(folder, FIRST))));

    const edited = { ...kept.texts, "events.json": "[]" };
    writeFileSync(editionPath(folder, FIRST), packed({ published: kept.published, texts: edited }));
    expect(() => loadPriceData(folder)).toThrow(`editions/${FIRST}.json.gz, row 1: is damaged`);
    for (const nothing of ["nothing", "{}", "null", '{"published":"2099-99-99","texts":{}}']) {
      writeFileSync(editionPath(folder, FIRST), gzipSync(nothing));
      expect(() => loadPriceData(folder), nothing).toThrow("is damaged");
    }
    rmSync(editionPath(folder, FIRST));
    expect(loadPriceData(folder).version).toBe(currentEdition().version);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
