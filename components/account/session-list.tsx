"use client";

import { useLocale, useTranslations } from "next-intl";
import type { SessionRow } from "@/wire/people";
import { Button } from "../ui/button";
import { Note } from "../ui/note";
import { Table, TableScroll, Td, Th, Tr } from "../ui/table";
import { VisuallyHidden } from "../ui/visually-hidden";
import { moment } from "./moment";
import { useChange } from "./use-change";

/** Where one is signed in; any but this browser can be signed out from here. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useTranslations("account.sessions");
  const locale = useLocale();
  const { busy, text, change } = useChange();
  /** The server keeps "Chrome on Linux": the two names, joined as the reader's language joins them. */
  const named = (agent: string | null): string => {
    const [browser, system] = agent?.split(" on ") ?? [t("unknown")];
    return system ? t("browserOn", { browser, system }) : browser;
  };
  return (
    <>
      <TableScroll label={t("title")} className="relative">
        <Table>
          <thead>
            <tr>
              <Th>{t("browser")}</Th>
              <Th wide>{t("since")}</Th>
              <Th>{t("seen")}</Th>
              <Th numeric>
                <VisuallyHidden>{t("action")}</VisuallyHidden>
              </Th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, agent, createdAt, lastSeenAt, current }) => (
              <Tr key={id}>
                <Td>
                  {named(agent)}
                  {current && <span className="ml-2 text-12 text-ink-3">{t("here")}</span>}
                </Td>
                <Td wide>{moment(createdAt, locale)}</Td>
                <Td className="max-sm:whitespace-normal">{moment(lastSeenAt, locale)}</Td>
                <Td numeric>
                  {!current && (
                    <Button
                      variant="ghost"
                      disabled={busy}
                      aria-label={t("endNamed", { browser: named(agent) })}
                      onClick={() => change("DELETE", `/sessions/${id}`)}
                    >
                      {t("end")}
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2">
        <p className="text-12 text-ink-3">{t("note")}</p>
        {sessions.length > 1 && (
          <Button disabled={busy} onClick={() => change("DELETE", "/sessions")}>
            {t("endOthers")}
          </Button>
        )}
      </div>
      {text && (
        <Note tone="warn" role="alert" className="mt-2">
          {text}
        </Note>
      )}
    </>
  );
}
