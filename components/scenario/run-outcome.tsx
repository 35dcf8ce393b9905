"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ChartFrame } from "../chart/chart-frame";
import { ownFiles } from "../chart/own-files";
import { Section } from "../layout/page";
import { weekdayAndDay } from "../market/dates";
import { Segmented } from "../ui/segmented";
import { type Happening, happenings, type ScenarioWords } from "./happenings";
import { type MoveRow, MovesTable } from "./moves-table";
import { dateOfRunDay, RUN_DAYS, type RunDay, runBenchmarks } from "./run-terms";
import { runView } from "./run-view";
import type { Run } from "./use-run";
import { mostMoved, partText, sumOf, why } from "./why";
import { WhyTable } from "./why-table";

interface RunOutcomeProps {
  run: Run;
  words: ScenarioWords;
  /** Path of the page that shows this run again; null: the file is the reader's own. */
  page: string | null;
}

/** What a run has come to so far: the chart, what happened when, and why the benchmark moved. */
export function RunOutcome({ run, words, page }: RunOutcomeProps) {
  const t = useTranslations("scenario-run");
  const { days } = run;
  const [chosen, setChosen] = useState<string | null>(null);
  const file = run.of?.file;
  const named = file?.shocks.find((shock) => shock.benchmark !== undefined)?.benchmark;
  // Where nothing moves, a screen having held it, the benchmark to look at is the one the scenario is about.
  const benchmark = chosen ?? mostMoved(days, named ? [named, ...runBenchmarks] : runBenchmarks);
  const seed = run.of?.seed ?? "";
  const told = useMemo(() => (file ? happenings(file, words, RUN_DAYS) : []), [file, words]);
  const because = why(days, benchmark);
  const title = t("chart.title", { benchmark, scenario: words.title });
  const view = runView(
    days,
    benchmark,
    {
      title,
      unit: t("chart.unit", { unit: benchmark === "GPUH" ? "h" : "Mtok" }),
      with: t("chart.with"),
      without: t("chart.without"),
      frontWith: t("chart.frontWith"),
      frontWithout: t("chart.frontWithout"),
    },
    told,
    dateOfRunDay(RUN_DAYS),
  );
  const source = t("chart.source", { seed, id: file?.id ?? "", days: days.length });
  const text = (part: number) => partText(part, benchmark);
  const summary = t("chart.summary", {
    benchmark,
    first: text(because.with.from),
    days: days.length,
    with: text(because.with.to),
    without: text(because.without.to),
  });
  const here = typeof window === "undefined" ? "" : window.location.origin;
  const permalink = page === null ? "#run" : `${here}${page}?seed=${encodeURIComponent(seed)}`;
  const files = ownFiles(view, { title, unit: view.unit, source, version: seed, address: permalink });
  const cited = {
    title,
    site: "Tokenpit",
    version: `${file?.id ?? ""}-${seed}`,
    address: permalink,
    year: days[0].date.slice(0, 4),
    seenOn: new Date().toISOString().slice(0, 10),
  };
  return (
    <>
      <Segmented
        label={t("benchmark")}
        value={benchmark}
        onValueChange={setChosen}
        options={runBenchmarks.map((value) => ({ value, label: value }))}
        className="mb-3 max-w-80"
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_288px]">
        <ChartFrame
          view={view}
          summary={summary}
          source={source}
          method="/scenarios#method"
          addresses={{ permalink, ...files, embed: null }}
          cited={cited}
          heading="h3"
        />
        <Told items={told} />
      </div>
      <Section title={t("why.title")} aside={t("why.aside", { days: days.length })} className="mt-8">
        <WhyTable of={because} shocks={words.shocks} />
      </Section>
      <Section title={t("days.title")} aside={t("days.aside")} minor className="mt-6">
        <MovesTable rows={movesOf(days, benchmark)} shocks={words.shocks} label={t("days.title")} />
      </Section>
    </>
  );
}

function Told({ items }: { items: readonly Happening[] }) {
  const t = useTranslations("scenario-run.events");
  const locale = useLocale();
  return (
    <section aria-label={t("title")}>
      <h3 className="border-b border-line pb-1 text-15">{t("title")}</h3>
      <ol>
        {items.map(({ kind, id, date, time, text, no }) => (
          <li key={`${kind} ${id}`} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2 border-b border-line py-1.5">
            <span>
              {no !== null && (
                <span className="inline-grid size-4 place-items-center bg-ink text-11 font-semibold text-paper">
                  {no}
                </span>
              )}
            </span>
            <span>
              <span className="block text-12 text-ink-3">
                {weekdayAndDay(date, locale)} {time ?? t("overnight")} · {t(kind)}
              </span>
              {text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Days on which the benchmark moved with the scenario, newest first. */
const movesOf = (days: readonly RunDay[], benchmark: string): MoveRow[] =>
  days
    .flatMap(({ date, with: { [benchmark]: day } }): MoveRow[] => {
      const move = sumOf(day.causes);
      if (day.level === null || (move === 0 && day.causes.length === 0)) return [];
      const text = (part: number) => partText(part, benchmark);
      return [
        {
          date,
          level: day.levelText,
          previous: text(day.level - move),
          move: text(move),
          causes: day.causes.map(({ cause, part }) => ({ cause, part: text(part) })),
        },
      ];
    })
    .reverse();
