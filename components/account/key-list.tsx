"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { KeyRow, NewKeyView } from "@/wire/people";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { Note } from "../ui/note";
import { EmptyRow, Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { VisuallyHidden } from "../ui/visually-hidden";
import { moment } from "./moment";
import { useChange } from "./use-change";

/** Keys are listed by name and last four characters; a new one is shown once, until it is put away. */
export function KeyList({ keys }: { keys: readonly KeyRow[] }) {
  const t = useTranslations("account.keys");
  const locale = useLocale();
  const [fresh, setFresh] = useState<NewKeyView | null>(null);
  const { busy, text, error, change } = useChange();

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name"));
    const sent = await change<NewKeyView>("POST", "/keys", { name });
    if (!sent.ok) return;
    setFresh(sent.answer);
    form.reset();
  }

  return (
    <>
      <TableScroll label={t("title")} className="relative">
        <Table>
          <thead>
            <tr>
              <Th>{t("name")}</Th>
              <Th>{t("key")}</Th>
              <Th wide>{t("made")}</Th>
              <Th>{t("used")}</Th>
              <Th numeric>
                <VisuallyHidden>{t("action")}</VisuallyHidden>
              </Th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ id, name, hint, createdAt, lastUsedAt }) => (
              <Tr key={id}>
                <Td className="max-w-48 truncate">{name}</Td>
                <Td className="font-mono text-12">tp_…{hint}</Td>
                <Td wide>{moment(createdAt, locale)}</Td>
                <Td className="max-sm:whitespace-normal">{lastUsedAt ? moment(lastUsedAt, locale) : t("never")}</Td>
                <Td numeric>
                  <Button
                    variant="ghost"
                    disabled={busy}
                    aria-label={t("revokeNamed", { name })}
                    onClick={async () => {
                      const sent = await change("DELETE", `/keys/${id}`);
                      if (sent.ok && fresh?.id === id) setFresh(null);
                    }}
                  >
                    {t("revoke")}
                  </Button>
                </Td>
              </Tr>
            ))}
            {keys.length === 0 && <EmptyRow columns={5}>{t("empty")}</EmptyRow>}
          </tbody>
        </Table>
      </TableScroll>
      {fresh && <FreshKey fresh={fresh} putAway={() => setFresh(null)} />}
      <form onSubmit={make} className="mt-2 flex flex-wrap items-end gap-3 border-t border-line pt-3">
        <Field label={t("name")} hint={t("nameHint")} className="w-full max-w-72">
          {(ids) => (
            <TextInput
              {...ids}
              name="name"
              required
              maxLength={40}
              aria-invalid={error?.code === "key-name" || undefined}
            />
          )}
        </Field>
        <Button type="submit" disabled={busy}>
          {busy ? t("busy") : t("submit")}
        </Button>
      </form>
      {text && (
        <Note tone="warn" role="alert" className="mt-2">
          {text}
        </Note>
      )}
    </>
  );
}

function FreshKey({ fresh, putAway }: { fresh: NewKeyView; putAway: () => void }) {
  const t = useTranslations("account.keys");
  const [copied, setCopied] = useState(false);
  return (
    <Note role="status" className="my-2">
      <p>{t("fresh", { name: fresh.name })}</p>
      <code className="my-1.5 block font-mono text-13 break-all select-all">{fresh.key}</code>
      <div className="flex gap-2">
        <Button
          onClick={() =>
            navigator.clipboard?.writeText(fresh.key).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {copied ? t("copied") : t("copy")}
        </Button>
        <Button variant="ghost" onClick={putAway}>
          {t("done")}
        </Button>
      </div>
    </Note>
  );
}
