"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "../layout/page";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { count } from "../ui/numerals";
import { RadioSegments } from "../ui/radio-segments";
import type { CountingEncoding } from "./tokeniser.worker";
import { useTokenCount } from "./use-token-count";

/** How many tokens a text is, and with how many requests that becomes a month of input. */
export function TokeniserBox({ onTokens }: { onTokens: (tokens: number) => void }) {
  const t = useTranslations("bill.tokeniser");
  const [text, setText] = useState("");
  const [encoding, setEncoding] = useState<CountingEncoding>("o200k_base");
  const [requests, setRequests] = useState("100000");
  const counted = useTokenCount(text, encoding);
  const times = /^\s*\d{1,9}\s*$/.test(requests) ? Number(requests) : null;
  return (
    <Section id="tokeniser" title={t("title")} aside={t("aside")} className="mt-10 scroll-mt-4 noscript:hidden">
      <div className="grid gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <Field label={t("text")} className="content-start">
          {(ids) => (
            <textarea
              {...ids}
              rows={5}
              value={text}
              placeholder={t("placeholder")}
              onChange={(event) => setText(event.target.value)}
              className="w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 py-1.5 placeholder:text-ink-3 max-sm:text-[1rem]"
            />
          )}
        </Field>
        <div className="grid content-start gap-3">
          <RadioSegments
            name="encoding"
            label={t("encoding")}
            value={encoding}
            onValueChange={setEncoding}
            options={(["o200k_base", "cl100k_base"] as const).map((value) => ({ value, label: t(value) }))}
          />
          <p role="status" className="text-15">
            {counted.state === "counted"
              ? t("counted", { tokens: count(counted.tokens), characters: count([...text].length) })
              : t(counted.state)}
          </p>
          <div className="flex items-end gap-2">
            <Field label={t("requests")} className="min-w-0 flex-1">
              {(ids) => (
                <TextInput
                  {...ids}
                  value={requests}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-invalid={times === null || undefined}
                  onChange={(event) => setRequests(event.target.value)}
                  className="text-right"
                />
              )}
            </Field>
            <Button
              disabled={counted.state !== "counted" || times === null}
              onClick={() => counted.state === "counted" && times !== null && onTokens(counted.tokens * times)}
            >
              {t("use")}
            </Button>
          </div>
          <p className="text-12 text-ink-3">{t("exact")}</p>
        </div>
      </div>
    </Section>
  );
}
