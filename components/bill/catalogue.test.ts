import { describe, expect, test } from "vitest";
import type { PriceChoice } from "@/tokens/bill/choices";
import { sellerName } from "@/tokens/prices/sellers";
import { bySeller, type ListedChoice, matching, withChosen } from "./catalogue";

const model = (provider: string, name: string): ListedChoice => ({
  choice: { kind: "model", provider, model: name },
  from: "2026-01",
  aliases: [],
});
const catalogue: ListedChoice[] = [
  { choice: { kind: "slot", provider: "anthropic", slot: "premium" }, from: "2023-03", aliases: [] },
  model("anthropic", "claude-opus-4-5"),
  model("anthropic", "claude-haiku-4.5"),
  model("google", "gemini-2.5-flash"),
];
const names = (choice: PriceChoice) => [
  sellerName(choice.provider),
  choice.kind === "slot" ? `${sellerName(choice.provider)}: its flagship of the time` : "",
];
const found = (query: string) =>
  matching(catalogue, query, names).map(({ choice }) => (choice.kind === "model" ? choice.model : choice.slot));

test("a model is found by parts of its name, by its family, and by its seller's name, in any order", () => {
  expect(found("opus")).toEqual(["claude-opus-4-5"]);
  expect(found("Google Flash")).toEqual(["gemini-2.5-flash"]);
  expect(found("flash google")).toEqual(["gemini-2.5-flash"]);
  expect(found("flagship")).toEqual(["premium"]);
});

test("dots and dashes make no difference", () => {
  expect(found("4.5")).toEqual(["claude-opus-4-5", "claude-haiku-4.5"]);
  expect(found("haiku-4-5")).toEqual(["claude-haiku-4.5"]);
});

test("a word begins where it is looked for: a 4 is no part of a date", () => {
  const dated = [...catalogue, model("anthropic", "claude-3-opus-20240229")];
  const names4 = matching(dated, "opus 4", names).map(({ choice }) => (choice.kind === "model" ? choice.model : ""));
  expect(names4).toEqual(["claude-opus-4-5"]);
});

test("Chinese is found anywhere in a name", () => {
  expect(matching(catalogue, "旗舰", () => ["当时的旗舰模型"])).toHaveLength(4);
});

test("nothing typed finds everything, and what is not there finds nothing", () => {
  expect(found("  ")).toHaveLength(4);
  expect(found("opus google")).toEqual([]);
});

test("choices stand under their seller, in the order of the list", () => {
  expect(bySeller(catalogue).map(({ provider, listed }) => [provider, listed.length])).toEqual([
    ["anthropic", 3],
    ["google", 1],
  ]);
});

describe("a model of several names", () => {
  const haiku = {
    ...model("anthropic", "claude-haiku-4-5"),
    aliases: ["claude-4.5-haiku", "claude-haiku-4-5-20251001"],
  };

  test("is one entry, found by any of them", () => {
    for (const query of ["haiku 4.5", "claude-haiku-4-5-20251001", "20251001"]) {
      expect(matching([haiku], query, names)).toEqual([haiku]);
    }
  });

  test("stays what an address says that it is", () => {
    const asked = { kind: "model", provider: "anthropic", model: "claude-4.5-haiku" } as const;
    expect(withChosen([haiku], asked).map(({ choice }) => choice)).toEqual([haiku.choice, asked]);
    expect(withChosen([haiku], haiku.choice)).toEqual([haiku]);
  });
});
