"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import type { ErrorBody } from "@/wire/views";
import { Note } from "../../ui/note";
import { dollars } from "../../ui/numerals";
import { useDesk } from "../desk-context";
import { useErrorText } from "../error-text";
import { Why } from "../ticket/refusal-note";

type State = { state: "idle" | "sending" } | { state: "done"; amount: string } | { state: "refused"; error: ErrorBody };

export interface Transfer {
  readonly state: State["state"];
  readonly told: State;
  /** Positive: from the bank into margin; negative: back (7.1). */
  readonly bring: (amount: string) => void;
  readonly forget: () => void;
}

export function useTransfer(): Transfer {
  const { api } = useDesk();
  const [told, setTold] = useState<State>({ state: "idle" });
  const bring = useCallback(
    async (amount: string) => {
      setTold({ state: "sending" });
      const answer = await api.transfer(amount);
      setTold(answer.ok ? { state: "done", amount } : { state: "refused", error: answer.error });
    },
    [api],
  );
  const forget = useCallback(() => setTold((known) => (known.state === "idle" ? known : { state: "idle" })), []);
  return useMemo(() => ({ state: told.state, told, bring, forget }), [told, bring, forget]);
}

/** What became of it, where it was asked for. */
export function TransferResult({ transfer }: { transfer: Transfer }) {
  const t = useTranslations("desk.transfer");
  const textOf = useErrorText();
  const { told } = transfer;
  if (told.state === "done")
    return (
      <Note role="status">
        {told.amount.startsWith("-")
          ? t("doneOut", { amount: dollars(told.amount.slice(1)) })
          : t("doneIn", { amount: dollars(told.amount) })}
      </Note>
    );
  if (told.state === "refused")
    return (
      <Note tone="warn" role="status">
        {textOf(told.error)} <Why code={told.error.code} />
      </Note>
    );
  return null;
}
