"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import { useShown } from "../live/use-market";
import type { DraftProblem, Side } from "./draft";

/** What sends: at the end of the ticket, on phones always in reach. */
export function LastLine({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        "grid gap-1.5 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:pt-2.5 max-sm:pb-3.5",
        className,
      )}
    >
      {children}
    </div>
  );
}

interface SubmitProps {
  side: Side;
  disabled: boolean;
  /** Why it cannot be sent, or what will happen when it is. */
  reason: ReactNode;
  children: ReactNode;
}

export function Submit({ side, disabled, reason, children }: SubmitProps) {
  const reasonId = useId();
  return (
    <LastLine>
      <Button
        type="submit"
        variant={side}
        aria-disabled={disabled || undefined}
        aria-describedby={reasonId}
        className="min-h-9 max-sm:min-h-12 max-sm:text-15"
      >
        {children}
      </Button>
      <small id={reasonId} className="text-11 text-ink-3 max-sm:text-13">
        {reason}
      </small>
    </LastLine>
  );
}

/** Why nothing can be sent now, before the room is asked; null: it can. */
export function useBlocked(problem: DraftProblem | null, tick: string): string | null {
  const t = useTranslations("desk.blocked");
  const link = useShown((shown) => shown.link);
  const state = useShown(({ market }) => market.room.state);
  if (link === "stale" || link === "reconnecting") return t("stale");
  if (link === "ended" || state === "ended") return t("ended");
  if (state === "read-only") return t("readOnly");
  if (!problem) return null;
  if (t.has(problem)) return t(problem, { tick });
  const [field, what] = problem.split(/-(.*)/);
  return t(what, { field: t(`fields.${field}`), tick });
}
