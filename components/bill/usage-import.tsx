"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Section } from "../layout/page";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Note } from "../ui/note";
import type { BillState } from "./bill-query";
import type { Source } from "./import/file-rows";
import type { LoadedPrices } from "./use-list-prices";

interface UsageImportProps {
  state: BillState;
  loaded: LoadedPrices;
  load: () => void;
  openAt: string;
}

/** Fetched with the first file: the reader of tables is not for everybody. */
const ImportDesk = lazy(() => import("./import/import-desk"));

/** A file of usage, pasted or opened. It is read in the browser and goes nowhere, not even into the address. */
export function UsageImport({ state, loaded, load, openAt }: UsageImportProps) {
  const t = useTranslations("bill.import");
  const [text, setText] = useState("");
  const [given, setGiven] = useState<{ readonly source: Source; readonly no: number } | null>(null);
  const read = (source: Source) => {
    load();
    setGiven((before) => ({ source, no: (before?.no ?? 0) + 1 }));
  };
  return (
    <Section id="import" title={t("title")} aside={t("privacy")} className="mt-10 scroll-mt-4 noscript:hidden">
      <div className="grid gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <Field label={t("paste")} className="content-start">
          {(ids) => (
            <textarea
              {...ids}
              rows={5}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 py-1.5 font-mono text-12 max-sm:text-[1rem]"
            />
          )}
        </Field>
        <div className="grid content-start gap-3 text-12 text-ink-2">
          <div className="flex flex-wrap gap-2 pt-5 max-lg:pt-0">
            <Button variant="primary" disabled={text.trim() === ""} onClick={() => read(text)}>
              {t("read")}
            </Button>
            <label className="inline-flex min-h-(--ctl) cursor-pointer items-center rounded-ctl border border-line-strong bg-surface px-3 text-13 font-medium text-ink focus-within:outline-2 focus-within:outline-accent">
              {t("open")}
              <input
                type="file"
                accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,application/json"
                className="sr-only"
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  event.target.value = "";
                  if (file) read(file);
                }}
              />
            </label>
          </div>
          <p>{t("shapes")}</p>
          <p>{t("stays")}</p>
        </div>
      </div>
      {given && loaded.state === "failed" && <Note tone="warn">{t("no-prices")}</Note>}
      {given && loaded.prices && (
        <Suspense fallback={<p className="mt-3 text-ink-2">{t("loading")}</p>}>
          <ImportDesk key={given.no} source={given.source} prices={loaded.prices} state={state} openAt={openAt} />
        </Suspense>
      )}
    </Section>
  );
}
