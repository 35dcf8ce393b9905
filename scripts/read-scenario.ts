import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RoomConfig } from "@/engine/config";
import type { Scenario } from "@/engine/scenario/scenario";
import { toScenario, venueOf } from "@/wire/scenario";
import { checkScenarioText } from "@/wire/scenario-check";
import { problemInWords } from "./scenario-words";

/** A preset by its id, or a file, for a room of this config; or, line by line, why not. */
export function readScenario(named: string, config: RoomConfig): Scenario | string[] {
  const preset = join(process.cwd(), "content", "scenarios", `${named}.json`);
  const file = /^[a-z0-9-]+$/.test(named) && existsSync(preset) ? preset : named;
  if (!existsSync(file)) return [`There is no preset and no file "${named}" (content/scenarios has the presets).`];
  const read = checkScenarioText(readFileSync(file, "utf8"), venueOf(config));
  return read.ok ? toScenario(read.file) : read.problems.map((problem) => `${named}: ${problemInWords(problem)}`);
}
