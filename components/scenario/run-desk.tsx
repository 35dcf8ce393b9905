"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ScenarioFile } from "@/wire/scenario";
import { PageTitle, Section } from "../layout/page";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import type { ScenarioWords } from "./happenings";
import { OwnFile } from "./own-file";
import { ownWords } from "./own-words";
import { RunOutcome } from "./run-outcome";
import { RUN_DAYS, SEED } from "./run-terms";
import { useRun } from "./use-run";

interface RunDeskProps {
  file: ScenarioFile;
  words: ScenarioWords;
  /** Of the address; null: it names none, so nothing runs by itself. */
  seed: string | null;
  /** What the page says of its own scenario, above and below: of a file of the reader's own none of it holds. */
  about: ReactNode;
  facts: ReactNode;
}

const USUAL_SEED = "1";

/** Runs a scenario in the reader's browser, and says why the benchmarks moved. */
export function RunDesk({ file, words, seed: asked, about, facts }: RunDeskProps) {
  const t = useTranslations("scenario-run");
  const locale = useLocale();
  const [own, setOwn] = useState<ScenarioFile | null>(null);
  const [seed, setSeed] = useState(asked ?? USUAL_SEED);
  const { run, start, stop } = useRun();
  const shown = own ?? file;
  const told = useTranslations("scenario-words");
  const wordsOf = useCallback(
    (one: ScenarioFile) => (one === file ? words : ownWords(told, locale, one)),
    [file, words, told, locale],
  );
  const runOf = run.of?.file ?? file;
  const runWords = useMemo(() => wordsOf(runOf), [wordsOf, runOf]);
  const refused = !SEED.test(seed);
  const begin = (what: ScenarioFile) => {
    if (what === file) window.history.replaceState(null, "", `?seed=${encodeURIComponent(seed)}`);
    start(what, seed);
  };
  useOnce(asked !== null && SEED.test(asked), () => start(file, asked as string));
  const running = run.state === "running";
  const done = run.days.length;
  return (
    <>
      {own ? (
        <PageTitle
          aside={t("own.aside", { shocks: own.shocks.length, rulings: own.rulings.length, news: own.news.length })}
        >
          {wordsOf(own).title}
        </PageTitle>
      ) : (
        about
      )}
      <Section id="run" title={t("title")} className="mt-10 scroll-mt-4">
        <p className="max-w-[76ch] text-ink-2">{t("lede", { days: RUN_DAYS })}</p>
        <form
          className="flex flex-wrap items-end gap-3 py-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (!refused) begin(shown);
          }}
        >
          <Field
            label={t("seed")}
            hint={t("seedHint")}
            note={refused && <Note tone="warn">{t("seedRefused")}</Note>}
            className="w-60"
          >
            {(ids) => (
              <TextInput
                {...ids}
                name="seed"
                value={seed}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                aria-invalid={refused || undefined}
                onChange={(event) => setSeed(event.target.value)}
                className="font-mono"
              />
            )}
          </Field>
          <Button type="submit" variant="primary" disabled={refused || running} className="noscript:hidden">
            {t(done > 0 ? "again" : "start", { days: RUN_DAYS })}
          </Button>
          {running && <Button onClick={stop}>{t("stop")}</Button>}
          <p role="status" className="min-w-0 basis-full text-ink-2 sm:basis-auto sm:pb-1.5">
            {t(`status.${run.state}`, { done, days: RUN_DAYS, seed: run.of?.seed ?? seed })}
          </p>
          <p className="hidden basis-full text-ink-2 noscript:block">{t("noScript")}</p>
        </form>
        {run.of && done > 0 && (
          <RunOutcome
            run={run}
            words={runWords}
            page={run.of.file === file ? `${locale === "en" ? "" : `/${locale}`}/scenarios/${file.id}` : null}
          />
        )}
      </Section>
      <Section id="own" title={t("own.title")} className="mt-10 scroll-mt-4">
        <OwnFile
          onAccepted={(accepted) => {
            setOwn(accepted);
            if (!refused) start(accepted, seed);
          }}
        />
        {own && (
          <Button
            variant="ghost"
            onClick={() => {
              setOwn(null);
              if (!refused) begin(file);
            }}
          >
            {t("own.back", { title: words.title })}
          </Button>
        )}
      </Section>
      {!own && facts}
    </>
  );
}

/** A permalink shows its numbers without being asked. */
function useOnce(wanted: boolean, run: () => void): void {
  const ran = useRef(false);
  useEffect(() => {
    if (!wanted || ran.current) return;
    ran.current = true;
    run();
  });
}
