import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import type { ScenarioProblem } from "@/wire/scenario-check";

interface Sentences {
  readonly problems: Record<string, string>;
}

/** "shocks[0].size must be at most 20": the sentence the pages have. */
export function problemInWords({ path, reason, details }: ScenarioProblem): string {
  const file = join(process.cwd(), "messages", "en", "scenario-run.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as Sentences;
  const say = createTranslator({ locale: "en", messages: messages.problems });
  return `${path || "The file"} ${say(reason, details)}`;
}
