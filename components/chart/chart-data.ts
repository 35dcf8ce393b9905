import { csvLine } from "@/tokens/prices/csv";
import { MINUS } from "../ui/numerals";
import { dateOfDay } from "./days";
import { type AnyView, type ChartView, isBars, type Provenance } from "./view";

/** One step of one series, as the table shows it and CSV and JSON carry it. */
export interface DataRow {
  readonly from: string; // a date, a moment of room time, or the number on the x axis
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
      from: written(point.x, kind),
      series: point.of ? `${name} ${point.of}` : name,
      value: point.y === null ? null : point.text,
      as: point.as,
      observations: point.open ?? [],
    }));
}

const written = (x: number, kind: ChartView["x"]["kind"]): string =>
  kind === "date" ? dateOfDay(x) : kind === "time" ? new Date(x).toISOString() : String(x);

/** What stands above the data in a file, so that a figure never travels without its origin. */
export interface DataOrigin {
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly version: string;
  readonly address: string;
}

/** RFC 4180, oldest first; lines with # before the head say what it is. */
export function chartCsv(view: AnyView, origin: DataOrigin): string {
  const remarks = Object.entries(origin).map(([name, value]) => `# ${name}: ${value.replace(/\s+/g, " ")}`);
  const { columns, rows } = fileTable(view);
  const lines = rows.map((row) =>
    csvLine(row.map((cell) => (typeof cell === "object" ? (cell?.join(" ") ?? null) : cell))),
  );
  return `${[...remarks, columns.join(","), ...lines].join("\n")}\n`;
}

export function chartJson(view: AnyView, origin: DataOrigin): string {
  const { columns, rows } = fileTable(view);
  return JSON.stringify({
    ...origin,
    rows: rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
  });
}

type Cell = string | null | readonly string[];

/** The points of its lines, oldest first, or the table that says more than they do; numbers that a program reads. */
function fileTable(view: AnyView): { columns: readonly string[]; rows: readonly (readonly Cell[])[] } {
  if (view.table) return { columns: view.table.columns.map(({ name }) => name), rows: view.table.rows };
  if (isBars(view)) throw new Error(`the bars of ${view.id} have no table`);
  const rows = dataRows(view).toReversed();
  return {
    columns: ["from", "series", "value", "as", "observations"],
    rows: rows.map(({ from, series, value, as, observations }) => [
      from,
      series,
      value === null ? null : plainNumber(value),
      as,
      observations,
    ]),
  };
}

/** "−$1,234.50" is -1234.50. */
export const plainNumber = (shown: string): string => shown.replace(/[$,]/g, "").replace(MINUS, "-");
