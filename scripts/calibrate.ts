import { parseArgs } from "node:util";
import { loadPriceData } from "@/server/prices/load";
import { bands, forecastBands } from "./calibration/bands";
import { type Judged, judge, judgeForecasts } from "./calibration/judge";
import { momentsOf } from "./calibration/moments";
import { realHistory } from "./calibration/real-history";
import { HORIZONS, simulatedHistory } from "./calibration/simulated-history";

const usage = "npm run calibrate -- [--seeds 2…1000] [--years 2…50] [--json]";

/** Holds the world of the default room against the curated history of list prices. Returns the exit code. */
export function calibrate(args: readonly string[]): number {
  const asked = read(args);
  if (asked === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { seeds, years, json } = asked;
  const started = performance.now();
  const runs = Array.from({ length: seeds }, (_, i) => simulatedHistory(`calibrate ${i + 1}`, years));
  const rows = judge(momentsOf([realHistory(loadPriceData())]), momentsOf(runs.map(({ history }) => history)), bands);
  const forecasts = judgeForecasts(
    runs.map(({ surprises }) => surprises),
    HORIZONS,
    forecastBands,
  );
  const failed = [...rows, ...forecasts].filter(({ inside }) => !inside).map(({ name }) => name);
  const seconds = Math.round(performance.now() - started) / 1000;
  if (json) console.log(JSON.stringify({ seeds, years, seconds, moments: rows, forecasts, failed }, null, 2));
  else describe(seeds, years, seconds, [...rows, ...forecasts], failed);
  return failed.length === 0 ? 0 : 1;
}

function read(args: readonly string[]): { seeds: number; years: number; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seeds: { type: "string" }, years: { type: "string" }, json: { type: "boolean" } },
    });
    const seeds = Number(values.seeds ?? 40);
    const years = Number(values.years ?? 4);
    const fit = Number.isInteger(seeds) && seeds >= 2 && seeds <= 1000 && Number.isInteger(years) && years >= 2;
    return fit && years <= 50 ? { seeds, years, json: values.json ?? false } : null;
  } catch {
    return null;
  }
}

function describe(
  seeds: number,
  years: number,
  seconds: number,
  rows: readonly Judged[],
  failed: readonly string[],
): void {
  console.log(
    `${seeds} seeds × ${years} years of the world alone, against list prices of 2023-03 to 2026-09, ${seconds} s\n`,
  );
  console.log(line("", "data", "model", "from", "to", ""));
  for (const { name, data, model, from, to, inside } of rows) {
    console.log(line(name, shown(data), shown(model), shown(from), shown(to), inside ? "" : "  outside"));
  }
  console.log(failed.length === 0 ? "\nEvery moment is inside its band." : `\nOutside: ${failed.join("; ")}.`);
}

const line = (name: string, ...cells: string[]): string =>
  name.padEnd(44) + cells.map((cell, i) => (i < 4 ? cell.padStart(9) : cell)).join("");
const shown = (value: number | null): string => (value === null ? "" : value.toFixed(3));
