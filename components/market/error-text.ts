"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ErrorBody } from "@/wire/views";
import { count, dollars } from "../ui/numerals";
import { dayMonth, hourMinute } from "./dates";

const moneyDetails = new Set([
  "required",
  "requirementBefore",
  "needs",
  "fee",
  "loss",
  "equity",
  "free",
  "call",
  "most",
]);
const dayDetails = new Set(["goodTill", "earliest"]);
const momentDetails = new Set(["opensAt", "deadline"]);

/** The sentence of a refusal in the reader's language, its numbers dressed like all others. */
export function useErrorText(): (error: ErrorBody) => string {
  const t = useTranslations("errors");
  const desk = useTranslations("desk.failed");
  const locale = useLocale();
  return useCallback(
    ({ code, details }) => {
      if (code === "unreachable") return desk("unreachable");
      if (!t.has(code)) return desk("other", { code });
      if (code === "order-terms") {
        const named = (term: unknown) => (t.has(`fields.${term}`) ? t(`fields.${term}`) : String(term));
        const { field, conflict } = details;
        return t(code, { field: named(field), conflict: conflict === null ? "none" : named(conflict) });
      }
      return t(code, dress(details, code, locale));
    },
    [t, desk, locale],
  );
}

function dress(details: ErrorBody["details"], code: string, locale: string): Record<string, string | number> {
  const dressed: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    const text = String(value);
    if (dayDetails.has(name)) dressed[name] = dayMonth(text, locale);
    else if (momentDetails.has(name)) dressed[name] = `${dayMonth(text, locale)} ${hourMinute(text)}`;
    else if (name === "asked")
      dressed[name] = dollars(text.replace(/^-/, "")); // towards the bank is no debt
    else if (typeof value === "string" && moneyDetails.has(name)) dressed[name] = dollars(text);
    else if (typeof value === "number")
      dressed[name] = code === "too-many-requests" ? value : count(value); // a plural counts the number itself
    else dressed[name] = text;
  }
  return dressed;
}
