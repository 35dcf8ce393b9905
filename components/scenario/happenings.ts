import type { ScenarioFile } from "@/wire/scenario";
import { dateOfRunDay } from "./run-terms";

/** Words of a scenario in the reader's language, by id. */
export interface ScenarioWords {
  readonly title: string;
  readonly shocks: Readonly<Record<string, string>>;
  readonly rulings: Readonly<Record<string, string>>;
  readonly news: Readonly<Record<string, string>>;
}

export interface Happening {
  readonly kind: "shock" | "ruling" | "news";
  readonly id: string;
  readonly date: string;
  readonly time: string | null;
  readonly text: string;
  /** Of shocks on the chart, by date. */
  readonly no: number | null;
}

/** At most so many squares in a chart. */
const MOST_MARKED = 7;

/** Everything that a scenario brings within `days`, by date; overnight comes after the day's hours. */
export function happenings(file: ScenarioFile, words: ScenarioWords, days: number): Happening[] {
  const of = (
    kind: Happening["kind"],
    items: ScenarioFile["news" | "shocks" | "rulings"],
    texts: Record<string, string>,
  ) => items.map(({ id, at }) => ({ kind, id, day: at.day, time: at.time ?? null, text: texts[id] ?? id }));
  const all = [
    ...of("shock", file.shocks, words.shocks),
    ...of("ruling", file.rulings, words.rulings),
    ...of("news", file.news, words.news),
  ].filter(({ day }) => day <= days);
  const order = (time: string | null) => time ?? "24:00";
  all.sort((a, b) => a.day - b.day || (order(a.time) < order(b.time) ? -1 : order(a.time) > order(b.time) ? 1 : 0));
  let marked = 0;
  return all.map(({ kind, id, day, time, text }) => ({
    kind,
    id,
    date: dateOfRunDay(day),
    time,
    text,
    no: kind === "shock" && marked < MOST_MARKED ? ++marked : null,
  }));
}
