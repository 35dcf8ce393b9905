"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ScenarioFile } from "@/wire/scenario";
import { Section } from "../layout/page";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { ownWords, type ScenarioWords } from "./happenings";
import { OwnFile } from "./own-file";
import { RunOutcome } from "./run-outcome";
import { RUN_DAYS, SEED } from "./run-terms";
import { useRun } from "./use-run";

interface RunDeskProps {
  file: ScenarioFile;
  words: ScenarioWords;
  /** Of the address; null: it names none, so nothing runs by itself. */
  seed: string | null;
}

const USUAL_SEED = "1";

/** Runs a scenario in the reader's browser, and says why the benchmarks moved. */
export function RunDesk({ file, words, seed: asked }: RunDeskProps) {
  const t = useTranslations("scenario-run");
  const locale = useLocale();
  const [own, setOwn] = useState<ScenarioFile | null>(null);
  const [seed, setSeed] = useState(asked ?? USUAL_SEED);
  const { run, start, stop } = useRun();
  const shown = own ?? file;
  const shownWords = own ? ownWords(own) : words;
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
            words={run.of.file === file ? words : ownWords(run.of.file)}
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
        {own && <p className="sr-only">{shownWords.title}</p>}
      </Section>
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
