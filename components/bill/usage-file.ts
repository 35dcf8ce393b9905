import Papa from "papaparse";
import { type ExportRefusal, type ReadExport, readExport, shapeOf } from "@/tokens/bill/usage-export";

/**
 * Reads an export of usage where it is: in the browser. Of each row only the columns of its shape are ever kept; keys,
 * people and projects are left out as the row is parsed.
 */
export function readUsageFile(input: File | string): Promise<ReadExport | ExportRefusal> {
  return new Promise((resolve, reject) => {
    let headings: string[] | null = null;
    let found: ReturnType<typeof shapeOf> | null = null;
    const kept: Record<string, string>[] = [];
    const step = ({ data }: Papa.ParseStepResult<string[]>, parser: Papa.Parser) => {
      if (!headings) {
        headings = data.map((name) => name.replace(/^\uFEFF/, "").trim());
        found = shapeOf(headings);
        if (!found.ok) parser.abort();
        return;
      }
      const columns = found?.ok ? found.shape.columns : [];
      kept.push(
        Object.fromEntries(headings.flatMap((name, i) => (columns.includes(name) ? [[name, data[i] ?? ""]] : []))),
      );
    };
    const complete = () => {
      if (!headings || !found) return resolve({ reason: "no-rows" });
      resolve(found.ok ? readExport(found.shape, headings, kept) : found.refusal);
    };
    const options = { skipEmptyLines: "greedy" as const, step, complete };
    if (typeof input === "string") Papa.parse<string[]>(input, options);
    else Papa.parse<string[]>(input, { ...options, error: reject });
  });
}
