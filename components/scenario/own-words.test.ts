import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import words from "@/messages/en/scenario-words.json";
import type { ScenarioFile } from "@/wire/scenario";
import { ownWords } from "./own-words";

const messages: Record<string, unknown> = { "scenario-words": words };
const t = createTranslator({ locale: "en", messages, namespace: "scenario-words" });
const file: ScenarioFile = {
  id: "gpu-slump", // as a preset is called: no word of that one may show
  title: "A slump of my own",
  transmission: { passThrough: 0.5, lagDays: 10, demandElasticity: 1 },
  shocks: [
    {
      ...{ id: "half", at: { day: 1, time: "10:00" }, lever: "seller-price", size: -0.5, shape: "step" },
      ...{ benchmark: "PREM", seller: "Alder" },
    },
    { id: "spare-hours", at: { day: 2 }, lever: "gpu-hour", size: 0.125, shape: "step", title: "Rents go up" },
  ],
  rulings: [{ id: "narrow", at: { day: 1, time: "10:00" }, benchmark: "CHNA", rule: { kind: "limit", rate: 0.05 } }],
  news: [
    { id: "said", at: { day: 1 }, about: "half", headline: "Alder halves" },
    { id: "told", at: { day: 1 }, about: "narrow" },
    { id: "rumour", at: { day: 1 } },
  ],
};

test("a file of one's own is told in its own words, and where it has none, by what each thing does", () => {
  expect(ownWords(t, "en", file)).toEqual({
    title: "A slump of my own",
    shocks: { half: "A seller's list price −50\u2009%, Alder (PREM)", "spare-hours": "Rents go up" },
    rulings: { narrow: "Daily limit ±5\u2009% of the settlement, CHNA" },
    news: {
      said: "Alder halves",
      told: "News: Daily limit ±5\u2009% of the settlement, CHNA",
      rumour: "News without a headline (rumour)",
    },
  });
});

test("a file without a title is called by its id, and said to have none", () => {
  expect(ownWords(t, "en", { ...file, title: undefined }).title).toBe("Scenario without a title (gpu-slump)");
});
