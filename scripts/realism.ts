import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { RealismResults } from "@/content/realism/results";
import { defaultRoomConfig } from "@/engine/default-config";
import { realStillness } from "./realism/history";
import { runLevers } from "./realism/levers";
import { againstData, leverMeasures, measuresOf } from "./realism/measures";
import { publish, table } from "./realism/publish";
import { runYear, type Year } from "./realism/year";

const usage = "npm run realism -- [--seeds 2…200] [--days 42…2500] [--workers 1…64] [--json] [--publish]";
/** Shocks move prices far more than chance does: a few seeds show where to. */
const LEVER_SEEDS = ["1", "2", "3"];

/** Runs the default room for many seeds and holds what it shows to the bands. Resolves to the exit code. */
export async function realism(args: readonly string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { seeds, days, workers, json } = asked;
  const names = Array.from({ length: seeds }, (_, i) => String(i + 1));
  const years = await runYears(names, days, workers);
  const measures = [
    ...measuresOf(years),
    ...againstData(years, realStillness()),
    ...leverMeasures(runLevers(defaultRoomConfig, LEVER_SEEDS)),
  ];
  const results: RealismResults = { seeds, days, leverSeeds: LEVER_SEEDS.length, measures };
  if (json) console.log(JSON.stringify(results));
  else {
    console.log(`Default room, seeds 1 to ${seeds}, ${days} trading days each (simulated prices)`);
    console.log(table(measures));
  }
  if (asked.publish) publish(results);
  return measures.every(({ passed }) => passed) ? 0 : 1;
}

/** Seeds are worked off by as many threads as asked for, and come back in their order. */
async function runYears(seeds: readonly string[], days: number, workers: number): Promise<Year[]> {
  const years = new Map<string, Year>();
  const waiting = [...seeds];
  const work = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      years.set(seed, await inThread(seed, days));
      console.error(`seed ${seed}: ${years.size} of ${seeds.length}`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return seeds.map((seed) => years.get(seed) as Year);
}

const inThread = (seed: string, days: number): Promise<Year> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { seed, days } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string", default: "20" },
        days: { type: "string", default: "250" },
        workers: { type: "string", default: String(availableParallelism()) },
        json: { type: "boolean", default: false },
        publish: { type: "boolean", default: false },
      },
    });
    const whole = (text: string, least: number, most: number) => {
      const n = Number(text);
      if (!Number.isSafeInteger(n) || n < least || n > most) throw new RangeError(usage);
      return n;
    };
    return {
      seeds: whole(values.seeds, 2, 200),
      days: whole(values.days, 42, 2500),
      workers: whole(values.workers, 1, 64),
      json: values.json,
      publish: values.publish,
    };
  } catch {
    return null;
  }
}

if (!isMainThread && parentPort) {
  const { seed, days } = workerData as { seed: string; days: number };
  parentPort.postMessage(runYear(defaultRoomConfig, seed, days));
}
