import { z } from "zod";
import type { Ruling, Scenario } from "@/engine/scenario/scenario";
import type { BegunScenarioView } from "@/engine/views";
import { named } from "./primitives";
import { NewsInFile, RulingInFile, ShockInFile } from "./scenario";

/** A scenario as a room has seen it so far, and nothing of what is still to come. */
export const RoomScenario = named(
  "RoomScenario",
  z.object({
    id: z.string(),
    title: z.string().nullable().describe("Of a file of somebody's own; null: it has none, or is a preset"),
    preset: z.boolean().describe("It is the one of /scenarios with this id, word for word"),
    firstDay: z.string().describe("Its day 1"),
    shocks: z.array(ShockInFile.omit({ at: true, shape: true, days: true })).describe("Those that have struck"),
    rulings: z.array(RulingInFile.omit({ at: true })),
    news: z.array(NewsInFile.pick({ id: true, about: true, headline: true })),
  }),
);
export type RoomScenario = z.infer<typeof RoomScenario>;

/** `preset`: what goes by this id among the presets, if anything does. */
export const toRoomScenario = (begun: BegunScenarioView, preset: Scenario | undefined): RoomScenario => ({
  id: begun.id,
  title: begun.title,
  preset: preset !== undefined && isPartOf(begun, preset),
  firstDay: begun.firstDay,
  shocks: begun.shocks.map(({ id, title, lever, size, region, benchmark, seller }) => ({
    ...{ id, title, lever, size, region, benchmark, seller },
  })),
  rulings: begun.rulings.map(({ id, title, benchmark, rule }) => ({ id, title, benchmark, rule: toRuleInFile(rule) })),
  news: begun.news.map(({ id, about, headline }) => ({ id, about, headline })),
});

/** Everything that came up is in the other, just as it is. A file that shares its id with a preset is not the preset. */
const isPartOf = (begun: BegunScenarioView, preset: Scenario): boolean =>
  begun.title === (preset.title ?? null) &&
  (["shocks", "rulings", "news"] as const).every((list) => {
    const known = new Set(preset[list].map(inOrder));
    return begun[list].every((item) => known.has(inOrder(item)));
  });

/** As JSON, whatever order its fields came in. */
const inOrder = (item: object): string =>
  JSON.stringify(item, (_, value: unknown) =>
    typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).sort()) : value,
  );

function toRuleInFile(rule: Ruling["rule"]): RulingInFile["rule"] {
  switch (rule.kind) {
    case "limit":
      return { kind: rule.kind, rate: rule.rate / MILLION };
    case "margin":
      return { kind: rule.kind, overLimit: rule.overLimit / MILLION };
    default:
      return rule;
  }
}

const MILLION = 1_000_000;
