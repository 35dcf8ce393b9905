/** npm run check-scenario -- FILE…   reads scenarios as the server does, and says what is wrong with which field. */
import { readFileSync } from "node:fs";
import { defaultRoomConfig } from "@/engine/default-config";
import { venueOf } from "@/wire/scenario";
import { checkScenarioText } from "@/wire/scenario-check";
import { problemInWords } from "./scenario-words";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run check-scenario -- FILE…");
  process.exitCode = 2;
}
for (const file of files) {
  const text = readText(file);
  if (text === null) continue;
  const read = checkScenarioText(text, venueOf(defaultRoomConfig));
  if (read.ok) {
    const { id, shocks, rulings, news } = read.file;
    console.log(`${file}: ${id} is in order, ${shocks.length} shocks, ${rulings.length} rulings, ${news.length} news`);
  } else {
    for (const problem of read.problems) console.error(`${file}: ${problemInWords(problem)}`);
    process.exitCode = 1;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    console.error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
    process.exitCode = 1;
    return null;
  }
}
