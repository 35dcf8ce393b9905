"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { type Door, type EntryRefusal, enter } from "./enter";

interface EntryFormProps {
  door: Door;
  callbackUrl: string;
  /** Where forms must work without scripts: the token next-auth wants beside its cookie. */
  csrfToken?: string;
  /** What the page was opened with: a form sent without scripts comes back with it. */
  refusal?: EntryRefusal | null;
  children?: ReactNode;
}

/** A form that works as it is: posted by the browser it ends in a redirect; with scripts it explains in place. */
export function EntryForm({ door, csrfToken, callbackUrl, refusal: initial, children }: EntryFormProps) {
  const t = useTranslations(`account.signIn.${door}`);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState(initial?.door === door ? initial : null);
  const text = useEntryText(refusal);
  const at = refusal && fieldOf(refusal.code);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const { nickname, password } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    const refused = await enter(door, door === "guest" ? {} : { nickname, password }, callbackUrl);
    if (!refused) return window.location.assign(callbackUrl); // a full load: every part of the page was made for nobody
    setBusy(false);
    setRefusal(refused);
  }

  return (
    <form method="post" action={`/api/auth/callback/${door}`} onSubmit={onSubmit} className="grid max-w-96 gap-4">
      {csrfToken && <input type="hidden" name="csrfToken" value={csrfToken} />}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {children}
      {door !== "guest" && (
        <Credentials fresh={door === "sign-up"} wrong={at} note={text && <Note tone="warn">{text}</Note>} />
      )}
      {text && at === null && (
        <Note tone="warn" role="alert">
          {text}
        </Note>
      )}
      <div>
        <Button type="submit" variant="primary" size="big" aria-disabled={busy}>
          {busy ? t("busy") : t("submit")}
        </Button>
      </div>
    </form>
  );
}

type FieldName = "nickname" | "password";

/** Nickname and password; `fresh` ones are being chosen now. */
export function Credentials(props: { fresh: boolean; wrong?: FieldName | null; note?: ReactNode }) {
  const { fresh, wrong, note } = props;
  const t = useTranslations("account.fields");
  return (
    <>
      <Field label={t("nickname")} hint={fresh && t("nicknameHint")} note={wrong === "nickname" && note}>
        {(ids) => (
          <TextInput
            {...ids}
            name="nickname"
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={96}
            aria-invalid={wrong === "nickname" || undefined}
          />
        )}
      </Field>
      <Field label={t("password")} hint={fresh && t("passwordHint")} note={wrong === "password" && note}>
        {(ids) => (
          <TextInput
            {...ids}
            name="password"
            type="password"
            required
            minLength={fresh ? 8 : undefined}
            maxLength={800}
            autoComplete={fresh ? "new-password" : "current-password"}
            aria-invalid={wrong === "password" || undefined}
          />
        )}
      </Field>
    </>
  );
}

/** The field a refusal is about; null: about the whole. */
export function fieldOf(code: string): FieldName | null {
  if (code.startsWith("nickname-")) return "nickname";
  return code === "password-invalid" ? "password" : null;
}

function useEntryText(refusal: EntryRefusal | null): string | null {
  const own = useTranslations("account.signIn.refused");
  const shared = useTranslations("errors");
  if (!refusal) return null;
  const { code, retryAfterSeconds } = refusal;
  if (own.has(code)) return own(code, { seconds: retryAfterSeconds });
  return shared.has(code) ? shared(code) : own("other", { code });
}
