import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultRoomConfig } from "@/engine/default-config";
import { type ScenarioFile, venueOf } from "@/wire/scenario";
import { checkScenarioText, type ScenarioProblem } from "@/wire/scenario-check";

export const scenariosFolder = (): string => resolve(process.cwd(), "content", "scenarios");

/** A preset says something that cannot be: none is shown until it is corrected. */
export class BadScenario extends Error {
  override name = "BadScenario";

  constructor(
    readonly file: string,
    readonly problems: readonly ScenarioProblem[],
  ) {
    super(`${file}: ${problems.map(({ path, reason }) => `${path} ${reason}`).join("; ")}`);
  }
}

/** Every preset in the order of its file names; throws BadScenario for the first that is not in order. */
export function loadPresets(folder = scenariosFolder()): ReadonlyMap<string, ScenarioFile> {
  const presets = new Map<string, ScenarioFile>();
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith(".json")) continue;
    const read = checkScenarioText(readFileSync(join(folder, name), "utf8"), venueOf(defaultRoomConfig));
    if (!read.ok) throw new BadScenario(name, read.problems);
    presets.set(read.file.id, read.file);
  }
  return presets;
}

let loaded: ReadonlyMap<string, ScenarioFile> | null = null;

/** Read once: a preset changes with the next start. */
export function presets(): ReadonlyMap<string, ScenarioFile> {
  loaded ??= loadPresets();
  return loaded;
}
