"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ExportRefusal, ReadExport } from "@/tokens/bill/usage-export";
import { Section } from "../layout/page";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Note } from "../ui/note";
import { grouped } from "../ui/numerals";
import type { BillState } from "./bill-query";
import { ImportedBills } from "./imported-bills";
import type { LoadedHistory } from "./use-price-history";

interface UsageImportProps {
  state: BillState;
  loaded: LoadedHistory;
  load: () => void;
  openAt: string;
}

/** An export of usage, pasted or opened. It is read in the browser and goes nowhere, not even into the address. */
export function UsageImport({ state, loaded, load, openAt }: UsageImportProps) {
  const t = useTranslations("bill.import");
  const [text, setText] = useState("");
  const [result, setResult] = useState<ReadExport | ExportRefusal | null>(null);
  const [broken, setBroken] = useState(false);
  const read = async (input: File | string) => {
    load();
    setBroken(false);
    const { readUsageFile } = await import("./usage-file");
    await readUsageFile(input).then(setResult, () => setBroken(true));
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
                accept=".csv,.tsv,.txt,text/csv"
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
        </div>
      </div>
      <div role="status">
        {broken && <Note tone="warn">{t("broken")}</Note>}
        {result && "reason" in result && (
          <Note tone="warn" className="mt-2">
            {result.reason === "unknown-columns"
              ? t("unknown-columns", { given: result.given.slice(0, 12).join(", ") })
              : t(result.reason)}
          </Note>
        )}
        {result && "lines" in result && (
          <>
            <p className="mt-3">
              {t("found", { shape: result.shape, rows: result.rows, lines: result.lines.length })}{" "}
              {result.unit > 1 && t("unit", { unit: grouped(String(result.unit)) })}
            </p>
            <p className="text-ink-2">
              {result.dropped.length > 0 ? t("dropped", { columns: result.dropped.join(", ") }) : t("droppedNone")}
            </p>
            {result.unread.length > 0 && (
              <Note tone="warn" className="mt-2">
                {t("unread", { count: result.unread.length, lines: result.unread.slice(0, 10).join(", ") })}
              </Note>
            )}
          </>
        )}
      </div>
      {result && "lines" in result && loaded.history && (
        <ImportedBills
          key={`${result.rows} ${result.lines.length} ${result.lines[0]?.model}`}
          lines={result.lines}
          history={loaded.history}
          state={state}
          openAt={openAt}
        />
      )}
    </Section>
  );
}
