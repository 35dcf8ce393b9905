"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { useChange } from "./use-change";

/** The old password proves who asks; the new one signs every other browser out. */
export function PasswordForm() {
  const t = useTranslations("account.password");
  const fields = useTranslations("account.fields");
  const [ended, setEnded] = useState<number | null>(null);
  const { busy, error, text, change } = useChange();
  const wrongNext = error?.code === "password-invalid";
  const wrongCurrent = error?.code === "wrong-password";

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setEnded(null);
    const { current, next } = Object.fromEntries(new FormData(form));
    const sent = await change<{ sessionsEnded: number }>("POST", "/password", { current, next });
    if (!sent.ok) return;
    setEnded(sent.answer.sessionsEnded);
    form.reset();
  }

  return (
    <form onSubmit={onSubmit} className="grid max-w-96 gap-3">
      <Field label={t("current")} note={wrongCurrent && <Note tone="warn">{text}</Note>}>
        {(ids) => (
          <TextInput
            {...ids}
            name="current"
            type="password"
            required
            autoComplete="current-password"
            aria-invalid={wrongCurrent || undefined}
          />
        )}
      </Field>
      <Field label={t("next")} hint={fields("passwordHint")} note={wrongNext && <Note tone="warn">{text}</Note>}>
        {(ids) => (
          <TextInput
            {...ids}
            name="next"
            type="password"
            required
            minLength={8}
            maxLength={800}
            autoComplete="new-password"
            aria-invalid={wrongNext || undefined}
          />
        )}
      </Field>
      {text && !wrongNext && !wrongCurrent && (
        <Note tone="warn" role="alert">
          {text}
        </Note>
      )}
      {ended !== null && <Note role="status">{t("changed", { count: ended })}</Note>}
      <div>
        <Button type="submit" disabled={busy}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
