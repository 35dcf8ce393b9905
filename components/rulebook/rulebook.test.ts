import { describe, expect, test } from "vitest";
import { defaultRoomConfig } from "@/engine/default-config";
import en from "@/messages/en/rulebook.json";
import { icuArguments } from "@/messages/icu-arguments";
import zh from "@/messages/zh/rulebook.json";
import { workedExamples } from "./examples";
import { anchorOf, messageKey, sections } from "./rules";
import { rulebookTerms } from "./terms";

const rules = sections.flatMap((section) => [...section.rules]);
const facts = { seedCommit: "9f2b", seam: "2026-09-23", dayMinutes: 60 };
const terms = rulebookTerms(defaultRoomConfig, facts, "en");
const placeholders = (message: string) => icuArguments(message).filter((argument) => !argument.startsWith("<"));

describe.each([
  ["en", en],
  ["zh", zh],
])("the rulebook in %s", (_, messages) => {
  const texts = messages.rules as Record<string, string>;

  test("has a text for every rule in force and for no other", () => {
    expect(Object.keys(texts).toSorted()).toEqual(rules.map(messageKey).toSorted());
  });

  test("holds no number of its own: every one comes from the room's settings", () => {
    for (const [rule, text] of Object.entries(texts)) {
      const plurals = text.replace(/=\d+ \{/g, "{"); // the choice of a plural form, not a number of the text
      expect(`${rule}: ${plurals.replace(/\{\w+\}/g, "").match(/\d.*/)?.[0] ?? ""}`).toBe(`${rule}: `);
    }
  });

  test("names only settings that exist", () => {
    for (const text of Object.values(texts)) {
      for (const name of placeholders(text)) expect(Object.keys(terms)).toContain(name);
    }
  });

  test("works every example through with the engine's own arithmetic", () => {
    const examples = workedExamples(defaultRoomConfig);
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(messages.examples).toSorted());
    for (const [rule, text] of Object.entries(messages.examples)) {
      expect(Object.keys(examples[rule]).toSorted()).toEqual(placeholders(text).toSorted());
    }
  });
});

test("a changed setting changes what the rulebook says", () => {
  const stricter = { ...defaultRoomConfig, orders: { ...defaultRoomConfig.orders, priceBand: 45_000 as never } };
  expect(terms.priceBand).toBe("3\u2009%");
  expect(rulebookTerms(stricter, facts, "en").priceBand).toBe("4.5\u2009%");
  expect(rulebookTerms(stricter, facts, "zh").priceBand).toBe("4.5%");
});

test("the examples are W1, W3, W4 and W6 of the rulebook", () => {
  const examples = workedExamples(defaultRoomConfig);
  expect(examples["7_2"]).toMatchObject({ initial: "$85.15", maintained: "$68.12" });
  expect(examples["6_3"]).toMatchObject({ final: "4.125" });
  expect(examples["6_1"]).toMatchObject({ midpoint: "4.565" });
  expect(examples["7_3"]).toMatchObject({ alone: "$851.50", together: "$429.55" });
});

test("every rule has an address of its own, #rule-7-4", () => {
  expect(anchorOf("7.4")).toBe("rule-7-4");
  expect(new Set(rules.map(anchorOf)).size).toBe(rules.length);
});
