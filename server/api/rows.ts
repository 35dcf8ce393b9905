import type { Page } from "@/wire/views";
import { json } from "./respond";

type Cell = string | number | boolean | null | undefined;

/** A page as JSON, or the same digits as CSV with the cursor in a header. */
export function answerRows<Row extends object>(page: Page<Row>, format: "json" | "csv" | undefined): Response {
  if (format !== "csv") return json(page);
  return new Response(toCsv(page.rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "x-seq": String(page.seq),
      ...(page.next === null ? {} : { "x-next-cursor": page.next }),
    },
  });
}

/** RFC 4180. Columns are the fields of the first row that hold one value each; lists within a row are left to JSON. */
export function toCsv(rows: readonly object[]): string {
  const columns = Object.entries(rows[0] ?? {})
    .filter(([, value]) => typeof value !== "object" || value === null)
    .map(([name]) => name);
  const lines = rows.map((row) => columns.map((name) => cell((row as Record<string, Cell>)[name])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

/** Text that a spreadsheet would run as a formula is quoted apart from its first character; numbers stay numbers. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  const number = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
