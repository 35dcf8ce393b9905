import { parseArgs } from "node:util";
import { defaultRoomConfig } from "@/engine/default-config";
import { type Measure, measuresOf } from "./realism/measures";
import { runYear, type Year } from "./realism/year";

const usage = "npm run realism -- [--seeds 1…200] [--days 21…2500] [--json] [--publish]";

/** Runs the default room for many seeds and holds what it shows to the bands. Returns the exit code. */
export function realism(args: readonly string[]): number {
  const asked = read(args);
  if (asked === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { seeds, days, json } = asked;
  const years: Year[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    years.push(runYear(defaultRoomConfig, String(seed), days));
    if (!json) console.error(`seed ${seed} of ${seeds}`);
  }
  const measures = measuresOf(years);
  if (json) console.log(JSON.stringify({ seeds: years.map(({ seed }) => seed), days, measures }));
  else describe(measures);
  return measures.every(({ passed }) => passed) ? 0 : 1;
}

function read(args: readonly string[]): { seeds: number; days: number; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string", default: "20" },
        days: { type: "string", default: "250" },
        json: { type: "boolean", default: false },
      },
    });
    const [seeds, days] = [Number(values.seeds), Number(values.days)];
    if (!Number.isSafeInteger(seeds) || seeds < 1 || seeds > 200) return null;
    if (!Number.isSafeInteger(days) || days < 21 || days > 2500) return null;
    return { seeds, days, json: values.json };
  } catch {
    return null;
  }
}

function describe(measures: readonly Measure[]): void {
  for (const { id, low, high, readings, passed } of measures) {
    const band = [low === null ? "" : `${low} <`, "x", high === null ? "" : `< ${high}`].join(" ").trim();
    console.log(`${passed ? "ok  " : "FAIL"} ${id} (${band})`);
    console.log(
      `       ${readings.map(({ of, value, passed: in_ }) => `${of} ${Number(value.toPrecision(4))}${in_ ? "" : " !"}`).join("   ")}`,
    );
  }
}
