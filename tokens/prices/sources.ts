import { isDate } from "./dates";
import type { PriceEvent, Source } from "./observation";
import { type Problem, Problems } from "./problems";

/** The two JSON files: a problem's "row" is the place in the list, from 1. */
interface ParsedList<T> {
  readonly values: readonly T[];
  readonly problems: readonly Problem[];
}

export function parseSources(file: string, text: string): ParsedList<Source> {
  const seen = new Set<string>();
  return readList(file, text, (entry: Partial<Source>, wrong) => {
    for (const key of ["tag", "name", "covers", "licence"] as const) {
      if (!isText(entry[key])) wrong(key, "is missing");
    }
    if (entry.tag && !/^[a-z0-9.-]+$/.test(entry.tag)) wrong("tag", `"${entry.tag}" is not in small letters`);
    if (entry.address !== null && !/^https:\/\/\S+$/.test(entry.address ?? "")) wrong("address", "is no https address");
    if (entry.tag && seen.has(entry.tag)) wrong("tag", `"${entry.tag}" is there twice`);
    if (entry.tag) seen.add(entry.tag);
  });
}

const eventKinds = ["cut", "rise", "launch", "market", "scheduled", "cancelled"];

export function parseEvents(file: string, text: string, ids: ReadonlySet<string>): ParsedList<PriceEvent> {
  let last = "";
  return readList(file, text, (entry: Partial<PriceEvent>, wrong) => {
    if (!isDate(entry.date ?? "")) wrong("date", `"${entry.date}" is no date such as 2026-09-23`);
    else if ((entry.date as string) < last) wrong("date", `${entry.date} comes after ${last}: oldest first`);
    last = entry.date ?? last;
    if (!eventKinds.includes(entry.kind ?? "")) wrong("kind", `is none of ${eventKinds.join(", ")}`);
    if (!isText(entry.title?.en) || !isText(entry.title?.zh)) wrong("title", "is needed in en and zh");
    if (!isText(entry.source)) wrong("source", "is missing");
    if (!Array.isArray(entry.providers)) wrong("providers", "is no list");
    for (const id of entry.observations ?? []) {
      if (!ids.has(id)) wrong("observations", `${id} is no observation`);
    }
    if (!Array.isArray(entry.observations)) wrong("observations", "is no list");
  });
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

function readList<T>(
  file: string,
  text: string,
  check: (entry: Partial<T>, wrong: (key: string, reason: string) => void) => void,
): ParsedList<T> {
  const problems = new Problems(file);
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    problems.add(1, null, `is no JSON: ${(error as Error).message}`);
  }
  if (list !== undefined && !Array.isArray(list)) problems.add(1, null, "is no list");
  const values = (Array.isArray(list) ? list : []) as T[];
  values.forEach((entry, i) => {
    if (typeof entry === "object" && entry !== null) check(entry, (key, reason) => problems.add(i + 1, key, reason));
    else problems.add(i + 1, null, "is no entry");
  });
  return { values, problems: problems.found };
}
