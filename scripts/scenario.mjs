// npm run scenario -- --start PRESET|FILE [--room public]
// Lets a scenario run from the next trading day on. The public room belongs to nobody, so who may start one there is who
// can read the data folder of its server.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { askOperator, leave } from "./ask-operator.mjs";

const usage = "Usage: npm run scenario -- --start PRESET|FILE [--room public]";

function readArguments() {
  try {
    const options = { start: { type: "string" }, room: { type: "string", default: "public" } };
    const { values } = parseArgs({ options });
    if (values.start) return { room: values.room, start: whatToStart(values.start) };
  } catch (error) {
    leave(error.message, usage);
  }
  return leave("Which scenario? Name a preset of content/scenarios, or a file.", usage);
}

function whatToStart(named) {
  if (!existsSync(named)) return { preset: named };
  try {
    return { file: JSON.parse(readFileSync(named, "utf8").replace(/^\uFEFF/, "")) };
  } catch (error) {
    return leave(`${named} cannot be read as JSON: ${error.message}`, "Check it with `npm run check-scenario`.");
  }
}

const refusals = {
  "unknown-room": ({ room }) => [`There is no room "${room}".`, usage],
  "unknown-scenario": ({ scenario }) => [`There is no preset "${scenario}".`, "They are in content/scenarios."],
  "bad-scenario": ({ problems }) => [
    problems.map(({ path, reason }) => `${path}: ${reason}`).join("\n"),
    "Correct these fields; `npm run check-scenario` says what each wants. The room runs on as it was.",
  ],
  "scenario-running": ({ scenario, until }) => [`${scenario} runs until ${until}.`, "One at a time: start it then."],
  "older-engine": () => ["The room runs on an engine that knows no scenarios.", "It changes after its next close."],
  "invalid-request": () => ["The server did not understand the request.", usage],
};

const { scenario, firstDay } = await askOperator("operator/scenario", readArguments(), refusals);
console.log(`${scenario} begins on ${firstDay} of room time.`);
