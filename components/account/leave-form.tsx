"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { signOut } from "./enter";
import { useChange } from "./use-change";

/** Nothing is deleted by a slip: the nickname is typed first. */
export function LeaveForm({ nickname, home }: { nickname: string; home: string }) {
  const t = useTranslations("account.leave");
  const [typed, setTyped] = useState("");
  const { busy, text, change } = useChange({ refresh: false });

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = await change("DELETE", "", { nickname: typed });
    if (!sent.ok) return;
    await signOut(); // its session is gone; this clears the cookie
    window.location.assign(home);
  }

  return (
    <form onSubmit={onSubmit} className="grid max-w-96 gap-3">
      <Field label={t("confirm", { nickname })} note={text && <Note tone="warn">{text}</Note>}>
        {(ids) => (
          <TextInput
            {...ids}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="danger" disabled={busy || typed.trim() !== nickname}>
          {busy ? t("busy") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
