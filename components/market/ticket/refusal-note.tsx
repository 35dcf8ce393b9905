"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/messages/navigation";
import { type ErrorCode, errorTable, ruleOf } from "@/wire/errors";
import type { ErrorBody } from "@/wire/views";
import { rulePath } from "../../layout/places";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { count, dollars } from "../../ui/numerals";
import { useErrorText } from "../error-text";
import { useShown } from "../live/use-market";
import { wayOut } from "./refusal";

interface RefusalNoteProps {
  error: ErrorBody;
  lots: number;
  takeLots: (lots: number) => void;
  /** Left out where there is no place for it: the note then only says what is missing. */
  transfer?: (amount: string) => void;
  transferring?: boolean;
}

/** Why the order would not pass, with the numbers that decide it, and what would. */
export function RefusalNote({ error, lots, takeLots, transfer, transferring }: RefusalNoteProps) {
  const t = useTranslations("desk.refusal");
  const account = useShown(({ market }) => market.account);
  const textOf = useErrorText();
  const way = wayOut(error, account);
  const bring = transfer ? (way?.bring ?? null) : null;
  const why = <Why code={error.code} />;
  if (!way)
    return (
      <Note tone="warn" role="status">
        {textOf(error)} {why}
      </Note>
    );
  return (
    <>
      <Note tone="warn" role="status" title={t("margin.title")}>
        {t("margin.text", { lots, needs: dollars(way.needs), free: dollars(way.free) })}{" "}
        {way.fits > 0 ? t("margin.fits", { lots: way.fits }) : t("margin.noneFits")} {why}
      </Note>
      {(way.fits > 0 || bring !== null) && (
        <div className="grid grid-cols-2 gap-2">
          {way.fits > 0 && (
            <Button className="px-1.5" onClick={() => takeLots(way.fits)}>
              {t("useLots", { lots: count(way.fits) })}
            </Button>
          )}
          {bring !== null && (
            <Button className="px-1.5" disabled={transferring} onClick={() => transfer?.(bring)}>
              {t("transfer", { amount: dollars(bring) })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** To the rule that said no. */
export function Why({ code }: { code: string }) {
  const t = useTranslations("desk.refusal");
  const rule = code in errorTable ? ruleOf(code as ErrorCode) : null;
  if (!rule) return null;
  return (
    <Link href={rulePath(rule)} className="link">
      {t("why")}
    </Link>
  );
}
