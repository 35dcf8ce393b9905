import type { z } from "zod";
import {
  clockTime,
  mostOf,
  NewsInFile,
  RulingInFile,
  rulingKinds,
  ScenarioFile,
  type ScenarioVenue,
  ShockInFile,
} from "./scenario";

/** Why a field of a scenario file is refused, by a name that stays; pages and the command line have the sentence. */
export type ScenarioReason =
  | "not-json"
  | "missing"
  | "unknown-field"
  | "wrong-type"
  | "not-a-choice"
  | "too-small"
  | "too-large"
  | "wrong-form"
  | "too-many"
  | "nothing-happens"
  | "duplicate-id"
  | "no-size"
  | "days-needed"
  | "days-not-allowed"
  | "outside-trading-hours"
  | "time-needed"
  | "needed-for-lever"
  | "not-for-lever"
  | "only-pulse"
  | "unknown-benchmark"
  | "unknown-seller"
  | "unknown-shock";

/** `path` as in JavaScript: shocks[2].at.time. The rest are the figures and names of the reason. */
export interface ScenarioProblem {
  readonly path: string;
  readonly reason: ScenarioReason;
  readonly details: Readonly<Record<string, string | number>>;
}

type Path = readonly PropertyKey[];
type Details = ScenarioProblem["details"];

/** Everything that is wrong with a file, in the order of its fields; or the file. */
export function checkScenario(
  json: unknown,
  venue: ScenarioVenue,
): { readonly ok: true; readonly file: ScenarioFile } | { readonly ok: false; readonly problems: ScenarioProblem[] } {
  const read = ScenarioFile.safeParse(json);
  const problems = read.success ? [] : read.error.issues.flatMap((issue) => problemOf(issue, json));
  problems.push(...checkTogether(json, venue));
  return read.success && problems.length === 0 ? { ok: true, file: read.data } : { ok: false, problems };
}

/** The same for the text of a file. Editors of some systems begin it with a byte order mark, which JSON has none of. */
export function checkScenarioText(text: string, venue: ScenarioVenue): ReturnType<typeof checkScenario> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { ok: false, problems: [problem([], "not-json")] };
  }
  return checkScenario(json, venue);
}

const problem = (path: Path, reason: ScenarioReason, details: Details = {}): ScenarioProblem => ({
  path: pathText(path),
  reason,
  details,
});

export const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === "number" ? `[${part}]` : `${i > 0 ? "." : ""}${String(part)}`)).join("");

/** One of zod's issues in our words. */
function problemOf(issue: z.core.$ZodIssue, json: unknown): ScenarioProblem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => problem([...path, key], "unknown-field"));
  const given = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], json);
  if (given === undefined && path.length > 0) return [problem(path, "missing")];
  switch (issue.code) {
    case "invalid_type":
      return [problem(path, "wrong-type", { expected: issue.expected })];
    case "invalid_value":
      return [problem(path, "not-a-choice", { choices: issue.values.join(", ") })];
    case "invalid_union":
      return [problem(path, "not-a-choice", { choices: rulingKinds.join(", ") })];
    case "too_small":
      return [problem(path, "too-small", { least: Number(issue.minimum), inclusive: String(issue.inclusive ?? true) })];
    case "too_big":
      return [problem(path, "too-large", { most: Number(issue.maximum) })];
    default:
      return [problem(path, "wrong-form")];
  }
}

/** What no single field shows. Items whose own form is wrong have been told so, and are left out. */
function checkTogether(json: unknown, venue: ScenarioVenue): ScenarioProblem[] {
  const lists = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  const listOf = (name: string): unknown[] => (Array.isArray(lists[name]) ? (lists[name] as unknown[]) : []);
  const problems: ScenarioProblem[] = [];
  for (const name of ["sources", "shocks", "rulings", "news"] as const) {
    if (listOf(name).length > mostOf[name]) problems.push(problem([name], "too-many", { most: mostOf[name] }));
  }
  const counts = ["shocks", "rulings", "news"].map((name) => listOf(name).length);
  if (Array.isArray(lists.shocks) && counts.every((count) => count === 0)) {
    problems.push(problem(["shocks"], "nothing-happens"));
  }
  listOf("shocks").forEach((item, i) => {
    const shock = ShockInFile.safeParse(item);
    if (shock.success) problems.push(...checkShock(shock.data, ["shocks", i], venue));
  });
  listOf("rulings").forEach((item, i) => {
    const ruling = RulingInFile.safeParse(item);
    if (ruling.success) problems.push(...checkRuling(ruling.data, ["rulings", i], venue));
  });
  const causes = [...idsOf("shocks", listOf("shocks")), ...idsOf("rulings", listOf("rulings"))];
  const known = new Set(causes.map(({ id }) => id));
  listOf("news").forEach((item, i) => {
    const news = NewsInFile.safeParse(item);
    if (news.success) problems.push(...checkNews(news.data, ["news", i], venue, known));
  });
  return [...problems, ...repeated(causes), ...repeated(idsOf("news", listOf("news")))];
}

function checkShock(shock: ShockInFile, path: Path, venue: ScenarioVenue): ScenarioProblem[] {
  const { lever, size, shape, days } = shock;
  const problems = checkTime(shock.at, path, venue);
  if (size === 0) problems.push(problem([...path, "size"], "no-size"));
  if (shape === "step" && days !== undefined) problems.push(problem([...path, "days"], "days-not-allowed", { shape }));
  if (shape !== "step" && days === undefined) problems.push(problem([...path, "days"], "days-needed", { shape }));
  if (lever === "feed-error" && shape !== "pulse") problems.push(problem([...path, "shape"], "only-pulse", { lever }));
  for (const field of ["region", "benchmark", "seller"] as const) {
    const use = usedBy(lever, field);
    if (use === "needed" && shock[field] === undefined) {
      problems.push(problem([...path, field], "needed-for-lever", { lever }));
    }
    if (use === "never" && shock[field] !== undefined) {
      problems.push(problem([...path, field], "not-for-lever", { lever }));
    }
  }
  const { benchmark, seller } = shock;
  if (benchmark === undefined || usedBy(lever, "benchmark") === "never") return problems;
  const sellers = venue.sellers.get(benchmark);
  if (!sellers) return [...problems, unknownBenchmark(benchmark, path, venue)];
  if (seller !== undefined && !sellers.includes(seller)) {
    problems.push(problem([...path, "seller"], "unknown-seller", { seller, benchmark, known: sellers.join(", ") }));
  }
  return problems;
}

/** Which levers speak of a region, of a benchmark, of one seller. */
function usedBy(lever: ShockInFile["lever"], field: "region" | "benchmark" | "seller"): "needed" | "may" | "never" {
  const ofSeller = lever === "seller-price" || lever === "feed-error";
  const ofBenchmark = ofSeller || lever === "frontier-model";
  if (field === "seller") return ofSeller ? "needed" : "never";
  if (field === "benchmark") return ofBenchmark ? "needed" : "never";
  if (ofBenchmark) return "never";
  return lever === "export-controls" || lever === "subsidy" ? "needed" : "may";
}

function checkRuling(ruling: RulingInFile, path: Path, venue: ScenarioVenue): ScenarioProblem[] {
  const problems = checkTime(ruling.at, path, venue);
  if (ruling.rule.kind === "halt" && ruling.at.time === undefined) {
    problems.push(problem([...path, "at", "time"], "time-needed"));
  }
  if (!venue.sellers.has(ruling.benchmark)) problems.push(unknownBenchmark(ruling.benchmark, path, venue));
  return problems;
}

function checkNews(
  { at, about }: NewsInFile,
  path: Path,
  venue: ScenarioVenue,
  known: ReadonlySet<string>,
): ScenarioProblem[] {
  const problems = checkTime(at, path, venue);
  if (about !== undefined && !known.has(about)) problems.push(problem([...path, "about"], "unknown-shock", { about }));
  return problems;
}

const unknownBenchmark = (benchmark: string, path: Path, venue: ScenarioVenue): ScenarioProblem =>
  problem([...path, "benchmark"], "unknown-benchmark", { benchmark, known: [...venue.sellers.keys()].join(", ") });

/** A moment of a day is one at which the market trades: [open, close). */
function checkTime({ time }: { time?: string }, path: Path, { open, close }: ScenarioVenue): ScenarioProblem[] {
  if (time === undefined) return [];
  const at = clockTime(time);
  if (at >= open && at < close) return [];
  const details = { time, open: clockText(open), close: clockText(close) };
  return [problem([...path, "at", "time"], "outside-trading-hours", details)];
}

export function clockText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const digits = (n: number) => String(n).padStart(2, "0");
  return `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}

interface PlacedId {
  readonly id: string;
  readonly path: Path;
}

const idsOf = (list: string, items: readonly unknown[]): PlacedId[] =>
  items.flatMap((item, i) => {
    const id = (item as { id?: unknown } | null)?.id;
    return typeof id === "string" ? [{ id, path: [list, i, "id"] }] : [];
  });

/** Shocks and rulings name causes, so no two share an id; nor do two items of news. */
function repeated(ids: readonly PlacedId[]): ScenarioProblem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id)) return [problem(path, "duplicate-id", { id })];
    seen.add(id);
    return [];
  });
}
