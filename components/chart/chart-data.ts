import { csvLine } from "@/tokens/prices/csv";
import { dateOfDay } from "./days";
import type { ChartView, Provenance } from "./view";

/** One step of one series, as the table shows it and CSV and JSON carry it. */
export interface DataRow {
  readonly from: string; // a date, or the number on the x axis
  readonly series: string;
  readonly value: string | null; // null: nothing from here on
  readonly as: Provenance;
  readonly observations: readonly string[];
}

/** Every step of every series, the latest first; among equals in the order of the series. */
export function dataRows({ series, x: { kind } }: Pick<ChartView, "series" | "x">): DataRow[] {
  return series
    .flatMap(({ name, points }, no) => points.map((point) => ({ name, point, no })))
    .sort((a, b) => b.point.x - a.point.x || a.no - b.no)
    .map(({ name, point }) => ({
      from: kind === "date" ? dateOfDay(point.x) : String(point.x),
      series: name,
      value: point.y === null ? null : point.text,
      as: point.as,
      observations: point.open ?? [],
    }));
}

/** What stands above the data in a file, so that a figure never travels without its origin. */
export interface DataOrigin {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly version: string;
  readonly address: string;
}

/** RFC 4180, oldest first; lines with # before the head say what it is. */
export function chartCsv(view: Pick<ChartView, "series" | "x">, origin: DataOrigin): string {
  const remarks = Object.entries(origin).map(([name, value]) => `# ${name}: ${value.replace(/\s+/g, " ")}`);
  const rows = fileRows(view).map(({ from, series, value, as, observations }) =>
    csvLine([from, series, value, as, observations.join(" ")]),
  );
  return `${[...remarks, "from,series,value,as,observations", ...rows].join("\n")}\n`;
}

export const chartJson = (view: Pick<ChartView, "series" | "x">, origin: DataOrigin): string =>
  JSON.stringify({ ...origin, rows: fileRows(view) });

/** Oldest first, with numbers that a program reads: "$1,234.50" is 1234.50. */
const fileRows = (view: Pick<ChartView, "series" | "x">): DataRow[] =>
  dataRows(view)
    .toReversed()
    .map((row) => ({ ...row, value: row.value?.replace(/[$,]/g, "") ?? null }));
