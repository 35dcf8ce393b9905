import { z } from "zod";
import { named, Seq } from "./primitives";
import { shockLevers } from "./scenario";

export const StartScenarioRequest = named(
  "StartScenarioRequest",
  z.strictObject({
    preset: z.string().max(40).optional().describe("Id of one of /scenarios"),
    file: z.unknown().optional().describe("Or a ScenarioFile of your own"),
  }),
);
export type StartScenarioRequest = z.infer<typeof StartScenarioRequest>;

export const ScenarioStarted = named(
  "ScenarioStarted",
  z.object({ scenario: z.string(), firstDay: z.string().describe("Its day 1: the next trading day"), seq: Seq }),
);

export const ScenarioSummary = named(
  "ScenarioSummary",
  z.object({
    id: z.string(),
    happened: z.string().nullable().describe("When its model in the real world happened"),
    levers: z.array(z.enum(shockLevers)),
    shocks: z.int(),
    rulings: z.int(),
    news: z.int(),
    days: z.int().describe("Trading days in which anything of it happens"),
  }),
);
export type ScenarioSummary = z.infer<typeof ScenarioSummary>;
