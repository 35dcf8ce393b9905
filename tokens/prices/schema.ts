import { checkAgainstOthers, checkPrices } from "./guards";
import { confidences, dateKinds, flags, type Observation, regions, slots } from "./observation";
import type { Problem } from "./problems";
import { readTable, type TableRow } from "./table";

/** The columns of price-points.csv and slot-prices.csv: the one schema of an observation. */
export const columns = [
  "id",
  "date",
  "date_kind",
  "known_on",
  "provider",
  "model",
  "slot",
  "region",
  "currency",
  "unit",
  "input",
  "output",
  "cached_input",
  "cache_write",
  "confidence",
  "sources",
  "source_text",
  "flag",
  "confirmed",
  "supersedes",
  "note",
] as const;

export const EARLIEST = "2020-01-01"; // before it nobody sold tokens

export interface Parsed {
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}

/** Reads and checks the files of observations. A row with a problem is not among the observations. */
export function parseObservations(
  files: readonly { readonly file: string; readonly text: string }[],
  tags: ReadonlySet<string>,
): Parsed {
  const tables = files.map(({ file, text }) => readTable(file, text, columns));
  const parsed = tables.flatMap(({ rows }) => rows.map((row) => ({ row, observation: observationOf(row, tags) })));
  const read = parsed.filter(({ row }) => !row.isWrong); // of a row that cannot be read nothing more is said
  for (const { row, observation } of read) checkPrices(row, observation);
  checkAgainstOthers(read);
  return {
    problems: tables.flatMap(({ problems }) => problems.found.toSorted((a, b) => a.line - b.line)),
    observations: read.filter(({ row }) => !row.isWrong).map(({ observation }) => observation),
  };
}

function observationOf(row: TableRow, tags: ReadonlySet<string>): Observation {
  const observation: Observation = {
    id: row.text("id"),
    date: row.date("date"),
    dateKind: row.oneOf("date_kind", dateKinds),
    knownOn: row.date("known_on"),
    provider: row.text("provider"),
    model: row.text("model"),
    slot: row.oneOfOrNone("slot", slots),
    region: row.oneOfOrNone("region", regions),
    currency: row.oneOf("currency", ["USD"]),
    unit: row.oneOf("unit", ["Mtok"]),
    prices: {
      input: row.amount("input"),
      output: row.amount("output"),
      cachedInput: row.amountOrNone("cached_input"),
      cacheWrite: row.amountOrNone("cache_write"),
    },
    confidence: row.oneOfOrNone("confidence", confidences),
    sources: row.tags("sources", tags),
    sourceText: row.text("source_text"),
    flag: row.oneOfOrNone("flag", flags),
    confirmed: row.oneOfOrNone("confirmed", ["yes"]) === "yes",
    supersedes: row.cell("supersedes") || null,
    note: row.cell("note"),
    file: row.file,
    line: row.line,
  };
  checkTogether(row, observation);
  return observation;
}

/** What each cell allows by itself may not go together. */
function checkTogether(row: TableRow, { date, knownOn, slot, region, confidence, flag, note }: Observation): void {
  if (date < EARLIEST) row.wrong("date", `${date} is before ${EARLIEST}`);
  if (date > knownOn && flag !== "scheduled") {
    row.wrong("known_on", `${knownOn} is before ${date}: a price known ahead is flagged scheduled`);
  }
  if (date <= knownOn && flag === "scheduled") row.wrong("flag", `scheduled, but ${date} had come by ${knownOn}`);
  if ((slot === null) !== (region === null)) row.wrong("region", "slot and region stand together");
  if (slot !== null && confidence === null) row.wrong("confidence", "a curated row says A, B or C");
  if ((flag === "feed-error" || flag === "disputed" || flag === "cancelled") && note === "") {
    row.wrong("note", `${flag}: say what was wrong`);
  }
}
