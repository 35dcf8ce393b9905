"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SlotBenchmark } from "@/tokens/benchmark/definitions";
import type { ReplayRules } from "@/tokens/benchmark/replay";
import type { Panel } from "@/tokens/benchmark/slot-price";
import { Button } from "../ui/button";

interface RecomputeProps {
  benchmark: SlotBenchmark;
  panel: Panel;
  rules: ReplayRules;
  to: string;
  /** The level of each day by these rules, and as published, in 1/100 tick. */
  shown: readonly (number | null)[];
  published: readonly (number | null)[];
  ownRules: boolean;
}

interface Outcome {
  readonly days: number;
  readonly milliseconds: number;
  readonly equal: number;
  readonly differ: number; // from what is published
  readonly last: string;
}

/** Runs rule 3 in the reader's browser, by the code that published the fixings, and compares every day. */
export function Recompute({ benchmark, panel, rules, to, shown, published, ownRules }: RecomputeProps) {
  const t = useTranslations("benchmarks.recompute");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const { levelText, replay } = await import("@/tokens/benchmark/replay");
    const started = performance.now();
    const days = replay(benchmark, panel, to, rules);
    const last = days.at(-1)?.level ?? null;
    setOutcome({
      days: days.length,
      milliseconds: Math.round(performance.now() - started),
      equal: days.filter(({ level }, i) => level === shown[i]).length,
      differ: days.filter(({ level }, i) => level !== published[i]).length,
      last: last === null ? t("none") : levelText(last, benchmark),
    });
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button variant="primary" onClick={run} disabled={busy} className="noscript:hidden">
        {busy ? t("busy") : t("run")}
      </Button>
      <p role="status" className="min-w-0 flex-1 text-ink-2">
        {outcome && (
          <>
            <b className="font-medium text-ink">
              {t("outcome", {
                days: outcome.days,
                milliseconds: outcome.milliseconds,
                equal: outcome.equal,
                last: outcome.last,
              })}
            </b>{" "}
            {ownRules
              ? t("differ", { differ: outcome.differ, days: outcome.days })
              : outcome.equal === outcome.days && t("same")}
          </>
        )}
      </p>
    </div>
  );
}
