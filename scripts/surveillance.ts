import { parseArgs } from "node:util";
import type { AlertPattern } from "@/engine/surveillance/alert";
import { falseAlertsADay, type Grade, grade, type Run, run, schemes, watched } from "./grading";

/** What the published results keep to; below it this script fails. */
const LEAST_PRECISION = 0.8;
const LEAST_RECALL = 0.8;
/** Alerts of all patterns a day in a room where nobody manipulates. */
const MOST_FALSE_A_DAY = 0.2;
const MOST = 1000;
const patterns: readonly AlertPattern[] = [...schemes, "cancellations", "self-trades"];

const usage = "npm run surveillance -- [--seeds 1…1000] [--days 1…1000] [--json]";

/** Grades surveillance on labelled runs and honest ones. Returns the exit code: 1 if it is below its bands. */
export function surveillance(args: readonly string[]): number {
  const asked = read(args);
  if (asked === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { seeds, days, json } = asked;
  const started = performance.now();
  const labelled: Run[] = [];
  const honest: Run[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    labelled.push(run(watched(seed), String(seed), days));
    honest.push(run(watched(null), String(seed), days));
    if (!json) process.stderr.write(`\r  ${seed} of ${seeds} seeds`);
  }
  if (!json) process.stderr.write("\n");
  const grades = schemes.map((scheme) => grade(scheme, labelled));
  const falseADay = falseAlertsADay(honest);
  const problems = [...grades.flatMap(below), ...tooMany(falseADay)];
  const seconds = Math.round(performance.now() - started) / 1000;
  if (json) {
    const honestADay = Object.fromEntries(patterns.map((pattern) => [pattern, falseADay.get(pattern) ?? 0]));
    const schemesGraded = grades.map((one) => ({ ...one, precision: precision(one), recall: recall(one) }));
    console.log(JSON.stringify({ seeds, days, schemes: schemesGraded, honestADay, problems, seconds }));
  } else describe(seeds, days, grades, falseADay, problems, seconds);
  return problems.length === 0 ? 0 : 1;
}

function read(args: readonly string[]): { seeds: number; days: number; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string", default: "20" },
        days: { type: "string", default: "20" },
        json: { type: "boolean", default: false },
      },
    });
    const [seeds, days] = [Number(values.seeds), Number(values.days)];
    const isCount = (n: number) => Number.isSafeInteger(n) && n >= 1 && n <= MOST;
    return isCount(seeds) && isCount(days) ? { seeds, days, json: values.json } : null;
  } catch {
    return null;
  }
}

const precision = ({ right, wrong }: Grade): number => (right + wrong === 0 ? 0 : right / (right + wrong));
const recall = ({ found, episodes }: Grade): number => (episodes === 0 ? 0 : found / episodes);

function below(graded: Grade): string[] {
  const problems: string[] = [];
  if (precision(graded) < LEAST_PRECISION) problems.push(`${graded.scheme}: precision below ${LEAST_PRECISION}`);
  if (recall(graded) < LEAST_RECALL) problems.push(`${graded.scheme}: recall below ${LEAST_RECALL}`);
  return problems;
}

function tooMany(falseADay: ReadonlyMap<AlertPattern, number>): string[] {
  const all = [...falseADay.values()].reduce((sum, rate) => sum + rate, 0);
  return all > MOST_FALSE_A_DAY ? [`honest rooms: more than ${MOST_FALSE_A_DAY} alerts a day`] : [];
}

function describe(
  seeds: number,
  days: number,
  grades: readonly Grade[],
  falseADay: ReadonlyMap<AlertPattern, number>,
  problems: readonly string[],
  seconds: number,
): void {
  const share = (n: number) => n.toFixed(3);
  console.log(`Surveillance on labelled runs: ${seeds} seeds × ${days} days, in ${seconds} s (simulated, play money)`);
  console.log("  pattern             alerts   right   precision   episodes   found   recall   tried   found");
  for (const one of grades) {
    const cells = [
      String(one.right + one.wrong).padStart(8),
      String(one.right).padStart(7),
      share(precision(one)).padStart(11),
      String(one.episodes).padStart(10),
      String(one.found).padStart(7),
      share(recall(one)).padStart(8),
      String(one.tried).padStart(7),
      String(one.triedFound).padStart(7),
    ];
    console.log(`  ${one.scheme.padEnd(17)} ${cells.join(" ")}`);
  }
  console.log("  Episodes: those that worked. Tried: also those in which the manipulator did not get its trade.");
  console.log(`Honest runs: ${seeds} seeds × ${days} days without a manipulator, alerts a day`);
  for (const pattern of patterns)
    console.log(`  ${pattern.padEnd(17)} ${share(falseADay.get(pattern) ?? 0).padStart(9)}`);
  for (const problem of problems) console.log(`FAILED: ${problem}`);
}
