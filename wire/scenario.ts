import { z } from "zod";
import type { RoomConfig } from "@/engine/config";
import type { NewsItem, Ruling, Scenario, ScenarioTime, Shock } from "@/engine/scenario/scenario";
import { lots, millionths } from "@/engine/units";
import { named } from "./primitives";

const MINUTE = 60_000;
const MILLION = 1_000_000;

/** What a file may hold; a room that runs keeps all of it in memory. */
export const mostOf = { shocks: 50, rulings: 20, news: 100, sources: 12 } as const;
export const lastDay = 520; // two years of trading days

const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Words = z.string().trim().min(1).max(300);

const At = z.strictObject({
  day: z.int().min(1).max(lastDay).describe("Trading day from the scenario's first, 1"),
  time: Clock.optional().describe("HH:MM UTC, within trading hours; left out: overnight, after that day's fixing"),
});

export const shockLevers = [
  "gpu-hour",
  "power",
  "throughput",
  "demand",
  "utilisation",
  "export-controls",
  "subsidy",
  "frontier-model",
  "seller-price",
  "feed-error",
] as const satisfies readonly Shock["lever"][];

export const ShockInFile = z.strictObject({
  id: Id.describe("Names the cause in every decomposition"),
  at: At,
  lever: z.enum(shockLevers),
  size: z.number().gt(-1).max(20).describe("Change as a share of the lever: -0.3 is thirty percent less"),
  shape: z
    .enum(["step", "pulse", "ramp", "decay"])
    .describe("step: stays; pulse: gone after its days; ramp: grows over its days; decay: halves every so many days"),
  days: z.int().min(1).max(260).optional().describe("Trading days; a step has none"),
  region: z.enum(["US", "CN"]).optional().describe("Left out: everywhere"),
  benchmark: z.string().max(40).optional(),
  seller: z.string().max(40).optional(),
  title: Words.optional().describe("For a file of your own: what the shock is called"),
});
export type ShockInFile = z.infer<typeof ShockInFile>;

export const RulingInFile = z.strictObject({
  id: Id,
  at: At,
  title: Words.optional().describe("For a file of your own: what the ruling is called"),
  benchmark: z.string().max(40),
  rule: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("limit"),
      rate: z.number().min(0.01).max(0.5).describe("Daily limit as a share of the settlement, from the next one (5.1)"),
    }),
    z.strictObject({
      kind: z.literal("margin"),
      overLimit: z.number().min(0).max(1).describe("Initial margin above the limit, from the next settlement (7.2)"),
    }),
    z.strictObject({ kind: z.literal("position-limit"), lots: z.int().min(1).max(1_000_000).describe("Net (5.3)") }),
    z.strictObject({ kind: z.literal("halt"), minutes: z.int().min(1).max(360).describe("Every month (4.7)") }),
  ]),
});
export type RulingInFile = z.infer<typeof RulingInFile>;

export const NewsInFile = z.strictObject({
  id: Id,
  at: At,
  about: Id.optional().describe("The shock or ruling it tells of; a rumour that proves wrong tells of none"),
  prior: z.number().optional().describe("Last known figure"),
  expected: z.number().optional().describe("What people had thought"),
  actual: z.number().optional().describe("What it turned out to be; above expected is dearer"),
  unit: z.string().trim().min(1).max(20).optional().describe("Of the three figures"),
  headline: Words.optional().describe("For a file of your own: what people are told"),
});
export type NewsInFile = z.infer<typeof NewsInFile>;

export const TransmissionInFile = z.strictObject({
  passThrough: z.number().min(0).max(2).describe("Share of a cost change, in log terms, that a list price takes over"),
  lagDays: z.number().min(0).max(120).describe("Mean trading days until a seller whose cost moved reprices"),
  demandElasticity: z.number().min(0).max(10).describe("Log change of scarcity for a log change of demand"),
});

export const rulingKinds = [
  "limit",
  "margin",
  "position-limit",
  "halt",
] as const satisfies readonly Ruling["rule"]["kind"][];

const ScenarioSource = z.strictObject({
  title: Words,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  address: z.string().min(3).max(200).describe("Page address or domain, or the name of the data set"),
});

/** A scenario as it is written down: dated shocks, and apart from them what is assumed about how they reach prices. */
export const ScenarioFile = named(
  "ScenarioFile",
  z.strictObject({
    id: Id,
    title: Words.optional().describe("For a file of your own"),
    happened: z
      .string()
      .regex(/^\d{4}-\d{2}(-\d{2})?$/)
      .optional()
      .describe("When its model in the real world happened"),
    sources: z.array(ScenarioSource).optional(),
    transmission: TransmissionInFile.describe("Assumed, and kept apart from what happened"),
    shocks: z.array(ShockInFile),
    rulings: z.array(RulingInFile),
    news: z.array(NewsInFile),
  }),
);
export type ScenarioFile = z.infer<typeof ScenarioFile>;

/** What a scenario may speak of: the benchmarks and sellers of a room, and its hours. */
export interface ScenarioVenue {
  readonly sellers: ReadonlyMap<string, readonly string[]>;
  readonly open: number; // milliseconds after midnight
  readonly close: number;
}

export const venueOf = ({ benchmarks, calendar }: RoomConfig): ScenarioVenue => ({
  sellers: new Map(benchmarks.map(({ id, sellers }) => [id, sellers.map(({ name }) => name)])),
  open: calendar.open,
  close: calendar.close,
});

/** "10:30" in milliseconds after midnight. */
export function clockTime(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours * 60 + minutes) * MINUTE;
}

/** The engine's words for a file that has passed `checkScenario`. */
export const toScenario = ({ id, title, transmission, shocks, rulings, news }: ScenarioFile): Scenario => ({
  id,
  ...(title !== undefined && { title }),
  transmission,
  shocks: shocks.map((shock) => ({ ...shock, at: momentOf(shock.at) })),
  rulings: rulings.map(toRuling),
  news: news.map(({ unit: _, at, ...item }): NewsItem => ({ ...item, at: momentOf(at) })),
});

const momentOf = ({ day, time }: { day: number; time?: string }): ScenarioTime =>
  time === undefined ? { day } : { day, time: clockTime(time) };

const share = (rate: number) => millionths(Math.round(rate * MILLION));

function toRuling({ id, at, title, benchmark, rule }: RulingInFile): Ruling {
  const base = { id, at: momentOf(at), benchmark, ...(title !== undefined && { title }) };
  switch (rule.kind) {
    case "limit":
      return { ...base, rule: { kind: "limit", rate: share(rule.rate) } };
    case "margin":
      return { ...base, rule: { kind: "margin", overLimit: share(rule.overLimit) } };
    case "position-limit":
      return { ...base, rule: { kind: "position-limit", lots: lots(rule.lots) } };
    case "halt":
      return { ...base, rule };
  }
}
