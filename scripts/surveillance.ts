import { parseArgs } from "node:util";
import {
  alertsADay,
  type Grade,
  grade,
  honest,
  patterns,
  populationNames,
  type Run,
  run,
  schemes,
  watched,
} from "./grading";

/** What the published results keep to; below it this script fails. */
const LEAST_PRECISION = 0.8;
const LEAST_RECALL = 0.8;
/** Alerts of 8.2 a day in a room where nobody manipulates. Counters (8.1) are what they are: true of whom they count. */
const MOST_FALSE_A_DAY = 0.1;
const MOST = 1000;

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
  const honestRuns = populationNames.map((population) => ({ population, runs: [] as Run[] }));
  for (let seed = 1; seed <= seeds; seed++) {
    labelled.push(run(watched(seed), String(seed), days));
    const { population, runs } = honestRuns[seed % honestRuns.length];
    runs.push(run(honest(population), String(seed), days));
    if (!json) process.stderr.write(`\r  ${seed} of ${seeds} seeds`);
  }
  if (!json) process.stderr.write("\n");
  const grades = schemes.map((scheme) => grade(scheme, labelled));
  const quiet = honestRuns
    .filter(({ runs }) => runs.length > 0)
    .map(({ population, runs }) => ({ population, days: days * runs.length, aDay: alertsADay(runs) }));
  const problems = [...grades.flatMap(below), ...quiet.flatMap(tooMany)];
  const seconds = Math.round(performance.now() - started) / 1000;
  if (json) {
    const graded = grades.map((one) => ({ ...one, precision: precision(one), recall: recall(one) }));
    console.log(JSON.stringify({ seeds, days, schemes: graded, honest: quiet, problems, seconds }));
  } else describe({ seeds, days, grades, quiet, problems, seconds });
  return problems.length === 0 ? 0 : 1;
}

/** Days of one population without a manipulator, and the alerts a day. */
interface Quiet {
  readonly population: string;
  readonly days: number;
  readonly aDay: ReturnType<typeof alertsADay>;
}

interface Results {
  readonly seeds: number;
  readonly days: number;
  readonly grades: readonly Grade[];
  readonly quiet: readonly Quiet[];
  readonly problems: readonly string[];
  readonly seconds: number;
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

function tooMany({ population, aDay }: Quiet): string[] {
  const all = schemes.reduce((sum, scheme) => sum + aDay[scheme], 0);
  return all > MOST_FALSE_A_DAY
    ? [`${population}, nobody manipulates: more than ${MOST_FALSE_A_DAY} alerts a day`]
    : [];
}

function describe({ seeds, days, grades, quiet, problems, seconds }: Results): void {
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
  console.log("Nobody manipulates: alerts a day");
  const heads = quiet.map(({ population, days: of }) => `${population} (${of} days)`.padStart(19));
  console.log(`  ${"pattern".padEnd(17)} ${heads.join("")}`);
  for (const pattern of patterns) {
    console.log(`  ${pattern.padEnd(17)} ${quiet.map(({ aDay }) => share(aDay[pattern]).padStart(19)).join("")}`);
  }
  for (const problem of problems) console.log(`FAILED: ${problem}`);
}
