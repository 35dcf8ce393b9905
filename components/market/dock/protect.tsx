"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { parseDecimal } from "@/wire/decimal";
import type { PositionRow } from "@/wire/views";
import { Button } from "../../ui/button";
import { TextInput } from "../../ui/field";
import { Note } from "../../ui/note";
import { signedDollars } from "../../ui/numerals";
import { useDesk } from "../desk-context";
import { useErrorText } from "../error-text";
import { decimalsOf } from "../exact";
import { useQuote } from "../live/use-market";
import { Why } from "../ticket/refusal-note";
import { useSubmit } from "../ticket/use-submit";
import { protectionOf, resultOf, tradesAtOnce } from "./protection";

/** A target and a stop for a position that is there already: reduce-only, one cancels the other (4.2). */
export function Protect({ position, done }: { position: PositionRow; done: () => void }) {
  const t = useTranslations("desk.protect");
  const textOf = useErrorText();
  const id = useId();
  const { api } = useDesk();
  const quote = useQuote(position.symbol);
  const [prices, setPrices] = useState({ target: "", stop: "" });
  const { sending, submit } = useSubmit();
  if (!quote) return null;
  const decimals = decimalsOf(quote.tick);
  const late = (name: "target" | "stop") => tradesAtOnce(name, position, prices[name], quote);
  const request = late("target") || late("stop") ? null : protectionOf(position, prices, decimals);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!request) return;
    await submit(JSON.stringify(request), (clientOrderId) =>
      request.length === 2
        ? api.placeOco({ orders: [{ ...request[0], clientOrderId }, request[1]] })
        : api.place({ ...request[0], clientOrderId }),
    );
  };
  if (sending.state === "done")
    return (
      <Note role="status" className="mt-1.5 flex flex-wrap items-baseline gap-3 whitespace-normal">
        {t("done")}
        <Button variant="ghost" onClick={done}>
          {t("close")}
        </Button>
      </Note>
    );
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1">
      {(["target", "stop"] as const).map((name) => {
        const text = prices[name];
        const result = resultOf(position, text, quote);
        const broken = text.trim() !== "" && !parseDecimal(text.trim(), decimals).ok;
        return (
          <span key={name} className="inline-flex items-center gap-2">
            <label htmlFor={id + name} className="text-ink-2">
              {t(name)}
            </label>
            <TextInput
              id={id + name}
              value={text}
              inputMode="decimal"
              aria-invalid={broken || undefined}
              onChange={(event) => setPrices({ ...prices, [name]: event.target.value })}
              className="w-24 text-right"
            />
            {late(name) ? (
              <span className="text-warn">{t("atOnce", { mark: position.mark })}</span>
            ) : (
              <span className="min-w-20 text-ink-3">{result !== null && signedDollars(result)}</span>
            )}
          </span>
        );
      })}
      <Button type="submit" disabled={!request || sending.state === "sending"}>
        {t("submit", { lots: Math.abs(position.net) })}
      </Button>
      <Button variant="ghost" onClick={done}>
        {t("cancel")}
      </Button>
      <p className="w-full text-ink-3 whitespace-normal">{t("how")}</p>
      {sending.state === "refused" && (
        <Note tone="warn" role="status" className="w-full whitespace-normal">
          {textOf(sending.error)} <Why code={sending.error.code} />
        </Note>
      )}
    </form>
  );
}
