import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measure, RealismResults } from "@/content/realism/results";

const BEGIN = "<!-- results: written by npm run realism -- --publish -->";
const END = "<!-- end of results -->";

/** Writes content/realism/results.json and the table of docs/realism.md. */
export function publish(results: RealismResults, root = process.cwd()): void {
  const folder = join(root, "content/realism");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  const file = join(root, "docs/realism.md");
  writeFileSync(file, withTable(readFileSync(file, "utf8"), results));
}

/** The document with the table of these results in the place of the one before. */
export function withTable(text: string, { seeds, days, measures }: RealismResults): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error("docs/realism.md has lost the marks between which results are written");
  const failed = measures.filter(({ passed }) => !passed).length;
  const verdict = failed === 0 ? "all in their bands" : `${failed} outside their bands`;
  const head = `Seeds 1 to ${seeds}, ${days} trading days each: ${measures.length} measures, ${verdict}.`;
  return `${text.slice(0, from)}${BEGIN}\n\n${head}\n\n${table(measures)}\n\n${text.slice(to)}`;
}

export function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ id, readings, passed, ...band }) => {
    const values = readings.map(({ of, value }) => (of === "all" ? figure(value) : `${of} ${figure(value)}`));
    return `| ${id} | ${bandText(band)} | ${values.join(" · ")} | ${passed ? "in" : "**out**"} |`;
  });
  return ["| measure | band | result | |", "|---|---|---|---|", ...rows].join("\n");
}

export function bandText({ low, high, closed }: Pick<Measure, "low" | "high" | "closed">): string {
  const [above, below] = closed ? ["≥", "≤"] : [">", "<"];
  if (low !== null && low === high) return `= ${low}`;
  if (low === null) return `${below} ${high}`;
  return high === null ? `${above} ${low}` : `${above} ${low} and ${below} ${high}`;
}

/** Four figures that count, and whole numbers whole. */
export const figure = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(4)));
